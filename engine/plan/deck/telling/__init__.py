"""Telling a paper on slides: its paragraphs become points, its headings titles; the words themselves go to the speaker notes."""
