"""`python -m benchmarks --million`: the mid-year sample on a fact table of a million rows, in a process of its own.

The sample's weekly table is repeated until it is that long (row i counts 1 + i mod 7 hundredths more, so that no sum is a multiple), written as
UTF-8 CSV, read as any report is, and every metric is evaluated with its target, comparison, verdict and shares by channel.
"""

from __future__ import annotations

import csv
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLE, TABLE, DIMENSION = "midyear-2025", "data/weekly.csv", "渠道"
ROWS = 1_000_000
EVALUATE_BAR, MEMORY_BAR = 3.0, 1536
READ_GOAL = 3.0  # of sixteen columns, 148 MB
COUNTED = slice(5, None)  # the columns of numbers


def write_sample(folder: Path, rows: int) -> None:
    """Copy the sample below `folder`, its weekly table repeated until it has `rows` rows."""
    report = folder / "content" / SAMPLE
    shutil.copytree(ROOT / "content" / SAMPLE, report)
    with (report / TABLE).open(encoding="gb18030", newline="") as stream:
        header, *records = csv.reader(stream)
    with (report / TABLE).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(header)
        for index in range(rows):
            record = records[index % len(records)]
            numbers = [f"{float(cell.replace(',', '')) * (1 + index % 7 / 100):.2f}" for cell in record[COUNTED]]
            writer.writerow([*record[: COUNTED.start], *numbers])


def evaluate(folder: Path) -> dict[str, float]:
    """Read the report and evaluate every metric; return seconds and MiB."""
    from engine.base.workspace import Workspace
    from engine.load.source import load
    from engine.metrics.store import Metrics

    started = (time.perf_counter(), _cpu())
    source = load(Workspace.open(folder), folder / "content" / SAMPLE, {}).value
    assert source is not None, "the sample can be read"
    read = (time.perf_counter(), _cpu())
    metrics = Metrics(source.metrics, source.tables, period=source.period, today=source.report.date, language=source.language)
    assert metrics.check() == (), "the sample has no mistake"
    figures = 0
    for name in metrics.ids:
        view = metrics.get(name)
        asked = [view, *((view.target, view.attainment, view.deviation, view.status) if view.has_target else ())]
        asked += [view.previous, view.yoy] if view.has_yoy else []
        if name in ("gmv", "cost"):
            asked += [view.share(DIMENSION, member) for member in view.members(DIMENSION)]
        figures += len([one.text for one in asked])
    done = (time.perf_counter(), _cpu())
    return {
        "rows": len(source.tables["weekly"]), "figures": figures, "read_s": read[0] - started[0], "read_cpu_s": read[1] - started[1],
        "evaluate_s": done[0] - read[0], "evaluate_cpu_s": done[1] - read[1],
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }  # fmt: skip


def compare(rows: int = ROWS) -> None:
    """Print what it takes, beside the bars."""
    with tempfile.TemporaryDirectory() as place:
        write_sample(Path(place), rows)
        command = [sys.executable, "-m", "benchmarks.million", place]
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    print(f"{SAMPLE} on {found['rows']:,.0f} rows: {found['figures']:.0f} figures")
    print(f"  read      {found['read_s']:6.2f} s   CPU {found['read_cpu_s']:6.2f} s   (goal {READ_GOAL} s)")
    print(f"  evaluate  {found['evaluate_s']:6.2f} s   CPU {found['evaluate_cpu_s']:6.2f} s   (bar {EVALUATE_BAR} s)")
    print(f"  peak      {found['peak_mib']:6.0f} MiB                 (bar {MEMORY_BAR} MiB)")


def _cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    print(json.dumps(evaluate(Path(sys.argv[1]))))
