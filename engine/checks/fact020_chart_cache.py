"""FACT020: a chart shows other numbers than its workbook.

What it does: opens the finished file and compares every cached range of every native chart with the cells it refers to.
Why it matters: “Edit data” would change the picture, and the numbers could not be traced.

Fails: a chart that draws 820 while its workbook holds 802 at Sheet1!$B$2.
Passes: the same chart with 820 in both places.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, error
from engine.checks.definition import FileCheck
from engine.probe.chart_values import disagreements


def run(blob: bytes, file: str) -> Iterator[Diagnostic]:
    for found in disagreements(blob):
        chart = found.part.rsplit("/", 1)[-1]
        yield error(
            "FACT020",
            f"{chart} 画出的数与内嵌表格 {found.reference} 不一致：{_shown(found.cached)} 与 {_shown(found.stored)}",
            f"{chart} draws other numbers than its workbook holds at {found.reference}: {_shown(found.cached)} and {_shown(found.stored)}",
            Location(file),
            Phrase(
                "在 PowerPoint 或 Word 里右键“编辑数据”，让图表重新读取表格",
                "open the chart's data in PowerPoint or Word, so that it reads its workbook again",
            ),
        )


def _shown(cells: tuple[str | float | None, ...]) -> str:
    return "（空）" if not cells else ", ".join("—" if cell is None else str(cell) for cell in cells[:6])


DEFINITION = FileCheck("FACT020", ("pptx", "docx"), run)
