from __future__ import annotations

import pytest

from engine.model.blocks import ColumnItem, Columns, PageBreak, Paragraph
from tests.support.every_block import EVERY_BLOCK
from tests.support.papers import told, write
from tests.support.planning import t


@pytest.mark.parametrize("name", EVERY_BLOCK)
def test_every_block_is_written(name: str) -> None:
    assert write(EVERY_BLOCK[name]).blocks


def test_columns_follow_one_another() -> None:
    columns = Columns((ColumnItem(6, (Paragraph(t("左")),)), ColumnItem(6, (Paragraph(t("右")),))))
    assert told(write(columns, PageBreak()).blocks).splitlines() == ["body: 左", "body: 右", "-- page"]
