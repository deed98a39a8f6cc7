from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from engine.base.diagnostics import Outcome
from engine.brand.yaml_file import YamlFile, read_yaml
from engine.brand.yaml_schema import parse_as


def read(text: str) -> Outcome[YamlFile]:
    return read_yaml(text.encode(), file="themes/t.yaml", code="TMPL002")


class _Inner(BaseModel):
    model_config = ConfigDict(extra="forbid")
    size: float


class _Outer(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str
    roles: dict[str, _Inner] = {}


def test_schema_mistakes_are_all_told_at_their_places() -> None:
    document = read("nmae: x\nroles:\n  body: {size: big, colour: red}\n").expect_clean()
    told = [(str(d.where), d.message.en, d.hint.en if d.hint else "") for d in parse_as(_Outer, document, code="TMPL002").diagnostics]
    assert sorted(told) == [
        ("themes/t.yaml:1:1", "'name' is missing", "is 'nmae' meant?"),
        ("themes/t.yaml:1:1", "unknown field 'nmae'", "did you mean 'name'?"),
        (
            "themes/t.yaml:3:16",
            "'roles.body.size' cannot be 'big': it should be a number, such as 0.75",
            "",
        ),
        ("themes/t.yaml:3:21", "unknown field 'roles.body.colour'", "known here: size"),
    ]


def test_numbers_are_read_from_text() -> None:
    document = read("name: harbor\nroles: {body: {size: 10.5}}\n").expect_clean()
    assert parse_as(_Outer, document, code="TMPL002").expect_clean().roles["body"].size == 10.5
