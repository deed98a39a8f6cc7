from __future__ import annotations

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError

from engine.base.diagnostics import NOWHERE
from engine.load.locate import MapNode, ScalarNode, plain
from engine.load.prose import Prose
from tests.support.content import tree


def value(text: str) -> Prose:
    node = tree(text)
    assert isinstance(node, MapNode)
    scalar = node.entries[0].value
    assert isinstance(scalar, ScalarNode)
    return scalar.text


@pytest.mark.parametrize(
    ("yaml", "wanted", "place"),
    [
        ("a: 一二三", "三", (1, 6)),
        ('a: "一二三"', "三", (1, 7)),
        ("a: '一''三'", "三", (1, 8)),
        ('a: "一\\n三"', "三", (1, 8)),
        ("a: |\n  一\n  二三", "三", (3, 4)),
        ("a: |\n  一\n\n    二三", "三", (4, 6)),
        ("a: >\n  one\n  two three", "three", (3, 7)),
        ("a: one\n  two\n  three", "three", (3, 3)),
        ('a: "one\n  two three"', "three", (2, 7)),
    ],
)
def test_a_character_knows_its_place(yaml: str, wanted: str, place: tuple[int, int]) -> None:
    prose = value(yaml)
    where = prose.at(prose.index(wanted), len(wanted))
    assert (where.line, where.column) == place
    assert where.end_column == place[1] + len(wanted)


def test_a_stretch_over_two_lines_has_no_end_on_the_first() -> None:
    prose = value("a: |\n  一\n  二")
    assert prose.at(0, 3).end_column == 0


def test_rendered_text_keeps_the_place_of_the_whole() -> None:
    prose = value("a: 一{{ x }}")
    assert prose.rendered("一二").where == prose.where
    assert prose.rendered("一二").at(1) == prose.where


def test_text_of_no_file_is_nowhere() -> None:
    assert Prose("x").at(0) == NOWHERE


class Model(BaseModel):
    model_config = ConfigDict(strict=True)
    text: Prose


def test_validation_keeps_the_instance() -> None:
    prose = value("a: 一")
    assert Model(text=prose).text is prose


@pytest.mark.parametrize(("written", "text"), [("017", "017"), ("1.10", "1.10"), ("2025", "2025"), ("0x1F", "0x1F")])
def test_a_number_in_a_text_field_stays_as_written(written: str, text: str) -> None:
    assert Model.model_validate(plain(tree(f"text: {written}"))).text == text


@pytest.mark.parametrize("written", ["true", "null", "[]", "{}"])
def test_other_values_are_no_text(written: str) -> None:
    with pytest.raises(ValidationError, match="should be text"):
        Model.model_validate(plain(tree(f"text: {written}")))
