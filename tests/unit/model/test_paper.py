from __future__ import annotations

from engine.model.inlines import text
from engine.model.paper import Caption
from tests.support import campaign_summary
from tests.support.papers import planned


def test_a_caption_counts_by_chapter() -> None:
    assert Caption("图", 3, 2, text("走势"), "fig_3_2").number == "3-2"


def test_the_outline_has_headings_and_numbered_things() -> None:
    lines = planned(campaign_summary.report()).expect_clean().outline().splitlines()
    assert lines[:3] == ["一、活动概述", "  （一）活动背景与目标", "      [表 1-1] 活动目标与口径"]


def test_the_measured_pages_are_a_deck_to_draw() -> None:
    paper = planned(campaign_summary.report()).expect_clean()
    assert (paper.paged.slides, paper.paged.size) == (paper.pages, paper.size)
