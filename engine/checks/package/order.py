"""FILE049: an element stands where Office does not look for it.

What it does: compares the children of text, shapes, slides, charts, paragraphs, tables and sections with the order of the file format.
Why it matters: Office reads these in order; what comes too late, or is unknown, makes it offer to repair the file.

Fails: `<a:rPr><a:latin/><a:solidFill/></a:rPr>`, for a colour comes before a font; `<a:bold/>` inside `a:rPr`.
Passes: `<a:rPr><a:solidFill/><a:latin/></a:rPr>`.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from lxml import etree

from engine.base.diagnostics import Severity
from engine.checks.package.definition import Fault, PackageCheck, Rule
from engine.checks.package.nodes import WATCHED, nodes
from engine.checks.package.orders import ORDERS, Steps
from engine.checks.package.places import PREFIXES, W, place, tag
from engine.probe.package import Package

_TAG = attrgetter("tag")
_SLIDES = (".slide+xml", ".slideLayout+xml", ".slideMaster+xml", ".notesSlide+xml", ".notesMaster+xml", "presentation.main+xml")
_CHARTS = (".drawingml.chart+xml",)
_WORDS = (".document.main+xml", ".header+xml", ".footer+xml", ".footnotes+xml", ".endnotes+xml", "wordprocessingml.styles+xml")
_KNOWN = tuple(f"{{{namespace}}}" for namespace, prefix in PREFIXES.items() if prefix != "mc")


def drawn_order(package: Package) -> Iterator[Fault]:
    """The children of shapes, text, slides and charts are known ones, in the order of the format, those that may stand once once."""
    yield from _disorder(package, (*_SLIDES, *_CHARTS))


def word_order(package: Package) -> Iterator[Fault]:
    """The children of paragraph, table, cell and section properties are known ones, in order; Word puts up with some disorder."""
    yield from _disorder(package, _WORDS)


def section_last(package: Package) -> Iterator[Fault]:
    """Properties come first in a paragraph, a run and a cell; the properties of the last section come last in the body."""
    for part, node in nodes(package, _WORDS, f"{W}pPr", f"{W}rPr", f"{W}tcPr"):
        if node.getprevious() is None:
            continue
        above = node.getparent()
        if above is not None and above.tag in {f"{W}p", f"{W}r", f"{W}tc"}:
            yield Fault(part, place(above), f"{tag(str(node.tag))} 应排在最前", f"has its {tag(str(node.tag))} behind something else")
    for part, body in nodes(package, _WORDS, f"{W}body"):
        for section in body.iterchildren(f"{W}sectPr"):
            if section.getnext() is not None:
                yield Fault(part, "w:body", "w:sectPr 应排在最后", "goes on behind its w:sectPr")


def _disorder(package: Package, types: tuple[str, ...]) -> Iterator[Fault]:
    fine: set[tuple[object, ...]] = set()
    for part in package.of_type(*types):
        found = package.nodes(part, WATCHED)
        for name, steps in ORDERS.items():
            for node in found[name]:
                if not len(node) or (key := (name, *map(_TAG, node))) in fine:
                    continue
                told = list(_told(part, node, steps))
                yield from told
                if not told:
                    fine.add(key)


def _told(part: str, node: etree._Element, steps: Steps) -> Iterator[Fault]:
    last, before = -1, ""
    for child in node.iterchildren("*"):
        name = str(child.tag)
        if not name.startswith(_KNOWN):
            continue  # an extension, or mc:AlternateContent
        step, many = steps.get(name, (None, False))
        if step is None:
            yield Fault(part, place(node), f"不能含有 {tag(name)}", f"may not hold {tag(name)}")
        elif step == last and not many:
            yield Fault(part, place(node), f"{before} 之后多了 {tag(name)}", f"holds {tag(name)} besides {before}")
        elif step < last:
            yield Fault(part, place(node), f"{tag(name)} 应排在 {before} 之前", f"has {tag(name)} behind {before}")
        else:
            last, before = step, tag(name)


CHECK = PackageCheck("FILE049", (Rule(drawn_order), Rule(word_order, Severity.INFO), Rule(section_last)))
