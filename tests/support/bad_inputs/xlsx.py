"""Rows 43 to 53: workbooks."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook import Workbook

from tests.support.bad_inputs.case import DATA, Case, Put, Run, both, replaced, saved

Spoil = Callable[[Workbook], None]
SHEET = "xl/worksheets/sheet1.xml"


def workbook(spoil: Spoil) -> bytes:
    """A table of two weeks, spoilt."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (["周次", "GMV"], ["W1", 600_000], ["W2", 450_000]):
        book.active.append(row)
    spoil(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def of_bytes(blob: bytes, name: str = "weekly.xlsx", settings: str = "") -> Put:
    return both(replaced(DATA, f"data: {{weekly: {{file: data/{name}{settings}}}}}"), saved(blob, f"data/{name}"))


def of(spoil: Spoil, settings: str = "") -> Put:
    return of_bytes(workbook(spoil), settings=settings)


def untouched(_: Workbook) -> None:
    pass


def repacked(blob: bytes, change: Callable[[str, bytes], bytes], more: tuple[tuple[str, bytes], ...] = ()) -> bytes:
    """Return the package with each part changed, and further parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blob)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, part in more:
            new.writestr(name, part)
    return stream.getvalue()


def with_part(name: str, change: Callable[[bytes], bytes]) -> Callable[[str, bytes], bytes]:
    return lambda each, part: change(part) if each == name else part


def lying(blob: bytes, name: str, size: int) -> bytes:
    """Return the package whose directory and headers say that a part has `size` bytes."""
    changed = bytearray(blob)
    for magic, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        header = 46 if magic == b"PK\x01\x02" else 30
        start = changed.find(magic)
        while start >= 0:
            if changed[start + header : start + header + len(name)] == name.encode():
                struct.pack_into("<I", changed, start + at, size)
            start = changed.find(magic, start + 4)
    return bytes(changed)


def _cell(address: str, value: object) -> Spoil:
    def spoil(book: Workbook) -> None:
        assert book.active is not None
        book.active[address] = value

    return spoil


def _merged(book: Workbook) -> None:
    assert book.active is not None
    book.active.merge_cells("A1:B1")


def _hidden_sheet(book: Workbook) -> None:
    other = book.create_sheet("参考")
    other.append(["周次", "GMV"])
    other.append(["W1", 1])
    other.sheet_state = "veryHidden"


def _hidden_rows(book: Workbook) -> None:
    assert book.active is not None
    book.active.row_dimensions[3].hidden = True


def _epoch(book: Workbook) -> None:
    book.epoch = CALENDAR_MAC_1904
    assert book.active is not None
    book.active["C1"] = "日"
    book.active["C2"] = "2025-01-05"
    book.active["C3"] = "2025-01-12"


PLAIN = workbook(untouched)
ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
VBA = b'<Relationship Id="v" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>'
MACROS = repacked(
    PLAIN, with_part("xl/_rels/workbook.xml.rels", lambda part: part.replace(b"</Relationships>", VBA)), (("xl/vbaProject.bin", b"x"),)
)
BIG = repacked(PLAIN, with_part(SHEET, lambda part: part + b" " * (70 * 2**20)))
CASES = (
    Case(43, "formula without result", of(_cell("B2", "=1+1")), "DATA040", ("no stored result", "Excel"), "weekly.xlsx!Sheet!B2"),
    Case(44, "error value", of(_cell("B2", "#DIV/0!")), "DATA041", ("#DIV/0!",), "weekly.xlsx!Sheet!B2"),
    Case(44, "error value declared missing", of(_cell("B2", "#DIV/0!"), ", missing: ['#DIV/0!']"), exit=0),
    Case(45, "merged header", of(_merged), "DATA030", ("header",), "weekly.xlsx!Sheet!B2"),
    Case(46, "hidden sheet beside the table", of(_hidden_sheet), exit=0),
    Case(46, "hidden rows", of(_hidden_rows), "DATA025", ("hidden",), "weekly.xlsx!Sheet", exit=0),
    Case(
        47, "cell at the end of the sheet", of(_cell("XFD1048576", 1)), "DATA004", ("XFD1048576",), "weekly.xlsx!Sheet", run=Run.OWN_PROCESS
    ),
    Case(48, "70 MiB sheet", of_bytes(BIG), "DATA022", ("64 MiB",), "data/weekly.xlsx", run=Run.OWN_PROCESS),
    Case(48, "70 MiB sheet that says 1 KiB", of_bytes(lying(BIG, SHEET, 1024)), "DATA021", (), "data/weekly.xlsx", run=Run.OWN_PROCESS),
    Case(
        49,
        "external entity",
        of_bytes(repacked(PLAIN, with_part(SHEET, lambda part: ENTITY + part))),
        "DATA022",
        ("DOCTYPE",),
        "data/weekly.xlsx",
    ),
    Case(50, "corrupt zip", of_bytes(PLAIN[: len(PLAIN) // 2]), "DATA021", ("damaged",), "data/weekly.xlsx"),
    Case(50, "no zip", of_bytes(b"hello" * 99), "DATA021", (), "data/weekly.xlsx"),
    Case(50, "password or old", of_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)), "DATA020", ("password",), "data/weekly.xlsx"),
    Case(50, "xls", of_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), "weekly.xls"), "DATA020", ("old",), "data/weekly.xls"),
    Case(51, "macro file", of_bytes(MACROS, "weekly.xlsm"), "DATA026", ("macros",), "weekly.xlsm", exit=0),
    Case(52, "1904 epoch", of(_epoch), exit=0),
    Case(53, "numbers as text", of(_cell("B2", " 600000 ")), exit=0),
    Case(53, "words among numbers", of(_cell("B2", "见附件")), "FACT005", ("weekly.xlsx!Sheet!B2", "missing"), "report.yaml:7:43"),
)
