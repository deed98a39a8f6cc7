"""The smallest workbook that Excel opens without a word: one sheet, strings that are never formulas, fixed dates, same input same bytes."""

from __future__ import annotations

from engine.writers.ooxml.chart_sheet import SheetColumn, column_letters
from engine.writers.ooxml.numbers import number_text
from engine.writers.ooxml.package import zip_parts
from engine.writers.ooxml.workbook_parts import (
    CONTENT_TYPES_PART,
    MAIN,
    ROOT_RELATIONSHIPS_PART,
    THEME_PART,
    WORKBOOK_PART,
    WORKBOOK_RELATIONSHIPS_PART,
)
from engine.writers.ooxml.xml import DECLARATION, attrs, element, escape

FIRST_CUSTOM_FORMAT = 164
"""Number format ids below are Excel's built-in ones (ECMA-376 part 1, 18.8.30)."""

QUICK = 1
"""Deflate level: a workbook of one small sheet gains nothing from more."""


def workbook(columns: tuple[SheetColumn, ...]) -> bytes:
    """Return the .xlsx file with these columns."""
    formats = tuple(dict.fromkeys(column.format for column in columns if column.format != "General"))
    strings: dict[str, int] = {}
    sheet = _sheet_part(columns, formats, strings)
    parts = (
        ("[Content_Types].xml", CONTENT_TYPES_PART),
        ("_rels/.rels", ROOT_RELATIONSHIPS_PART),
        ("xl/workbook.xml", WORKBOOK_PART),
        ("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONSHIPS_PART),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/theme/theme1.xml", THEME_PART),
        ("xl/styles.xml", _styles_part(formats)),
        ("xl/sharedStrings.xml", _strings_part(strings)),
    )
    return zip_parts(parts, level=QUICK)


def _sheet_part(columns: tuple[SheetColumn, ...], formats: tuple[str, ...], strings: dict[str, int]) -> bytes:
    """Return the sheet; each string it holds is entered into `strings`, in the order met."""
    styles = [formats.index(column.format) + 1 if column.format in formats else 0 for column in columns]
    letters = [column_letters(index) for index in range(len(columns))]
    height = max(len(column.values) for column in columns)
    rows = [
        element("row", {"r": 1}, *(_cell(f"{letter}1", column.header, 0, strings) for letter, column in zip(letters, columns, strict=True)))
    ]
    for index in range(height):
        cells = (
            _cell(f"{letter}{index + 2}", column.values[index], style, strings)
            for letter, column, style in zip(letters, columns, styles, strict=True)
            if index < len(column.values)
        )
        rows.append(element("row", {"r": index + 2}, *cells))
    dimension = element("dimension", {"ref": f"A1:{letters[-1]}{height + 1}"})
    return (DECLARATION + element("worksheet", {"xmlns": MAIN}, dimension, element("sheetData", None, *rows))).encode()


def _cell(address: str, value: str | float | None, style: int, strings: dict[str, int]) -> str:
    """Return a cell, nothing for a gap. A string stays a string whatever it begins with: a shared string is never a formula."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f'<c r="{address}" t="s"><v>{strings.setdefault(value, len(strings))}</v></c>'
    shape = f' s="{style}"' if style else ""
    return f'<c r="{address}"{shape}><v>{number_text(value)}</v></c>'


def _strings_part(strings: dict[str, int]) -> bytes:
    items = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)
    return (DECLARATION + element("sst", {"xmlns": MAIN, "uniqueCount": len(strings)}, items)).encode()


def _styles_part(formats: tuple[str, ...]) -> bytes:
    numbered = list(enumerate(formats, FIRST_CUSTOM_FORMAT))
    number_formats = "".join(f"<numFmt{attrs({'numFmtId': number, 'formatCode': code})}/>" for number, code in numbered)
    root = element(
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
    return (DECLARATION + root).encode()
