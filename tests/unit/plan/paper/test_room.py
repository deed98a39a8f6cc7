from __future__ import annotations

from engine.base.units import Size, inch, pt
from engine.model.blocks import Chart
from engine.model.charts import ChartData, Series
from engine.model.figure import ChartFigure
from engine.model.paper import PaperCell, PaperChart, PaperParagraph, PaperRow, PaperTable, ParagraphRole
from engine.plan.paper.body_page import BodyPage
from engine.plan.paper.drawn_chart import paper_figure
from engine.plan.paper.pieces.making import piece_of
from engine.plan.paper.pieces.piece import Piece
from engine.plan.paper.room import LEFT_FREE, block_of, made_room, raise_charts, spare
from tests.support.papers import canvas, frame, sheet, write
from tests.support.planning import t

DATA = ChartData("column", t("成交"), ("商城", "直播间"), (Series("成交", (3.0, 4.0)),))
MADE = write(Chart(DATA))
ROWS = (
    PaperRow((PaperCell((t("指标"),)),), pt(26), header=True),
    *(PaperRow((PaperCell((t(name),)),), pt(26)) for name in ("曝光", "参与", "转化")),
)


def redraw(name: str, size: Size) -> ChartFigure | None:
    return paper_figure(MADE.charts[name], size, sheet()).value


def placed(block: PaperChart | PaperParagraph | PaperTable) -> Piece:
    return piece_of(block, frame().width, sheet(), MADE.charts)


def chart() -> Piece:
    return placed(next(block for block in MADE.blocks if isinstance(block, PaperChart)))


def table() -> Piece:
    return placed(PaperTable("t", (inch(6),), ROWS, 9.5, 14.2))


def page(*pieces: Piece) -> BodyPage:
    made = BodyPage(frame(), canvas())
    for index, piece in enumerate(pieces):
        made.set_down(piece, index)
    return made


def test_charts_and_tables_give_way_and_text_does_not() -> None:
    text = placed(PaperParagraph(ParagraphRole.BODY, t("字" * 90)))
    assert spare(chart()) > spare(table()) > spare(text) == 0.0


def test_each_gives_in_proportion_to_what_it_can() -> None:
    here, coming = chart(), table()
    missing = (spare(here) + spare(coming)) / 2
    found = made_room(page(here), missing, coming, redraw)
    assert found is not None
    (lower,), low = found
    assert round(here.height - lower.height, 1) == round(spare(here) / 2, 1)
    assert round(coming.height - low.height, 1) == round(spare(coming) / 2, 1)
    assert isinstance(block_of(lower), PaperChart) and isinstance(block_of(low), PaperTable)


def test_more_than_they_can_give_is_not_given() -> None:
    here, coming = chart(), table()
    assert made_room(page(here), spare(here) + spare(coming) + 1, coming, redraw) is None
    assert made_room(page(here), 0.0, coming, redraw) is None


def test_a_chart_that_cannot_be_drawn_lower_stays() -> None:
    assert made_room(page(chart()), 10.0, table(), lambda _name, _size: None) is None


def test_charts_grow_into_white_and_leave_some_free() -> None:
    white = page(chart())
    (thing,) = raise_charts(white, redraw)
    assert thing.piece.height > chart().height and round(white.y, 3) == round(thing.piece.height, 3)
    assert white.room >= LEFT_FREE
    assert raise_charts(white, redraw) == []  # once
    full = page(chart(), *(table() for _ in range(4)))
    assert raise_charts(full, redraw) == []
