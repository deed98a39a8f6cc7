"""Numbered paragraphs: every list of an author is a list of Word's, so that each starts at its own first number."""

from __future__ import annotations

import re
from dataclasses import field

from lxml import etree

from engine.base.records import dataclass

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class NewList:
    """A list to be added: it counts like list `like` of the template, from `start`."""

    number: int
    like: int
    start: int


@dataclass(slots=True)
class Lists:
    """Hands out list numbers above `highest`, the highest that the template has."""

    highest: int
    added: list[NewList] = field(default_factory=list)
    _last: int | None = None

    def number_for(self, printed: str, like: int) -> int:
        """Return the numId of a paragraph whose printed number is `printed`: the running list's, or that of a new one."""
        found = _NUMBER.search(printed)
        value = int(found.group()) if found else 1
        if self._last is None or value != self._last + 1:
            self.added.append(NewList(self.highest + len(self.added) + 1, like, value))
        self._last = value
        return self.added[-1].number

    def interrupt(self) -> None:
        """End the running list: a heading begins."""
        self._last = None


def highest_list(numbering: bytes) -> int:
    root = etree.fromstring(numbering)
    return max((int(node.get(f"{{{_W}}}numId", "0")) for node in root.iter(f"{{{_W}}}num")), default=0)


def with_lists(numbering: bytes, added: list[NewList]) -> bytes:
    """Return numbering.xml with the new lists, which override nothing but where they start."""
    if not added:
        return numbering
    root = etree.fromstring(numbering)
    abstract = {
        node.get(f"{{{_W}}}numId", ""): kind.get(f"{{{_W}}}val", "")
        for node in root.iter(f"{{{_W}}}num")
        if (kind := node.find(f"{{{_W}}}abstractNumId")) is not None
    }
    for one in added:
        node = etree.Element(f"{{{_W}}}num", {f"{{{_W}}}numId": str(one.number)})
        etree.SubElement(node, f"{{{_W}}}abstractNumId", {f"{{{_W}}}val": abstract[str(one.like)]})
        override = etree.SubElement(node, f"{{{_W}}}lvlOverride", {f"{{{_W}}}ilvl": "0"})
        etree.SubElement(override, f"{{{_W}}}startOverride", {f"{{{_W}}}val": str(one.start)})
        last = root.findall(f"{{{_W}}}num")[-1]
        last.addnext(node)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
