"""FILE042: the list of slides or layouts, or a theme, is not as PowerPoint needs it.

What it does: reads the numbers that slides, layouts and masters carry in their lists, and counts the formats of each theme.
Why it matters: PowerPoint opens no presentation with two slides of one number without repairing it.

Fails: two slides with id="256", or a layout that has the number of its master.
Passes: slides numbered from 256, masters and layouts from 2147483648, each number once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from engine.checks.package.definition import Fault, PackageCheck, Rule
from engine.checks.package.places import A, P, R, tag
from engine.probe.package import Package

SLIDES_FROM, MASTERS_FROM, BEYOND = 256, 2**31, 2**32
LEAST_FORMATS = 3
"""A theme has at least three fills, lines, effects and background fills, for shapes refer to them by number."""

_LISTED = {f"{P}sldId": "slide", f"{P}sldMasterId": "slideMaster", f"{P}notesMasterId": "notesMaster", f"{P}sldLayoutId": "slideLayout"}
_FORMATS = (f"{A}fillStyleLst", f"{A}lnStyleLst", f"{A}effectStyleLst", f"{A}bgFillStyleLst")


def slide_number(package: Package) -> Iterator[Fault]:
    """Each slide has a number of its own, from 256 and below 2147483648."""
    listed = [(part, node) for part, node in _entries(package) if node.tag == f"{P}sldId"]
    yield from _numbers(listed, SLIDES_FROM, MASTERS_FROM)


def layout_number(package: Package) -> Iterator[Fault]:
    """Each master and layout of the presentation has a number of its own, from 2147483648."""
    listed = [(part, node) for part, node in _entries(package) if node.tag in {f"{P}sldMasterId", f"{P}sldLayoutId"}]
    yield from _numbers([entry for entry in listed if entry[1].get("id") is not None], MASTERS_FROM, BEYOND)


def listed_twice(package: Package) -> Iterator[Fault]:
    """A slide, layout or master stands in its list once."""
    for (part, name, relation), times in Counter((part, node.tag, node.get(f"{R}id")) for part, node in _entries(package)).items():
        if times > 1:
            yield Fault(part, f"{tag(name)} {relation}", f"列了 {times} 次", f"is listed {times} times")


def listed_as_another(package: Package) -> Iterator[Fault]:
    """What stands in the list of slides is a slide, in that of layouts a layout."""
    for part, node in _entries(package):
        kinds = {reference.id: reference.kind for reference in package.references(part)}
        kind = kinds.get(node.get(f"{R}id", ""))
        if kind is not None and kind != _LISTED[str(node.tag)]:
            yield Fault(part, f"{tag(str(node.tag))} {node.get(f'{R}id')}", f"指向的是 {kind}", f"leads to a {kind}")


def theme_incomplete(package: Package) -> Iterator[Fault]:
    """A theme has at least three fills, lines, effects and background fills."""
    for part in package.of_type(".theme+xml"):
        root = package.root(part)
        for node in () if root is None else root.iter(*_FORMATS):
            if len(node) < LEAST_FORMATS:
                yield Fault(part, tag(node.tag), f"只有 {len(node)} 种，至少要 3 种", f"holds {len(node)}, and needs at least 3")


def _entries(package: Package) -> Iterator[tuple[str, etree._Element]]:
    for part in package.of_type("presentation.main+xml", "template.main+xml", "slideshow.main+xml", ".slideMaster+xml"):
        root = package.root(part)
        if root is not None:
            yield from ((part, node) for node in root.iter(*_LISTED))


def _numbers(listed: list[tuple[str, etree._Element]], least: int, beyond: int) -> Iterator[Fault]:
    seen: dict[int, str] = {}
    for part, node in listed:
        what, text = f"{tag(str(node.tag))} {node.get(f'{R}id')}", node.get("id", "")
        number = int(text) if text.isdecimal() else -1
        if not least <= number < beyond:
            yield Fault(
                part,
                what,
                f"编号“{text}”不在 {least} 与 {beyond - 1} 之间",
                f"has number {text!r}, which is not within {least} and {beyond - 1}",
            )
        elif number in seen:
            yield Fault(part, what, f"编号 {number} 与 {seen[number]} 相同", f"has number {number}, as {seen[number]} has")
        else:
            seen[number] = what


CHECK = PackageCheck("FILE042", tuple(map(Rule, (slide_number, layout_number, listed_twice, listed_as_another, theme_incomplete))))
