"""FILE043: a shape or its text holds a value that Office does not take.

What it does: reads the numbers, places, colours, sizes and text bodies of shapes on slides, layouts, masters and in documents.
Why it matters: Office drops such a shape, or offers to repair the whole file.

Fails: `<a:ext cx="-5" cy="9"/>`, `<a:srgbClr val="#FF0000"/>`, a text body without a paragraph, two shapes with id="4" on one slide.
Passes: whole lengths, colours of six hex digits, a paragraph in each text body, each number once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from engine.base.diagnostics import Severity
from engine.checks.package.definition import Fault, PackageCheck, Rule
from engine.checks.package.nodes import nodes
from engine.checks.package.places import MC, WP, A, C, P, place, tag
from engine.probe.package import Package

SMALLEST_SIZE, LARGEST_SIZE = 100, 400_000
"""Hundredths of a point (ECMA-376 part 1, ST_TextFontSize)."""

ANCHORS = frozenset({"t", "ctr", "b", "just", "dist"})
ALIGNMENTS = frozenset({"l", "ctr", "r", "just", "justLow", "dist", "thaiDist"})

_PAGES = (".slide+xml", ".slideLayout+xml", ".slideMaster+xml", ".notesSlide+xml", ".notesMaster+xml", ".handoutMaster+xml")
_DRAWN = (*_PAGES, ".theme+xml", ".chart+xml", ".document.main+xml", ".header+xml", ".footer+xml", ".drawing+xml")
_PLACES = {f"{A}off": ("x", "y"), f"{A}chOff": ("x", "y"), f"{A}ext": ("cx", "cy"), f"{A}chExt": ("cx", "cy"), f"{WP}extent": ("cx", "cy")}
_TEXTS = (f"{P}txBody", f"{A}txBody", f"{C}rich", f"{C}txPr")
_SIZED = (f"{A}rPr", f"{A}defRPr", f"{A}endParaRPr")
_WHOLE = re.compile(r"[+-]?\d+")
_LENGTH = re.compile(r"[+-]?\d+(?:\.\d+)?(?:mm|cm|in|pt|pc|pi)")
_COLOR = re.compile(r"[0-9A-Fa-f]{6}")


def shape_number(package: Package) -> Iterator[Fault]:
    """The shapes of a slide have numbers above 0."""
    for part, node in nodes(package, _PAGES, f"{P}cNvPr"):
        number = node.get("id", "")
        if not number.isdecimal() or int(number) == 0:
            yield Fault(part, place(_shape(node)), f"编号“{number}”应大于 0", f"has number {number!r}, which should be above 0")


def shape_number_twice(package: Package) -> Iterator[Fault]:
    """Each shape of a slide has a number of its own; PowerPoint puts up with files that break this, animations and comments do not."""
    seen: dict[tuple[str, str], etree._Element] = {}
    for part, node in nodes(package, _PAGES, f"{P}cNvPr"):
        number = node.get("id", "")
        first = seen.setdefault((part, number), node)
        if first is not node and not (_is_one_way(first) or _is_one_way(node)):
            yield Fault(part, place(_shape(node)), f"编号与“{first.get('name')}”相同", f"has the number of {first.get('name')!r}")


def measure(package: Package) -> Iterator[Fault]:
    """Places and sizes are whole numbers (or lengths with a unit), and sizes are not negative."""
    for part, node in nodes(package, _DRAWN, *_PLACES):
        for name in _PLACES[str(node.tag)]:
            value = node.get(name)
            if value is None or value.isdecimal():
                continue  # a:ext of an extension list has neither
            if not _WHOLE.fullmatch(value) and not _LENGTH.fullmatch(value):
                yield Fault(part, place(node), f"{name}=“{value}”不是整数", f'{name}="{value}" is no whole number')
            elif name.startswith("c") and value.startswith("-"):
                yield Fault(part, place(node), f"{name}=“{value}”是负数", f'{name}="{value}" is negative')


def color(package: Package) -> Iterator[Fault]:
    """A colour is six hexadecimal digits, without # and without a name."""
    for part, node in nodes(package, _DRAWN, f"{A}srgbClr"):
        if not _COLOR.fullmatch(node.get("val", "")):
            yield Fault(part, place(node), f"“{node.get('val')}”不是六位颜色", f"{node.get('val')!r} is no colour of six digits")


def font_size(package: Package) -> Iterator[Fault]:
    """Font sizes are within 1 and 4000 points, in hundredths of a point."""
    for part, node in nodes(package, _DRAWN, *_SIZED):
        size = node.get("sz")
        if size is not None and not (size.isdecimal() and SMALLEST_SIZE <= int(size) <= LARGEST_SIZE):
            yield Fault(part, place(node), f"字号 sz=“{size}”不可用", f'the size sz="{size}" cannot be used')


def text_without_paragraph(package: Package) -> Iterator[Fault]:
    """A text body holds at least one paragraph, if an empty one."""
    for part, node in nodes(package, _DRAWN, *_TEXTS):
        if not len(node) or (node[-1].tag != f"{A}p" and node.find(f"{A}p") is None):
            yield Fault(part, place(node), "没有段落 a:p", "holds no paragraph a:p")


def text_anchor(package: Package) -> Iterator[Fault]:
    """Text is anchored t, ctr, b, just or dist and aligned l, ctr, r, just, justLow, dist or thaiDist."""
    for part, node in nodes(package, _DRAWN, f"{A}bodyPr", f"{A}tcPr", f"{A}pPr"):
        name, known = ("algn", ALIGNMENTS) if node.tag == f"{A}pPr" else ("anchor", ANCHORS)
        value = node.get(name)
        if value is not None and value not in known:
            yield Fault(part, place(node), f"{name}=“{value}”不可用", f'{name}="{value}" is none of {", ".join(sorted(known))}')


def _is_one_way(node: etree._Element) -> bool:
    """Tell whether a shape is one of two ways to draw it."""
    return any(str(parent.tag).startswith(MC) for parent in node.iterancestors())


def _shape(node: etree._Element) -> etree._Element:
    """Return the shape that a p:cNvPr belongs to."""
    outer = node.getparent()
    shape = None if outer is None else outer.getparent()
    return node if shape is None or not tag(str(shape.tag)).startswith("p:") else shape


CHECK = PackageCheck(
    "FILE043",
    (
        Rule(shape_number, Severity.INFO),
        Rule(shape_number_twice, Severity.INFO),
        Rule(measure),
        Rule(color),
        Rule(font_size),
        Rule(text_without_paragraph),
        Rule(text_anchor),
    ),
)
