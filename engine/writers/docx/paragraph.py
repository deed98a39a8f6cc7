"""Paragraph elements, with their properties in the order of the schema."""

from __future__ import annotations

from engine.base.records import dataclass
from engine.brand.paper_style import PaperStyle
from engine.model.blocks import Align

_ALIGN = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}


@dataclass(frozen=True, slots=True)
class Layout:
    """What a paragraph says beyond its style; everything left out is the style's. `line` is an exact pitch in points.

    `numbering` is (numId, level), (0, 0) takes the style's number away. `indent` is where lines begin, and the first of them relative to that, in
    points. `frame`, `borders` and `tabs` are XML.
    """

    keep_next: bool = False
    page_break: bool = False
    frame: str = ""
    numbering: tuple[int, int] | None = None
    borders: str = ""
    tabs: str = ""
    before: float | None = None
    after: float | None = None
    line: float | None = None
    align: Align | None = None
    indent: tuple[float, float] | None = None


PLAIN = Layout()


def paragraph(style: PaperStyle, content: str, layout: Layout = PLAIN) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style.id}"/>{_properties(layout)}</w:pPr>{content}</w:p>'


def _properties(layout: Layout) -> str:
    if layout is PLAIN:
        return ""
    numbering = ""
    if layout.numbering is not None:
        number, level = layout.numbering
        numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return "".join(
        (
            "<w:keepNext/>" if layout.keep_next else "",
            "<w:pageBreakBefore/>" if layout.page_break else "",
            layout.frame,
            numbering,
            layout.borders,
            layout.tabs,
            _spacing(layout),
            _indent(layout),
            "" if layout.align is None else f'<w:jc w:val="{_ALIGN[layout.align]}"/>',
        )
    )


def _spacing(layout: Layout) -> str:
    parts = [
        f' w:{name}="{round(value * 20)}"' for name, value in (("before", layout.before), ("after", layout.after)) if value is not None
    ]
    if layout.line is not None:
        parts.append(f' w:line="{round(layout.line * 20)}" w:lineRule="exact"')
    return f"<w:spacing{''.join(parts)}/>" if parts else ""


def _indent(layout: Layout) -> str:
    if layout.indent is None:
        return ""
    left, first = (round(points * 20) for points in layout.indent)
    hanging = f'w:hanging="{-first}"' if first < 0 else f'w:firstLineChars="0" w:firstLine="{first}"'
    return f'<w:ind w:left="{left}" {hanging}/>'


def ending_section(xml: str, section: str) -> str | None:
    """Return the paragraph with `section` (a `w:sectPr`) as the last of its properties, None when it is no paragraph."""
    if not xml.startswith("<w:p>"):
        return None
    return xml.replace("</w:pPr>", f"{section}</w:pPr>", 1)
