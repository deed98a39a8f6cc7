from __future__ import annotations

from engine.base.diagnostics import Findings, Location
from engine.base.records import replace
from engine.base.units import Length, Rect, inch
from engine.brand.paper_style import PaperSection, RunningArt, RunningPicture, RunningPiece, RunningSegment, TextLine
from engine.plan.paper.looks import FRONT_LOOKS
from engine.plan.paper.one_line_room import cover_unit, running_title, shortened
from tests.support.papers import harbor, sheet
from tests.support.planning import report, topic

AT = Location("report.yaml", 2, 8)
TITLE = "二〇二五年上半年全国直营与加盟门店经营情况暨亏损门店专项整治工作述职报告"


def test_a_title_that_has_room_stays() -> None:
    assert running_title("年度总结", harbor()[0].sections.values(), ("一、开头",), sheet()) == "年度总结"


def test_a_company_header_shortens_the_title_to_its_place() -> None:
    piece = RunningPiece("", "title", 10.0, bold=False, color="")
    line = TextLine(30.0, 14.0, 12.0, 0.0, (RunningSegment("left", 200.0, (piece,)),))
    section = replace(harbor()[0].section("body"), art=(RunningArt("header", (line,), (), (), (), ()),))
    found = running_title(TITLE, (section,), (), sheet())
    assert found.endswith("…") and TITLE.startswith(found[:-1]) and 10 < len(found) < len(TITLE)


def test_a_wide_chapter_leaves_the_title_less_room() -> None:
    sections: tuple[PaperSection, ...] = (harbor()[0].section("body"),)
    short = running_title(TITLE * 2, sections, ("一",), sheet())
    assert len(running_title(TITLE * 2, sections, ("一、" + "很长的章名" * 4,), sheet())) < len(short) < len(TITLE * 2)


def test_nothing_but_the_ellipsis_where_there_is_no_room() -> None:
    assert shortened("标题", FRONT_LOOKS["header"], Length(0), sheet()) == "…"


def test_the_unit_of_the_cover_leaves_out_the_department_then_gets_smaller_then_is_an_error() -> None:
    whole = report(topic())
    whole = replace(whole, meta=replace(whole.meta, organisation="某某集团有限公司华北大区", department="门店运营与数字化中心"))
    findings = Findings()

    def unit(width: float) -> tuple[str, float]:
        return cover_unit(whole, inch(width), sheet(), findings, AT)

    whole_line, alone = unit(6), unit(2.2)
    assert whole_line[0].endswith("门店运营与数字化中心") and whole_line[1] == 1.0
    assert alone == ("某某集团有限公司华北大区", 1.0)
    assert unit(1.85)[1] < 1 and not list(findings)
    unit(0.5)
    assert [(item.code, item.where) for item in findings] == [("FIT001", AT)]


def test_a_logo_in_the_same_height_leaves_less_room() -> None:
    body = harbor()[0].section("body")
    line = TextLine(30.0, 14.0, 12.0, 0.0, (RunningSegment("left", 0.0, (RunningPiece("", "title", 9.0, bold=False, color=""),)),))

    def title(picture: Rect) -> str:
        art = RunningArt("header", (line,), (RunningPicture(picture, b"", "logo"),), (), (), ())
        return running_title(TITLE, (replace(body, art=(art,)),), (), sheet())

    assert title(Rect.inches(4, 5, 1, 0.4)) == TITLE, "far below"
    assert len(title(Rect.inches(4, 0.3, 1, 0.4))) < len(TITLE)
