"""Brands that stand on sample slides only: which slide a role should clone because masters and layouts are bare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from engine.base.records import dataclass
from engine.brand.ground import GroundKind
from engine.brand.inspect.roles import guessed_roles, main_master
from engine.brand.inspect.seen_deck import SeenDeck, SeenMaster, SeenSlide
from engine.brand.office_theme import child
from engine.brand.template_package import NS, A, P, R, TemplatePackage

_REPEATED = 0.5
"""Share of the slides on which a shape must stand, and on two at least, to be the brand's."""
_FEW = 3
Mark = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a sample slide shows besides its placeholders: shapes without words by kind, place and picture; `wordy` ones carry text or data."""

    slide: SeenSlide
    marks: frozenset[Mark]
    wordy: int
    own_ground: bool


def cloned_slides(package: TemplatePackage, deck: SeenDeck) -> Mapping[str, int]:
    """Return the sample slide to clone by role; nothing when masters and layouts carry a brand, or no slide does.

    For content it is the slide with the shapes that most slides repeat and the least besides; for the cover the first slide, when it has
    shapes or a ground of its own and words in its title.
    """
    master = main_master(deck)
    if not deck.slides or not _bare(package, master):
        return {}
    shown = [_shown(package, slide) for slide in deck.slides if not slide.hidden]
    if not shown:
        return {}
    found: dict[str, int] = {}
    first = shown[0]
    if first.slide.number == 1 and first.slide.title and (first.marks or first.own_ground):
        found["cover"] = 1
    brand = _repeated(shown[1:])
    bearers = [each for each in shown[1:] if brand <= each.marks and (brand or each.own_ground)]
    content = next((guess.layout for guess in guessed_roles(deck) if guess.role == "content"), None)
    if bearers and content is not None:
        on_layout = [each for each in bearers if each.slide.layout == content.number] or bearers
        best = min(on_layout, key=lambda each: (each.wordy, len(each.marks - brand)))
        if not best.wordy and best.slide.layout == content.number:
            found |= dict.fromkeys(("agenda", "content", "closing"), best.slide.number)
    return found


def _bare(package: TemplatePackage, master: SeenMaster) -> bool:
    """Tell whether neither the master nor the layouts that slides use draw anything but a flat ground."""
    used = [layout for layout in master.layouts if layout.slides]
    on_master = any(True for _ in _static(package.xml(master.part)))
    flat = all(layout.ground.kind is GroundKind.FLAT for layout in used)
    return flat and not on_master and all(layout.shapes == 0 for layout in used)


def _static(root: etree._Element) -> Iterator[etree._Element]:
    for node in root.iterfind("p:cSld/p:spTree/*", NS):
        if node.find("*/p:cNvPr", NS) is not None and node.find("*/p:nvPr/p:ph", NS) is None:
            yield node


def _shown(package: TemplatePackage, slide: SeenSlide) -> _Shown:
    root = package.xml(slide.part)
    targets = {relation.id: relation.part for relation in package.relations(slide.part)}
    marks: set[Mark] = set()
    wordy = 0
    for node in _static(root):
        if node.tag == f"{P}graphicFrame" or any((text.text or "").strip() for text in node.iter(f"{A}t")):
            wordy += 1
        else:
            marks.add(_mark(node, targets))
    return _Shown(slide, frozenset(marks), wordy, root.find("p:cSld/p:bg", NS) is not None)


def _mark(node: etree._Element, targets: Mapping[str, str]) -> Mark:
    holder = node.find(f"{P}grpSpPr") if node.tag == f"{P}grpSp" else node.find(f"{P}spPr")
    transform = child(holder, "xfrm")
    place = () if transform is None else tuple(each.get(name, "") for each in transform for name in ("x", "y", "cx", "cy"))
    picture = node.find("p:blipFill/a:blip", NS)
    return node.tag, place, targets.get(picture.get(f"{R}embed", ""), "") if picture is not None else ""


def _repeated(shown: list[_Shown]) -> frozenset[Mark]:
    """Return the shapes that stand on half of the slides and two at least; none when there are too few slides to tell."""
    if len(shown) < _FEW:
        return frozenset()
    counts = Counter(mark for each in shown for mark in each.marks)
    least = max(2, len(shown) * _REPEATED)
    return frozenset(mark for mark, count in counts.items() if count >= least)
