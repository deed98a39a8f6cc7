from __future__ import annotations

from typing import Any

import pytest
from weasyprint.pdf.stream import Stream, pydyf

from engine.base.errors import EnvironmentFault
from engine.model.blocks import Align
from engine.model.theme import Color
from engine.writers.pdf.marks import Words
from engine.writers.pdf.page_marks import Piece, SetLine
from engine.writers.pdf.weasy_fonts import InstalledFonts
from engine.writers.pdf.weasy_type import TypeSetter

RED = Color("FF0000")
SANS = "Noto Sans CJK SC"


@pytest.fixture
def stream() -> Any:
    return Stream({}, (0, 0, 100, 100), pydyf.Dictionary({"ExtGState": pydyf.Dictionary()}), {}, None, {}, None)


@pytest.fixture
def setter() -> TypeSetter:
    return TypeSetter("zh-CN", InstalledFonts.cached())


def piece(text: str, *, spacing: float = 0.0, address: str | None = None, family: str = SANS) -> Piece:
    return Piece(text, 10, RED, bold=True, family=family, spacing=spacing, address=address)


def content(stream: Any) -> list[str]:
    return [part.decode() if isinstance(part, bytes) else str(part) for part in stream.stream]


def test_a_piece_is_drawn_on_its_baseline(stream: Any, setter: TypeSetter) -> None:
    setter.draw(stream, piece("中文"), 50, 20)
    assert content(stream)[:3] == ["BT", "1 0 0 rg", "1 0 0 -1 50 20 Tm"]
    (font,) = stream._fonts.values()
    assert (font.family, font.weight) == (SANS, 700)


def test_a_look_is_used_again_without_the_spacing_of_the_line_before(setter: TypeSetter) -> None:
    widths = [setter.width(piece("中文", spacing=space)) for space in (0.0, 2.0, 0.0)]
    assert widths == pytest.approx([20, 24, 20], abs=0.1)


@pytest.mark.parametrize(("align", "lefts"), [(Align.LEFT, [10, 30]), (Align.CENTER, [40, 60]), (Align.RIGHT, [70, 90])])
def test_pieces_follow_each_other_from_where_the_line_begins(setter: TypeSetter, align: Align, lefts: list[float]) -> None:
    line = SetLine((piece("中文"), piece("二字")), 10, 100, 20, align)
    assert [left for _, left, _ in setter.lefts(line)] == pytest.approx(lefts, abs=0.1)


def test_a_link_knows_where_it_ends(setter: TypeSetter) -> None:
    ((_, left, right),) = setter.lefts(SetLine((piece("中文", address="#fig"),), 10, 100, 20, Align.LEFT))
    assert [left, right] == pytest.approx([10, 30], abs=0.1)


@pytest.mark.parametrize(("anchor", "left"), [("start", 50.0), ("middle", 40.0), ("end", 30.0)])
def test_words_are_set_in_one_piece_from_their_anchor(stream: Any, setter: TypeSetter, anchor: str, left: float) -> None:
    setter.draw_words(stream, Words("中文", 50, 20, 10, RED, bold=True, anchor=anchor, family=SANS))
    drawn = content(stream)
    assert [part for part in drawn if part.endswith(("Tm", "rg"))] == ["1 0 0 rg", f"1 0 0 -1 {left:g} 20 Tm"]
    assert len([part for part in drawn if part.endswith("TJ")]) == 1


def test_blank_words_draw_nothing(stream: Any, setter: TypeSetter) -> None:
    setter.draw_words(stream, Words(" ", 0, 0, 10, RED, bold=False, anchor="start", family=SANS))
    assert content(stream) == []


def test_a_family_that_is_not_installed_is_named(setter: TypeSetter) -> None:
    with pytest.raises(EnvironmentFault, match="'Harbor Grotesk' is not installed"):
        setter.width(piece("中", family="Harbor Grotesk"))
