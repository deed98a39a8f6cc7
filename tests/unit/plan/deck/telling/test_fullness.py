from __future__ import annotations

import pytest

from engine.base.units import Rect
from engine.model.blocks import ColumnItem, Columns, Panel, Table
from engine.plan.deck.telling.fullness import Page, filled, wrapped
from tests.support.every_block import EVERY_BLOCK
from tests.support.planning import BODY, sheet, t

CHART, TABLE = EVERY_BLOCK["waterfall"], EVERY_BLOCK["table"]
NOTE = Panel(t("结论"), body=t("一句话。"))


def page(frame: Rect = BODY) -> Page:
    return Page(frame, sheet(), 0)


def test_a_chart_fills_a_page_and_a_panel_only_as_far_as_its_words() -> None:
    assert filled((CHART,), page()) == 1.0
    assert 0.1 < filled((NOTE,), page()) < 0.3
    assert filled((), page()) == 0.0


def test_columns_are_as_full_as_all_of_them() -> None:
    columns = Columns((ColumnItem(8, (CHART,)), ColumnItem(4, (NOTE,))))
    alone = filled((NOTE,), page().cells(columns)[1])
    assert filled((columns,), page()) == pytest.approx((8 + 4 * alone) / 12)


def test_a_table_beside_words_is_measured_against_the_whole_page() -> None:
    assert isinstance(TABLE, Table)
    beside = Columns((ColumnItem(2, (TABLE,)), ColumnItem(10, (NOTE,))))
    assert wrapped((beside,), page()) > 0.3
    assert wrapped((TABLE,), page()) == 0.0
