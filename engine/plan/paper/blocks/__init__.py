"""Kernel blocks as parts of a paper: each module writes the blocks of one family into the flow."""
