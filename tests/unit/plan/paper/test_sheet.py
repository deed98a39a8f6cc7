from __future__ import annotations

from engine.base.diagnostics import Language
from engine.base.units import inch
from engine.model.inlines import Tone, text
from engine.model.paper import ParagraphRole, Reference
from engine.plan.paper import words
from engine.plan.paper.looks import Voice
from engine.plan.paper.sheet import em, weighted
from tests.support.papers import sheet
from tests.support.planning import t

BODY = sheet().look(ParagraphRole.BODY)
HEADING = sheet().look(ParagraphRole.HEADING_2)


def test_running_text_is_serif_and_headings_are_not() -> None:
    assert {run.face.pdf for run in sheet().runs(t("正文"), BODY) if run.face} == {"Noto Serif CJK SC"}
    assert {run.face.pdf for run in sheet().runs(t("标题"), HEADING) if run.face} == {"Noto Sans CJK SC"}
    assert sheet().book(Voice.SERIF).family == "Noto Serif CJK SC"


def test_status_words_keep_their_colour() -> None:
    (run,) = sheet().runs(text("未达成", tone=Tone.MISSED), BODY)
    assert run.color == sheet().theme.tone(Tone.MISSED)
    (note,) = sheet().runs(text("注", tone=Tone.QUIET), BODY)
    assert note.color == sheet().color("ink2")


def test_a_reference_is_a_run_that_leads_somewhere() -> None:
    runs = sheet().runs(t("情况见图 3-1。"), BODY, (Reference(3, 8, "fig_3_1"),))
    assert [(run.text, run.target) for run in runs] == [("情况见", None), ("图 3-1", "fig_3_1"), ("。", None)]


def test_bold_looks_are_measured_bold() -> None:
    assert weighted(t("标题"), HEADING).spans[0].bold
    assert sheet().width(t("GMV"), HEADING) > 0


def test_english_is_not_justified_by_the_character() -> None:
    assert sheet().look(ParagraphRole.BODY).justified
    assert not sheet(Language.EN).look(ParagraphRole.BODY).justified
    assert sheet(Language.EN).say(words.TABLE) == "Table"
    assert sheet().look(ParagraphRole.HEADING_2).left < 0 == sheet(Language.EN).look(ParagraphRole.HEADING_2).left


def test_lines_leave_room_for_a_number() -> None:
    numbered = sheet().look(ParagraphRole.NUMBERED)
    plain, hung = (sheet().set(t("字" * 40), look, inch(3)).count for look in (BODY, numbered))
    assert hung > plain


def test_colours_by_value_are_the_themes_own() -> None:
    primary = sheet().color("primary")
    assert sheet().color(f"#{primary.hex.lower()}") == primary
    assert sheet().color("#123456").slot == ""
    assert em(BODY, 2).points == 21.0
