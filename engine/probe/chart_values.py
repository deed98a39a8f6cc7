"""Facts about native charts in a finished Office file: what each chart has cached, and what its workbook holds at the same cells."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator

from engine.base.records import dataclass
from engine.probe.package_parts import opened, parsed, references
from engine.probe.workbook_cells import Cell, range_values, workbook_cells

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
MOST_POINTS = 2**20
"""Rows of a sheet of Excel: a file that claims more points has not got them."""
_CHART_PART = re.compile(r"(?:ppt|word|xl)/charts/chart[^/]*\.xml")


@dataclass(frozen=True, slots=True)
class CachedRange:
    """One reference of a chart (`Sheet1!$B$2:$B$7`) and what the chart remembers of it; None is a gap."""

    reference: str
    values: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class NativeChart:
    """A chart part with all its cached ranges, and its workbook part: empty when there is none."""

    part: str
    workbook: str
    ranges: tuple[CachedRange, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A range whose cells differ from the cache; `stored` is empty when the workbook or the range cannot be read."""

    part: str
    reference: str
    cached: tuple[Cell, ...]
    stored: tuple[Cell, ...]


def native_charts(package: bytes) -> tuple[NativeChart, ...]:
    """Return the charts of a .pptx or .docx, by part name. Raises zipfile.BadZipFile when it is no package."""
    archive = opened(package)
    return tuple(_charts(archive))


def _charts(archive: zipfile.ZipFile) -> Iterator[NativeChart]:
    for part in sorted(name for name in archive.namelist() if _CHART_PART.fullmatch(name)):
        yield NativeChart(part, _workbook_of(archive, part), tuple(_ranges(archive.read(part))))


def disagreements(package: bytes) -> tuple[Disagreement, ...]:
    """Return every cached range that “Edit data” would show differently."""
    found = []
    archive = opened(package)
    for chart in _charts(archive):
        sheets = workbook_cells(archive.read(chart.workbook)) if chart.workbook in archive.NameToInfo else {}
        for cached in (each for each in chart.ranges if "!" in each.reference):  # LibreOffice names its own table: categories, 0, 1
            stored = range_values(sheets, cached.reference) or ()
            if not _agree(cached.values, stored):
                found.append(Disagreement(chart.part, cached.reference, cached.values, stored))
    return tuple(found)


def _workbook_of(archive: zipfile.ZipFile, part: str) -> str:
    return next((reference.target for reference in references(archive, part) if reference.kind == "package"), "")


def _ranges(chart: bytes) -> Iterator[CachedRange]:
    for reference in parsed(chart).iter(f"{CHART}strRef", f"{CHART}numRef"):
        number = reference.tag == f"{CHART}numRef"
        cache = reference.find(f"{CHART}{'numCache' if number else 'strCache'}")
        if cache is None:
            continue
        count = cache.find(f"{CHART}ptCount")
        values: list[Cell] = [None] * min(_whole(count.get("val", "") if count is not None else "") or 0, MOST_POINTS)
        for point in cache.iter(f"{CHART}pt"):
            at, text = _whole(point.get("idx", "")), point.findtext(f"{CHART}v") or ""
            if at is not None and at < len(values):
                values[at] = _number(text) if number else text
        yield CachedRange(reference.findtext(f"{CHART}f") or "", tuple(values))


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() else None


def _number(text: str) -> Cell:
    """Return a number; the words themselves where another program wrote some."""
    try:
        return float(text)
    except ValueError:
        return text


def _agree(cached: tuple[Cell, ...], stored: tuple[Cell, ...]) -> bool:
    """Tell whether a chart remembers what the cells hold; a name of several cells may be joined, and a number in it is a word."""
    return cached == stored or (any(isinstance(cell, str) for cell in cached) and _words(cached) == _words(stored))


def _words(cells: tuple[Cell, ...]) -> str:
    return " ".join(f"{cell:.15g}" if isinstance(cell, float) else cell for cell in cells if cell is not None)
