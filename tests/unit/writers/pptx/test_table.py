from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from engine.base.units import inch
from engine.model.deck import CellBox, RowBox, Stroke, TableBox
from engine.model.theme import Color
from engine.writers.pptx.ink import Ink
from engine.writers.pptx.table import TableWriter
from engine.writers.pptx.text import TextWriter
from tests.unit.writers.pptx.sample_deck import harbor, table

NS = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
RED = Color("FF0000")


def write(box: TableBox) -> etree._Element:
    brand = harbor()
    ink = Ink(brand.office)
    xml = TableWriter(TextWriter(brand.theme, brand.office, ink, "zh-CN"), ink).table(box, str)
    return etree.fromstring(xml.replace("<a:tbl>", f'<a:tbl xmlns:a="{NS["a"]}">', 1))


def edges(cell: etree._Element) -> str:
    """Return which edges of a cell are drawn, e.g. `B` or `TB`."""
    sides = (side for side in "LRTB" if cell.find(f"a:tcPr/a:ln{side}/a:solidFill", NS) is not None)
    return "".join(sides)


def test_grid_rows_and_cells() -> None:
    found = write(table())
    assert [column.get("w") for column in found.iterfind("a:tblGrid/a:gridCol", NS)] == ["1883664", "1280160", "1280160"]
    assert [row.get("h") for row in found.iterfind("a:tr", NS)] == ["347472", "365760", "365760"]
    assert [len(row.findall("a:tc", NS)) for row in found.iterfind("a:tr", NS)] == [3, 3, 3]


def test_the_header_is_told_and_no_style_draws() -> None:
    properties = write(table()).find("a:tblPr", NS)
    assert properties is not None
    assert dict(properties.attrib.items()) == {"firstRow": "1"}
    assert properties[0].text == "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
    headless = write(replace(table(), header_rows=0)).find("a:tblPr", NS)
    assert headless is not None and not headless.attrib


def test_a_spanning_cell_covers_the_next() -> None:
    first = write(table()).findall("a:tr", NS)[0].findall("a:tc", NS)
    assert [dict(cell.attrib.items()) for cell in first] == [{}, {"gridSpan": "2"}, {"hMerge": "1"}]
    assert first[2].find("a:txBody/a:p", NS) is not None  # a cell without a paragraph is a repair


def test_rules_belong_to_both_rows_and_there_are_none_between_columns() -> None:
    rows = [[edges(cell) for cell in row.iterfind("a:tc", NS)] for row in write(table()).iterfind("a:tr", NS)]
    assert rows == [["B", "B", "B"], ["TB", "TB", "TB"], ["TB", "TB", "TB"]]


def test_a_rule_above_is_drawn_below_the_row_before() -> None:
    plain, total = CellBox(()), CellBox((), top=Stroke(RED, 1))
    box = TableBox("x", table().frame, (inch(1),), (RowBox(inch(1), (plain,)), RowBox(inch(1), (total,))), inch(0.08))
    assert [edges(cell) for cell in write(box).iter(f"{{{NS['a']}}}tc")] == ["B", "T"]


def test_grounds_margins_and_anchor() -> None:
    cell = write(table()).findall("a:tr", NS)[2].findall("a:tc", NS)[2]
    properties = cell.find("a:tcPr", NS)
    assert properties is not None
    assert dict(properties.attrib.items()) == {"marL": "73152", "marR": "73152", "marT": "0", "marB": "0", "anchor": "ctr"}
    assert properties.find("a:solidFill/a:srgbClr", NS) is not None


def test_an_empty_cell_does_not_stretch_its_row() -> None:
    box = TableBox("x", table().frame, (inch(1),), (RowBox(inch(0.1), (CellBox(()),)),), inch(0.08))
    assert re.findall(r'sz="(\d+)"', etree.tostring(write(box)).decode()) == ["100"]


def test_trailing_space_widens_the_right_margin() -> None:
    spaced = CellBox((), trailing=inch(0.1))
    box = TableBox("x", table().frame, (inch(1),), (RowBox(inch(1), (spaced,)),), inch(0.08))
    assert 'marL="73152" marR="164592"' in etree.tostring(write(box)).decode()
