from __future__ import annotations

from dataclasses import replace

from engine.base.units import Size, inch
from engine.model.inlines import EMPTY, text
from engine.model.paper import PaperCover
from engine.plan.paper.cover_places import cover_places
from engine.plan.paper.geometry import A4_HEIGHT, PageFrame
from engine.writers.docx.cover import cover
from engine.writers.docx.marks import Marks
from tests.support.paper_sample import harbor, paper_sample
from tests.unit.writers.docx.xml_of import styles, words, writer


def written(page: PaperCover) -> str:
    marks = Marks()
    return "".join(cover(page, harbor(), writer(marks), marks))


def test_all_that_the_cover_says_is_there_in_reading_order() -> None:
    made = written(paper_sample().cover)
    assert words(made).replace("　", " ") == (
        "澜屿生活  活动运营部|2025 年 618 年中大促↵推广活动总结报告|GMV 4,147 万元，完成率 118.5%，同比增长 28.0%|1,426 万元|618 当周 ・ W25||"
        "活动期间|2025 年 5 月 26 日至 6 月 29 日|编制人|林知远（活动运营部）|编制日期|2025 年 7 月 8 日|文档版本|V1.2 内部资料|"
        "封面图形由 2025 年第 1–26 周活动 GMV 数据生成，浅蓝为 618 活动期|"
    )
    assert styles(made)[:3] == ["CoverUnit", "Title", "Subtitle"]


def test_a_cover_with_next_to_nothing() -> None:
    made = written(PaperCover("", text("报告"), EMPTY, ()))
    assert words(made) == "报告||"
    assert "<w:tbl>" not in made


def test_a_peak_at_the_left_has_its_label_at_the_right() -> None:
    page = paper_sample().cover
    assert page.skyline is not None
    left = replace(page, skyline=replace(page.skyline, peak=0))
    assert '<w:jc w:val="right"/>' in written(page)
    assert '<w:jc w:val="left"/>' in written(left)
    nowhere = replace(page, skyline=replace(page.skyline, peak=-1))
    assert "CoverPeak" not in written(nowhere)


def test_many_facts_share_the_room_that_four_have() -> None:
    facts_place = cover_places(PageFrame(Size(inch(8.268), A4_HEIGHT))).fact_rows
    assert facts_place(4) == (inch(0.4), inch(8.86))
    assert facts_place(0) == (inch(0.4), inch(8.86))
    row, top = facts_place(8)
    assert (row, top) == (inch(2.1 / 8), inch(8.46))
    assert top + row * 8 < inch(11)
