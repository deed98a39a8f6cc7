from __future__ import annotations

from pathlib import Path

from engine.base.units import mm
from engine.brand.paper_style import RunningArt
from engine.model.decor import Path as DrawnPath
from tests.support.company_papers import adopted, company_paper, template_of
from tests.support.templates import changed, swap

LINE = (
    '<w:p xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="page">'
    '<wp:posOffset>360000</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:align>center</wp:align></wp:positionV>'
    '<wp:extent cx="0" cy="3600000"/><wp:docPr id="9" name="Edge"/><a:graphic><a:graphicData uri="x"><wps:wsp><wps:spPr><a:prstGeom prst="{shape}"/>'
    '<a:ln w="12700"><a:solidFill><a:srgbClr val="AA0000"/></a:solidFill></a:ln></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor>'
    "</w:drawing></w:r></w:p>"
)


def art(path: Path, tag: str = "header") -> RunningArt:
    body = template_of(adopted(path), path.parent).sections[2]
    return next(each for each in body.art if each.tag == tag)


def test_words_and_pictures_stand_where_word_has_them(tmp_path: Path) -> None:
    path = company_paper(tmp_path / "a.docx", header="Globex", with_logo=True, footer="Acme Ltd, Lane 1")
    found = art(path)
    (picture,) = found.pictures
    assert (round(picture.frame.width / mm(1)), round(picture.frame.x / mm(1))) == (20, 42)  # after the word
    assert [piece.text for line in found.lines for segment in line.segments for piece in segment.pieces] == ["Globex"]
    assert [segment.pieces[0].text for line in art(path, "footer").lines for segment in line.segments] == ["Acme Ltd, Lane 1"]
    assert found.skipped == ()


def test_a_line_beside_the_text_is_drawn(tmp_path: Path) -> None:
    path = company_paper(tmp_path / "a.docx", header="Globex")
    (shape,) = art(changed(path, {"word/header1.xml": swap("</w:hdr>", LINE.format(shape="line") + "</w:hdr>")})).shapes
    assert (shape.is_line, shape.stroke and shape.stroke.hex, shape.width) == (True, "AA0000", 1.0)
    assert (round(shape.frame.x / mm(1)), round(shape.frame.height / mm(1))) == (10, 100)
    assert round(shape.frame.y / mm(1), 1) == 98.5  # in the middle of the page


def test_what_cannot_be_drawn_is_named(tmp_path: Path) -> None:
    path = company_paper(tmp_path / "a.docx", header="Globex")
    old = '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="Watermark 1"/></w:pict></w:r></w:p>'
    shape = LINE.format(shape="no-such-shape").replace('cx="0"', 'cx="900000"')
    found = art(changed(path, {"word/header1.xml": swap("</w:hdr>", f"{shape}{old}</w:hdr>")}))
    assert (found.shapes, found.decor, found.skipped) == ((), (), ("Watermark 1 (VML)", "Edge"))


def test_shapes_that_are_more_than_rectangles_are_drawn_below_the_page(tmp_path: Path) -> None:
    path = company_paper(tmp_path / "a.docx", header="Globex")
    found = art(
        changed(path, {"word/header1.xml": swap("</w:hdr>", LINE.format(shape="ellipse").replace('cx="0"', 'cx="900000"') + "</w:hdr>")})
    )
    (named,) = {mark.name for mark in found.decor}
    assert (named, found.shapes, found.skipped) == ("Edge", (), ())
    (frame,) = {mark.frame for mark in found.decor if isinstance(mark, DrawnPath)}
    assert abs(frame.x / mm(1) - 10) < 1.5


def test_the_sections_of_a_brand_have_the_ground_of_their_headers(tmp_path: Path) -> None:
    path = company_paper(tmp_path / "a.docx", header="Globex")
    ellipse = LINE.format(shape="ellipse").replace('cx="0"', 'cx="900000"')
    body = template_of(adopted(changed(path, {"word/header1.xml": swap("</w:hdr>", ellipse + "</w:hdr>")})), tmp_path).sections[2]
    assert {mark.name for mark in body.decor} == {"Edge"}


def test_headers_that_debrief_made_are_no_art(tmp_path: Path) -> None:
    assert template_of(adopted(company_paper(tmp_path / "a.docx")), tmp_path).sections[2].art == ()


def test_the_words_of_a_text_box_stand_in_it(tmp_path: Path) -> None:
    box = (
        LINE.format(shape="rect")
        .replace('cx="0"', 'cx="1800000"')
        .replace("</wps:spPr>", "</wps:spPr><wps:txbx><w:txbxContent><w:p><w:r><w:t>Lane 1</w:t></w:r></w:p></w:txbxContent></wps:txbx>")
    )
    path = company_paper(tmp_path / "a.docx", header="Globex")
    found = art(changed(path, {"word/header1.xml": swap("</w:hdr>", box + "</w:hdr>")}))
    boxed = next(line for line in found.lines if any(piece.text == "Lane 1" for segment in line.segments for piece in segment.pieces))
    assert abs(boxed.segments[0].at - (mm(10).points + 7.2 - mm(30).points)) < 0.1
    assert round(boxed.y) == round(mm(98.5).points + 3.6)
