"""The smallest workbook that Excel opens without a word: one sheet, inline strings (never formulas), fixed dates, same input same bytes."""

from __future__ import annotations

import io
import zipfile

from engine.writers.ooxml.chart_sheet import SHEET_NAME, SheetColumn, column_letters
from engine.writers.ooxml.numbers import number_text
from engine.writers.ooxml.xml import DECLARATION, attrs, element, escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip entry can carry."""

FIRST_CUSTOM_FORMAT = 164
"""Number format ids below are Excel's built-in ones (ECMA-376 part 1, 18.8.30)."""

_CONTENT_TYPES_XML = DECLARATION + element(
    "Types",
    {"xmlns": CONTENT_TYPES},
    element("Default", {"Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"}),
    element("Default", {"Extension": "xml", "ContentType": "application/xml"}),
    element("Override", {"PartName": "/xl/workbook.xml", "ContentType": f"{SPREADSHEET}.sheet.main+xml"}),
    element("Override", {"PartName": "/xl/worksheets/sheet1.xml", "ContentType": f"{SPREADSHEET}.worksheet+xml"}),
    element("Override", {"PartName": "/xl/styles.xml", "ContentType": f"{SPREADSHEET}.styles+xml"}),
)
_ROOT_RELS_XML = DECLARATION + element(
    "Relationships",
    {"xmlns": PACKAGE_RELATIONSHIPS},
    element("Relationship", {"Id": "rId1", "Type": f"{OFFICE_RELATIONSHIPS}/officeDocument", "Target": "xl/workbook.xml"}),
)
_WORKBOOK_RELS_XML = DECLARATION + element(
    "Relationships",
    {"xmlns": PACKAGE_RELATIONSHIPS},
    element("Relationship", {"Id": "rId1", "Type": f"{OFFICE_RELATIONSHIPS}/worksheet", "Target": "worksheets/sheet1.xml"}),
    element("Relationship", {"Id": "rId2", "Type": f"{OFFICE_RELATIONSHIPS}/styles", "Target": "styles.xml"}),
)
_WORKBOOK_XML = DECLARATION + element(
    "workbook",
    {"xmlns": MAIN, "xmlns:r": OFFICE_RELATIONSHIPS},
    element("sheets", None, element("sheet", {"name": SHEET_NAME, "sheetId": 1, "r:id": "rId1"})),
)


def workbook(columns: tuple[SheetColumn, ...]) -> bytes:
    """Return the .xlsx file with these columns."""
    formats = tuple(dict.fromkeys(column.format for column in columns if column.format != "General"))
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES_XML,
        "_rels/.rels": _ROOT_RELS_XML,
        "xl/workbook.xml": _WORKBOOK_XML,
        "xl/_rels/workbook.xml.rels": _WORKBOOK_RELS_XML,
        "xl/worksheets/sheet1.xml": _sheet_xml(columns, formats),
        "xl/styles.xml": _styles_xml(formats),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same bytes on every system
            archive.writestr(entry, content.encode())
    return stream.getvalue()


def _sheet_xml(columns: tuple[SheetColumn, ...], formats: tuple[str, ...]) -> str:
    styles = [formats.index(column.format) + 1 if column.format in formats else 0 for column in columns]
    letters = [column_letters(index) for index in range(len(columns))]
    height = max(len(column.values) for column in columns)
    rows = [_row(1, [_cell(f"{letter}1", column.header, 0) for letter, column in zip(letters, columns, strict=True)])]
    for index in range(height):
        cells = [
            _cell(f"{letter}{index + 2}", column.values[index], style)
            for letter, column, style in zip(letters, columns, styles, strict=True)
            if index < len(column.values)
        ]
        rows.append(_row(index + 2, cells))
    dimension = element("dimension", {"ref": f"A1:{letters[-1]}{height + 1}"})
    return DECLARATION + element("worksheet", {"xmlns": MAIN}, dimension, element("sheetData", None, *rows))


def _row(number: int, cells: list[str]) -> str:
    return element("row", {"r": number}, *cells)


def _cell(address: str, value: str | float | None, style: int) -> str:
    """Return a cell, nothing for a gap. A string stays a string whatever it begins with: an inline string is never a formula."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f'<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    shape = f' s="{style}"' if style else ""
    return f'<c r="{address}"{shape}><v>{number_text(value)}</v></c>'


def _styles_xml(formats: tuple[str, ...]) -> str:
    numbered = list(enumerate(formats, FIRST_CUSTOM_FORMAT))
    number_formats = "".join(f"<numFmt{attrs({'numFmtId': number, 'formatCode': code})}/>" for number, code in numbered)
    return DECLARATION + element(
        "styleSheet",
        {"xmlns": MAIN},
        element("numFmts", {"count": len(formats)}, number_formats) if formats else "",
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>',
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
        element(
            "cellXfs",
            {"count": len(formats) + 1},
            '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
            *(f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' for number, _ in numbered),
        ),
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    )
