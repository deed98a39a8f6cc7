"""PDF: a planned deck as one tagged page per slide."""
