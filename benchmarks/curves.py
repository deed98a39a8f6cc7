"""`python -m benchmarks --curves`: what more slides, more rows and more teams cost. A curve is straight when ten times as much takes ten times as long."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks import million
from benchmarks.batch import DEBRIEF, run
from benchmarks.teams import write_workspace

SLIDES_BAR, TEAMS_BAR, UNCHANGED_BAR = 12.0, 11.0, 3.0

_TOPIC = """\
      - label: 第 {number} 项
        title: 第 {number} 项成交 {{{{ m.gmv }}}}
        blocks:
          - kpis: [gmv, orders]
          - chart: {{kind: column, title: 第 {number} 项各周, table: weekly, by: 周, value: sum(GMV), unit: 元}}
          - text: 第 {number} 项的说明：各周成交与计划相符，渠道投放按周复盘，下一周的安排照旧。
"""
_HEAD = """\
kind: midyear-review
title: 很长的一份
date: 2025-10-08
period: 2025Q3
formats: [pptx, pdf]
data: {weekly: data/weekly.csv}
metrics:
  gmv: {label: GMV, table: weekly, value: sum(GMV), unit: 元, source: 交易系统, definition: 支付口径}
  orders: {label: 订单, table: weekly, value: sum(订单), unit: 单, source: 交易系统, definition: 支付口径}
sections:
"""


def write_slides(root: Path, slides: int) -> None:
    """Write one report of so many slides with tiles, a chart and a sentence each, in ten sections."""
    folder = root / "content" / "long"
    (folder / "data").mkdir(parents=True)
    rows = [f"2025-07-{day:02},{60000 + 137 * day},{500 + day}" for day in range(1, 13)]
    (folder / "data" / "weekly.csv").write_text("\n".join(["周,GMV,订单", *rows, ""]), encoding="utf-8")
    sections = []
    for first in range(0, slides, slides // 10):
        topics = "".join(_TOPIC.format(number=number + 1) for number in range(first, first + slides // 10))
        sections.append(f"  - title: 第 {first * 10 // slides + 1} 部分\n    topics:\n{topics}")
    (folder / "report.yaml").write_text(_HEAD + "".join(sections), encoding="utf-8")


def over_slides(sizes: tuple[int, ...]) -> None:
    """Print what decks of more and more slides take."""
    print("slides in one deck (pptx + pdf, cold)")
    seen: list[float] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            write_slides(Path(folder), size)
            seen.append(_shown(f"{size:,}", run((*DEBRIEF, "build", "-q", "-j", "0", "--no-pages"), Path(folder)), seen))
    print(f"  {sizes[-1] / sizes[0]:.0f} x the slides take {seen[-1] / seen[0]:.1f} x the CPU (bar {SLIDES_BAR})")


def over_rows(sizes: tuple[int, ...]) -> None:
    """Print what tables of more and more rows take: read, and evaluated."""
    for size in sizes:
        million.compare(size)


def over_teams(sizes: tuple[int, ...], formats: str) -> None:
    """Print what batches of more and more teams take, and what it takes to see that nothing changed."""
    print(f"teams ({formats}, 2 workers)")
    seen: list[float] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            write_workspace(place, size, paper=False)
            seen.append(_shown(f"{size:,}", run((*DEBRIEF, "build", "-q", "-j", "2", "--no-pages", "-f", formats), place), seen))
            again = run((*DEBRIEF, "build", "-q", "--no-pages", "-f", formats), place)
            print(
                f"  {'':>9} nothing changed: {again['wall']:.2f} s wall, {again['cpu']:.2f} s CPU (bar {UNCHANGED_BAR} s for 1,000)",
                flush=True,
            )
    print(f"  {sizes[-1] / sizes[0]:.0f} x the teams take {seen[-1] / seen[0]:.1f} x the CPU (bar {TEAMS_BAR})")


def _shown(size: str, figures: dict[str, float], seen: list[float]) -> float:
    ratio = f"   {figures['cpu'] / seen[0]:.1f} x" if seen else ""
    print(f"  {size:>9} {figures['wall']:8.2f} s wall {figures['cpu']:8.2f} s CPU{ratio}", flush=True)
    return figures["cpu"]


def compare(*, long: bool) -> None:
    """Print the three curves; `long` goes to a million rows and a thousand teams in all formats."""
    over_slides((100, 1000))
    over_rows((1_000, 10_000, 100_000, *((1_000_000,) if long else ())))
    over_teams((100, 1000) if long else (20, 200), "pptx,docx,pdf" if long else "pptx")


if __name__ == "__main__":
    match sys.argv[1]:
        case "slides":
            over_slides(tuple(map(int, sys.argv[2].split(","))))
        case "rows":
            over_rows(tuple(map(int, sys.argv[2].split(","))))
        case _:
            over_teams(tuple(map(int, sys.argv[2].split(","))), sys.argv[3])
