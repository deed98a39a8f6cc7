from __future__ import annotations

import pytest
from lxml import etree

from engine.probe.table_styles import TableStyles

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
OWN = "{00000000-0000-0000-0000-000000000001}"
LIST = etree.fromstring(
    f'<a:tblStyleLst {A}><a:tblStyle styleId="{OWN}"><a:wholeTbl><a:tcTxStyle><a:fontRef idx="minor"/><a:srgbClr val="333333"/></a:tcTxStyle>'
    '</a:wholeTbl><a:firstCol><a:tcTxStyle b="on"/></a:firstCol><a:lastRow><a:tcTxStyle><a:schemeClr val="accent1"/></a:tcTxStyle></a:lastRow>'
    "</a:tblStyle></a:tblStyleLst>"
)


def table(style: str, flags: str = "") -> etree._Element:
    """Return a table of three rows and two columns."""
    grid = "<a:tblGrid><a:gridCol/><a:gridCol/></a:tblGrid>"
    return etree.fromstring(
        f"<a:tbl {A}><a:tblPr {flags}><a:tableStyleId>{style}</a:tableStyleId></a:tblPr>{grid}<a:tr/><a:tr/><a:tr/></a:tbl>"
    )


def ink(styles: TableStyles, made: etree._Element, row: int, column: int = 0) -> str:
    found = styles.ink(made, row, column)
    return "" if found is None else found[0].get("val", "")


@pytest.mark.parametrize(("row", "color"), [(0, "lt1"), (1, "dk1"), (2, "dk1")])
def test_the_usual_style_is_known_without_its_definition(row: int, color: str) -> None:
    usual = table("{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}", 'firstRow="1" bandRow="1"')
    assert ink(TableStyles(None), usual, row) == color


def test_a_style_of_the_file() -> None:
    styles, made = TableStyles(LIST), table(OWN, 'firstCol="1" lastRow="1"')
    assert [ink(styles, made, row) for row in range(3)] == ["333333", "333333", "accent1"]


def test_a_style_that_nobody_knows_names_no_colour() -> None:
    assert ink(TableStyles(LIST), table("{FFFFFFFF-0000-0000-0000-000000000009}"), 0) == ""
    assert TableStyles(None).ink(etree.fromstring(f"<a:tbl {A}/>"), 0, 0) is None
