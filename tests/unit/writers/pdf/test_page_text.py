from __future__ import annotations

import pytest

from engine.base.units import Rect, pt
from engine.model.blocks import Align
from engine.model.deck import Anchor, Run, TextLine
from engine.model.theme import Color, FontFace
from engine.writers.pdf.page_marks import Piece, SetLine
from engine.writers.pdf.page_text import address_of, lines_of
from engine.writers.pdf.setting import set_paragraphs

INK, RED = Color("14232F"), Color("AE3636")
SANS = FontFace("Microsoft YaHei", "Microsoft YaHei", "Noto Sans CJK SC")
SERIF = FontFace("STZhongsong", "STZhongsong", "Noto Serif CJK SC")


def lines(line: TextLine) -> tuple[SetLine, ...]:
    """Return the lines of a paragraph at (10, 20) pt, 100 pt wide."""
    (paragraph,) = set_paragraphs((line,), Rect(pt(10), pt(20), pt(100), pt(50)), Anchor.TOP)
    return lines_of(paragraph, SANS).lines


def written(*runs: Run, pitch: float = 18, breaks: tuple[int, ...] = ()) -> tuple[SetLine, ...]:
    return lines(TextLine(runs, pitch, breaks=breaks))


def texts(made: tuple[SetLine, ...]) -> list[list[str]]:
    return [[piece.text for piece in line.pieces] for line in made]


def test_a_paragraph_is_its_lines_as_they_were_planned() -> None:
    sans = "Noto Sans CJK SC"
    assert written(Run("一二三四", 12, INK), breaks=(2,)) == (
        SetLine((Piece("一二", 12, INK, bold=False, family=sans),), 10, 100, 20 + 18 - 0.2 * 12, Align.LEFT),
        SetLine((Piece("三四", 12, INK, bold=False, family=sans),), 10, 100, 20 + 36 - 0.2 * 12, Align.LEFT),
    )


def test_the_baseline_does_not_depend_on_the_font() -> None:
    ((sans,), (serif,)) = written(Run("一", 12, INK)), written(Run("一", 12, INK, face=SERIF))
    assert sans.baseline == serif.baseline
    assert serif.pieces[0].family == "Noto Serif CJK SC"


def test_neighbours_of_one_look_are_one_piece() -> None:
    (line,) = written(Run("12", 36, INK, bold=True), Run(" 万", 14, RED), Run("元", 14, RED), pitch=44)
    assert [(piece.text, piece.size, piece.bold) for piece in line.pieces] == [("12", 36, True), (" 万元", 14, False)]
    assert line.baseline == 20 + 44 - 0.2 * 36


def test_a_link_is_a_piece_of_its_own() -> None:
    (line,) = written(Run("见", 12, INK), Run("问卷", 12, INK, link="https://example.com/?a=1&b=2"), Run("。", 12, INK))
    assert [(piece.text, piece.address) for piece in line.pieces] == [
        ("见", None),
        ("问卷", "https://example.com/?a=1&b=2"),
        ("。", None),
    ]


def test_a_target_is_a_link_inside_the_document() -> None:
    assert address_of(Run("图 3-1", 12, INK, target="fig_3_1")) == "#fig_3_1"
    assert address_of(Run("见", 12, INK)) is None


def test_an_address_has_the_letters_that_a_pdf_allows() -> None:
    assert address_of(Run("见", 12, INK, link="https://例.cn/问 卷?a=%E9&b=(1)#尾")) == (
        "https://%E4%BE%8B.cn/%E9%97%AE%20%E5%8D%B7?a=%E9&b=(1)#%E5%B0%BE"
    )


def test_an_empty_line_keeps_its_room_and_draws_nothing() -> None:
    made = written(Run("一\n\n二", 12, INK))
    assert texts(made) == [["一"], ["二"]]
    assert made[1].baseline - made[0].baseline == pytest.approx(36)


def test_lines_of_other_sizes_have_their_own_baselines() -> None:
    big, small = written(Run("大\n", 30, INK), Run("小", 14, INK), pitch=36)
    assert (big.baseline, small.baseline) == (20 + 36 - 0.2 * 30, 20 + 72 - 0.2 * 14)


def test_each_line_has_its_own_space_and_the_first_its_indent() -> None:
    made = lines(TextLine((Run("一二三四五六", 12, INK),), 18, breaks=(2, 4), spacing=(0.125, -0.05, 0.0), first_indent=pt(24)))
    assert [line.pieces[0].spacing for line in made] == [0.125, -0.05, 0.0]
    assert [(line.left, line.width) for line in made] == [(34, 76), (10, 100), (10, 100)]


def test_bold_words_in_a_spaced_line_are_spaced_too() -> None:
    made = lines(TextLine((Run("一", 12, INK, bold=True), Run("二三", 12, INK)), 18, breaks=(2,), spacing=(0.2, 0.0)))
    assert [[piece.spacing for piece in line.pieces] for line in made] == [[0.2, 0.2], [0.0]]
