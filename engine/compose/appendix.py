"""The appendix 数据来源与口径: the metrics a report prints with definition, source, period and formula; cited figures; and the files behind all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from engine.base.diagnostics import Language, Location, Phrase
from engine.base.records import dataclass, replace
from engine.compose.promises import ENTERED
from engine.model.blocks import Table, TableCell, TableColumn, TableRow
from engine.model.facts import Ledger, MetricNote
from engine.model.inlines import Text, text
from engine.model.report import Topic

_METRICS = Phrase("指标的口径、来源与公式", "What each metric means, where it comes from and how it is computed")
_CITED = Phrase("引用的数字与出处", "Figures that are cited, and from where")
_FILES = Phrase("数据文件与用到的行", "Data files and the rows used")
_SET = Phrase("计划、阈值与口径中写定的数字", "Figures that plans, thresholds and definitions set")
_ENTERED = Phrase("{table}（{count} 个数字）", "{table} ({count} figures)")
_A_TABLE = Phrase("一张写出的表", "a written table")
_PERIOD, _SAME_PERIOD = Phrase("期间", "Period"), Phrase("期间：{period}", "Period: {period}")
_WITH_UNIT = Phrase("{label}（{unit}）", "{label} ({unit})")
_METRIC_HEADS = (
    (Phrase("指标", "Metric"), 2.0),
    (Phrase("口径", "Definition"), 3.4),
    (Phrase("来源", "Source"), 1.6),
    (_PERIOD, 2.2),
    (Phrase("公式", "Formula"), 3.4),
)
_CITED_HEADS = ((Phrase("数字", "Figure"), 1.5), (Phrase("出处", "From"), 6.0))
_FILE_HEADS = ((Phrase("文件", "File"), 4.0), (Phrase("工作表", "Sheet"), 2.0), (Phrase("行", "Rows"), 2.0), (Phrase("列", "Columns"), 2.0))
_SET_HEADS = ((Phrase("文件", "File"), 2.0), (Phrase("数字（所在行）", "Figure (line)"), 8.0))
_AND = Phrase("、", ", ")
_NAMED = re.compile(r"(.+?)#(\d+)(?::(.+)#(\d+))?", re.DOTALL)
_CONTENT = "content"
"""The slide layout that the appendix takes: it follows the closing, whose layout it is not."""


def sources_appendix(ledger: Ledger, language: Language, where: Location) -> tuple[Topic, ...]:
    """Return the topics of the appendix, those that have something to list; none for a report without facts."""
    say = language
    parts = (
        ("appendix-1", _METRICS, _metrics(ledger.metrics, say, where)),
        ("appendix-2", _CITED, _table(_CITED_HEADS, _cited(ledger, say), say, where)),
        ("appendix-3", _FILES, _table(_FILE_HEADS, _files(ledger, say), say, where)),
        ("appendix-4", _SET, _table(_SET_HEADS, _set(ledger, say), say, where)),
    )
    return tuple(
        Topic(name, text(title.in_(say), where=where), text(title.in_(say), where=where), (block,), layout=_CONTENT, where=where)
        for name, title, block in parts
        if block is not None
    )


def _metrics(notes: tuple[MetricNote, ...], language: Language, where: Location) -> Table | None:
    """Return the table of metrics; a period that all of them share stands once below it."""
    periods = {note.period for note in notes}
    heads = [head for head in _METRIC_HEADS if head[0] != _PERIOD or len(periods) > 1]
    table = _table(heads, (_metric(note, language, with_period=len(periods) > 1) for note in notes), language, where)
    if table is None or len(periods) > 1:
        return table
    return replace(table, note=text(_SAME_PERIOD.in_(language).format(period=notes[0].period), where=where))


def _metric(note: MetricNote, language: Language, *, with_period: bool) -> tuple[str, ...]:
    label = _WITH_UNIT.in_(language).format(label=note.label, unit=note.unit) if note.unit else note.label
    return (label, note.definition, note.origin, *((note.period,) if with_period else ()), note.formula)


def _cited(ledger: Ledger, language: Language) -> Iterable[tuple[str, ...]]:
    """Yield each cited figure, then each written table with how many figures it copies."""
    yield from dict.fromkeys((fact.text, fact.source.citation) for fact in ledger.facts if fact.aspect == "cited")
    tables = Counter((fact.label, fact.source.citation) for fact in ledger.facts if fact.aspect == ENTERED)
    for (table, citation), count in tables.items():
        yield _ENTERED.in_(language).format(table=table or _A_TABLE.in_(language), count=count), citation


def _set(ledger: Ledger, language: Language) -> Iterable[tuple[str, ...]]:
    """Yield one row per file: the figures whose only source is a place in it, with their lines."""
    told: dict[str, dict[tuple[int, str], None]] = {}
    for fact in ledger.facts:
        place, source = fact.source.defined_at, fact.source
        if place is not None and place.line and not (fact.metric or source.ranges or source.citation):
            told.setdefault(place.file, {})[place.line, fact.text] = None
    for file, figures in sorted(told.items()):
        words = (f"{figure}（{line}）" if language is Language.ZH else f"{figure} ({line})" for line, figure in sorted(figures))
        yield file.rsplit("/", 1)[-1], _AND.in_(language).join(words)


def _files(ledger: Ledger, language: Language) -> Iterable[tuple[str, ...]]:
    """Yield one row per sheet: the first and last row that entered any fact, and the columns."""
    sheets: dict[tuple[str, str], list[_Corner]] = {}
    for cells in (cells for fact in ledger.facts for cells in fact.source.ranges):
        sheets.setdefault((cells.file, cells.sheet), []).extend(_corners(cells.cells))
    for (file, sheet), corners in sorted(sheets.items()):
        rows = [corner.row for corner in corners]
        columns = _named(corners, language) if corners[0].run else _lettered(corners)
        yield (file.rsplit("/", 1)[-1], sheet or "—", f"{min(rows)}–{max(rows)}", columns)


@dataclass(frozen=True, slots=True)
class _Corner:
    """One corner of a range: `C12` of a sheet, or `曝光#12` where columns have names only (Parquet, databases).

    `run` names the columns of its range, first to last, where they have names only; else it is empty.
    """

    column: str
    row: int
    run: str = ""


def _corners(cells: str) -> list[_Corner]:
    """Return the one or two corners of a range; the name of a column may have any characters in it, also `:`."""
    found = _NAMED.fullmatch(cells)
    if found is not None:
        ends = [(found[1], found[2])] + ([(found[3], found[4])] if found[3] else [])
        run = "–".join(dict.fromkeys(name for name, _ in ends))
        return [_Corner(name, int(row), run) for name, row in ends]
    letters = [(corner.rstrip("0123456789"), corner) for corner in cells.split(":")]
    return [_Corner(letter, int(corner.removeprefix(letter))) for letter, corner in letters]


def _lettered(corners: Sequence[_Corner]) -> str:
    letters = sorted({corner.column for corner in corners}, key=lambda name: (len(name), name))
    return letters[0] if len(letters) == 1 else f"{letters[0]}–{letters[-1]}"


def _named(corners: Sequence[_Corner], language: Language) -> str:
    return _AND.in_(language).join(sorted({corner.run for corner in corners}))


def _table(heads: Sequence[tuple[Phrase, float]], rows: Iterable[tuple[str, ...]], language: Language, where: Location) -> Table | None:
    made = tuple(TableRow(tuple(TableCell(_words(words, where)) for words in row)) for row in rows)
    columns = tuple(TableColumn(text(head.in_(language), where=where), weight=weight) for head, weight in heads)
    return Table(columns, made, where=where) if made else None


def _words(words: str, where: Location) -> Text:
    return text(words or "—", where=where)
