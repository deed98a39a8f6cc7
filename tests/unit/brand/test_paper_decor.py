from __future__ import annotations

from pathlib import Path

from lxml import etree

from engine.base.units import Rect, inch, mm
from engine.brand.decor.sheet import Sheet
from engine.brand.paper_decor import read_drawing
from engine.brand.paper_package import WORD_DOCUMENT
from engine.brand.template_package import open_template
from engine.model.decor import Path as DrawnPath
from tests.support.company_papers import company_paper
from tests.support.cover_papers import box

AT = Rect(inch(1), inch(2), inch(3), inch(0.5))


def sheet(tmp_path: Path) -> Sheet:
    package = open_template(company_paper(tmp_path / "a.docx"), "a.docx", WORD_DOCUMENT).expect_clean()
    return Sheet(package, "word/document.xml", {"accent1": "336699"}, etree.Element("theme"), "")


def anchor(xml: str) -> etree._Element:
    return next(each for each in etree.fromstring(xml).iter() if str(each.tag).endswith("}anchor"))


def test_a_shape_is_drawn_in_its_frame_and_without_its_words(tmp_path: Path) -> None:
    where = sheet(tmp_path)
    (arrow,) = read_drawing(anchor(box("Arrow", (0, 0, 10, 10), shape="homePlate", fill="AA0000", words="Date")), AT, where)
    assert isinstance(arrow, DrawnPath) and (arrow.name, where.skipped) == ("Arrow", [])
    assert (round(arrow.frame.x / inch(1), 2), round(arrow.frame.width / inch(1), 2)) == (1.0, 3.0)


def test_a_group_is_laid_over_its_frame(tmp_path: Path) -> None:
    single = box("Half", (0, 0, 10, 10), fill="AA0000")
    inner = single[single.index("<wps:wsp>") : single.index("</wps:wsp>") + len("</wps:wsp>")]
    size = int(mm(20))
    group = (
        '<wpg:wgp xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{size}" cy="{size}"/><a:chOff x="0" y="0"/><a:chExt cx="{size}" cy="{size}"/></a:xfrm></wpg:grpSpPr>'
        f"{inner}</wpg:wgp>"
    )
    (half,) = read_drawing(anchor(single.replace(inner, group)), AT, sheet(tmp_path))
    assert isinstance(half, DrawnPath)
    assert (round(half.frame.width / inch(1), 2), round(half.frame.height / inch(1), 2)) == (1.5, 0.25)


def test_what_cannot_be_drawn_is_noted(tmp_path: Path) -> None:
    where = sheet(tmp_path)
    assert read_drawing(anchor(box("Odd", (0, 0, 10, 10), shape="no-such-shape", fill="AA0000")), AT, where) == ()
    assert [each.name for each in where.skipped] == ["Odd"]
    assert read_drawing(etree.Element("anchor"), AT, where) == ()
