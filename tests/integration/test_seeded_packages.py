"""Known repair triggers, each seeded into a file that is sound without it: the package rules alone find every one.

46 of decks and 19 of documents; most are found by neither the Open XML SDK validator nor openxml-audit.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from engine.checks.package import check_package
from engine.checks.package.definition import Author
from tests.support.package_seeds import (
    BARE,
    CHART,
    TABLE,
    Change,
    adding,
    again,
    at,
    drop,
    emptied,
    holding,
    put,
    saying,
    sound,
    text,
    to_end,
    to_front,
    twice,
    without,
)

DECK, TYPES, MASTER, THEME = "ppt/presentation.xml", "[Content_Types].xml", "ppt/slideMasters/slideMaster1.xml", "ppt/theme/theme1.xml"
DRAWN, RELS, LINK = "ppt/charts/chart1.xml", "ppt/slides/_rels/slide{}.xml.rels", "//rel:Relationship[@TargetMode='External']"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
STORY = "word/document.xml"
PHANTOM = adding('<ct:Override PartName="/gone.xml" ContentType="application/xml"/>')

OURS: Mapping[str, tuple[str, Change]] = {
    "slide number twice": ("FILE042", at(DECK, "//p:sldId[2]", put("id", "256"))),
    "slide number too small": ("FILE042", at(DECK, "//p:sldId[2]", put("id", "1"))),
    "layout number twice": ("FILE042", at(MASTER, "//p:sldLayoutId[2]", put("id", "2147483649"))),
    "layout with the number of its master": ("FILE042", at(MASTER, "//p:sldLayoutId", put("id", "2147483648"))),
    "slide listed twice": ("FILE042", at(DECK, "//p:sldId[2]", put("r:id", "rId7"))),
    "theme with one fill": ("FILE042", at(THEME, "//a:fillStyleLst/*[1]", drop)),
    "missing target": ("FILE041", saying(RELS.format(3), "slideLayout3", "slideLayout99")),
    "chart of no relationship": ("FILE041", at(CHART, "//c:chart", put("r:id", "rId99"))),
    "slide part deleted": ("FILE041", without(TABLE)),
    "workbook deleted": ("FILE041", without("ppt/embeddings/Microsoft_Excel_Sheet1.xlsx")),
    "slide without layout": ("FILE041", at(RELS.format(3), "//rel:Relationship", drop)),
    "third axis": ("FILE045", at(DRAWN, "//c:barChart", adding('<c:axId val="3"/>'))),
    "axis that crosses none": ("FILE045", at(DRAWN, "//c:crossAx", put("val", "99"))),
    "nan in a cache": ("FILE045", at(DRAWN, "//c:numCache//c:v", text("nan"))),
    "inf in a cache": ("FILE045", at(DRAWN, "//c:numCache//c:v", text("inf"))),
    "ptCount too small": ("FILE045", at(DRAWN, "//c:numCache/c:ptCount", put("val", "1"))),
    "point twice": ("FILE045", at(DRAWN, "//c:numCache/c:pt[2]", put("idx", "0"))),
    "order twice": ("FILE045", at(DRAWN, "//c:ser", again)),
    "garbage workbook": ("FILE046", holding("ppt/embeddings/Microsoft_Excel_Sheet1.xlsx", b"garbage")),
    "text body without paragraph": ("FILE043", at(BARE, "//p:txBody/a:p", drop)),
    "negative size": ("FILE043", at(BARE, "//p:sp//a:ext[@cx]", put("cx", "-5"))),
    "place NaN": ("FILE043", at(BARE, "//a:off", put("x", "NaN"))),
    "place 1.5": ("FILE043", at(BARE, "//a:off", put("x", "1.5"))),
    "colour #FF0000": ("FILE043", at(THEME, "//a:srgbClr", put("val", "#FF0000"))),
    "colour White": ("FILE043", at(THEME, "//a:srgbClr", put("val", "White"))),
    "size of half a point": ("FILE043", at(TABLE, "//a:rPr[@sz]", put("sz", "50"))),
    "anchor mid": ("FILE043", at(BARE, "//a:bodyPr", put("anchor", "mid"))),
    "shape number 0": ("FILE043", at(BARE, "//p:sp//p:cNvPr", put("id", "0"))),
    "shape number twice": ("FILE043", at(BARE, "(//p:sp//p:cNvPr)[2]", put("id", "1"))),
    "order in rPr": ("FILE049", at(TABLE, "//a:rPr/a:latin", to_front)),
    "unknown element": ("FILE049", at(BARE, "//p:spTree", adding("<p:strange/>"))),
    "order in the master": ("FILE049", at(MASTER, "//p:clrMap", to_end)),
    "control character": ("FILE040", saying(TABLE, "W1", "W\x0b1")),
    "bare &": ("FILE040", saying(TABLE, "W1", "W & 1")),
    "entry twice": ("FILE040", twice(TABLE)),
    "slide without type": ("FILE040", at(TYPES, "//ct:Override[@PartName='/ppt/slides/slide5.xml']", drop)),
    "phantom override": ("FILE040", at(TYPES, ".", PHANTOM)),
    "date of no day": ("FILE040", saying("docProps/core.xml", "2025-07-08T", "2025-17-08T")),
    "joined cells too wide": ("FILE044", at(TABLE, "//a:tr[2]/a:tc", put("gridSpan", "9"))),
    "row with too few cells": ("FILE044", at(TABLE, "//a:tr[2]/a:tc", drop)),
    "cell without text body": ("FILE044", at(TABLE, "//a:tc/a:txBody", drop)),
    "extension without Ignorable": ("FILE048", saying(BARE, "<p:cSld", f'<p:cSld xmlns:p14="{P14}" p14:bwMode="auto"')),
}
RAW: Mapping[str, tuple[str, Change]] = {
    "picture of no relationship": ("FILE041", at("ppt/slides/slide1.xml", "//a:blip", put("r:embed", "rId99"))),
    "garbage PNG": ("FILE040", holding("ppt/media/image1.png", b"garbage")),
    "address of no host": ("FILE041", at(RELS.format(1), LINK, put("Target", "http://exam ple/[x"))),
    "notes of two slides": ("FILE041", saying(RELS.format(2), "notesSlide2", "notesSlide1")),
}
DOCUMENTS: Mapping[str, tuple[str, Change]] = {
    "cell without paragraph": ("FILE047", at(STORY, "//w:tc", emptied)),
    "cell that ends in a table": ("FILE047", at(STORY, "//w:tc/w:tbl", to_end)),
    "joined cells too wide": ("FILE047", at(STORY, "//w:gridCol", drop)),
    "field left open": ("FILE047", at(STORY, "//w:p/w:r", adding('<w:fldChar w:fldCharType="begin"/>'))),
    "list that is not there": ("FILE047", at(STORY, "//w:p/w:pPr", adding('<w:numPr><w:numId w:val="99"/></w:numPr>', 1))),
    "style that is not there": ("FILE047", at(STORY, "//w:pStyle", put("w:val", "Nowhere"))),
    "stray text in the body": ("FILE047", at(STORY, "//w:body", text("stray"))),
    "phantom override": ("FILE040", at(TYPES, ".", PHANTOM)),
    "picture of no relationship": ("FILE041", at(STORY, "//a:blip", put("r:embed", "rId99"))),
    "missing target": ("FILE041", without("word/media/image1.png")),
    "negative size": ("FILE043", at(STORY, "//wp:extent", put("cx", "-1"))),
    "size of half a pixel": ("FILE043", at(STORY, "//a:ext[@cx]", put("cx", "1.5"))),
    "colour by name": ("FILE043", at("word/theme/theme1.xml", "//a:srgbClr", put("val", "red"))),
    "control character": ("FILE040", saying(STORY, "Heading", "Head\x0bing")),
    "bare &": ("FILE040", saying(STORY, ">Heading", ">Head & ing")),
    "style behind the spacing": ("FILE049", at(STORY, "//w:pPr[w:pStyle]", adding('<w:spacing w:after="0"/>', 0))),
    "unknown element": ("FILE049", at(STORY, "//w:tcPr", adding("<w:bold/>"))),
    "section before the text": ("FILE049", at(STORY, "//w:body/w:sectPr", to_front)),
    "document without type": ("FILE040", at(TYPES, "//ct:Override[@PartName='/word/document.xml']", drop)),
}
SEEDS = [
    pytest.param(base, form, code, change, id=f"{form}: {name}")
    for base, form, table in (("deck", "pptx", OURS), ("raw deck", "pptx", RAW), ("raw document", "docx", DOCUMENTS))
    for name, (code, change) in table.items()
]


@pytest.mark.parametrize(("base", "form", "code", "change"), SEEDS)
def test_a_known_repair_trigger_is_found(base: str, form: str, code: str, change: Change) -> None:
    assert code in {item.code for item in check_package(form, change(sound(base)), "seeded", Author.OTHER)}


def test_all_of_them_are_here() -> None:
    assert (len(OURS) + len(RAW), len(DOCUMENTS)) == (46, 19)
