from __future__ import annotations

from pathlib import Path

from engine.base.units import inch
from tests.support.templates import put_paper, seen_paper


def test_the_text_width_is_what_the_margins_leave(tmp_path: Path) -> None:
    page = seen_paper(put_paper(tmp_path / "x.docx")).sections[0].page
    assert page.text_width == inch(6)


def test_a_style_is_found_by_the_part_it_plays(tmp_path: Path) -> None:
    paper = seen_paper(put_paper(tmp_path / "x.docx"))
    heading = paper.style("heading 1")
    assert heading is not None and heading.name.casefold() == "heading 1"
    assert paper.style("Table Grid", "table") is not None
    assert paper.style("Table Grid") is None
