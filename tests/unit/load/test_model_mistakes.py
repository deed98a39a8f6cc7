from __future__ import annotations

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, field_validator

from engine.base.diagnostics import Diagnostic
from engine.load.model_mistakes import field_names, real_path, wide_colon
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.load.validate import validate
from tests.support.content import tree


class Inner(Spec):
    name: Prose = Field(description=said("名称", "what it is called"))
    start: int = Field(default=0, alias="from")


class Outer(BaseModel):
    """As other packages write theirs: not strict, with unions."""

    model_config = ConfigDict(extra="forbid")
    either: bool | Literal["auto"] = "auto"
    form: Inner | str | None = None
    ratio: Annotated[float, Field(ge=0, le=1)] = 0.5
    odd: int = 1
    many: list[int] = Field(default=[], min_length=2)

    @field_validator("odd")
    @classmethod
    def _odd(cls, value: int) -> int:
        if value % 2 == 0:
            raise ValueError("应为奇数 / should be odd")
        return value


def only(text: str) -> Diagnostic:
    (found,) = validate(tree(text), Outer).diagnostics
    return found


@pytest.mark.parametrize(
    ("text", "code", "zh", "en"),
    [
        ("either: maybe", "YAML023", "either 不能是“maybe”，可选：auto", "either cannot be 'maybe'; choose auto"),
        ("form: []", "YAML022", "form 应为映射（键: 值）或文字，得到列表", "form should be a mapping (key: value) or text, not a list"),
        ("ratio: 2", "YAML024", "ratio 应不大于 1", "ratio should be at most 1"),
        ("ratio: x", "YAML022", "ratio 应为数，得到文字“x”", "ratio should be a number, not the text x"),
        ("ratio: null", "YAML022", "ratio 应为数，得到空值", "ratio should be a number, not nothing"),
        ("odd: 2", "YAML025", "odd：应为奇数", "odd: should be odd"),
        ("many: [1]", "YAML024", "many 至少要有 2 项", "many should have at least 2 items"),
        ("many: [1, x]", "YAML022", "many[2] 应为整数，得到文字“x”", "many[2] should be a whole number, not the text x"),
    ],
)
def test_said_in_words_of_the_field(text: str, code: str, zh: str, en: str) -> None:
    found = only(text)
    assert (found.code, found.message.zh, found.message.en) == (code, zh, en)


def test_mistake_inside_one_of_several_forms_is_told_alone() -> None:
    found = only("form: {name: a, form: 1}")
    assert (str(found.where), found.message.en) == ("t.yaml:1:17", "unknown key 'form'")
    assert found.hint is not None
    assert found.hint.en == "did you mean 'from'?"


def test_missing_key_says_what_it_is_for() -> None:
    found = only("form: {from: 1}")
    assert (found.code, str(found.where)) == ("YAML021", "t.yaml:1:8")
    assert found.hint is not None
    assert found.hint.zh == "name：名称"


def test_unknown_key_without_a_near_name_lists_what_there_is() -> None:
    found = only("xyz: 1")
    assert found.hint is not None
    assert found.hint.en == "known are either, form, ratio, odd, many"


def test_paths_leave_out_names_of_union_members() -> None:
    assert real_path({"form": {"name": 1}}, ("form", "Inner", "name")) == ("form", "name")
    assert real_path({"form": {}}, ("form", "Inner", "name")) == ("form",)
    assert real_path([1], (3,)) == ()


def test_aliases_are_what_authors_write() -> None:
    assert field_names(Inner) == ("name", "from")


@pytest.mark.parametrize(
    ("text", "column"), [("标题：值", 3), ("title：x", 6), ("好的，如下：一", None), ("标 题：值", None), ("无", None)]
)
def test_full_width_colon_behind_a_key(text: str, column: int | None) -> None:
    place = wide_colon(tree(text))
    assert (None if place is None else place.column) == column
