"""FILE040: the parts of an Office file and its list of content types do not fit together.

What it does: compares the entries of the zip archive, `[Content_Types].xml`, and what each part says it is.
Why it matters: Office finds a part by its declared type; where that is wrong it offers to repair the file, and drops the part.

Fails: a slide that `[Content_Types].xml` does not declare, or a declared one that is not there.
Passes: each part there once, well-formed, with the type that the parts referring to it expect.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from engine.checks.package.definition import Fault, PackageCheck, Rule
from engine.checks.package.places import tag
from engine.probe.package import CONTENT_TYPES, Package

EXPECTED = {
    "slide": ".slide+xml",
    "slideLayout": ".slideLayout+xml",
    "slideMaster": ".slideMaster+xml",
    "notesSlide": ".notesSlide+xml",
    "notesMaster": ".notesMaster+xml",
    "theme": ".theme+xml",
    "chart": ".chart+xml",
    "header": ".header+xml",
    "footer": ".footer+xml",
    "footnotes": ".footnotes+xml",
    "endnotes": ".endnotes+xml",
    "numbering": ".numbering+xml",
    "worksheet": ".worksheet+xml",
    "sharedStrings": ".sharedStrings+xml",
    "core-properties": ".core-properties+xml",
}
"""How the content type of a part ends, by the kind of the relationship that leads to it."""

MAIN = {
    "presentation": "presentationml.presentation.main+xml",
    "document": "wordprocessingml.document.main+xml",
    "workbook": "spreadsheetml.sheet.main+xml",
}
"""What a .pptx, a .docx and a .xlsx is; any other is the type of a template, a slide show or a file with macros."""

_XML = re.compile(r"(?:\.xml|\.rels|\.vml)$", re.IGNORECASE)
_PICTURES = (
    b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\x00", b"MM\x00*", b"RIFF",
    b"\x01\x00\x00\x00", b"\xd7\xcd\xc6\x9a", b"\x01\x00\x09\x00", b"\x02\x00\x09\x00", b"\x00\x00\x01\x00", b"\x0a",
)  # fmt: skip
"""How pictures begin: PNG, JPEG, GIF, BMP, TIFF, WebP, EMF, WMF with and without its own header, ICO, PCX."""

_STATED = ("image/png", "image/jpeg", "image/gif")
_DATES = ("created", "modified", "lastPrinted")
_W3C_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?")


def entry_twice(package: Package) -> Iterator[Fault]:
    """An entry of the zip archive stands in it once; upper and lower case are the same."""
    seen: set[str] = set()
    for name in package.names:
        if name.casefold() in seen:
            yield Fault(name, "", "压缩包里有两个同名部件", "stands in the archive twice")
        seen.add(name.casefold())


def xml_not_well_formed(package: Package) -> Iterator[Fault]:
    """Each XML part can be parsed: no bare `&`, no control characters, every element closed."""
    for name in dict.fromkeys(package.names):
        if _XML.search(name) and (fault := package.broken(name)):
            yield Fault(name, "", f"不是合法的 XML：{fault}", f"is no well-formed XML: {fault}")


def part_without_type(package: Package) -> Iterator[Fault]:
    """Each entry has a content type: one of its own, or that of its suffix."""
    for name in dict.fromkeys(package.names):
        if name != CONTENT_TYPES and not package.content_type(name):
            yield Fault(name, "", "没有声明内容类型", "has no content type")


def part_of_wrong_type(package: Package) -> Iterator[Fault]:
    """A part has the type that belongs to the relationship leading to it: a slide is declared as one."""
    for _, references in package.referring():
        for reference in references:
            wanted = EXPECTED.get(reference.kind)
            if wanted is None or reference.outside or reference.target not in package:
                continue
            stated = package.content_type(reference.target)
            if stated and not stated.endswith(wanted):
                yield Fault(
                    reference.target,
                    "",
                    f"内容类型是“{stated}”，应以“{wanted}”结尾",
                    f"has type {stated!r}, which should end in {wanted!r}",
                )


def phantom_override(package: Package) -> Iterator[Fault]:
    """No type is declared for a part that is not there."""
    present = {name.casefold() for name in package.names}
    for name in package.overrides:
        if name.casefold() not in present:
            yield Fault(CONTENT_TYPES, f"Override /{name}", "声明的部件不存在", "declares a part that is not there")


def main_part(package: Package) -> Iterator[Fault]:
    """The package leads to its main part, and that is a presentation, document or workbook without macros, not a template."""
    if package.main not in package:
        yield Fault("_rels/.rels", "", "没有指向主部件", "does not lead to the main part")
        return
    stated = package.content_type(package.main)
    if not stated.endswith(tuple(MAIN.values())):
        en = f"has type {stated!r}: no plain presentation, document or workbook"
        yield Fault(package.main, "", f"内容类型“{stated}”不是普通的演示文稿、文档或工作簿", en)


def core_properties(package: Package) -> Iterator[Fault]:
    """There is at most one part of core properties; its dates are W3C dates of a real day, and no property stands twice."""
    parts = list(package.of_type(".core-properties+xml"))
    for extra in parts[1:]:
        yield Fault(extra, "", "核心属性部件只能有一个", "is a second part of core properties")
    root = package.root(parts[0]) if parts else None
    seen: set[str] = set()
    for node in () if root is None else root.iterchildren("*"):
        name = tag(node.tag)
        if node.tag in seen:
            yield Fault(parts[0], name, "出现了两次", "stands there twice")
        seen.add(node.tag)
        if name in _DATES and not _is_date(node.text or ""):
            yield Fault(parts[0], name, f"“{node.text or ''}”不是日期", f"{node.text or ''!r} is no date")


def picture_damaged(package: Package) -> Iterator[Fault]:
    """A PNG, JPEG or GIF begins as a picture does."""
    for name in package.of_type(*_STATED):
        if not package.blob(name).startswith(_PICTURES):
            yield Fault(name, "", "不是图片", "is no picture")


def _is_date(text: str) -> bool:
    day = text.strip()[: len("2025-07-08")]
    if not _W3C_DATE.fullmatch(text.strip()):
        return False
    try:
        dt.date.fromisoformat(day + "2025-01-01"[len(day) :])
    except ValueError:
        return False
    return True


CHECK = PackageCheck(
    "FILE040",
    tuple(
        map(
            Rule,
            (
                entry_twice,
                xml_not_well_formed,
                part_without_type,
                part_of_wrong_type,
                phantom_override,
                main_part,
                core_properties,
                picture_damaged,
            ),
        )
    ),
)
