from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import xlsxwriter
from lxml import etree

from engine.sources.dates import EXCEL_1900, EXCEL_1904
from engine.sources.number_formats import Shown
from engine.sources.workbook import SheetEntry, Workbook, open_workbook, shared_strings, text_of


def opened(path: Path) -> tuple[Workbook, list[str]]:
    with zipfile.ZipFile(path) as package:
        book = open_workbook(package)
        return book, shared_strings(package, book)


def test_sheets_and_styles_of_a_plain_workbook(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    made.active.title = "目标"
    made.active.append(["抖音", "微信", "抖音", 0.5])
    made.active["D1"].number_format = "0%"
    made.create_sheet("旧").sheet_state = "veryHidden"
    made.create_chartsheet("图")
    made.save(tmp_path / "a.xlsx")
    book, _ = opened(tmp_path / "a.xlsx")
    assert book.sheets == (
        SheetEntry("目标", "xl/worksheets/sheet1.xml", visible=True),
        SheetEntry("旧", "xl/worksheets/sheet2.xml", visible=False),
    )
    assert book.formats == (Shown.NUMBER, Shown.PERCENT)
    assert (book.base_date, book.macros) == (EXCEL_1900, False)


def test_shared_strings_the_date_system_and_the_wish_to_be_calculated(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx", {"date_1904": True}) as made:
        made.add_worksheet().write_row("A1", ["抖音", "微信", "抖音"])
    book, strings = opened(tmp_path / "a.xlsx")
    assert book.base_date == EXCEL_1904
    assert book.uncalculated
    assert strings == ["抖音", "微信"]


def item(inner: str) -> etree._Element:
    return etree.fromstring(f'<si xmlns="urn:x">{inner}</si>')


def test_texts_lose_phonetic_guides_and_escapes() -> None:
    assert text_of(item("<t>抖音</t>")) == "抖音"
    assert text_of(item("<r><t>抖</t></r><r><t>音</t></r><rPh><t>dou yin</t></rPh>")) == "抖音"
    assert text_of(item("<t>a_x000D_b_x005F_</t>")) == "a\rb_"
    assert text_of(item("<t/>")) == ""
