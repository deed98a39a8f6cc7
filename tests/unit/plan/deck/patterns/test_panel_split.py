from __future__ import annotations

from dataclasses import replace

import pytest

from engine.model.blocks import Panel, PanelEntry, Stat
from engine.plan.deck.patterns.panel_split import cut_panel
from tests.support import gallery
from tests.support.planning import sheet, t

WHOLE = Panel(
    t("明细"),
    t("一句说明"),
    t("4.58 分"),
    rows=(Stat(t("甲"), t("1")), Stat(t("乙"), t("2"))),
    heading=t("原因"),
    body=t("一二。三四。"),
    bullets=(t("丙"), t("丁")),
)
ENTRY = PanelEntry(t("76%"), t("差距"), t("一二。三四。"))
CHARTED = Panel(t("图"), charts=(gallery.budget().items[0].blocks[0].data,) * 3)  # type: ignore[union-attr]  # a chart


def told(panel: Panel) -> str:
    words = [panel.title, panel.subtitle, panel.figure, *(row.label for row in panel.rows), panel.heading, panel.body, *panel.bullets]
    words += [each for entry in panel.entries for each in (entry.figure, entry.title, entry.body)]
    return " ".join([each.plain for each in words if each] + ["chart"] * len(panel.charts))


def cut(panel: Panel, room: int) -> str:
    """Cut a panel where so many characters have room; a chart counts for ten."""
    parts = cut_panel(panel, lambda part: len(told(part).replace(" ", "")) + 5 * len(part.charts) <= room, sheet())
    return " | ".join(map(told, parts)) if parts else "not cut"


@pytest.mark.parametrize(
    ("room", "expected"),
    [
        (5, "not cut"),  # not even the head
        (11, "not cut"),  # the head alone says nothing
        (12, "明细 一句说明 4.58 分 甲 | 明细（续） 乙 原因 一二。三四。 丙 丁"),
        (13, "明细 一句说明 4.58 分 甲 乙 | 明细（续） 原因 一二。三四。 丙 丁"),
        (18, "明细 一句说明 4.58 分 甲 乙 | 明细（续） 原因 一二。三四。 丙 丁"),  # a body is not cut where rows fit
        (22, "明细 一句说明 4.58 分 甲 乙 原因 一二。三四。 丙 | 明细（续） 丁"),
    ],
)
def test_rows_go_first_then_words_with_their_heading(room: int, expected: str) -> None:
    assert cut(WHOLE, room) == expected


def test_words_too_long_for_a_page_are_cut() -> None:
    assert cut(replace(WHOLE, rows=()), 16) == "明细 一句说明 4.58 分 原因 一二。 | 明细（续） 三四。 丙 丁"


def test_charts_are_divided_between_each_other() -> None:
    assert cut(CHARTED, 25) == "图 chart chart | 图（续） chart"
    assert cut(CHARTED, 9) == "not cut"


def test_entries_are_divided_and_a_long_one_in_its_words() -> None:
    panel = Panel(t("差"), entries=(ENTRY, ENTRY))
    assert cut(panel, 12) == "差 76% 差距 一二。三四。 | 差（续） 76% 差距 一二。三四。"
    assert cut(panel, 9) == "差 76% 差距 一二。 | 差（续） 差距（续） 三四。 76% 差距 一二。三四。"
    assert cut(panel, 5) == "not cut"
