from __future__ import annotations

from engine.base.diagnostics import Language
from engine.model.blocks import Stat
from engine.model.inlines import EMPTY, Tone, text
from engine.plan.paper.texts import bold, ended, in_brackets, joined, labelled, led, quiet, toned
from tests.support.papers import sheet
from tests.support.planning import AT, t


def test_parts_are_joined_where_the_first_was_written() -> None:
    whole = joined((EMPTY, t("一"), "", t("二")), "；")
    assert (whole.plain, whole.where) == ("一；二", t("一").where)
    assert joined(()).plain == ""


def test_a_head_leads_its_sentence() -> None:
    found = led(t("排班"), t("七成在晚间"), sheet())
    assert found.plain == "排班。七成在晚间"
    assert [span.bold for span in found.spans] == [True, True, False]
    assert led(t("排班"), EMPTY, sheet()).plain == "排班"
    assert led(t("Shifts"), t("Mostly in the evening"), sheet(Language.EN)).plain == "Shifts. Mostly in the evening"


def test_a_full_stop_is_set_once() -> None:
    assert (ended(t("完成"), sheet()).plain, ended(t("完成。"), sheet()).plain) == ("完成。", "完成。")


def test_labels_values_and_tones() -> None:
    found = labelled(Stat(t("完成率"), t("85%"), Tone.MISSED), sheet())
    assert found.plain == "完成率：85%"
    assert found.spans[-1].tone is Tone.MISSED
    assert toned(t("85%"), Tone.STRONG).spans[0].tone is Tone.NORMAL
    assert quiet(t("注")).spans[0].tone is Tone.QUIET
    assert bold(t("注")).spans[0].bold


def test_brackets_are_those_of_the_language() -> None:
    assert in_brackets(t("注"), sheet()).plain == "（注）"
    assert in_brackets(text("note", where=AT), sheet(Language.EN)).plain == " (note)"
    assert not in_brackets(EMPTY, sheet())
