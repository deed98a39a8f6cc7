from __future__ import annotations

import pytest

from engine.brand.decor.lettering import lettering
from engine.brand.decor.placement import SAME
from engine.model.blocks import Align
from engine.model.decor import LetteredLine, Lettering, Letters
from engine.model.theme import Color
from tests.support.decor import PLACE, numbers, preset, shape, sheet, xml

INK = Color("14232F", "tx1")


def lettered(body: str, *, geometry: str = "", transform: str = "<a:xfrm>", style: str = "") -> Lettering | None:
    node = xml(shape(geometry, transform=transform, more=f"{style}<p:txBody>{body}</p:txBody>"))
    return lettering(node, SAME.place(xml(f"{transform}{PLACE}</a:xfrm>")), sheet())


def line(paragraph: str, style: str = "") -> LetteredLine:
    found = lettered(f"<a:bodyPr/>{style}<a:p>{paragraph}</a:p>")
    assert found is not None
    return found.lines[0]


def test_plain_text_stands_within_its_insets() -> None:
    found = lettered("<a:bodyPr/><a:p><a:r><a:t>机密</a:t></a:r></a:p>")
    assert found is not None
    assert (found.name, numbers(found.matrix), found.along, found.wraps) == ("bar", "1 0 0 1 79.2 3.6", 0, True)
    assert (found.width, found.height) == pytest.approx((129.6, 64.8))
    assert found.lines == (LetteredLine((Letters("机密", 18.0, INK),)),)


def test_a_shape_without_words_has_no_text() -> None:
    assert lettered("<a:bodyPr/><a:p><a:r><a:t> </a:t></a:r></a:p>") is None


def test_how_the_text_of_a_box_stands() -> None:
    found = lettered('<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr" wrap="none"/><a:p><a:r><a:t>x</a:t></a:r></a:p>')
    assert found is not None and (found.width, found.height, found.along, found.wraps) == (144, 72, 0.5, False)


def test_text_turns_with_its_shape_and_in_it() -> None:
    words = '<a:bodyPr {} lIns="0" tIns="0" rIns="0" bIns="0"/><a:p><a:r><a:t>x</a:t></a:r></a:p>'
    upright = lettered(words.format('vert="vert270"'))
    assert upright is not None and (upright.width, upright.height, numbers(upright.matrix)) == (72, 144, "0 -1 1 0 72 72")
    turned = lettered(words.format(""), transform='<a:xfrm rot="10800000">')
    assert turned is not None and numbers(turned.matrix) == "-1 0 0 -1 216 72"
    assert lettered(words.format('vert="wordArtVert"')) is None


def test_text_keeps_away_from_round_corners() -> None:
    body = "<a:bodyPr/><a:p><a:r><a:t>x</a:t></a:r></a:p>"
    rounded, circle = lettered(body, geometry=preset("roundRect")), lettered(body, geometry=preset("ellipse"))
    assert rounded is not None and circle is not None
    assert (round(rounded.width, 1), round(circle.width, 1)) == (122.6, 87.4)


def test_the_look_of_characters() -> None:
    properties = '<a:rPr sz="1200" b="1" cap="all"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill><a:latin typeface="+mj-lt"/></a:rPr>'
    assert line(f"<a:r>{properties}<a:t>ab</a:t></a:r>").letters == (Letters("AB", 12.0, Color("FF0000"), bold=True, heading=True),)


def test_sizes_that_no_text_can_have() -> None:
    assert [line(f"<a:r><a:rPr sz='{size}'/><a:t>x</a:t></a:r>").letters[0].size for size in ("-100", "9999999")] == [1.0, 4000.0]


def test_a_list_style_speaks_for_its_level() -> None:
    style = '<a:lstStyle><a:lvl2pPr algn="ctr" marL="127000"><a:defRPr sz="900"/></a:lvl2pPr></a:lstStyle>'
    found = line('<a:pPr lvl="1"/><a:r><a:t>x</a:t></a:r>', style)
    assert (found.align, found.left, found.letters[0].size) == (Align.CENTER, 10, 9)


def test_a_shape_lends_its_text_a_colour() -> None:
    style = '<p:style><a:fontRef idx="minor"><a:schemeClr val="bg1"/></a:fontRef></p:style>'
    found = lettered("<a:bodyPr/><a:p><a:r><a:t>x</a:t></a:r></a:p>", style=style)
    assert found is not None and found.lines[0].letters[0].color == Color("FFFFFF", "bg1")


def test_spacing() -> None:
    spaced = '<a:pPr><a:lnSpc><a:spcPts val="2000"/></a:lnSpc><a:spcBef><a:spcPct val="50000"/></a:spcBef><a:spcAft><a:spcPts val="300"/></a:spcAft></a:pPr>'
    found = line(f"{spaced}<a:r><a:rPr sz='1000'/><a:t>x</a:t></a:r>")
    assert (found.pitch, found.exact, found.before, found.after) == (20, True, 6, 3)
    assert line('<a:pPr><a:lnSpc><a:spcPct val="90%"/></a:lnSpc></a:pPr><a:r><a:t>x</a:t></a:r>').pitch == 0.9


def test_fields() -> None:
    number, date = '<a:fld type="slidenum"><a:t>‹#›</a:t></a:fld>', '<a:fld type="datetime1"><a:t>2020-01-01</a:t></a:fld>'
    assert [each.number for each in line(f"<a:r><a:t>第</a:t></a:r>{number}").letters] == [False, True]
    of_part = sheet()
    node = xml(shape("", more=f"<p:txBody><a:bodyPr/><a:p>{date}</a:p></p:txBody>"))
    lettering(node, SAME.place(xml(f"<a:xfrm>{PLACE}</a:xfrm>")), of_part)
    assert [each.why.en for each in of_part.skipped] == ["a field with the date of the day"]


def test_bullets() -> None:
    bullet = '<a:buClr><a:srgbClr val="FF0000"/></a:buClr><a:buChar char="–"/>'
    found = line(f'<a:pPr marL="254000" indent="-127000">{bullet}</a:pPr><a:r><a:t>x</a:t></a:r>')
    assert (found.mark, found.left, found.first) == (Letters("–", 18.0, Color("FF0000")), 20, -10)
    assert line("<a:pPr><a:buNone/></a:pPr><a:r><a:t>x</a:t></a:r>").mark is None
