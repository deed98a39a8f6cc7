"""Pieces of pages: what each block of the flow takes of a page, how it divides, and how it is drawn."""
