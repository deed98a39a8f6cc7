"""Fills, lines and text of charts in DrawingML."""

from __future__ import annotations

from engine.model.figure import Pen
from engine.model.theme import Color, FontFace
from engine.writers.ooxml.xml import element, escape

EMU_PER_POINT = 12_700


def val(name: str, value: str | int) -> str:
    """Return the commonest chart element, an empty one with a `val`."""
    return element(name, {"val": value})


def color_xml(color: Color, opacity: float = 1.0) -> str:
    """Return the colour as a theme slot when it lives in one, so that a recoloured template recolours the chart."""
    alpha = element("a:alpha", {"val": round(opacity * 100_000)}) if opacity < 1 else ""
    if color.slot:
        return element("a:schemeClr", {"val": color.slot}, alpha)
    return element("a:srgbClr", {"val": color.hex}, alpha)


def fill_xml(color: Color | None, opacity: float = 1.0) -> str:
    return element("a:solidFill", None, color_xml(color, opacity)) if color else element("a:noFill")


def line_properties(pen: Pen | None, *, round_joins: bool = False) -> str:
    """Return `a:ln`; None is no line."""
    if pen is None:
        return element("a:ln", None, element("a:noFill"))
    dash = element("a:prstDash", {"val": "sysDash" if pen.dashed else "solid"})
    join = element("a:round") if round_joins else element("a:miter", {"lim": 800_000})
    attributes: dict[str, str | int] = {"w": round(pen.width * EMU_PER_POINT), "cap": "flat"}
    return element("a:ln", attributes, fill_xml(pen.color), dash, join)


def shape_properties(fill: Color | None, pen: Pen | None = None, *, opacity: float = 1.0) -> str:
    return element("c:spPr", None, fill_xml(fill, opacity), line_properties(pen))


def character_properties(tag: str, size: float, color: Color, face: FontFace, *, bold: bool = False) -> str:
    """Return `a:rPr` or `a:defRPr` with all three font slots: without `ea` Windows draws Chinese in the wrong face."""
    attributes: dict[str, str | int] = {} if tag == "a:defRPr" else {"lang": "zh-CN", "altLang": "en-US"}
    attributes |= {"sz": round(size * 100), "b": int(bold), "i": 0}
    return element(
        tag,
        attributes,
        fill_xml(color),
        element("a:latin", {"typeface": face.latin}),
        element("a:ea", {"typeface": face.ea}),
        element("a:cs", {"typeface": face.latin}),
    )


def text_properties(size: float, color: Color, face: FontFace, *, bold: bool = False, wrap: bool = True) -> str:
    """Return `c:txPr` for text that Office does not turn."""
    paragraph = element(
        "a:p",
        None,
        element("a:pPr", None, character_properties("a:defRPr", size, color, face, bold=bold)),
        element("a:endParaRPr", {"lang": "zh-CN"}),
    )
    return element(
        "c:txPr",
        None,
        element("a:bodyPr", {"rot": 0, "vert": "horz", "wrap": "square" if wrap else "none"}),
        element("a:lstStyle"),
        paragraph,
    )


def run_xml(text: str, properties: str) -> str:
    return element("a:r", None, properties, element("a:t", None, escape(text)))


def rich_text(*runs: str) -> str:
    """Return `c:tx` with these very runs."""
    paragraph = element("a:p", None, *runs)
    return element("c:tx", None, element("c:rich", None, element("a:bodyPr", {"wrap": "none"}), element("a:lstStyle"), paragraph))
