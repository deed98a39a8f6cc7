"""What readers raise when a part lacks what every file of its kind has."""

from __future__ import annotations


class Damaged(Exception):
    """A part lacks what every file of its kind has; the message names the part."""
