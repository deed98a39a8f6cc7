"""The elements that the rules ask for, found in one go through each part: a deck has tens of thousands, and there are forty rules."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from engine.checks.package.orders import ORDERS
from engine.checks.package.places import WP, A, C, P, W
from engine.probe.package import Package

_DRAWN = ("off", "ext", "chOff", "chExt", "srgbClr", "gridCol")
_WRITTEN = (
    "fldChar", "numId", "pStyle", "rStyle", "tblStyle", "bookmarkStart", "bookmarkEnd", "body", "hdr", "ftr", "tbl", "tr", "tc", "p", "r", "rPr",
)  # fmt: skip
WATCHED = tuple(
    dict.fromkeys(
        (
            *ORDERS,
            *(f"{A}{name}" for name in _DRAWN),
            f"{P}cNvPr",
            f"{WP}extent",
            f"{WP}docPr",
            f"{C}chart",
            *(f"{W}{name}" for name in _WRITTEN),
        )
    )
)


def nodes(package: Package, types: tuple[str, ...], *tags: str) -> Iterator[tuple[str, etree._Element]]:
    """Yield the elements of some tags with their part, by tag, in the order of the document. A tag outside WATCHED is a KeyError."""
    for part in package.of_type(*types):
        found = package.nodes(part, WATCHED)
        for tag in tags:
            yield from ((part, node) for node in found[tag])
