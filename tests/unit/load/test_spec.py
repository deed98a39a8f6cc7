from __future__ import annotations

import datetime as dt

import pytest
from pydantic import Field, ValidationError

from engine.base.diagnostics import NOWHERE
from engine.load.locate import plain
from engine.load.prose import Prose
from engine.load.spec import Day, Month, Spec, place_of, said
from tests.support.content import tree


class Item(Spec):
    short_form = "text"
    text: Prose
    level: int = 1


class Calendar(Spec):
    day: Day | None = None
    month: Month | None = None
    items: list[Item] = Field(default=[])


def read(text: str) -> Calendar:
    return Calendar.model_validate(plain(tree(text)))


def test_short_form_stands_for_one_field() -> None:
    spec = read("items: [一, {text: 二, level: 2}]")
    assert [(item.text, item.level) for item in spec.items] == [("一", 1), ("二", 2)]


def test_every_model_knows_its_place() -> None:
    spec = read("day: 2025-07-08\nitems:\n  - 一\n  - {text: 二}\n")
    assert str(spec.place) == "t.yaml:1:1"
    assert [str(item.place) for item in spec.items] == ["t.yaml:3:5", "t.yaml:4:6"]
    assert Item(text=Prose("x")).place == NOWHERE
    assert place_of(3) == NOWHERE


def test_days_and_months() -> None:
    assert read("day: 2025-7-8").day == dt.date(2025, 7, 8)
    assert read("month: 2025-07").month == dt.date(2025, 7, 1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("day: 2025-02-30", "there is no day 2025-02-30"),
        ("day: 7 月 8 日", "7 月 8 日 is not a date"),
        ("day: 20250708", "20250708 is not a date"),
        ("month: 2025-13", "2025-13 is not a month"),
        ("month: 2025", "2025 is not a month"),
    ],
)
def test_other_dates_are_mistakes(text: str, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        read(text)


def test_types_are_strict() -> None:
    for text in ("items: [{text: x, level: '2'}]", "items: [{text: x, level: true}]", "items: [{text: x, level: 2.5}]"):
        with pytest.raises(ValidationError):
            read(text)


def test_editors_accept_the_short_form() -> None:
    schema = Item.model_json_schema()
    assert [form.get("type") for form in schema["anyOf"]] == [["string", "number"], "object"]


def test_a_description_is_in_both_languages() -> None:
    assert said("标题", "title") == "标题 / title"
