from __future__ import annotations

from engine.base.diagnostics import NOWHERE, Location, Phrase
from engine.metrics import problems

HERE = Location("report.yaml", 4, 2)
AT = Location("metrics.yaml", 1, 1)


def test_a_mistake_in_a_definition_stands_there_and_others_where_they_are_made() -> None:
    assert problems.unknown_metric("gmw", ["gmv"], AT).diagnostic(HERE).where == AT
    assert problems.unknown_metric("gmw", ["gmv"]).diagnostic(HERE).where == HERE
    assert problems.unknown_metric("gmw", ["gmv"], NOWHERE).diagnostic(HERE).where == HERE


def test_hints_name_the_nearest_or_what_there_is() -> None:
    hints = [problems.unknown_column(name, "t", ["渠道名", "GMV"]).hint for name in ("渠道", "x")]
    assert [hint.zh for hint in hints if hint] == ["是否指“渠道名”？", "可用的有：渠道名、GMV"]
    assert problems.unknown_table("x", []).hint is None


def test_each_family_member_has_its_code() -> None:
    why = Phrase("因为", "because")
    made = [
        problems.unknown_metric("x", []),
        problems.unknown_aspect("m", "x", []),
        problems.unknown_table("x", []),
        problems.unknown_column("x", "t", []),
        problems.ambiguous_column("x", "t"),
        problems.bad_expression("x", why),
        problems.wrong_type("x", why),
        problems.unknown_value("c", "x", []),
        problems.bad_formula("x", why),
        problems.bad_target("x"),
        problems.bad_period("x"),
        problems.bad_shift("x"),
        problems.bad_scorecard_row("A1", why),
        problems.missing_part("m", why, why),
        problems.bad_id("x", why),
        problems.no_picture(why),
        problems.no_rows("t"),
    ]
    assert [int(error.code.removeprefix("FACT")) for error in made] == [1, 1, 2, 3, 3, 4, 5, 6, 7, 8, 9, 9, 10, 11, 12, 13, 13]
    assert all(error.message.zh and error.message.en and str(error) == error.message.en for error in made)
