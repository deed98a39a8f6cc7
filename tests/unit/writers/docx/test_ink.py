from __future__ import annotations

from engine.model.theme import Color
from engine.writers.docx.ink import Ink, solid
from tests.support.paper_sample import harbor


def test_colours_of_the_template_follow_its_theme() -> None:
    ink = Ink(harbor().office)
    assert ink.color(Color("1A6585", "accent1")) == '<w:color w:val="1A6585" w:themeColor="accent1"/>'
    assert ink.color(Color("14232F", "tx1")) == '<w:color w:val="14232F" w:themeColor="text1"/>'
    assert ink.color(Color("FF0000", "accent1")) == '<w:color w:val="FF0000"/>'
    assert ink.color(None) == ""


def test_grounds_and_rules() -> None:
    ink = Ink(harbor().office)
    assert ink.ground(Color("F3F6F8", "bg2")) == '<w:shd w:val="clear" w:color="auto" w:fill="F3F6F8" w:themeFill="background2"/>'
    assert ink.rule("top", Color("14232F"), 1.5) == '<w:top w:val="single" w:sz="12" w:space="0" w:color="14232F"/>'


def test_fills_of_shapes() -> None:
    assert solid(Color("0B2239", "tx2"), harbor().office) == '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill>'
    assert solid(Color("1B4562"), harbor().office) == '<a:solidFill><a:srgbClr val="1B4562"/></a:solidFill>'
