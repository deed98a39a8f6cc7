from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.base.diagnostics import Location, Phrase
from engine.base.units import Length, Size, inch, pt
from engine.layout.fit import Fitted, Overflow, Passage, Setting, fit_at, fit_text, fit_together, ladder, needed_height, overflow_error
from engine.layout.fonts import FontBook
from engine.model.inlines import text
from engine.model.theme import TypeRole

BODY = TypeRole(14, 22.5, 12)
HAN = "一二三四五六七八九十"


def box(em: float, lines: float, size: float = 14, pitch: float = 22.5) -> Size:
    """A box of `em` at 14 pt (and a little for safety), `lines` high."""
    return Size(pt(em * size / 0.96 + 0.1), pt(lines * pitch))


def test_the_ladder_goes_down_by_half_points_and_spacing_gives_way_first() -> None:
    rungs = list(ladder(BODY))
    assert rungs[:4] == [Setting(14, 22.5, 1.0), Setting(14, 21.8, 0.75), Setting(14, 21.1, 0.5), Setting(13.5, 21.6, 1.0)]
    assert rungs[-1] == Setting(12, 18.1, 0.5)
    assert [rung.size for rung in rungs[::3]] == [14, 13.5, 13, 12.5, 12]


def test_large_sizes_step_by_a_point_and_the_minimum_is_always_reached() -> None:
    assert [rung.size for rung in list(ladder(TypeRole(26, 35, 22)))[::3]] == [26, 25, 24, 23, 22]
    assert [rung.size for rung in list(ladder(TypeRole(11, 17, 10.7)))[::3]] == [11, 10.7]
    assert [rung.size for rung in ladder(TypeRole(9, 12, 9))] == [9, 9, 9]


def test_leading_never_falls_below_what_reads_well() -> None:
    assert [rung.pitch for rung in ladder(TypeRole(10, 12.6, 10))] == [12.6, 12.5, 12.5]
    assert [rung.pitch for rung in ladder(TypeRole(10, 12, 10))] == [12, 12, 12]  # a role tighter than that keeps its own


def test_what_fits_is_set_at_full_size(paper: FontBook) -> None:
    fit = fit_text([Passage(text(HAN), after=6), Passage(text("一二"))], Size(box(10, 1).width, pt(51)), BODY, paper)
    assert isinstance(fit, Fitted)
    assert (fit.setting, fit.line_count, fit.height, fit.drawn_height) == (Setting(14, 22.5), 2, pt(51), pt(51))
    assert [[line.plain for line in lines] for lines in fit.lines] == [[HAN], ["一二"]]


def test_space_between_passages_gives_way_before_size(paper: FontBook) -> None:
    fit = fit_text([Passage(text(HAN), after=6), Passage(text("一二"))], Size(box(10, 1).width, pt(49)), BODY, paper)
    assert fit.setting == Setting(14, 21.8, 0.75)
    assert isinstance(fit, Fitted)
    assert fit.height == pt(2 * 21.8 + 4.5)


def test_size_gives_way_down_to_the_minimum(paper: FontBook) -> None:
    """21 Han in two lines of 10 at 14 pt: 13 pt makes room for 10.8, which is not enough; 12.5 is not either; 12 holds 11."""
    fit = fit_text([Passage(text(HAN * 2 + "百千"))], box(10, 2), BODY, paper)
    assert isinstance(fit, Fitted)
    assert (fit.setting.size, fit.line_count) == (12.5, 2)


def test_what_does_not_fit_says_how_much_is_too_much(paper: FontBook) -> None:
    fit = fit_text([Passage(text(HAN * 4))], box(10, 2), BODY, paper)
    assert fit == Overflow(Setting(12, 18.1, 0.5), needed=pt(4 * 18.1), available=pt(45), excess=18)


def test_hanging_and_first_indent_take_room(paper: FontBook) -> None:
    width = box(10, 1).width
    setting = Setting(14, 20)
    assert needed_height([Passage(text(HAN))], width, setting, paper) == pt(20)
    assert needed_height([Passage(text(HAN), hanging=pt(14))], width, setting, paper) == pt(40)
    assert needed_height([Passage(text(HAN), first_indent=pt(14))], width, setting, paper) == pt(40)


def test_siblings_share_the_size_the_fullest_needs(paper: FontBook) -> None:
    short, long = [Passage(text("一二"))], [Passage(text(HAN * 2 + "百千"))]
    first, second = fit_together([short, long], [box(10, 2), box(10, 2)], BODY, paper)
    assert (first.setting.size, second.setting.size) == (12.5, 12.5)


def test_only_the_sibling_that_does_not_fit_overflows(paper: FontBook) -> None:
    first, second = fit_together([[Passage(text("一二"))], [Passage(text(HAN * 9))]], [box(10, 2), box(10, 2)], BODY, paper)
    assert isinstance(first, Fitted)
    assert isinstance(second, Overflow)
    assert fit_together([], [], BODY, paper) == ()


def test_orphans_are_avoided_by_a_tighter_box(paper: FontBook) -> None:
    """Lines of 10 leave 2; a box 0.02 in tighter has lines of 9 and leaves 4."""
    fit = fit_at([Passage(text(HAN * 2 + "百千"))], Size(pt(101), pt(100)), Setting(10, 15), paper)
    assert isinstance(fit, Fitted)
    assert [len(line.plain) for line in fit.lines[0]] == [9, 9, 4]
    assert fit.measure == pt(101) - inch(0.02)


def test_lines_of_the_pdf_may_be_fewer_than_planned_for(paper: FontBook) -> None:
    fit = fit_at([Passage(text(HAN))], Size(pt(100), pt(40)), Setting(10, 15), paper)
    assert isinstance(fit, Fitted)
    assert (fit.line_count, fit.drawn_height, fit.height) == (1, pt(15), pt(30))


def test_overflow_error_names_subject_size_and_excess() -> None:
    overflow = Overflow(Setting(12, 18.1, 0.5), pt(72.4), pt(45), 18)
    finding = overflow_error(overflow, Phrase("卡片正文", "card text"), Location("a.yaml", 4, 7))
    assert (finding.code, str(finding.where)) == ("FIT001", "a.yaml:4:7")
    assert finding.message.zh == "卡片正文放不下：缩到最小字号 12 磅仍多出约 18 个字"
    assert finding.message.en == "card text does not fit: about 18 characters too many at the smallest size, 12 pt"
    assert finding.hint is not None
    assert finding.hint.en.startswith("shorten it")


@pytest.mark.parametrize("lines", [1, 2, 3.5])
@given(plains=st.lists(st.text(alphabet="中文率，。ab 3%", min_size=1, max_size=40), min_size=1, max_size=4), width=st.integers(40, 400))
def test_nothing_fitted_is_higher_than_its_box(paper: FontBook, plains: list[str], width: int, lines: float) -> None:
    room = Size(pt(width), pt(lines * 22.5))
    passages = [Passage(text(plain), after=4) for plain in plains]
    fit = fit_text(passages, room, BODY, paper)
    if isinstance(fit, Overflow):
        assert fit.setting.size == BODY.minimum
        assert fit.needed > room.height
        assert fit.excess > 0
        return
    assert fit.drawn_height <= fit.height <= room.height
    assert BODY.minimum <= fit.setting.size <= BODY.size
    assert room.width - inch(0.06) <= fit.measure <= room.width
    assert needed_height(passages, Length(fit.measure), fit.setting, paper) <= room.height
    for plain, drawn in zip(plains, fit.lines, strict=True):
        assert "".join(line.plain for line in drawn).replace(" ", "") == plain.replace(" ", "")
