from __future__ import annotations

import io
from collections.abc import Iterator

import pptx
import pytest
from lxml import etree
from pptx.util import Pt

from engine.probe.package_parts import Parts, open_parts
from engine.probe.slide_styles import A, Layout, P, TextStyle, ThemeFonts, own_color, own_faces

THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
    '<a:majorFont><a:latin typeface="Calibri"/><a:ea typeface="{major}"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/>{script}</a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)


def theme(major: str = "", script: str = "") -> ThemeFonts:
    return ThemeFonts(etree.fromstring(THEME.format(major=major, script=script)))


def test_a_theme_names_a_font_for_han_in_two_ways() -> None:
    hans = '<a:font script="Hans" typeface="等线"/>'
    assert [theme(script=hans).minor, theme().minor, theme("SimSun").major, ThemeFonts(None).major] == [True, False, True, False]


def test_a_typeface_is_itself_or_one_of_the_themes() -> None:
    fonts = theme("SimSun")
    assert [fonts.has(name) for name in ("+mj-ea", "+mn-ea", "SimHei", "")] == [True, False, True, False]
    assert [fonts.name(name) for name in ("+mj-ea", "+mj-lt", "+mn-ea", "SimHei")] == ["SimSun", "Calibri", "", "SimHei"]


@pytest.fixture
def parts() -> Iterator[Parts]:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "标题"
    slide.placeholders[1].text_frame.text = "正文"
    box = slide.shapes.add_textbox(0, 0, 10, 10).text_frame
    box.text = "文本框"
    box.paragraphs[0].runs[0].font.size = Pt(11)
    out = io.BytesIO()
    deck.save(out)
    with open_parts(out.getvalue()) as opened:
        yield opened


def test_sizes_come_from_run_master_and_defaults(parts: Parts) -> None:
    referred = parts.referred("ppt/slides/slide1.xml")
    layout = Layout(parts, next(name for name in referred.values() if "slideLayout" in name), None)
    assert layout.kind == "obj"
    found = []
    for shape in parts.xml("ppt/slides/slide1.xml").iter(f"{P}sp"):
        body = shape.find(f"{P}txBody")
        assert body is not None
        style = TextStyle(layout, body, shape.find(f".//{P}ph"))
        run = next(body.iter(f"{A}r")).find(f"{A}rPr")
        found.append((style.size(run, 0), bool(style.ea(run, 0)), style.latin(run, 0)))
    assert found == [(44.0, True, "Calibri"), (32.0, True, "Calibri"), (11.0, True, "Calibri")]


def test_a_shrunk_text_is_as_small_as_it_is_seen() -> None:
    body = etree.fromstring(
        '<p:txBody xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:bodyPr><a:normAutofit fontScale="50000"/></a:bodyPr>'
        '<a:lstStyle><a:lvl1pPr><a:defRPr sz="2000"/></a:lvl1pPr></a:lstStyle></p:txBody>'
    )
    with open_parts(_empty()) as nothing:
        style = TextStyle(Layout(nothing, "", None), body, None)
        assert (style.size(None, 0), style.size(None, 1), style.ea(None, 0)) == (10.0, 9.0, "")


def _empty() -> bytes:
    return b"PK\x05\x06" + b"\0" * 18


def test_what_a_run_names_itself() -> None:
    run = etree.fromstring(
        '<a:rPr xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:solidFill><a:srgbClr val="ff00ff"/></a:solidFill>'
        '<a:latin typeface="Arial"/><a:ea typeface="+mn-ea"/><a:cs typeface="Tahoma"/></a:rPr>'
    )
    assert (own_color(run), own_faces(run)) == ("FF00FF", ("Arial",))
    assert (own_color(None), own_faces(None)) == ("", ())
    run[0][0].tag = f"{A}schemeClr"
    assert own_color(run) == ""


def test_the_name_of_a_layout(parts: Parts) -> None:
    assert Layout(parts, "ppt/slideLayouts/slideLayout2.xml", None).name == "Title and Content"
    assert Layout(parts, "", None).name == ""
