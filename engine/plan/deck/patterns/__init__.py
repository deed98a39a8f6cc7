"""One pattern a kernel block: how high it must be, how it is drawn in a box, and how it splits over pages."""
