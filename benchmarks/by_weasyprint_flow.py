"""The reference for the PDF of a paper: the same flow as HTML with matplotlib charts as SVG, through WeasyPrint.

Tagged, with contents that know and link their pages, as ours is: page numbers by `target-counter`, as WeasyPrint's manual teaches.
"""

from __future__ import annotations

import base64
import html
from typing import Any

from weasyprint import HTML

from benchmarks.by_matplotlib import FONT, as_image

Plain = dict[str, Any]
EMU_PER_POINT = 12_700
STYLE = f"""
@page {{size: A4; margin: 29mm 25mm; @bottom-right {{content: counter(page)}} @top-left {{content: string(title)}}}}
@page wide {{size: A4 landscape}}
body {{font: 10.5pt/20pt 'Noto Serif CJK SC'; text-align: justify}}
h1, h2, h3, h4, table, figcaption, .note, .toc {{font-family: '{FONT}'; text-align: left; break-after: avoid}}
table {{border-collapse: collapse; width: 100%; break-after: auto}} tr {{break-inside: avoid}} td, th {{border-bottom: .75pt solid #D6DEE4}}
h1, h2 {{string-set: title content()}} .toc a::after {{content: leader('.') target-counter(attr(href), page)}}
.wide {{page: wide}} .page {{break-after: page}} .note {{font-size: 9pt}} .callout {{background: #EEF3F6; padding: 6pt}}
"""


def draw(drawing: Plain, variant: str | None = "pdf/ua-1") -> bytes:
    """Return the file; `variant` None leaves it without tags."""
    facts = "".join(f"<tr><td>{_said(label)}</td><td>{_said(value)}</td></tr>" for label, value in drawing["facts"])
    cover = f"<section class=page><p>{_said(drawing['unit'])}</p><h1>{_said(drawing['title'])}</h1><p>{_said(drawing['subtitle'])}</p>"
    lines = "".join(
        f"<p style='margin-left:{12 * (level - 1)}pt'><a href='#{bookmark}'>{_said(title)}</a></p>"
        for level, title, _, bookmark in drawing["contents"]
    )
    blocks = "".join(map(_block, drawing["blocks"]))
    body = f"{cover}<table>{facts}</table></section><section class='page toc'>{lines}</section><section>{blocks}</section>"
    head = f"<title>{_said(drawing['title'])}</title><style>{STYLE}</style>"
    pdf: bytes = HTML(string=f"<html lang=zh-CN><head>{head}</head><body>{body}</body></html>").write_pdf(pdf_variant=variant)
    return pdf


def _said(words: str) -> str:
    return html.escape(words)


def _runs(runs: list[tuple[str, bool]]) -> str:
    return "".join(f"<b>{_said(text)}</b>" if bold else _said(text) for text, bold in runs)


def _id(block: Plain) -> str:
    return f" id='{block['bookmark']}'" if block.get("bookmark") else ""


def _block(block: Plain) -> str:
    match block["kind"]:
        case "heading":
            return f"<h{block['level']}{_id(block)}>{_said(block['text'])}</h{block['level']}>"
        case "text":
            return f"<p>{_runs(block['runs'])}</p>"
        case "bullet":
            return f"<ul><li>{_runs(block['runs'])}</li></ul>"
        case "caption" | "note":
            return f"<p class=note{_id(block)}>{_runs(block['runs'])}</p>"
        case "callout":
            inside = "".join(f"<p>{_runs(runs)}</p>" for runs in (block["label"], *block["paragraphs"]))
            return f"<div class=callout>{inside}</div>"
        case "table":
            return _table(block)
        case "chart":
            return f"<figure>{as_image(block)}</figure>"
        case "picture":
            return f"<img alt='{_said(block['alt'])}' src='data:image/png;base64,{base64.b64encode(block['blob']).decode()}'>"
        case _:
            return "</section><section class=wide>" if block["to"] == "landscape" else "</section><section class=page></section><section>"


def _table(block: Plain) -> str:
    columns = "".join(f"<col style='width:{width / EMU_PER_POINT}pt'>" for width in block["widths"])
    rows = {True: "", False: ""}
    for row in block["rows"]:
        cells = "".join(f"<td>{'<br>'.join(map(_runs, paragraphs))}</td>" for paragraphs in row["cells"])
        rows[row["header"]] += f"<tr>{cells}</tr>"
    head = f"<colgroup>{columns}</colgroup><thead>{rows[True]}</thead><tbody>{rows[False]}</tbody>"
    return f"<table style='font-size:{block['size']}pt'>{head}</table>"
