from __future__ import annotations

from typing import Any

import pytest
from weasyprint.pdf.stream import Stream, pydyf

from engine.base.units import Rect, Size, pt
from engine.model.blocks import Align
from engine.model.theme import Color
from engine.writers.pdf.marks import Ink
from engine.writers.pdf.page_marks import Drawing, Lines, Part, Photo, Piece, SetLine, SetPage, Sketch
from engine.writers.pdf.weasy_fonts import InstalledFonts
from engine.writers.pdf.weasy_page import Link, PaintedPage, Told
from engine.writers.pdf.weasy_type import TypeSetter

INK = Color("000000")
FRAME = Rect(pt(10), pt(20), pt(30), pt(40))
DOT = (("m", (0.0, 0.0)),)
PHOTO = Photo(b"picture", FRAME)


def line(*pieces: tuple[str, str | None]) -> SetLine:
    made = tuple(Piece(text, 12, INK, bold=False, family="Noto Sans CJK SC", address=address) for text, address in pieces)
    return SetLine(made, 10, 100, 20, Align.LEFT)


def paint(*marks: Part | Drawing) -> tuple[PaintedPage, list[str]]:
    """Return the painted page and the operators that matter here."""

    def drawer(blob: bytes) -> Any:
        return lambda stream, width, height: stream.stream.append(f"{blob.decode()} {width:g} {height:g}".encode())

    page = PaintedPage(SetPage(Size(pt(72), pt(36)), marks, {"one": (3, 6)}), TypeSetter("zh-CN", InstalledFonts.cached()), drawer)
    stream = Stream({}, (0, 0, 100, 100), pydyf.Dictionary({"ExtGState": pydyf.Dictionary()}), {}, None, {}, None)
    page.paint(stream, 0.75)
    drawn = [part.decode() for part in stream.stream]
    wanted = ("BMC", "BDC", "EMC", " f", "picture", "cm", "gs", "TJ")
    return page, [part for part in drawn if any(word in part for word in wanted)]


def kinds(operators: list[str]) -> list[str]:
    return ["TJ" if operator.endswith("TJ") else operator for operator in operators]


def test_its_lengths_are_css_pixels_for_weasyprint() -> None:
    page, _ = paint()
    assert (page.width, page.height, set(page.bleed.values())) == (96, 48, {0.0})
    assert page.anchors == {"one": (4, 8, 4, 8)}


def test_what_stands_in_no_part_is_an_artifact() -> None:
    page, operators = paint(Sketch((Ink((DOT,), INK, opacity=0.5), Ink((DOT,), INK, opacity=0.5))), PHOTO)
    assert operators == [
        "/Artifact BMC", "/a0.5 gs", "0 0 0 rg 0 0 m f", "0 0 0 rg 0 0 m f", "EMC",
        "/Artifact BMC", "1 0 0 1 10 20 cm", "picture 30 40", "EMC",
    ]  # fmt: skip
    assert page.told == ()


def test_a_paragraph_is_one_content_however_many_lines_it_has() -> None:
    part = Part("P", (Lines((line(("一", None)), line(("二", None)))),))
    page, operators = paint(part)
    assert kinds(operators) == ["/Span <</MCID 0>> BDC", "TJ", "TJ", "EMC"]
    assert page.told == (Told(part, (0,)),)


def test_a_link_is_a_content_of_its_own_with_a_box_to_press() -> None:
    page, operators = paint(Part("P", (Lines((line(("见", None), ("图", "#fig"), ("。", None)),)),)))
    assert kinds(operators) == [
        "/Span <</MCID 0>> BDC", "TJ", "EMC", "/Link <</MCID 1>> BDC", "TJ", "EMC", "/Span <</MCID 2>> BDC", "TJ", "EMC",
    ]  # fmt: skip
    (told,) = page.told
    before, link, after = told.children
    assert isinstance(link, Link)
    assert (before, link.address, link.content, after) == (0, "#fig", 1, 2)
    assert link.box == pytest.approx((22, 8, 34, 23), abs=0.1)


def test_figures_are_drawn_in_their_place() -> None:
    figure = Part("Figure", (Sketch((Ink((DOT,), INK),), 5, 6),), "图", FRAME)
    page, operators = paint(figure)
    assert operators == ["/Figure <</MCID 0>> BDC", "1 0 0 1 5 6 cm", "/a1.0 gs", "0 0 0 rg 0 0 m f", "EMC"]
    assert page.told == (Told(figure, (0,)),)


def test_parts_in_parts_are_told_as_they_stand() -> None:
    cell = Part("TD", (Lines((line(("一", None)),)),))
    empty = Part("TD")
    row = Part("TR", (cell, empty))
    page, _ = paint(Part("Table", (row,)))
    assert page.told[0].children == (Told(row, (Told(cell, (0,)), Told(empty, ()))),)
