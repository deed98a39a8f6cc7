from __future__ import annotations

from dataclasses import replace

from engine.base.diagnostics import Language
from engine.base.units import Rect
from engine.model.report import Report
from engine.plan.deck.cover import draw_cover
from tests.support.planning import assert_reads, canvas, harbor, outline, report, t

BRAND = harbor()[0]
PAGE = Rect.inches(0, 0, 13.333, 7.5)


def words(whole: Report, language: Language = Language.ZH) -> str:
    """Return what a cover says, without its skyline."""
    page = canvas(language=language).on_dark()
    draw_cover(whole, BRAND.layouts["cover"], PAGE, page)
    assert list(page.findings) == []
    return "\n".join(line for line in outline(page.elements).splitlines() if not line.startswith(("sky", "reflection", "horizon")))


def test_title_subtitle_who_and_when() -> None:
    assert_reads(
        words(report()),
        """
        unit 1.09 0.5 8×0.28 13 岚屿生活  运营部
        title 0.67 1.22 10.6×1.78 48 上半年述职
        subtitle 0.67 3.2 10.6×0.36 18 副标题
        meta 0.67 3.86 10.6×0.28 12 汇报人  林晓    ｜    汇报日期  2025 年 7 月 8 日    ｜    内部资料
        """,
    )


def test_what_is_not_known_is_not_said() -> None:
    meta = replace(report().meta, author="", organisation="", department="", classification="", subtitle=t(""))
    assert_reads(
        words(replace(report(), meta=meta)),
        """
        title 0.67 1.22 10.6×1.78 48 上半年述职
        meta 0.67 3.86 10.6×0.28 12 汇报日期  2025 年 7 月 8 日
        """,
    )


def test_english_covers_write_the_date_as_a_number() -> None:
    meta = replace(report().meta, language=Language.EN)
    assert (
        words(replace(report(), meta=meta), Language.EN)
        .splitlines()[-1]
        .endswith("Presented by  林晓    ｜    Date  8 July 2025    ｜    内部资料")
    )
