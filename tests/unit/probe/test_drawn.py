from __future__ import annotations

from engine.probe.drawn import HAN, DrawnBox, DrawnPage


def test_a_box_knows_its_far_edges() -> None:
    box = DrawnBox(10, 20, 30, 40)
    assert (box.right, box.bottom) == (40, 60)


def test_a_lying_sheet_of_paper_is_no_slide() -> None:
    pages = [DrawnPage(1, *size, 0.5) for size in ((960, 540), (720, 540), (595, 842), (842, 595))]
    assert [page.is_slide for page in pages] == [True, True, False, False]


def test_han_is_found_among_other_letters() -> None:
    assert [bool(HAN.search(words)) for words in ("GMV 完成", "㐀", "Half-year 105%", "，。")] == [True, True, False, False]
