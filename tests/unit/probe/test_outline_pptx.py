"""Outlines of presentations that python-pptx wrote, as somebody's own files are written by other programs."""

from __future__ import annotations

import io

import pptx
import pytest
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm

from engine.model.outline import OutlineChart, OutlinePage, OutlineSeries, OutlineTable
from engine.probe.outline_pptx import pptx_pages


def presentation() -> bytes:
    deck = pptx.Presentation()
    first = deck.slides.add_slide(deck.slide_layouts[1])
    first.shapes.title.text = "完成 92.4%"
    first.placeholders[1].text_frame.text = "成交\v超额"
    first.placeholders[1].text_frame.add_paragraph().text = ""
    second = deck.slides.add_slide(deck.slide_layouts[6])
    second.shapes.add_textbox(0, 0, Cm(4), Cm(1)).text_frame.text = "没有标题占位符"
    table = second.shapes.add_table(2, 2, 0, 0, Cm(8), Cm(2)).table
    for row, words in enumerate((("队", "数"), ("甲", "1"))):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    data = CategoryChartData()
    data.categories = ["1月", "2月"]
    data.add_series("GMV", (3.5, None))
    second.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, Cm(8), Cm(6), data)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def test_slides_say_title_paragraphs_tables_and_charts() -> None:
    assert pptx_pages(presentation()) == (
        OutlinePage("完成 92.4%", ("成交 超额",)),
        OutlinePage(
            "没有标题占位符",
            (),
            (OutlineTable((("队", "数"), ("甲", "1"))),),
            (OutlineChart(("1月", "2月"), (OutlineSeries("GMV", (3.5, None)),)),),
        ),
    )


def test_slides_come_in_the_order_of_the_show() -> None:
    deck = pptx.Presentation(io.BytesIO(presentation()))
    order = deck.slides._sldIdLst
    order.append(order[0])
    out = io.BytesIO()
    deck.save(out)
    assert [page.title for page in pptx_pages(out.getvalue())] == ["没有标题占位符", "完成 92.4%"]


@pytest.mark.parametrize("blob", [b"", b"PK\x03\x04 no archive", b"%PDF-1.7"])
def test_other_bytes_are_no_presentation(blob: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        pptx_pages(blob)
