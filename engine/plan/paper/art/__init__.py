"""What the cover of a document draws behind its words: the `motif` of a theme, one module each, for Word files and PDF alike."""
