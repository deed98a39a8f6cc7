"""Names of output files: readable, and safe on every file system that will hold them."""

from __future__ import annotations

import re
import unicodedata

MAX_BYTES = 120
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+')
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


def file_name(wish: str, fallback: str) -> str:
    """Return `wish` without characters that a file system refuses, at most MAX_BYTES long in UTF-8; `fallback` when nothing is left."""
    name = unicodedata.normalize("NFC", _UNSAFE.sub(" ", wish))
    name = " ".join(name.split()).strip(". ")
    while len(name.encode()) > MAX_BYTES:
        name = name[:-1].rstrip(". ")
    if _DEVICES.fullmatch(name):
        name = f"{name}_"
    return name or fallback
