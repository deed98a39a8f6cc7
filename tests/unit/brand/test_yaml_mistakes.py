from __future__ import annotations

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, PlainValidator

from engine.base.diagnostics import Phrase
from engine.brand.yaml_file import read_yaml
from engine.brand.yaml_mistakes import refusal
from engine.brand.yaml_schema import parse_as


def _even(value: object) -> int:
    if isinstance(value, str) and value.isdecimal() and int(value) % 2 == 0:
        return int(value)
    raise refusal(Phrase("应为偶数", "it should be even"), Phrase("写 2", "write 2"))


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")
    latin: str
    bold: bool = False


class _Whole(BaseModel):
    model_config = ConfigDict(extra="forbid")
    count: Annotated[int, Field(ge=1, le=9)] = 1
    scale: float = 1.0
    mood: Literal["dark", "light"] = "dark"
    part: _Part | None = None
    parts: dict[str, _Part] = {}
    items: Annotated[list[str], Field(max_length=2)] = []
    pair: Annotated[int, PlainValidator(_even)] = 2


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("count: many", "'count' cannot be 'many': it should be a whole number, such as 2"),
        ("count: 12", "'count' cannot be '12': 9 is the most"),
        ("count: 0", "'count' cannot be '0': 1 is the least"),
        ("scale: 75%", "'scale' cannot be '75%': it should be a number, such as 0.75"),
        ("mood: drak", "'mood' cannot be 'drak': it is one of dark, light | did you mean 'dark'?"),
        ("part: Arial", "'part' cannot be 'Arial': it should be a mapping: {latin, bold}"),
        ("part: {latin: a, bold: perhaps}", "'part.bold' cannot be 'perhaps': it should be true or false"),
        ("parts: {a: {latn: x}}", "'parts.a.latin' is missing | is 'latn' meant?\nunknown field 'parts.a.latn' | did you mean 'latin'?"),
        ("parts: {a: {latin: x, colour: y}}", "unknown field 'parts.a.colour' | known here: latin, bold"),
        ("items: a", "'items' cannot be 'a': it should be a list, each entry after “- ”"),
        ("items: [a, [b]]", "'items.2' cannot be ['b']: it should be text"),
        ("items: [a, b, c]", "'items' cannot be ['a', 'b', 'c']: 2 entries are the most"),
        ("pair: 3", "'pair' cannot be '3': it should be even | write 2"),
        ("pair:", "'pair' has no value: it should be even | write 2"),
    ],
)
def test_every_mistake_is_told_in_plain_words(written: str, said: str) -> None:
    document = read_yaml(written.encode(), file="t.yaml", code="TMPL002").expect_clean()
    told = parse_as(_Whole, document, code="TMPL002").diagnostics
    assert "\n".join(" | ".join([d.message.en, *([d.hint.en] if d.hint else [])]) for d in told) == said
    assert all(d.message.zh and d.where.line == 1 for d in told)
