"""Where the links of a PDF lead, whichever way they are written."""

from __future__ import annotations

import io
from typing import Any

import pikepdf


def links_of(pdf: bytes) -> list[tuple[int, str | int]]:
    """Return (page, URL or page it leads to) of every link, pages from 1."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        numbers: dict[Any, int] = {each.objgen: number for number, each in enumerate(document.pages, 1)}
        named = _names(document)
        return [
            (number, _target(note, named, numbers))
            for number, each in enumerate(document.pages, 1)
            for note in each.get("/Annots", [])
            if note.get("/Subtype") == "/Link"
        ]


def _names(document: pikepdf.Pdf) -> dict[str, Any]:
    names = document.Root.get("/Names", pikepdf.Dictionary())
    if "/Dests" not in names:
        return {}
    pairs = list(names.Dests.Names)
    return {str(name): place for name, place in zip(pairs[::2], pairs[1::2], strict=True)}


def _target(note: Any, named: dict[str, Any], numbers: dict[Any, int]) -> str | int:
    action = note.get("/A", pikepdf.Dictionary())
    if "/URI" in action:
        return str(action.URI)
    place = note.get("/Dest", action.get("/D"))
    if isinstance(place, pikepdf.String):
        place = named[str(place)]
    return numbers[place[0].objgen]
