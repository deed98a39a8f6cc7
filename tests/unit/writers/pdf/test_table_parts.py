from __future__ import annotations

from dataclasses import replace

from engine.base.units import Rect, pt
from engine.model.deck import CellBox, Line, RowBox, Run, Shape, Stroke, TableBox, TextLine
from engine.model.theme import Color
from engine.writers.pdf.table_parts import table_shapes, table_text

INK, BAND = Color("14232F"), Color("F3F6F8")
RULE = Stroke(INK, 0.5)


def cell(text: str, *, fill: Color | None = None, bottom: Stroke | None = None, span: int = 1) -> CellBox:
    return CellBox((TextLine((Run(text, 10, INK),), 15),), fill, bottom=bottom, span=span)


def table(*rows: tuple[CellBox | None, ...], header_rows: int = 1) -> TableBox:
    widths = tuple(pt(50) for _ in rows[0])
    frame = Rect(pt(10), pt(20), pt(50 * len(widths)), pt(20 * len(rows)))
    return TableBox("table", frame, widths, tuple(RowBox(pt(20), row) for row in rows), pt(4), header_rows)


def drawn(box: TableBox) -> list[str]:
    names = []
    for shape in table_shapes(box):
        if isinstance(shape, Line):
            names.append(f"rule y{shape.start.y.points:g} x{shape.start.x.points:g}-{shape.end.x.points:g}")
        else:
            assert isinstance(shape, Shape)
            names.append(f"fill x{shape.frame.x.points:g} y{shape.frame.y.points:g} w{shape.frame.width.points:g}")
    return names


def test_what_neighbours_in_a_row_share_is_one_shape() -> None:
    box = table((cell("a", fill=BAND, bottom=RULE), cell("b", fill=BAND, bottom=RULE)), (cell("c"), cell("d", fill=BAND)))
    assert drawn(box) == ["fill x10 y20 w100", "fill x60 y40 w50", "rule y40 x10-110"]


def test_a_gap_ends_a_rule() -> None:
    assert drawn(table((cell("a", bottom=RULE), cell("b"), cell("c", bottom=RULE)))) == ["rule y40 x10-60", "rule y40 x110-160"]


def test_a_rule_that_two_rows_claim_is_drawn_once() -> None:
    above, below = cell("a", bottom=RULE), CellBox((), top=RULE)
    assert drawn(table((above,), (below,))) == ["rule y40 x10-60"]


def test_every_row_has_a_cell_for_every_column() -> None:
    rows = table_text(table((cell("合计", span=2), None), (cell("c"), cell("d"))))
    assert [[["".join(p.plain for p in c.paragraphs), c.header] for c in row] for row in rows] == [
        [["合计", True], ["", True]],
        [["c", False], ["d", False]],
    ]


def test_a_wide_cell_covers_its_neighbours() -> None:
    ((wide, _),) = table_text(table((cell("合计", span=2), None)))
    (block,) = wide.paragraphs[0].blocks
    assert (block.left, block.width, block.top) == (14, 92, 22.5)


def test_trailing_space_moves_the_right_edge_only() -> None:
    number = replace(cell("9"), trailing=pt(6))
    ((placed,),) = table_text(table((number,)))
    (block,) = placed.paragraphs[0].blocks
    assert (block.left, block.width) == (14, 36)
