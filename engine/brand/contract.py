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


Target = str | ByIndex | Rect


def _target(value: object) -> Target:
    """Return what a slot is: the name of a placeholder, its idx, or a frame given as x, y, width and height in inches."""
    if isinstance(value, str) and value:
        return value
    if isinstance(value, dict) and list(value) == ["idx"] and str(value["idx"]).isdecimal():
        return ByIndex(int(value["idx"]))
    try:
        numbers = [float(item) for item in value] if isinstance(value, list) else []
    except (TypeError, ValueError):
        numbers = []
    if len(numbers) == 4 and all(-10 <= number <= 60 for number in numbers) and min(numbers[2:]) >= 0:
        return Rect.inches(*numbers)
    en = "a slot is the name of a placeholder, {idx: 13}, or [x, y, width, height] in inches"
    raise PydanticCustomError("phrase", "{en}", {"en": en, "zh": "槽位应为占位符名称、{idx: 13}，或以英寸计的 [x, y, 宽, 高]"})


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
