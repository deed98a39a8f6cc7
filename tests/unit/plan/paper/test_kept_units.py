from __future__ import annotations

import pytest

from engine.base.units import pt
from engine.model.inlines import Span, Text
from engine.model.paper import PaperCell, PaperRow, ParagraphRole
from engine.plan.paper.kept_units import with_units_kept
from tests.support.papers import sheet
from tests.support.planning import t

LOOK = sheet().look(ParagraphRole.TABLE_CELL)


def kept(words: Text, ems: float) -> str:
    row = PaperRow((PaperCell((words,)),), pt(26))
    (cell,) = with_units_kept(row, (pt(LOOK.size * ems),), LOOK, sheet()).cells
    assert cell is not None
    return cell.paragraphs[0].plain


@pytest.mark.parametrize(
    ("words", "ems", "said"),
    [
        ("去年 2,691\u00a0万元", 5.5, "去年\n2,691\u00a0万元"),
        ("上年 460\u00a0万人次", 5.5, "上年\n460\u00a0万人次"),
        ("去年 2,691\u00a0万元", 8, "去年 2,691\u00a0万元"),  # on one line
        ("去年同期 2,691\u00a0万元", 5, "去年同期 2,691\u00a0万元"),  # no room for the number on the first line
        ("支付率 ≥88%", 4, "支付率 ≥88%"),  # no unit that could be parted
    ],
)
def test_a_number_begins_a_line_where_word_would_part_it_from_its_unit(words: str, ems: float, said: str) -> None:
    assert kept(t(words), ems) == said


def test_spans_stay_and_rows_without_such_numbers_are_the_same() -> None:
    row = PaperRow((PaperCell((Text((Span("去年 "), Span("2,691\u00a0万元", fact="gmv"))),)), None), pt(26))
    made = with_units_kept(row, (pt(LOOK.size * 5.5), pt(0)), LOOK, sheet())
    assert made.cells[0] is not None and made.cells[0].paragraphs[0].spans[-1] == Span("2,691\u00a0万元", fact="gmv")
    plain = PaperRow((PaperCell((t("到店核销与新品成交"),)),), pt(26))
    assert with_units_kept(plain, (pt(LOOK.size * 4),), LOOK, sheet()) is plain
