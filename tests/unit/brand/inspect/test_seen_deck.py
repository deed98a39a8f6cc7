from __future__ import annotations

from pathlib import Path

from tests.support.templates import layout, put_deck, seen_deck


def test_a_layout_knows_its_title_its_label_and_its_placeholders_by_type(tmp_path: Path) -> None:
    deck = seen_deck(put_deck(tmp_path / "x.pptx", slides=(1, 2, 2)))
    cover, blank = layout(deck, "1.1"), layout(deck, "1.7")
    assert cover.label == "1.1 Title Slide"
    assert cover.title is not None and cover.title.type == "ctrTitle"
    assert [each.name for each in cover.of_types("subTitle", "dt")] == ["Subtitle 2", "Date Placeholder 3"]
    assert blank.title is None


def test_a_master_counts_the_slides_of_its_layouts(tmp_path: Path) -> None:
    deck = seen_deck(put_deck(tmp_path / "x.pptx", slides=(2, 1, 2)))
    assert deck.masters[0].slides == (1, 2, 3)
    assert len(list(deck.layouts)) == 11
