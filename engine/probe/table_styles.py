"""The colour that the style of a table gives the letters of its cells (ECMA-376 part 1, §20.1.4.2), as far as it is known.

The style that every new table has, “Medium Style 2 – Accent 1”, is seldom written into files: programs know it.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from engine.probe.slide_styles import A

_USUAL = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
_ON = frozenset({"1", "true"})
_BUILT_IN = etree.fromstring(
    f'<a:tblStyle xmlns:a="{A[1:-1]}">'
    '<a:wholeTbl><a:tcTxStyle><a:schemeClr val="dk1"/></a:tcTxStyle></a:wholeTbl>'
    + "".join(
        f'<a:{part}><a:tcTxStyle b="on"><a:schemeClr val="lt1"/></a:tcTxStyle></a:{part}>'
        for part in ("lastCol", "firstCol", "lastRow", "firstRow")
    )
    + "</a:tblStyle>"
)


class TableStyles:
    """The styles of a presentation; `root` is that of its list, None for a presentation without one."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles = {_USUAL: _BUILT_IN}
        if root is not None:
            self._styles.update({style.get("styleId", ""): style for style in root.iterfind(f"{A}tblStyle")})

    def ink(self, table: etree._Element, row: int, column: int) -> etree._Element | None:
        """Return the fill of a cell's letters by the style of its table, rows and columns from 0; None where nobody knows it."""
        properties = table.find(f"{A}tblPr")
        style = None if properties is None else self._styles.get(properties.findtext(f"{A}tableStyleId", "").strip())
        if properties is None or style is None:
            return None
        for part in _parts(table, properties, row, column):
            for said in style.iterfind(f"{A}{part}/{A}tcTxStyle"):
                color = next((node for node in said.iterchildren("*") if node.tag.endswith("Clr")), None)
                if color is not None:
                    fill = etree.Element(f"{A}solidFill")
                    fill.append(deepcopy(color))
                    return fill
        return None


def _parts(table: etree._Element, properties: etree._Element, row: int, column: int) -> Iterator[str]:
    """Yield the parts of a style that a cell belongs to, the strongest first. Bands change grounds, hardly ever letters."""
    rows, columns = len(table.findall(f"{A}tr")), len(table.findall(f"{A}tblGrid/{A}gridCol"))
    places = (("firstRow", row == 0), ("lastRow", row == rows - 1), ("firstCol", column == 0), ("lastCol", column == columns - 1))
    yield from (name for name, is_there in places if is_there and properties.get(name) in _ON)
    yield "wholeTbl"
