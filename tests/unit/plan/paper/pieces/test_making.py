from __future__ import annotations

from engine.model.blocks import Paragraph
from engine.plan.paper.pieces.callout import CalloutPiece
from engine.plan.paper.pieces.chart import ChartPiece
from engine.plan.paper.pieces.making import piece_of
from engine.plan.paper.pieces.paragraph import ParagraphPiece
from engine.plan.paper.pieces.picture import PicturePiece
from engine.plan.paper.pieces.table import TablePiece
from tests.support.every_block import EVERY_BLOCK
from tests.support.papers import frame, sheet, write
from tests.support.planning import t


def test_each_block_of_the_flow_becomes_its_piece() -> None:
    made = write(Paragraph(t("正文")), EVERY_BLOCK["tiles"], EVERY_BLOCK["image"], EVERY_BLOCK["panel"], EVERY_BLOCK["waterfall"])
    pieces = [piece_of(block, frame().width, sheet(), made.charts) for block in made.blocks]  # type: ignore[arg-type]
    assert [type(piece) for piece in pieces] == [ParagraphPiece, TablePiece, PicturePiece, CalloutPiece, ChartPiece]
