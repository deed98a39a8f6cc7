from __future__ import annotations

import pytest

from engine.plan.paper.pieces.making import piece_of
from engine.plan.paper.pieces.piece import Piece
from tests.support.every_block import EVERY_BLOCK
from tests.support.papers import frame, sheet, write


@pytest.mark.parametrize("name", EVERY_BLOCK)
def test_the_shortest_beginning_is_never_higher_than_the_whole(name: str) -> None:
    made = write(EVERY_BLOCK[name])
    for block in made.blocks:
        piece: Piece = piece_of(block, frame().width, sheet(), made.charts)  # type: ignore[arg-type]
        assert 0 < piece.least <= piece.height
        assert piece.before >= 0
        assert piece.after >= 0
