from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.layout.breaks import break_table
from engine.layout.fonts import FontBook
from engine.layout.kinsoku import inside_character, units
from engine.layout.measure import Spacing
from engine.model.inlines import Span, Text, text


def set_in(plain: str, measure: float, fonts: FontBook, spacing: Spacing = Spacing.PLAIN) -> str:
    table = break_table(text(plain), fonts)
    return "|".join(plain[start:end] for start, end in table.lines(measure, spacing))


@pytest.mark.parametrize(
    ("plain", "measure", "expected"),
    [
        ("一二三四五", 2, "一二|三四|五"),
        ("一二，三四", 2, "一|二，|三四"),
        ("一二（三四）", 3, "一二|（三|四）"),
        ("一 ab cd", 3, "一 ab|cd"),  # the space vanishes at the break
        ("一二 ab", 2, "一二|ab"),
        ("abcdefgh", 2, "abcd|efgh"),  # wider than a line: cut
        ("一abcdefgh二", 2, "一|abcd|efgh|二"),  # but only on a line of its own
        ("abcd，二", 2, "abc|d，|二"),  # and the mark stays with its word
        ("一\n二", 5, "一|二"),
        ("一\n\n二\n", 5, "一||二|"),
        ("", 5, ""),
        ("一”。二", 2, "一”|。二"),  # a line may overflow less than a rule
        ("一二", 0.1, "一|二"),  # never less than a character
        ("  ", 5, "  "),
    ],
)
def test_lines(paper: FontBook, plain: str, measure: float, expected: str) -> None:
    assert set_in(plain, measure, paper) == expected


def test_libreoffice_needs_more_room_between_scripts(paper: FontBook) -> None:
    assert set_in("一ab二", 3, paper) == "一ab二"
    assert set_in("一ab二", 3.4, paper, Spacing.LIBREOFFICE) == "一ab|二"
    assert set_in("一ab二", 3.48, paper, Spacing.LIBREOFFICE) == "一ab二"


def test_gap_at_a_line_end_takes_no_room(paper: FontBook) -> None:
    assert set_in("一二ab", 2, paper, Spacing.LIBREOFFICE) == "一二|ab"


def test_spaces_at_the_end_of_a_paragraph_take_room_in_libreoffice(paper: FontBook) -> None:
    assert set_in("一二 ", 2, paper) == "一二"
    assert set_in("一二 ", 2, paper, Spacing.LIBREOFFICE) == "一|二 "


def test_libreoffice_moves_the_mark_before_a_latin_word_with_it(paper: FontBook) -> None:
    assert set_in("一二，abcd", 4.5, paper) == "一二，|abcd"
    assert set_in("一二，abcd", 4.5, paper, Spacing.LIBREOFFICE) == "一|二，abcd"


def test_widths_of_the_whole_and_of_the_longest_unit(paper: FontBook) -> None:
    table = break_table(text("一二三\n四 abcd"), paper)
    assert table.natural(Spacing.PLAIN) == 3.5
    assert table.natural(Spacing.LIBREOFFICE) == pytest.approx(3.74)
    assert table.longest_unit(Spacing.PLAIN) == 2.0
    assert break_table(Text(), paper).natural(Spacing.PLAIN) == 0.0


def test_bold_spans_are_wider(paper: FontBook) -> None:
    assert break_table(Text((Span("ab"), Span("ab", bold=True))), paper).width(0, 4) == pytest.approx(2.2)


def test_the_same_text_is_worked_out_once(paper: FontBook) -> None:
    assert break_table(text("同一"), paper) is break_table(text("同一"), paper)


PLAINS = st.text(alphabet=st.sampled_from("中文率，。（“”%37万 ab-/\n\u00a0:…👍\u200d"), max_size=50)
MEASURES = st.floats(min_value=0.5, max_value=12)


@given(PLAINS, MEASURES, st.sampled_from(Spacing))
def test_nothing_but_spaces_is_lost_and_lines_fit(paper: FontBook, plain: str, measure: float, spacing: Spacing) -> None:
    table = break_table(text(plain), paper)
    at = 0
    for start, end in table.lines(measure, spacing):
        assert not plain[at:start].strip(" \n")
        if table.width(start, end) > measure + 1e-6:  # only a single character, or spaces at the start
            assert all(inside_character(plain, at) for at in range(start + 1, end)) or not plain[start:end].strip(" ")
        at = end
    assert not plain[at:].strip(" \n")


@given(PLAINS, MEASURES, st.floats(min_value=0.5, max_value=1.0))
def test_a_narrower_measure_never_takes_fewer_lines(paper: FontBook, plain: str, measure: float, factor: float) -> None:
    table = break_table(text(plain), paper)
    longest = max((end - start for start, end in units(plain.replace("\n", " "))), default=0)
    if measure * factor < longest + 1:
        return  # cutting words too wide has no such law
    for spacing in Spacing:
        assert len(list(table.lines(measure * factor, spacing))) >= len(list(table.lines(measure, spacing)))
    assert len(list(table.lines(measure, Spacing.LIBREOFFICE))) >= len(list(table.lines(measure, Spacing.PLAIN)))
