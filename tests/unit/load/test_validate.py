from __future__ import annotations

import pytest

from engine.base.diagnostics import Outcome
from engine.load.prose import Prose
from engine.load.spec import Spec
from engine.load.validate import validate
from tests.support.content import told, tree


class Point(Spec):
    title: Prose
    share: float = 0.0


class Page(Spec):
    label: Prose
    points: list[Point]
    note: Prose = Prose()


def checked(text: str) -> Outcome[Page]:
    return validate(tree(text), Page)


def test_a_good_tree_has_no_findings() -> None:
    page = checked("label: a\npoints: [{title: b, share: 1}]").expect_clean()
    assert (page.label, page.points[0].share) == ("a", 1.0)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("label: a\npoints: [{title: b, sare: 1}, {title: c}]", ["b", "c"]),
        ("label: a\npoints: [{title: b, share: x}, {title: c}]", ["b", "c"]),
        ("label: a\npoints: [{share: 1}, {title: c}]", ["…", "c"]),
        ("label: a\npoints: [[], {title: c}, 4, {title: d}]", ["c", "d"]),
        ("points: [{title: c}]", ["c"]),
        ("label: []\npoints: [{title: [], share: x}, {title: c}]", ["…", "c"]),
    ],
)
def test_what_is_right_survives_what_is_wrong(text: str, titles: list[str]) -> None:
    outcome = checked(text)
    assert outcome.has_errors
    if outcome.value is not None:
        assert [point.title for point in outcome.value.points] == titles


def test_nothing_is_left_of_another_shape() -> None:
    outcome = checked("[1, 2]")
    assert outcome.value is None
    assert [line.split(": ", 1)[1] for line in told(outcome.diagnostics)] == [
        "YAML022 this value should be a mapping (key: value), not a list"
    ]


def test_all_mistakes_are_told() -> None:
    outcome = checked("labl: a\npoints: [{titel: b, share: x}, 3]\nnote: [x]")
    assert told(outcome.diagnostics) == [
        "t.yaml:1:1: YAML020 unknown key 'labl'",
        "t.yaml:1:1: YAML021 label is missing",
        "t.yaml:2:11: YAML020 unknown key 'titel'",
        "t.yaml:2:11: YAML021 title is missing",
        "t.yaml:2:28: YAML022 share should be a number, not the text x",
        "t.yaml:2:32: YAML022 points[2] should be a mapping (key: value), not the number 3",
        "t.yaml:3:7: YAML022 note should be text, not a list",
    ]
