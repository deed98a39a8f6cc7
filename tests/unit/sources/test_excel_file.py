from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from engine.base.diagnostics import Severity
from engine.sources import limits
from tests.unit.sources.conftest import Bench, picture, told

SCORECARD = """\
指标:text | 目标/年:number | 目标/半年:number | 完成率:number% | 截止:date
4: 曝光 | 50000000.0 | 25000000.0 | 0.92 | 2025-06-30
5: 曝光 | 1000.0 | 500.0 | 0.5 | 2025-07-31"""


def scorecard(sheet: Any) -> None:
    """Fill a sheet as teams do: a title over everything, two header rows, a merged label, a percent format, dates, a total row."""
    sheet["A1"] = "2025年上半年目标"
    sheet.merge_cells("A1:E1")
    for cell, value in {"A2": "指标", "B2": "目标", "D2": "完成率", "E2": "截止", "B3": "年", "C3": "半年"}.items():
        sheet[cell] = value
    for row in (
        ["曝光", "5000万", 25_000_000, 0.92, dt.date(2025, 6, 30)],
        [None, "1,000", 500, 0.5, dt.date(2025, 7, 31)],
        ["合计", 1, 1, 1, None],
    ):
        sheet.append(row)
    for area in ("A2:A3", "B2:C2", "D2:D3", "E2:E3", "A4:A5"):
        sheet.merge_cells(area)
    for cell in ("D4", "D5", "D6"):
        sheet[cell].number_format = "0.0%"


def test_a_sheet_as_teams_save_it(bench: Bench) -> None:
    outcome = bench.book(scorecard)
    assert picture(outcome) == SCORECARD
    assert told(outcome, None) == [
        "kpi.xlsx!目标!2:2: DATA034 跳过标题行，以第 2 行为表头",
        "kpi.xlsx!目标!2:2: DATA034 第 2 行有跨列合并，与下一行合成两行表头",
        "kpi.xlsx!目标!6:6: DATA035 合计行未计入：6",
    ]
    table = outcome.value
    assert table is not None
    assert table.cell_address(table.columns[3], 1) == "kpi.xlsx!目标!D5"
    assert [note.zh for note in table.notes][-1] == "合计行未计入：6"


def test_the_same_sheet_written_by_xlsxwriter(bench: Bench) -> None:
    with xlsxwriter.Workbook(bench.root / "kpi.xlsx") as book:
        sheet = book.add_worksheet("目标")
        percent, day = book.add_format({"num_format": "0.0%"}), book.add_format({"num_format": 'yyyy"年"m"月"d"日"'})
        sheet.merge_range("A1:E1", "2025年上半年目标")
        sheet.merge_range("A2:A3", "指标")
        sheet.merge_range("B2:C2", "目标")
        sheet.merge_range("D2:D3", "完成率")
        sheet.merge_range("E2:E3", "截止")
        sheet.write_row("B3", ["年", "半年"])
        sheet.merge_range("A4:A5", "曝光")
        sheet.write_row("B4", ["5000万", 25_000_000])
        sheet.write_row("B5", ["1,000", 500])
        sheet.write_number("D4", 0.92, percent)
        sheet.write_number("D5", 0.5, percent)
        sheet.write_datetime("E4", dt.datetime(2025, 6, 30, 12), day)  # noqa: DTZ001  Excel knows no zones
        sheet.write_datetime("E5", dt.datetime(2025, 7, 31), day)  # noqa: DTZ001
        sheet.write_row("A6", ["合计", 1, 1, 1])
    assert picture(bench.table(file="kpi.xlsx")) == SCORECARD


@pytest.mark.office
def test_the_same_sheet_saved_by_libreoffice(bench: Bench, tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    assert soffice is not None, "./dev gate installs LibreOffice"
    bench.book(scorecard)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        str(tmp_path / "lo"),
        str(bench.root / "kpi.xlsx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert (tmp_path / "lo" / "kpi.xlsx").is_file(), "LibreOffice has no Calc"  # its exit status says nothing
    shutil.copy(tmp_path / "lo" / "kpi.xlsx", bench.root / "kpi.xlsx")
    assert picture(bench.table(file="kpi.xlsx")) == SCORECARD


def test_the_1904_date_system(bench: Bench) -> None:
    with xlsxwriter.Workbook(bench.root / "mac.xlsx", {"date_1904": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row("A1", ["日", "数"])
        sheet.write_datetime("A2", dt.datetime(2025, 7, 1), book.add_format({"num_format": 14}))  # noqa: DTZ001
        sheet.write_number("B2", 1)
    assert picture(bench.table(file="mac.xlsx")) == "日:date | 数:number\n2: 2025-07-01 | 1.0"


def test_a_table_may_begin_anywhere(bench: Bench) -> None:
    def fill(sheet: Any) -> None:
        for cell, value in {"C5": "名", "D5": "数", "C6": "a", "D6": "x", "C7": "b", "D7": 2}.items():
            sheet[cell] = value

    outcome = bench.book(fill, types={"数": "number"})
    assert told(outcome) == ["kpi.xlsx!目标!D6: DATA042 「数」应为数字，得到“x”"]


def test_formulas_without_results_and_error_values(bench: Bench) -> None:
    def fill(sheet: Any) -> None:
        for row in (["a", "b"], [1, "=A2*2"], [2, "#DIV/0!"]):
            sheet.append(row)
        sheet["B3"].data_type = "e"

    assert told(bench.book(fill)) == [
        "kpi.xlsx!目标!B3: DATA041 单元格是错误值 #DIV/0!",
        "kpi.xlsx!目标!B2: DATA040 公式“=A2*2”没有存下结果",
    ]


def test_the_zero_that_xlsxwriter_stores_for_a_formula_is_no_result(bench: Bench) -> None:
    with xlsxwriter.Workbook(bench.root / "f.xlsx") as book:
        sheet = book.add_worksheet("S")
        sheet.write_row("A1", ["a", "b"])
        sheet.write_row("A2", [1, 2])
        sheet.write_formula("B3", "=B2*2")
    assert told(bench.table(file="f.xlsx")) == ["f.xlsx!S!B3: DATA040 公式“=B2*2”没有存下结果"]


def test_results_given_by_a_program_are_taken_with_a_warning(bench: Bench) -> None:
    with xlsxwriter.Workbook(bench.root / "f.xlsx") as book:
        sheet = book.add_worksheet("S")
        sheet.write_row("A1", ["a", "b"])
        sheet.write_row("A2", [1, 2])
        sheet.write_formula("B3", "=B2*2", value=4)
        sheet.write_number("A3", 3)
    outcome = bench.table(file="f.xlsx")
    assert picture(outcome).splitlines()[1:] == ["2: 1.0 | 2.0", "3: 3.0 | 4.0"]
    assert told(outcome, Severity.WARNING) == ["f.xlsx!S: DATA027 1 个公式的结果由未做计算的程序写入，可能不准"]


def two_sheets(bench: Bench, states: dict[str, str], *, filled: bool = True) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, state in states.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = state
        if filled or name == "目标":
            sheet.append(["名", "数"])
            sheet.append(["a", 1])
    book.save(bench.root / "kpi.xlsx")


def test_several_sheets_must_be_told_apart(bench: Bench) -> None:
    two_sheets(bench, {"目标": "visible", "实际": "visible"})
    assert told(bench.table(file="kpi.xlsx")) == ["report.yaml:7:3: DATA023 有多张工作表，要写明用哪一张：目标、实际"]
    outcome = bench.table(file="kpi.xlsx", sheet="目表")
    assert told(outcome) == ["report.yaml:7:3: DATA023 没有工作表“目表”，现有：目标、实际"]
    assert bench.table(file="kpi.xlsx", sheet="实际").expect_clean().sheet == "实际"


def test_hidden_and_empty_sheets_are_no_choice(bench: Bench) -> None:
    two_sheets(bench, {"旧": "hidden", "目标": "visible", "藏": "veryHidden"})
    assert bench.table(file="kpi.xlsx").expect_clean().sheet == "目标"
    assert bench.table(file="kpi.xlsx", sheet="旧").expect_clean().sheet == "旧"
    two_sheets(bench, {"目标": "visible", "Sheet2": "visible", "Sheet3": "visible"}, filled=False)
    assert bench.table(file="kpi.xlsx").expect_clean().sheet == "目标"


def test_an_empty_sheet(bench: Bench) -> None:
    assert told(bench.book(lambda sheet: None)) == ["kpi.xlsx!目标: DATA012 没有任何单元格有内容"]


def test_hidden_rows_are_counted_and_said(bench: Bench) -> None:
    def fill(sheet: Any) -> None:
        for row in (["名", "数"], ["a", 1], ["b", 2]):
            sheet.append(row)
        sheet.row_dimensions[3].hidden = True

    outcome = bench.book(fill)
    assert told(outcome, Severity.WARNING) == ["kpi.xlsx!目标: DATA025 有 1 行被隐藏或筛掉，仍计入数据"]
    assert len(outcome.value or ()) == 2


def test_one_cell_at_the_far_corner(bench: Bench) -> None:
    def fill(sheet: Any) -> None:
        sheet["A1"] = "名"
        sheet["XFD1048576"] = "x"

    (message,) = told(bench.book(fill))
    assert message.startswith("kpi.xlsx!目标: DATA004 内容一直到 XFD1048576（1048576 行 × 16384 列），上限")


def test_too_many_cells(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CELLS", 3)
    assert told(bench.rows(["a", "b"], [1, 2], [3, 4])) == ["kpi.xlsx: DATA004 超过 3 个单元格"]


@pytest.mark.parametrize(
    ("blob", "message"),
    [
        (b"", "DATA021 不是可用的 .xlsx 工作簿：文件是空的（0 字节）"),
        (b"version https://git-lfs", "DATA021 不是可用的 .xlsx 工作簿：不是 Office 文件（不是 zip 包）"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), "DATA020 工作簿有密码保护，或是旧的 .xls 格式"),
        (b"PK\x03\x04 cut short", "DATA021 不是可用的 .xlsx 工作簿：文件已损坏，无法解压"),
    ],
)
def test_files_that_are_no_workbook_each_say_why(bench: Bench, blob: bytes, message: str) -> None:
    (bench.root / "kpi.xlsx").write_bytes(blob)
    assert told(bench.table(file="kpi.xlsx")) == [f"kpi.xlsx: {message}"]


def replace_part(path: Path, part: str, blob: bytes | None) -> None:
    """Write a package again with one part changed, or left out when `blob` is None."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist() if name != part}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in (parts if blob is None else {**parts, part: blob}).items():
            new.writestr(name, content)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "_rels/.rels", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"])
@pytest.mark.parametrize("blob", [None, b"<a/>", b"<a", b"\x00"])
def test_a_package_with_a_part_lost_or_broken_never_raises(bench: Bench, part: str, blob: bytes | None) -> None:
    bench.rows(["名", "数"], ["a", 1])
    replace_part(bench.root / "kpi.xlsx", part, blob)
    outcome = bench.table(file="kpi.xlsx")
    assert outcome.value is not None or all(item.code in {"DATA012", "DATA021", "DATA023"} for item in outcome.diagnostics)


def test_an_entity_bomb_is_refused_unread(bench: Bench) -> None:
    bench.rows(["名", "数"], ["a", 1])
    evil = b'<?xml version="1.0"?><!-- x --><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    replace_part(bench.root / "kpi.xlsx", "xl/worksheets/sheet1.xml", evil)
    assert told(bench.table(file="kpi.xlsx")) == ["kpi.xlsx: DATA022 工作簿不安全，已拒绝：部件“xl/worksheets/sheet1.xml”含有 DOCTYPE 声明"]


def test_a_macro_workbook_is_read_with_a_warning(bench: Bench) -> None:
    bench.rows(["名", "数"], ["a", 1])
    path = (bench.root / "kpi.xlsx").rename(bench.root / "kpi.xlsm")
    with zipfile.ZipFile(path) as package:
        rels = package.read("xl/_rels/workbook.xml.rels").decode()
    macro = '<Relationship Id="rM" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>'
    replace_part(path, "xl/_rels/workbook.xml.rels", rels.replace("</Relationships>", macro).encode())
    outcome = bench.table(file="kpi.xlsm")
    assert told(outcome, None) == ["kpi.xlsm: DATA026 工作簿带有宏；只读数据，宏不执行"]
    assert outcome.value is not None
