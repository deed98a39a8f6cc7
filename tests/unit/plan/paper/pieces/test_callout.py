from __future__ import annotations

from engine.base.units import Point, inch
from engine.model.deck import Shape, TextBox
from engine.model.paper import PaperCallout, PaperParagraph, ParagraphRole
from engine.plan.paper.pieces.callout import LONG, CalloutPiece, callout_piece
from tests.support.papers import canvas, frame, sheet
from tests.support.planning import t


def made(count: int) -> CalloutPiece:
    inside = tuple(PaperParagraph(ParagraphRole.BULLET if n % 2 else ParagraphRole.CALLOUT, t(f"要点{n}")) for n in range(count))
    return callout_piece(PaperCallout(t("关键结论"), inside), frame().width, sheet())


def test_a_box_with_a_bar_holds_label_and_lines() -> None:
    page = canvas()
    made(2).draw(Point(inch(1), inch(2)), page)
    ground, bar, *boxes = page.elements
    assert isinstance(ground, Shape) and isinstance(bar, Shape)
    assert ground.frame.height == bar.frame.height
    words = [each for each in boxes if isinstance(each, TextBox)]
    assert [each.plain for each in words] == ["关键结论", "要点0", "要点1"]
    assert {round(each.frame.x.inches, 2) for each in words} == {1.28}
    assert all(each.frame.bottom <= ground.frame.bottom for each in words)


def test_a_short_one_stays_whole_and_a_long_one_divides() -> None:
    assert made(3).divided(40) is None
    long = made(40)
    assert long.height > LONG
    division = long.divided(300)
    assert division is not None
    head, tail = division
    assert len(head.inside) + len(tail.inside) == 41
    assert head.height <= 300
    assert (tail.before, head.after) == (0.0, 0.0)
    assert long.divided(20) is None
