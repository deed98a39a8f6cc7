from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from engine.base.units import mm
from engine.brand.paper_brand import load_paper_brand
from engine.model.decor import Path as DrawnPath
from tests.support.company_papers import adopted, company_paper, put_adopted, template_of, workspace_at
from tests.support.cover_papers import cover_paper


@pytest.mark.parametrize("gallery", [True, False])
def test_the_design_of_a_cover_stands_in_the_header_of_its_section(tmp_path: Path, gallery: bool) -> None:
    made = adopted(cover_paper(tmp_path / "a.docx", gallery=gallery))
    assert "\ncover: own\n" in made.contract and "the template's cover is kept: 2 drawings stand in the header" in made.contract
    cover, contents = template_of(made, tmp_path).sections[:2]
    (art,) = cover.art
    assert [mark.name for mark in art.decor] == ["Picture 1", "Ribbon"] and art.skipped == ()
    assert {mark.name for mark in contents.decor} == set(), "it stands on no other page"
    ribbon = next(mark for mark in art.decor if isinstance(mark, DrawnPath))
    assert [round(side / mm(1)) for side in (ribbon.frame.x, ribbon.frame.y, ribbon.frame.width)] == [10, 50, 60]


def test_the_words_begin_where_the_template_has_its_title(tmp_path: Path) -> None:
    cover = template_of(adopted(cover_paper(tmp_path / "a.docx")), tmp_path).sections[0]
    assert [round(side / mm(1)) for side in (cover.left, cover.right)] == [80, 20]
    assert round(cover.top / mm(1)) == 25, "the unit stands above the title"


def test_its_own_words_are_left_behind(tmp_path: Path) -> None:
    made = adopted(cover_paper(tmp_path / "a.docx"))
    assert made.template is not None
    target = tmp_path / "out.docx"
    target.write_bytes(made.template)
    with zipfile.ZipFile(target) as package:
        headers = "".join(package.read(name).decode() for name in package.namelist() if "word/header" in name and name.endswith(".xml"))
    assert "Ribbon" in headers and "Date" not in headers and "Annual report" not in headers and "Title box" not in headers


def test_what_stands_above_the_cover_stays(tmp_path: Path) -> None:
    cover = template_of(adopted(cover_paper(tmp_path / "a.docx", header="Globex Ltd")), tmp_path).sections[0]
    (art,) = cover.art
    said = [piece.text for line in art.lines for segment in line.segments for piece in segment.pieces]
    assert said == ["Globex Ltd"] and {mark.name for mark in art.decor} == {"Picture 1", "Ribbon"}


def test_the_brand_knows_that_the_cover_is_the_companys(tmp_path: Path) -> None:
    home = workspace_at(tmp_path / "home")
    put_adopted(home, adopted(cover_paper(tmp_path / "a.docx")))
    brand = load_paper_brand(home, "acme").expect_clean()
    assert (brand.light_cover, brand.own_cover) == (True, True)


@pytest.mark.parametrize("what", ["text only", "much text"])
def test_a_first_page_of_text_is_no_cover(tmp_path: Path, what: str) -> None:
    if what == "text only":
        path = company_paper(tmp_path / "a.docx", header="Globex")
    else:
        path = cover_paper(tmp_path / "a.docx", gallery=False, extra=f"<w:t>{'Dear Sir, ' * 80}</w:t>")
    assert "cover: own" not in adopted(path).contract
