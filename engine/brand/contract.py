"""Contract files: `templates/pptx/<theme>.yaml` says which layout plays which role and which placeholder is which slot.

template: company.potx            # beside the contract
layouts:
  cover:
    layout: Title Slide           # the name of a layout
    master: 2                     # optional: whose, when the name stands on several masters
    number: 4                     # optional: its place on that master, when the name stands there twice; `template inspect` calls it 2.4
    slide: 3                      # optional: the brand stands on this sample slide; its static shapes go under every slide of the role
    ground: dark                  # optional: light or dark, where what is reckoned from background and shapes is wrong
    logo: [11.8, 0.3, 1.2, 0.5]   # optional: x, y, width, height in inches of what nothing may cover; found among small pictures otherwise
    slots:
      title: 标题 1               # the name of a placeholder, {idx: 13}, or [x, y, width, height] in inches; [0, 0, 0, 0] where the
                                  # template has no place for a number, eyebrow, note, page number or list of questions
      takeaway: {name: 文本 2, at: [0.6, 1.2, 12, 0.3], ground: dark}   # the long form: a placeholder (by name or idx) in another frame, and
                                  # the ground of its words; a mere frame with its ground is {at: […], ground: light}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainValidator

from engine.base.diagnostics import Diagnostic, Findings, Location, Outcome, Phrase, error
from engine.base.records import dataclass
from engine.base.units import Rect
from engine.brand.template_name import template_name
from engine.brand.yaml_file import YamlFile
from engine.brand.yaml_mistakes import did_you_mean, refusal
from engine.brand.yaml_schema import parse_as

REQUIRED_SLOTS: Mapping[str, tuple[str, ...]] = {
    "cover": ("title", "subtitle", "unit", "meta", "note"),
    "agenda": ("title", "body_area", "page_number"),
    "divider": ("title", "number", "lead", "body_area", "page_number"),
    "content": ("title", "takeaway", "eyebrow", "body_area", "source", "page_number"),
    "closing": ("title", "takeaway", "eyebrow", "body_area", "source", "page_number"),
    "blank": ("title", "body_area", "source", "page_number"),
}
"""What the planner asks of a template: every role, and in it every slot."""
OPTIONAL_SLOTS: Mapping[str, tuple[str, ...]] = {"agenda": ("subtitle",)}
"""What a role may offer besides."""
KNOWN_SLOTS = frozenset(slot for slots in (*REQUIRED_SLOTS.values(), *OPTIONAL_SLOTS.values()) for slot in slots)


@dataclass(frozen=True, slots=True)
class ByIndex:
    """A placeholder told by its `idx`, for names that are on a layout twice."""

    idx: int


@dataclass(frozen=True, slots=True)
class Detailed:
    """The long form of a slot: `of` is its placeholder, None for none; `at` its frame, None for that of the placeholder; `ground` light or
    dark where what is reckoned is wrong for this slot.
    """

    of: str | ByIndex | None
    at: Rect | None
    ground: Literal["light", "dark"] | None


Target = str | ByIndex | Rect | Detailed
_FORMS = Phrase(
    "槽位应为占位符名称、{idx: 13}、以英寸计的 [x, y, 宽, 高]，或 {name 或 idx, at: [x, y, 宽, 高], ground: light 或 dark}",
    "a slot is the name of a placeholder, {idx: 13}, [x, y, width, height] in inches, or {name or idx, at: [x, y, width, height], ground}",
)
_FRAME = Phrase("位置是四个数 [x, y, 宽, 高]，以英寸计", "a place is four numbers [x, y, width, height], in inches")
_PARTS = ("name", "idx", "at", "ground")
_GROUNDS = ("light", "dark")


def _target(value: object) -> Target:
    """Return what a slot is: the name of a placeholder, its idx, a frame given as x, y, width and height in inches, or the long form."""
    if isinstance(value, str) and value:
        return value
    if isinstance(value, list):
        return _frame(value)
    if isinstance(value, dict) and value:
        found = _detailed(value)
        return found.of if isinstance(found.of, ByIndex) and found.at is None and found.ground is None else found
    raise refusal(_FORMS, Phrase("模板没有这样的位置就写 [0, 0, 0, 0]", "[0, 0, 0, 0] where the template has no place for it"))


def _frame(value: object) -> Rect:
    try:
        numbers = [float(item) for item in value] if isinstance(value, list) else []
    except (TypeError, ValueError):
        numbers = []
    if len(numbers) == 4 and all(-10 <= number <= 60 for number in numbers) and min(numbers[2:]) >= 0:
        return Rect.inches(*numbers)
    written = [str(item) for item in value] if isinstance(value, list) else []
    if len(written) == 4 and (inches := [_inches(item) for item in written]) and None not in inches:
        shown = ", ".join(f"{inch:g}" for inch in inches if inch is not None)
        raise refusal(_FRAME, Phrase(f"换算成英寸：[{shown}]", f"in inches: [{shown}]"))
    raise refusal(_FRAME)


def _inches(text: str) -> float | None:
    """Return a length with its unit in inches, None when it is no length."""
    found = re.fullmatch(r"(-?\d+(?:\.\d+)?)\s*(cm|mm|pt|in)?", text)
    return None if found is None else round(float(found[1]) / _PER_INCH[found[2] or "in"], 3)


_PER_INCH = {"cm": 2.54, "mm": 25.4, "pt": 72.0, "in": 1.0}


def _detailed(value: Mapping[object, object]) -> Detailed:
    """Return the long form. Raises when a part of it is wrong, or nothing says where the slot is."""
    for part in value:
        if part not in _PARTS:
            parts = ", ".join(_PARTS)
            raise refusal(Phrase(f"没有“{part}”，只有 {parts}", f"there is no {part!r}, only {parts}"), did_you_mean(str(part), _PARTS))
    name, idx, ground = value.get("name", ""), value.get("idx", ""), value.get("ground")
    if not isinstance(name, str) or (name and idx != ""):
        raise refusal(Phrase("占位符用 name 或 idx 指明，二者取一", "a placeholder is told by `name` or by `idx`, one of them"))
    if idx != "" and not str(idx).isdecimal():
        raise refusal(
            Phrase("idx 是整数", "`idx` is a whole number"),
            Phrase("debrief template inspect 列出每个占位符的 idx", "`debrief template inspect` lists the idx of every placeholder"),
        )
    if ground is not None and ground not in _GROUNDS:
        raise refusal(Phrase("ground 只能是 light 或 dark", "`ground` is light or dark"), did_you_mean(str(ground), _GROUNDS))
    at = _frame(value["at"]) if "at" in value else None
    of = str(name) if name else ByIndex(int(str(idx))) if idx != "" else None
    if of is None and at is None:
        raise refusal(_FORMS)
    return Detailed(of, at, "dark" if ground == "dark" else "light" if ground == "light" else None)


def _area(value: object) -> Rect:
    if isinstance(value, list):
        return _frame(value)
    raise refusal(_FRAME)


def _template(value: object) -> str:
    return template_name(value, ("pptx", "potx"))


_Target = Annotated[Target, PlainValidator(_target)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class LayoutSchema(_Strict):
    """`master` counts from 1, None where one master only has the name; `number` on that master, None where it has the name once; `slide` is
    the sample slide that carries the brand, None for none; `ground` says what is otherwise reckoned, `logo` what nothing may cover.
    """

    layout: str
    slots: dict[str, _Target]
    master: Annotated[int, Field(ge=1)] | None = None
    number: Annotated[int, Field(ge=1)] | None = None
    slide: Annotated[int, Field(ge=1)] | None = None
    ground: Literal["light", "dark"] | None = None
    logo: Annotated[Rect | None, PlainValidator(_area)] = None


class ContractSchema(_Strict):
    """`template` is a file name beside the contract."""

    template: Annotated[str, PlainValidator(_template)]
    layouts: dict[str, LayoutSchema]


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
        known = (*slots, *OPTIONAL_SLOTS.get(role, ()))
        for slot in found.slots:
            if slot not in KNOWN_SLOTS:  # one of another role is no mistake: it is not asked for here
                where = document.keys.get(("layouts", role, "slots", slot), document.place("layouts", role, "slots"))
                listed = Phrase(f"这个角色的槽位：{'、'.join(known)}", f"slots of this role: {', '.join(known)}")
                zh, en = f"角色“{role}”没有槽位“{slot}”", f"the role {role!r} has no slot {slot!r}"
                yield error("TMPL004", zh, en, where, did_you_mean(slot, known) or listed)
    for role in contract.layouts:
        if role not in REQUIRED_SLOTS:
            where = document.keys.get(("layouts", role), Location(document.file))
            roles = Phrase(f"可用角色：{'、'.join(REQUIRED_SLOTS)}", f"roles: {', '.join(REQUIRED_SLOTS)}")
            yield error("TMPL004", f"未知角色“{role}”", f"unknown role {role!r}", where, did_you_mean(role, tuple(REQUIRED_SLOTS)) or roles)
