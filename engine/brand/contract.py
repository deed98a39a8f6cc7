"""Contract files: `templates/pptx/<theme>.yaml` says which layout plays which role and which placeholder is which slot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PlainValidator
from pydantic_core import PydanticCustomError

from engine.base.diagnostics import Diagnostic, Findings, Location, Outcome, Phrase, error
from engine.base.registry import nearest
from engine.base.units import Rect
from engine.brand.deck_layout import DeckLayout, Slot
from engine.brand.deck_template import DeckTemplate, TemplateLayout
from engine.brand.yaml_file import YamlFile, parse_as

REQUIRED_SLOTS: Mapping[str, tuple[str, ...]] = {
    "cover": ("title", "subtitle", "unit", "meta", "note"),
    "agenda": ("title", "body_area", "page_number"),
    "divider": ("title", "number", "lead", "body_area", "page_number"),
    "content": ("title", "takeaway", "eyebrow", "body_area", "source", "page_number"),
    "closing": ("title", "takeaway", "eyebrow", "body_area", "source", "page_number"),
    "blank": ("title", "body_area", "source", "page_number"),
}
"""What the planner asks of a template: every role, and in it every slot."""


def _target(value: object) -> str | list[float]:
    """Return the name of a placeholder, or x, y, width and height in inches."""
    if isinstance(value, str):
        return value
    try:
        numbers = [float(item) for item in value] if isinstance(value, list) else []
    except (TypeError, ValueError):
        numbers = []
    if len(numbers) == 4 and all(-10 <= number <= 60 for number in numbers):
        return numbers
    en = "a slot is the name of a placeholder, or [x, y, width, height] in inches"
    raise PydanticCustomError("phrase", en, {"zh": "槽位应为占位符名称，或以英寸计的 [x, y, 宽, 高]"})


_Target = Annotated[str | list[float], PlainValidator(_target)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _LayoutSchema(_Strict):
    layout: str
    slots: dict[str, _Target]


class ContractSchema(_Strict):
    """`template` is a file name beside the contract."""

    template: Annotated[str, Field(pattern=r"^[^/\\]+\.(pptx|potx)$")]
    layouts: dict[str, _LayoutSchema]


def parse_contract(document: YamlFile) -> Outcome[ContractSchema]:
    """Check a contract by itself. TMPL004: a mistake in it, or a role or slot that the planner needs and it lacks."""
    parsed = parse_as(ContractSchema, document, code="TMPL004")
    if parsed.value is None:
        return parsed
    findings = Findings()
    findings.extend(_gaps(parsed.value, document))
    return findings.outcome(None if findings.has_errors else parsed.value)


def _gaps(contract: ContractSchema, document: YamlFile) -> Iterator[Diagnostic]:
    for role, slots in REQUIRED_SLOTS.items():
        found = contract.layouts.get(role)
        if found is None:
            yield error("TMPL004", f"缺少角色“{role}”的版式", f"no layout is given for the role {role!r}", document.place("layouts"))
            continue
        for slot in slots:
            if slot not in found.slots:
                where = document.place("layouts", role, "slots")
                yield error("TMPL004", f"角色“{role}”缺少槽位“{slot}”", f"the role {role!r} lacks the slot {slot!r}", where)
        if not isinstance(found.slots.get("title", ""), str):
            where = document.place("layouts", role, "slots", "title")
            yield error("TMPL004", "标题必须是占位符，不能只是一个区域", "the title must be a placeholder, not an area", where)
    for role in contract.layouts:
        if role not in REQUIRED_SLOTS:
            where = document.keys.get(("layouts", role), Location(document.file))
            roles = Phrase(f"可用角色：{'、'.join(REQUIRED_SLOTS)}", f"roles: {', '.join(REQUIRED_SLOTS)}")
            yield error("TMPL004", f"未知角色“{role}”", f"unknown role {role!r}", where, roles)


def match_layouts(contract: ContractSchema, document: YamlFile, template: DeckTemplate) -> Outcome[Mapping[str, DeckLayout]]:
    """Find the layouts and placeholders that the contract names.

    TMPL008: the template has no such layout. TMPL009: the layout has no such placeholder, or two of that name.
    """
    findings = Findings()
    by_name = {layout.name: layout for layout in template.layouts}
    matched: dict[str, DeckLayout] = {}
    for role, wanted in contract.layouts.items():
        layout = by_name.get(wanted.layout)
        if layout is None:
            findings.add(_no_layout(wanted.layout, tuple(by_name), document.place("layouts", role, "layout")))
            continue
        slots: dict[str, Slot] = {}
        for name, target in wanted.slots.items():
            if isinstance(target, list):
                slots[name] = Slot("", 0, "", Rect.inches(*target))
                continue
            same = [placeholder for placeholder in layout.placeholders if placeholder.name == target]
            if len(same) == 1:
                slots[name] = same[0]
            else:
                findings.add(_no_placeholder(target, layout, len(same), document.place("layouts", role, "slots", name)))
        matched[role] = DeckLayout(role, layout.name, layout.part, slots, layout.decor, layout.background)
    return findings.outcome(None if findings.has_errors else matched)


def _no_layout(name: str, known: tuple[str, ...], where: Location) -> Diagnostic:
    listing = Phrase(f"模板中的版式：{'、'.join(known)}", f"layouts of the template: {', '.join(known)}")
    close = nearest(name, known)
    if close:
        listing = Phrase(f"是否想写“{close}”？{listing.zh}", f"did you mean {close!r}? {listing.en}")
    return error("TMPL008", f"模板中没有版式“{name}”", f"the template has no layout {name!r}", where, listing)


def _no_placeholder(name: str, layout: TemplateLayout, count: int, where: Location) -> Diagnostic:
    names = [placeholder.name for placeholder in layout.placeholders]
    listing = Phrase(f"该版式的占位符：{'、'.join(names)}", f"placeholders of the layout: {', '.join(names)}")
    if count > 1:
        zh, en = (
            f"版式“{layout.name}”有 {count} 个占位符名为“{name}”",
            f"the layout {layout.name!r} has {count} placeholders named {name!r}",
        )
        mend = Phrase("在 PowerPoint 的选择窗格中改成不同的名字", "give them different names in PowerPoint's selection pane")
        return error("TMPL009", zh, en, where, mend)
    zh, en = f"版式“{layout.name}”没有占位符“{name}”", f"the layout {layout.name!r} has no placeholder {name!r}"
    return error("TMPL009", zh, en, where, listing)
