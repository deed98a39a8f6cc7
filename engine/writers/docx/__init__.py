"""Paper → .docx: WordprocessingML put together as strings in the styles, page geometry and numbering of a Word template."""
