"""FILE041: a part of an Office file refers to something that is not there.

What it does: follows every relationship, and every r:id, r:embed and r:link that uses one.
Why it matters: a picture, a chart or a slide cannot be found, and Office offers to repair the file or shows a red cross.

Fails: `<a:blip r:embed="rId9"/>` on a slide whose relationships end at rId8.
Passes: the same with rId8, which leads to a picture that is in the package.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from lxml import etree

from engine.base.diagnostics import Severity
from engine.checks.package.definition import Fault, PackageCheck, Rule
from engine.checks.package.places import R, place, tag
from engine.probe.package import Package, elements

RELATIONS = R.strip("{}")
PARENTS = {
    ".slide+xml": ("slideLayout",),
    ".slideLayout+xml": ("slideMaster",),
    ".slideMaster+xml": ("theme",),
    ".notesMaster+xml": ("theme",),
}
"""What a part refers to exactly once, by its content type."""

_USED = etree.XPath(f"//*[@*[namespace-uri()='{RELATIONS}']]")
_DECLARED = re.compile(rb"xmlns:([\w.-]+)\s*=\s*[\"']" + re.escape(RELATIONS.encode()) + rb"[\"']")
_UNFIT = re.compile(r"[\s<>\"{}|^`\x00-\x1f]")


def target_missing(package: Package) -> Iterator[Fault]:
    """A relationship leads to a part of the package, or says that it leads outside."""
    present = {name.casefold() for name in package.names}
    for part, references in package.referring():
        for reference in references:
            target = reference.target.partition("#")[0]
            if reference.outside or not target or target.casefold() in present or unquote(target).casefold() in present:
                continue
            yield Fault(part or "_rels/.rels", reference.id, f"指向不存在的部件“{target}”", f"leads to {target!r}, which is not there")


def id_twice(package: Package) -> Iterator[Fault]:
    """The relationships of a part have different ids."""
    for part, references in package.referring():
        for name, times in Counter(reference.id for reference in references).items():
            if times > 1:
                yield Fault(part or "_rels/.rels", name, f"这个关系编号出现了 {times} 次", f"{times} relationships have this id")


def id_unknown(package: Package) -> Iterator[Fault]:
    """Each r:id, r:embed, r:link … names a relationship of its part; an empty one, as actions have, names none."""
    for part in dict.fromkeys(package.names):
        known = {reference.id for reference in package.references(part)}
        root = package.root(part) if part.endswith(".xml") and _may_be_unknown(package.blob(part), known) else None
        for node in () if root is None else elements(_USED, root):
            for attribute in map(str, node.keys()):
                value = node.get(attribute, "")
                if attribute.startswith(R) and value and value not in known:
                    name = tag(attribute)
                    yield Fault(part, place(node), f"{name}=“{value}”没有对应的关系", f'{name}="{value}" names no relationship')


def address_unfit(package: Package) -> Iterator[Fault]:
    """The address of a link has a host where it needs one, and its blanks and quotation marks are percent-encoded."""
    for part, references in package.referring():
        for reference in references:
            if reference.outside and reference.kind == "hyperlink" and not _is_address(reference.target):
                yield Fault(part, reference.id, f"“{reference.target}”不是合法的网址", f"{reference.target!r} is no valid address")


def family_broken(package: Package) -> Iterator[Fault]:
    """A slide has one layout, a layout one master, a master one theme."""
    for ending, kinds in PARENTS.items():
        for part in package.of_type(ending):
            counted = Counter(reference.kind for reference in package.references(part) if not reference.outside)
            for kind in kinds:
                if counted[kind] != 1:
                    yield Fault(part, "", f"应指向一个 {kind}，实为 {counted[kind]} 个", f"should refer to one {kind}, not {counted[kind]}")


def notes_shared(package: Package) -> Iterator[Fault]:
    """A page of notes belongs to one slide."""
    owners: dict[str, str] = {}
    for slide, notes in _noted(package):
        first = owners.setdefault(notes, slide)
        if first != slide:
            yield Fault(notes, "", f"同时属于 {first} 和 {slide}", f"belongs to {first} and to {slide}")


def notes_alone(package: Package) -> Iterator[Fault]:
    """A page of notes refers back to its slide; those that Google Slides writes do not, and PowerPoint opens them."""
    for slide, notes in _noted(package):
        if all(back.target != slide for back in package.references(notes)):
            yield Fault(notes, "", f"没有指回 {slide}", f"does not refer back to {slide}")


def _noted(package: Package) -> Iterator[tuple[str, str]]:
    for slide in package.of_type(".slide+xml"):
        for reference in package.references(slide):
            if reference.kind == "notesSlide" and reference.target in package:
                yield slide, reference.target


def _may_be_unknown(text: bytes, known: set[str]) -> bool:
    """Tell whether a look at the elements is worth its time: most parts can be seen to use only ids that they have."""
    if text.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    used = [re.escape(prefix) + rb":[\w.-]+\s*=\s*[\"']([^\"']*)" for prefix in set(_DECLARED.findall(text))]
    named = {value for pattern in used for value in re.findall(pattern, text)}
    return not {value.decode("utf-8", "replace") for value in named} <= known


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        _ = parts.port  # raises ValueError for one that is no number
    except ValueError:
        return False
    if _UNFIT.search(address):
        return False
    return bool(parts.hostname) if parts.scheme in {"http", "https", "ftp"} else True


CHECK = PackageCheck(
    "FILE041",
    (
        Rule(target_missing),
        Rule(id_twice),
        Rule(id_unknown),
        Rule(address_unfit),
        Rule(family_broken),
        Rule(notes_shared),
        Rule(notes_alone, Severity.INFO),
    ),
)
