"""Whatever happens to a table, the author is told where; nothing falls over and nothing is built."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from engine.base.diagnostics import Diagnostic
from engine.pipeline import build_report, check_report
from tests.support.builds import SAMPLE, Built, workspace_of
from tests.support.small_report import write_small_report

Fault = Callable[[Path], None]


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    blob = path.read_bytes()
    path.write_bytes(blob[: len(blob) // 2])


def noise(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 8)


def without_rows(path: Path) -> None:
    """Leave what stands above the figures."""
    if path.suffix == ".csv":
        path.write_bytes(b"\n".join(path.read_bytes().splitlines()[:1]))
        return
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        sheet.delete_rows(3, sheet.max_row)
    book.save(path)


def words_for_figures(path: Path) -> None:
    """Write a remark into every filled cell of the last column but one in the middle of the table."""
    if path.suffix == ".csv":
        encoding = "utf-8-sig" if path.read_bytes().startswith(b"\xef\xbb\xbf") else "gb18030"
        rows = list(csv.reader(io.StringIO(path.read_bytes().decode(encoding), newline="")))
        middle = rows[len(rows) // 2]
        middle[:] = [cell if index < 2 else "见附件" for index, cell in enumerate(middle)]
        text = io.StringIO(newline="")
        csv.writer(text).writerows(rows)
        path.write_bytes(text.getvalue().encode(encoding))
        return
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        for cell in sheet[4][1:]:
            if isinstance(cell.value, int | float):
                cell.value = "见附件"
    book.save(path)


def other_header(path: Path) -> None:
    """Rename the columns, as happens when a system's export changes."""
    if path.suffix == ".csv":
        encoding = "utf-8-sig" if path.read_bytes().startswith(b"\xef\xbb\xbf") else "gb18030"
        lines = path.read_bytes().decode(encoding).splitlines()
        at = next(index for index, line in enumerate(lines) if line.count(",") > 0 and not line.endswith(",,"))
        lines[at] = ",".join(f"新{name}" for name in lines[at].split(","))
        path.write_bytes("\n".join(lines).encode(encoding))
        return
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(min_row=2, max_row=3):
            for cell in row:
                if isinstance(cell.value, str) and not isinstance(cell, openpyxl.cell.MergedCell):
                    cell.value = f"新{cell.value}"
    book.save(path)


FAULTS: tuple[Fault, ...] = (emptied, cut, noise, without_rows, words_for_figures, other_header)
NAMES = sorted(path.name for path in (SAMPLE / "data").iterdir())


def errors(diagnostics: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    return [item for item in diagnostics if item.is_error]


def judge(found: list[Diagnostic]) -> None:
    """Every error says where, what and in both languages."""
    assert found
    for item in found:
        in_table = "/data/" in item.where.file
        assert in_table or item.where.line, item
        assert item.message.zh.strip() and item.message.en.strip()
        assert "Traceback" not in item.message.en and "'…'" not in item.message.en


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
@pytest.mark.parametrize("name", ["weekly.csv", "kpi.xlsx", "items.csv"])
def test_a_broken_table_of_the_small_report(name: str, fault: Fault, tmp_path: Path) -> None:
    folder = write_small_report(tmp_path)
    fault(folder / "data" / name)
    result = build_report(workspace_of(folder), folder)
    if result.has_errors:
        judge(errors(result.diagnostics))
        assert result.artifacts == ()
    else:  # what is left of the table may still answer every question of the report
        assert fault in {cut, without_rows, words_for_figures}, fault.__name__


@pytest.mark.parametrize("name", NAMES)
def test_a_table_of_the_sample_whose_columns_were_renamed(name: str, sample: Built, tmp_path: Path) -> None:
    folder = tmp_path / "content" / sample.folder.name
    shutil.copytree(sample.folder, folder)
    other_header(folder / "data" / name)
    judge(errors(check_report(workspace_of(folder), folder).diagnostics))


@pytest.mark.parametrize("name", NAMES)
def test_a_table_of_the_sample_that_is_empty(name: str, sample: Built, tmp_path: Path) -> None:
    folder = tmp_path / "content" / sample.folder.name
    shutil.copytree(sample.folder, folder)
    emptied(folder / "data" / name)
    found = errors(check_report(workspace_of(folder), folder).diagnostics)
    judge(found)
    assert any(name in str(item.where) or name in item.message.zh for item in found)
