"""The reference for PDF: the same pages as absolutely placed HTML with matplotlib charts as SVG, tagged, through WeasyPrint."""

from __future__ import annotations

import html
from typing import Any

from weasyprint import HTML

from benchmarks.by_matplotlib import FONT, as_image

Plain = dict[str, Any]
EMU_PER_POINT = 12_700


def draw(drawing: Plain, variant: str | None = "pdf/ua-1") -> bytes:
    """Return the file; `variant` None leaves it without tags."""
    width, height = drawing["width"] / EMU_PER_POINT, drawing["height"] / EMU_PER_POINT
    pages = "".join(
        f'<section style="height:{height}pt">{"".join(_element(e) for e in page["elements"])}</section>' for page in drawing["slides"]
    )
    style = (
        f"@page{{size:{width}pt {height}pt;margin:0}}body{{margin:0;font-family:'{FONT}'}}"
        "section{position:relative;break-after:page;overflow:hidden}div,img,table{position:absolute}p{margin:0}table{border-collapse:collapse}"
    )
    head = f"<title>{html.escape(drawing['title'])}</title><style>{style}</style>"
    pdf: bytes = HTML(string=f'<html lang="zh-CN"><head>{head}</head><body>{pages}</body></html>').write_pdf(pdf_variant=variant)
    return pdf


def _box(frame: list[int], more: str = "") -> str:
    x, y, w, h = (value / EMU_PER_POINT for value in frame)
    return f'style="left:{x:.2f}pt;top:{y:.2f}pt;width:{w:.2f}pt;height:{h:.2f}pt;{more}"'


def _paragraphs(paragraphs: list[Plain]) -> str:
    out = []
    for each in paragraphs:
        runs = "".join(
            f'<span style="font-size:{size}pt;color:#{color};{"font-weight:bold" if bold else ""}">{html.escape(text)}</span>'
            for text, size, bold, color in each["runs"]
        )
        out.append(f'<p style="line-height:{each["pitch"]}pt;text-align:{each["align"]}">{runs}</p>')
    return "".join(out)


def _element(element: Plain) -> str:
    match element["kind"]:
        case "text":
            return f"<div {_box(element['frame'])}>{_paragraphs(element['paragraphs'])}</div>"
        case "shape":
            return _shape(element)
        case "line":
            x1, y1, x2, y2 = element["ends"]
            color, width = element["stroke"]
            weight = round(width * EMU_PER_POINT)
            box = _box([x1, y1, max(x2 - x1, weight), max(y2 - y1, weight)], f"background:#{color}")
            return f"<div {box}></div>"
        case "table":
            return _table(element)
        case "chart":
            return f"<div {_box(element['frame'])}>{as_image(element)}</div>"
        case _:
            return ""


def _shape(element: Plain) -> str:
    style = f"border-radius:{element['radius'] / EMU_PER_POINT}pt;"
    if element["fill"]:
        style += f"background:#{element['fill']};"
    if element["stroke"]:
        color, width = element["stroke"]
        style += f"border:{width}pt solid #{color};box-sizing:border-box"
    return f"<div {_box(element['frame'], style)}></div>"


def _table(element: Plain) -> str:
    columns = "".join(f'<col style="width:{width / EMU_PER_POINT}pt">' for width in element["widths"])
    rows = []
    for row in element["rows"]:
        cells = "".join(f'<td style="border-bottom:.75pt solid #D6DEE4">{_paragraphs(cell)}</td>' for cell in row["cells"])
        rows.append(f'<tr style="height:{row["height"] / EMU_PER_POINT}pt">{cells}</tr>')
    return f"<table {_box(element['frame'])}><colgroup>{columns}</colgroup>{''.join(rows)}</table>"
