"""CSV files: records of one width, as the header has it; ragged records, open quotes and NUL bytes are named, never mended."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import field
from itertools import islice
from typing import Protocol

from engine.base.diagnostics import Diagnostic, Findings, Location, Outcome
from engine.base.records import dataclass
from engine.sources import cell_problems, limits, problems
from engine.sources.definition import Request, SourceDef
from engine.sources.encoding import find_encoding
from engine.sources.grid import Grid, RawCell, column_letter
from engine.sources.header import HEAD_ROWS, find_header

_MOST_SHARED = 4_096
_PIECE = 256  # so few lists alive at once that the garbage collector is not called upon: 1.5 times as fast as 20 000
_WIDE = ("utf-16", "utf-32")  # encodings in which zero bytes are part of every letter
_OTHER_DELIMITERS = ";\t|,，；、"


def read(request: Request) -> Outcome[Grid]:
    """Read a CSV file into a grid of text cells; the row number of a record is its position, as Excel shows it."""
    assert request.path is not None, "read.py gives files a path"
    found = Findings()
    origin = Location(request.file, cell=request.file_name)
    whole = Location(request.file)
    blob = request.path.read_bytes()
    encoding = find_encoding(blob, request.spec.encoding, whole)
    if isinstance(encoding, Diagnostic):
        return Outcome(None, (encoding,))
    if nul := _find_nul(blob, encoding, whole):
        return Outcome(None, (nul,))
    if len(blob) >= limits.LONG_BYTES and (quick := _quickly(request, blob, encoding, origin)) is not None:
        return Outcome(quick)
    with io.TextIOWrapper(io.BytesIO(blob), encoding=encoding, newline="") as text:
        reading = _Reading(request, found)
        reading.read_all(text)
    if found.has_errors:
        return found.outcome(None)
    if not reading.count:
        return Outcome(None, (problems.empty(whole),))
    rows = range(1, reading.count + 1)
    return found.outcome(Grid(request.file, "", origin, tuple(reading.columns), rows, encoding=encoding))


def _quickly(request: Request, blob: bytes, encoding: str, origin: Location) -> Grid | None:
    """Return the grid of a long file in which nothing is to be complained of, None when it has to be read record by record."""
    from engine.sources.long_csv import open_long  # a door: numpy takes 0.1 s, and most files are short

    long = open_long(blob, encoding, request.spec.delimiter)
    head = long.head() if long is not None else []
    if long is None or not any(head):
        return None
    reading = _Reading(request, Findings())
    reading.settle_width(head)
    if reading.found.items or not reading.width or long.count - reading.above - 1 > limits.MAX_ROWS:
        return None
    columns = long.columns(reading.width, lambda record, index: reading.is_blank_or_title(record, index) or _is_remark(record))
    return None if columns is None else Grid(request.file, "", origin, columns, range(1, long.count + 1), encoding=encoding)


def _find_nul(blob: bytes, encoding: str, where: Location) -> Diagnostic | None:
    if encoding.startswith(_WIDE):
        text = blob.decode(encoding)
        offset = text.find("\0")
        line = text.count("\n", 0, max(offset, 0)) + 1
    else:
        offset = blob.find(b"\0")
        line = blob.count(b"\n", 0, max(offset, 0)) + 1
    return None if offset < 0 else problems.nul_byte(line, Location(where.file, line, 1))


@dataclass(slots=True)
class _Reading:
    """The columns of one file as they grow; `width` and `above` (how many rows stand over the header) are known once the header is."""

    request: Request
    found: Findings
    columns: list[list[RawCell]] = field(default_factory=list)
    shared: list[dict[str, str]] = field(default_factory=list)
    count: int = 0
    width: int = 0
    above: int = 0
    ragged: int = 0

    def read_all(self, text: io.TextIOWrapper) -> None:
        reader = csv.reader(text, delimiter=self.request.spec.delimiter, strict=True)
        try:
            self._read_pieces(reader)
        except csv.Error as fault:
            text.seek(0)
            self.found.add(_csv_fault(str(fault), self.request, text))
            return
        if self.ragged > limits.MAX_LISTED:
            self.found.add(cell_problems.more(self.ragged - limits.MAX_LISTED, self.found.items[-1]))

    def _read_pieces(self, reader: _RecordReader) -> None:
        piece = list(islice(reader, HEAD_ROWS))
        if not any(piece):
            return
        self.settle_width(piece)
        line = 1
        while piece and self.width:
            self._take(piece, line)
            if self.count - self.above - 1 > limits.MAX_ROWS:
                self.found.add(_too_many_rows(self.request))
                return
            line = reader.line_num + 1
            piece = list(islice(reader, _PIECE))

    def settle_width(self, head: Sequence[Sequence[str]]) -> None:
        """Take the number of fields from the header and make the columns; rows above it may be shorter, as title rows are."""
        widest = max(len(record) for record in head)
        if widest == 1 and (character := _other_delimiter(head, self.request.spec.delimiter)):
            self.found.add(problems.delimiter(character, Location(self.request.file, 1, 1)))
            return
        if widest > limits.MAX_COLUMNS:
            zh, en = f"有 {widest} 列，上限 {limits.MAX_COLUMNS}", f"{widest} columns, the limit is {limits.MAX_COLUMNS}"
            self.found.add(problems.limit(zh, en, Location(self.request.file)))
            return
        columns: tuple[Sequence[RawCell], ...] = tuple(zip(*(_padded(record, widest) for record in head), strict=True))
        preview = Grid(self.request.file, "", Location(self.request.file), columns, range(1, len(head) + 1))
        header = find_header(preview, self.request.spec).value
        self.width = max(len(record) for record in head[header.first : header.body]) if header else widest
        self.above = header.first if header else 0
        self.columns = [[] for _ in range(self.width)]
        self.shared = [{} for _ in range(self.width)]

    def _take(self, piece: list[list[str]], line: int) -> None:
        """Append records to the columns; `line` is the file line that the first of them starts at."""
        width = self.width
        squared = piece
        if set(map(len, piece)) != {width}:
            squared = [
                record if len(record) == width else self._squared(record, line + _lines(piece[:offset]), self.count + offset)
                for offset, record in enumerate(piece)
            ]
        self.count += len(piece)
        for column, shared, cells in zip(self.columns, self.shared, zip(*squared, strict=True), strict=True):
            if len(shared) < _MOST_SHARED:  # one object for equal cells saves memory where names and dates repeat; figures do not
                column.extend([shared.setdefault(cell, cell) for cell in cells])
            else:
                column.extend(cells)

    def is_blank_or_title(self, record: Sequence[str], index: int) -> bool:
        """Tell whether a record needs no full width because it says nothing or stands over the header."""
        return not any(record) or index < self.above

    def _squared(self, record: list[str], line: int, index: int) -> list[str]:
        """Return a record of another width as a row of the right one; complain unless it is blank, a title, or has only empty extras."""
        width = self.width
        forgiven = self.is_blank_or_title(record, index) or (len(record) > width and not any(record[width:]))
        if not forgiven and not _is_remark(record):
            self.ragged += 1
            if self.ragged <= limits.MAX_LISTED:
                cell = f"{self.request.file_name}!{column_letter(min(len(record), width))}{index + 1}"
                self.found.add(problems.ragged(len(record), width, cell, Location(self.request.file, line, 1)))
        return _padded(record, width)[:width]


def _is_remark(record: Sequence[str]) -> bool:
    """Tell whether a short record is one remark below the table, which is judged with the other rows later."""
    return len(record) == 1 and record[0].lstrip().startswith(("注", "备注", "说明", "数据来源", "Note", "Source"))


class _RecordReader(Protocol):
    """What csv.reader returns: an iterator that counts the lines it has read."""

    @property
    def line_num(self) -> int: ...
    def __iter__(self) -> Iterator[list[str]]: ...
    def __next__(self) -> list[str]: ...


def _lines(records: Sequence[Sequence[str]]) -> int:
    """Return how many lines of the file the records take, with the line breaks inside their fields."""
    return sum(1 + sum(field.count("\n") for field in record) for record in records)


def _csv_fault(message: str, request: Request, text: io.TextIOWrapper) -> Diagnostic:
    """Return what csv.Error means, with the line its record starts at; the file is read once more to find it."""
    line = _line_of_fault(csv.reader(text, delimiter=request.spec.delimiter, strict=True))
    where = Location(request.file, line, 1)
    if "field larger" in message:
        most = limits.MAX_FIELD_CHARACTERS
        return problems.limit(f"第 {line} 行有超过 {most} 字的字段", f"a field at line {line} is longer than {most} characters", where)
    if "unexpected end" in message:
        return problems.unclosed_quote(line, where)
    return problems.stray_quote(line, where)


def _line_of_fault(reader: _RecordReader) -> int:
    start = 1
    try:
        for _ in iter(reader):
            start = reader.line_num + 1
    except csv.Error:
        pass
    return start


def _other_delimiter(head: Sequence[Sequence[str]], used: str) -> str | None:
    lines = [record[0] for record in head if record and record[0].strip()]
    return next((c for c in _OTHER_DELIMITERS if c != used and lines and all(c in line for line in lines)), None)


def _padded(record: Sequence[str], width: int) -> list[str]:
    return [*record, *[""] * (width - len(record))]


def _too_many_rows(request: Request) -> Diagnostic:
    return problems.limit(f"超过 {limits.MAX_ROWS} 行", f"more than {limits.MAX_ROWS} rows", Location(request.file))


DEFINITION = SourceDef(
    name="csv", suffixes=(".csv", ".tsv", ".txt"), read=read, settings=frozenset({"header_row", "header_rows", "encoding", "delimiter"})
)
