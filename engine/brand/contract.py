"""Contract files: `templates/pptx/<theme>.yaml` says which layout plays which role and which placeholder is which slot.

template: company.potx            # beside the contract
layouts:
  cover:
    layout: Title Slide           # the name of a layout
    master: 2                     # optional: whose, when the name stands on several masters
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

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainValidator
from pydantic_core import PydanticCustomError

from engine.base.diagnostics import Diagnostic, Findings, Location, Outcome, Phrase, error
from engine.base.records import dataclass
from engine.base.units import Rect
from engine.brand.yaml_file import YamlFile, parse_as

REQUIRED_SLOTS: Mapping[str, tuple[str, ...]] = {
    "cover": ("title", "subtitle", "unit", "meta", "note"),
    "agenda": ("title", "body_area", "page_number"),
    "divider": ("title", "number", "lead", "body_area", "page_number"),
    "content": ("title", "takeaway", "eyebrow", "body_area", "source", "page_number"),
    "closing": ("title", "takeaway", "eyebrow", "body_area", "source", "page_number"),
    "blank": ("title", "body_area", "source", "page_number"),
}
"""What the planner asks of a template: every role, and in it every slot.

A role may offer more: an agenda a `subtitle`, dividers and pages of content a `tracker`, where the deck's sections are drawn as bars.
"""


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


def _target(value: object) -> Target:
    """Return what a slot is: the name of a placeholder, its idx, a frame given as x, y, width and height in inches, or the long form."""
    if isinstance(value, str) and value:
        return value
    if isinstance(value, dict):
        found = _detailed(value)
        if found is not None:
            return found.of if isinstance(found.of, ByIndex) and found.at is None and found.ground is None else found
    frame = _frame(value)
    if frame is not None:
        return frame
    en = "a slot is the name of a placeholder, {idx: 13}, [x, y, width, height] in inches, or {name or idx, at: [x, y, width, height], ground}"
    zh = "槽位应为占位符名称、{idx: 13}、以英寸计的 [x, y, 宽, 高]，或 {name 或 idx, at: [x, y, 宽, 高], ground: light 或 dark}"
    raise PydanticCustomError("phrase", "{en}", {"en": en, "zh": zh})


def _frame(value: object) -> Rect | None:
    try:
        numbers = [float(item) for item in value] if isinstance(value, list) else []
    except (TypeError, ValueError):
        numbers = []
    usable = len(numbers) == 4 and all(-10 <= number <= 60 for number in numbers) and min(numbers[2:]) >= 0
    return Rect.inches(*numbers) if usable else None


def _detailed(value: Mapping[object, object]) -> Detailed | None:
    """Return the long form, None when a part of it is wrong or nothing says where the slot is."""
    name, idx, ground = value.get("name", ""), value.get("idx", ""), value.get("ground")
    at = _frame(value["at"]) if "at" in value else None
    known = value.keys() <= {"name", "idx", "at", "ground"} and isinstance(name, str) and not (name and idx != "")
    if not known or (idx != "" and not str(idx).isdecimal()) or ground not in {None, "light", "dark"} or ("at" in value and at is None):
        return None
    of = str(name) if name else ByIndex(int(str(idx))) if idx != "" else None
    if of is None and at is None:
        return None
    return Detailed(of, at, "dark" if ground == "dark" else "light" if ground == "light" else None)


def _area(value: object) -> Rect:
    found = _target(value) if isinstance(value, list) else None
    if isinstance(found, Rect):
        return found
    raise PydanticCustomError(
        "phrase", "{en}", {"en": "an area is [x, y, width, height] in inches", "zh": "区域应为以英寸计的 [x, y, 宽, 高]"}
    )


_Target = Annotated[Target, PlainValidator(_target)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class LayoutSchema(_Strict):
    """`master` counts from 1, None where one master only has the name; `slide` is the sample slide that carries the brand, None for none;
    `ground` says what is otherwise reckoned, `logo` what nothing may cover.
    """

    layout: str
    slots: dict[str, _Target]
    master: Annotated[int, Field(ge=1)] | None = None
    slide: Annotated[int, Field(ge=1)] | None = None
    ground: Literal["light", "dark"] | None = None
    logo: Annotated[Rect | None, PlainValidator(_area)] = None


class ContractSchema(_Strict):
    """`template` is a file name beside the contract."""

    template: Annotated[str, Field(pattern=r"^[^/\\]+\.(pptx|potx)$")]
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
    for role in contract.layouts:
        if role not in REQUIRED_SLOTS:
            where = document.keys.get(("layouts", role), Location(document.file))
            roles = Phrase(f"可用角色：{'、'.join(REQUIRED_SLOTS)}", f"roles: {', '.join(REQUIRED_SLOTS)}")
            yield error("TMPL004", f"未知角色“{role}”", f"unknown role {role!r}", where, roles)
