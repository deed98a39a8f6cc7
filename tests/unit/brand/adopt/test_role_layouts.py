from __future__ import annotations

from pathlib import Path

import pptx

from engine.base.diagnostics import Location
from engine.base.records import replace
from engine.brand.adopt.role_layouts import layout_called, role_layouts
from tests.support.templates import put_deck, seen_deck


def test_six_roles_and_what_is_guessed(tmp_path: Path) -> None:
    roles = role_layouts(seen_deck(put_deck(tmp_path / "x.pptx")), {"cover": 1})
    assert roles is not None
    assert [
        f"{each.role}: {each.layout.label}{'' if each.sure else '?'}{f' slide {each.slide}' if each.slide else ''}" for each in roles
    ] == [
        "cover: 1.1 Title Slide slide 1",
        "agenda: 1.2 Title and Content?",
        "divider: 1.3 Section Header",
        "content: 1.2 Title and Content",
        "closing: 1.2 Title and Content?",
        "blank: 1.6 Title Only",
    ]


def test_a_deck_where_no_layout_fits_takes_the_barest(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    for layout in list(deck.slide_layouts)[:-1]:
        deck.slide_layouts.remove(layout)
    for shape in list(deck.slide_layouts[0].shapes):
        deck.slide_layouts[0].shapes._spTree.remove(shape._element)
    deck.save(str(tmp_path / "x.pptx"))
    roles = role_layouts(seen_deck(tmp_path / "x.pptx"), {})
    assert roles is not None and {each.layout.number for each in roles} == {"1.1"}
    assert not any(each.sure for each in roles) and roles[0].reasons[0].en == "no layout fits: the barest one"


def test_a_deck_without_layouts(tmp_path: Path) -> None:
    deck = seen_deck(put_deck(tmp_path / "x.pptx"))
    assert role_layouts(replace(deck, masters=tuple(replace(master, layouts=()) for master in deck.masters)), {}) is None


def test_a_layout_that_somebody_chose(tmp_path: Path) -> None:
    deck = seen_deck(put_deck(tmp_path / "x.pptx"))
    two = layout_called(deck, "1.4", "divider", Location("x.pptx")).expect_clean()
    assert (two.name, layout_called(deck, "Two Content", "divider", Location("x.pptx")).expect_clean()) == ("Two Content", two)
    roles = role_layouts(deck, {"divider": 2}, {"divider": two})
    assert roles is not None
    (divider,) = (each for each in roles if each.role == "divider")
    assert (divider.layout, divider.sure, divider.slide, divider.reasons[0].en) == (two, True, None, "chosen with --role")


def test_a_layout_that_is_not_there_or_there_twice(tmp_path: Path) -> None:
    deck = seen_deck(put_deck(tmp_path / "x.pptx"))
    (none,) = layout_called(deck, "Two Contents", "divider", Location("x.pptx")).diagnostics
    assert (
        none.code == "TMPL008"
        and none.hint is not None
        and none.hint.en.startswith("did you mean 'Two Content'? layouts of the template: 1.1 ")
    )
    twice = replace(deck, masters=(*deck.masters, *deck.masters))
    (several,) = layout_called(twice, "Two Content", "divider", Location("x.pptx")).diagnostics
    assert several.hint is not None and several.hint.en == "say its number: --role divider=1.4 (1.4, 1.4)"
