"""Contract and template together: which layout, placeholder or frame each role and slot is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from engine.base.diagnostics import Diagnostic, Findings, Location, Outcome, Phrase, error, warning
from engine.base.records import replace
from engine.base.units import ZERO, Rect, inch
from engine.brand.brand_parts import BrandParts
from engine.brand.contract import ByIndex, ContractSchema, Detailed, LayoutSchema
from engine.brand.deck_layout import DeckLayout, Slot, Tone
from engine.brand.deck_template import DeckTemplate, TemplateLayout
from engine.brand.decor.reader import BACKGROUND
from engine.brand.ground import beneath
from engine.brand.sample_slide import SamplePage, SampleSlide, read_sample_slide
from engine.brand.yaml_mistakes import did_you_mean
from engine.model.theme import Color

_INSPECT = Phrase("debrief template inspect 列出母版和版式", "`debrief template inspect` lists masters and layouts")
_EDGE = inch(0.05)
"""How far a place may reach over the edge of the slide: rounding."""
_LIGHT, _DARK = Color("FFFFFF"), Color("202020")
DeckParts = BrandParts[ContractSchema, DeckTemplate]


def match_layouts(parts: DeckParts) -> Outcome[Mapping[str, DeckLayout]]:
    """Find the layouts, placeholders and sample slides that the contract names.

    TMPL008: the template has no such layout, master or sample slide, or several layouts of that name. TMPL009: the layout has no such
    placeholder, or two of that name. TMPL018 (warning): a place reaches off the slide. TMPL007: a sample slide is damaged inside.
    """
    findings = Findings()
    matched: dict[str, DeckLayout] = {}
    for role, wanted in parts.contract.layouts.items():
        layout = _layout(role, wanted, parts, findings)
        if layout is None:
            continue
        slots = {name: slot for name in wanted.slots if (slot := _slot(role, name, layout, parts, findings)) is not None}
        tone = None if wanted.ground is None else Tone(wanted.ground)
        made = DeckLayout(
            role,
            layout.name,
            layout.part,
            slots,
            layout.decor,
            layout.background,
            layout.beneath,
            tone,
            layout.office,
            None,
            layout.skipped,
            wanted.logo,
        )
        made = made if wanted.slide is None else _on_sample(made, wanted.slide, parts, findings)
        matched[role] = replace(made, background=_assumed(made))
    return findings.outcome(None if findings.has_errors else matched)


def _layout(role: str, wanted: LayoutSchema, parts: DeckParts, findings: Findings) -> TemplateLayout | None:
    layouts = parts.template.layouts
    masters = max(layout.master for layout in layouts) if layouts else 0
    if wanted.master is not None and wanted.master > masters:
        where = parts.document.place("layouts", role, "master")
        zh, en = f"模板只有 {masters} 个母版", f"the template has {masters} master{'s' if masters != 1 else ''} only"
        findings.add(error("TMPL008", zh, en, where, _INSPECT))
        return None
    offered = [layout for layout in layouts if wanted.master in (None, layout.master)]
    named = [layout for layout in offered if layout.name == wanted.layout]
    found = [layout for layout in named if wanted.number in (None, layout.number)]
    if len(found) == 1:
        return found[0]
    where = parts.document.place("layouts", role, "number" if named and not found else "layout")
    findings.add(_several(wanted.layout, found or named, where) if named else _no_layout(wanted.layout, offered, where))
    return None


def _several(name: str, found: list[TemplateLayout], where: Location) -> Diagnostic:
    """Say that a name alone, or with the number that is said, is not one layout: `found` are all of that name."""
    zh, en = f"模板有 {len(found)} 个版式叫“{name}”", f"the template has {len(found)} layouts called {name!r}"
    masters = list(dict.fromkeys(each.master for each in found))
    if len(masters) == len(found):
        whose = ", ".join(map(str, masters))
        mend = Phrase(f"用 master 写明是第几个母版的：{whose}", f"say whose it is with `master`: {whose}")
    else:
        places = [(f"master: {each.master}, " if len(masters) > 1 else "") + f"number: {each.number}" for each in found]
        mend = Phrase(f"写明是母版上的第几个：{'；'.join(places)}", f"say its place on the master: {'; '.join(places)}")
    return error("TMPL008", zh, en, where, mend)


def _no_layout(name: str, offered: Sequence[TemplateLayout], where: Location) -> Diagnostic:
    known = tuple(dict.fromkeys(each.name for each in offered))
    listing = Phrase(f"模板中的版式：{'、'.join(known)}", f"layouts of the template: {', '.join(known)}")
    return error(
        "TMPL008",
        f"模板中没有版式“{name}”",
        f"the template has no layout {name!r}",
        where,
        _with_listing(did_you_mean(name, known), listing),
    )


def _slot(role: str, name: str, layout: TemplateLayout, parts: DeckParts, findings: Findings) -> Slot | None:
    target = parts.contract.layouts[role].slots[name]
    place = target if isinstance(target, Rect) else target.at if isinstance(target, Detailed) else None
    if place is not None and (outside := _outside(place, parts, (role, name))) is not None:
        findings.add(outside)
    if isinstance(target, Detailed):
        return _detailed(target, layout, parts, (role, name), findings)
    return _plain(target, layout, parts, (role, name), findings)


def _outside(place: Rect, parts: DeckParts, at: tuple[str, str]) -> Diagnostic | None:
    """Return what is wrong with a place of the contract that reaches off the slide, None if it does not."""
    page = parts.template.size
    if min(place.x, place.y) >= -_EDGE and place.right <= page.width + _EDGE and place.bottom <= page.height + _EDGE:
        return None
    size = f"{page.width.inches:.2f} × {page.height.inches:.2f}"
    zh, en = f"“{at[1]}”的位置伸出页面（页面 {size} 英寸）", f"the place of {at[1]!r} reaches off the slide, which is {size} in"
    return warning("TMPL018", zh, en, parts.document.place("layouts", at[0], "slots", at[1]))


def _detailed(target: Detailed, layout: TemplateLayout, parts: DeckParts, at: tuple[str, str], findings: Findings) -> Slot | None:
    """Return the slot that the long form tells: a placeholder, or none, in a frame of its own and on the ground that is said."""
    tone = None if target.ground is None else Tone(target.ground)
    if target.of is None:
        assert target.at is not None, "the contract refuses a slot without placeholder and frame"
        return Slot("", 0, "", target.at, tone=tone)
    found = _plain(target.of, layout, parts, at, findings)
    return None if found is None else replace(found, frame=target.at or found.frame, tone=tone, moved=target.at is not None)


def _plain(target: str | ByIndex | Rect, layout: TemplateLayout, parts: DeckParts, at: tuple[str, str], findings: Findings) -> Slot | None:
    if isinstance(target, Rect):
        return Slot("", 0, "", target)
    if isinstance(target, ByIndex):
        same = [placeholder for placeholder in layout.placeholders if placeholder.idx == target.idx]
    else:
        same = [placeholder for placeholder in layout.placeholders if placeholder.name == target]
    if len(same) == 1:
        return same[0]
    findings.add(_no_placeholder(target, layout, len(same), parts.document.place("layouts", at[0], "slots", at[1])))
    return None


def _no_placeholder(target: str | ByIndex, layout: TemplateLayout, count: int, where: Location) -> Diagnostic:
    listing = Phrase(
        f"该版式的占位符：{'、'.join(map(_called, layout.placeholders))}",
        f"placeholders of the layout: {', '.join(map(_called, layout.placeholders))}",
    )
    if isinstance(target, ByIndex):
        if count > 1:
            zh = f"版式“{layout.name}”有 {count} 个占位符的 idx 为 {target.idx}"
            en = f"the layout {layout.name!r} has {count} placeholders with idx {target.idx}"
            return error("TMPL009", zh, en, where, Phrase("改用名称，或写 [x, y, 宽, 高]", "use the name, or [x, y, width, height]"))
        zh, en = (
            f"版式“{layout.name}”没有 idx 为 {target.idx} 的占位符",
            f"the layout {layout.name!r} has no placeholder with idx {target.idx}",
        )
        return error("TMPL009", zh, en, where, listing)
    if count > 1:
        zh, en = (
            f"版式“{layout.name}”有 {count} 个占位符名为“{target}”",
            f"the layout {layout.name!r} has {count} placeholders named {target!r}",
        )
        told = ", ".join(str(each.idx) for each in layout.placeholders if each.name == target)
        mend = Phrase(
            f"写 {{idx: …}} 指明（{told}），或在 PowerPoint 的选择窗格中改成不同的名字",
            f"tell it by {{idx: …}} ({told}), or give them different names in PowerPoint's selection pane",
        )
        return error("TMPL009", zh, en, where, mend)
    zh, en = f"版式“{layout.name}”没有占位符“{target}”", f"the layout {layout.name!r} has no placeholder {target!r}"
    return error("TMPL009", zh, en, where, _with_listing(did_you_mean(target, tuple(each.name for each in layout.placeholders)), listing))


def _with_listing(close: Phrase | None, listing: Phrase) -> Phrase:
    return listing if close is None else Phrase(f"{close.zh}{listing.zh}", f"{close.en} {listing.en}")


def _called(placeholder: Slot) -> str:
    return placeholder.name or f"{{idx: {placeholder.idx}}}"


def _on_sample(layout: DeckLayout, number: int, parts: DeckParts, findings: Findings) -> DeckLayout:
    """Return the layout with what its slides take from a sample slide."""
    slides = parts.template.slides
    if number > len(slides):
        where = parts.document.place("layouts", layout.role, "slide")
        zh, en = f"模板只有 {len(slides)} 张幻灯片", f"the template has {len(slides)} slide{'s' if len(slides) != 1 else ''} only"
        findings.add(error("TMPL008", zh, en, where))
        return layout
    try:
        page = SamplePage(slides[number - 1], parts.template.size)
        sample = read_sample_slide(parts.template_path, page, tuple(layout.slots.values()))
    except (KeyError, ValueError, IndexError, etree.XMLSyntaxError) as problem:
        zh, en = f"模板内部已损坏：{problem}", f"the template is damaged inside: {problem}"
        findings.add(error("TMPL007", zh, en, Location(parts.template_file)))
        return layout
    return _laid(layout, sample, Rect(ZERO, ZERO, parts.template.size.width, parts.template.size.height))


def _assumed(layout: DeckLayout) -> Color:
    """Return the colour that stands for the background where it cannot be drawn: what the contract says of one that is not known."""
    if layout.tone is None or layout.beneath.base.colors:
        return layout.background
    return _DARK if layout.tone is Tone.DARK else _LIGHT


def _laid(layout: DeckLayout, sample: SampleSlide, page: Rect) -> DeckLayout:
    shown, below = sample.shapes.shows_master, layout.beneath
    drawn = sample.drawn if sample.drawn is not None else tuple(each for each in layout.decor if each.name == BACKGROUND)
    shapes = tuple(each for each in layout.decor if each.name != BACKGROUND) if shown else ()
    covers = tuple(cover for cover in below.covers if cover.ground is not below.base) if shown else ()
    return replace(
        layout,
        decor=(*drawn, *shapes, *sample.decor),
        background=sample.background or layout.background,
        beneath=beneath(sample.ground or below.base, (*covers, *sample.covers), page, (*(below.worded if shown else ()), *sample.worded)),
        office=sample.office or layout.office,
        sample=sample.shapes,
        skipped=(*(layout.skipped if shown else ()), *sample.skipped),
    )
