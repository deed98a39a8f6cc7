"""What somebody approved of a report: the texts and small pictures of its pages, kept beside its content, and how a build differs from them."""
