"""`python -m benchmarks [REPORT…] [--times N]`: debrief, everything included, against the libraries by hand.

A deck is drawn by hand as the same pages, a report as the same flow from heading to heading, with charts as pictures.

Figures of debrief are those of a worker that has template and fonts open. `same content` is a report whose files it has read before, as those of
a batch share theirs: trees and tables are found again by their bytes, everything else is done anew, the checks of the finished file included.
`new content` is a report of which it has never met a word or a number. The scripts read no content at all: theirs is in memory from the start.

Instead of that,
`--batch` measures four documents for many teams, `--curves` what more slides, rows and teams cost, `--memory` one worker over many reports,
`--profile` where its time goes, `--million` the metrics of the mid-year sample on a million rows, `--likeness` how like LibreOffice's drawing of
the PPTX the deck PDF is, in every theme and for the layouts of the templates named (`--keep FOLDER`: pages side by side). What was measured is
in RESULTS.md.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks import batch, curves, likeness, million, profile
from benchmarks.drawing import drawing_of
from benchmarks.flow import flow_of
from engine.base.workspace import Workspace
from engine.pipeline import plan_report
from engine.writers import Form

ROOT = Path(__file__).resolve().parents[1]
PAIRS = (("pptx", "python-pptx by hand", 1.0, 0.5), ("pdf", "WeasyPrint + matplotlib by hand", 0.6, 0.4))
PAPER_PAIRS = (("docx", "python-docx + matplotlib by hand", 0.5, 0.2), ("pdf", "WeasyPrint + matplotlib by hand", 0.5, 0.3))
SAMPLES = ("midyear-2025", "campaign-autumn-2025")
CHECK_BAR, CHECK_GOAL = 1.0, 0.4
TYPST_BAR = 0.1


def run(contender: str, times: int, place: Path, report: str) -> dict[str, float]:
    """Run one contender in a fresh process and return its figures."""
    command = [sys.executable, "-m", "benchmarks.worker", contender, str(times), str(place), report]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def check_seconds(report: str) -> float:
    """Return the best of five cold runs of `debrief check`."""
    command = [sys.executable, "-c", "from engine.cli.main import main; main()", "check", str(ROOT / "content" / report)]
    best = float("inf")
    for _ in range(5):
        started = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        best = min(best, time.perf_counter() - started)
    return best


def show(name: str, figures: dict[str, float]) -> None:
    seconds = f"cold {figures['cold_wall_s']:6.2f} s   warm {figures['warm_cpu_s']:6.3f} s"
    print(f"  {name:34} {seconds}   peak {figures['peak_mib']:5.0f} MiB   {figures['kib']:5.0f} KiB")


def compare(report: str, times: int) -> None:
    """Print how one report's formats compare with the same by hand."""
    planned = plan_report(Workspace.open(ROOT), ROOT / "content" / report)
    deck = planned.primary is Form.DECK
    name, pairs = ("deck", PAIRS) if deck else ("report", PAPER_PAIRS)
    print(f"{report}: {len(planned.shown.slides)} pages, {os.cpu_count()} CPUs; warm = CPU seconds per document, all verbs included")
    with tempfile.TemporaryDirectory() as folder:
        drawing = Path(folder) / "drawing.pickle"
        drawing.write_bytes(pickle.dumps(drawing_of(planned.deck) if deck else flow_of(planned.paper)))
        for form, reference, bar, goal in pairs:
            ours = run(f"debrief:{form}", times, ROOT, report)
            unseen = run(f"debrief:{form} unseen", times, ROOT, report)
            theirs = run(f"hand:{name}.{form}", times, drawing, report)
            print(f"{name}.{form}")
            show("debrief, same content", ours)
            show("debrief, new content", unseen)
            show(reference, theirs)
            ratio, other = (each["warm_cpu_s"] / theirs["warm_cpu_s"] for each in (ours, unseen))
            memory = ours["peak_mib"] / theirs["peak_mib"]
            print(f"  ratio {ratio:.2f} ×, new content {other:.2f} × (bar {bar} ×, goal {goal} ×)   memory {memory:.2f} ×")
            if form == "pdf":
                with_typst(report, times, theirs)
                plain = run(f"hand:{name}.pdf untagged", times, drawing, report)
                show("the same without tags", plain)
                print(f"  ratio {ours['warm_cpu_s'] / plain['warm_cpu_s']:.2f} × to that")
    print(f"debrief check, cold: {check_seconds(report):.2f} s (bar {CHECK_BAR} s, goal {CHECK_GOAL} s)")


def with_typst(report: str, times: int, reference: dict[str, float]) -> None:
    """Print what the other engine takes, all verbs and the drawing alone; there each document has other words, and nothing is remembered."""
    whole, unseen = (run(f"debrief:pdf typst{which}", times, ROOT, report) for which in ("", " unseen"))
    show("debrief by Typst, same content", whole)
    show("debrief by Typst, new content", unseen)
    ratio, other = (each["warm_cpu_s"] / reference["warm_cpu_s"] for each in (whole, unseen))
    print(f"  ratio {ratio:.2f} ×, new content {other:.2f} × (bar {TYPST_BAR} ×)")
    for engine in ("weasyprint", "typst"):
        alone = run(f"emit:{engine}", times, ROOT, report)
        print(f"  emit alone, {engine:10} warm {alone['warm_cpu_s']:6.3f} s, {alone['warm_cpu_s'] / reference['warm_cpu_s']:.2f} ×"
              f"   peak {alone['peak_mib']:5.0f} MiB")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("reports", nargs="*", default=SAMPLES, metavar="REPORT", help="folders below content/")
    parser.add_argument("--times", type=int, default=10, help="documents per process, after two that do not count")
    parser.add_argument("--million", action="store_true", help="the metrics of the mid-year sample on a million rows, nothing else")
    parser.add_argument(
        "--batch", type=int, nargs="?", const=20, metavar="TEAMS", help="four documents for each of 20 teams, by two workers"
    )
    parser.add_argument("--curves", action="store_true", help="slides, rows and teams, ten times as many each")
    parser.add_argument("--long", action="store_true", help="curves up to a million rows, and a thousand teams in all formats")
    parser.add_argument("--memory", type=int, nargs="?", const=200, metavar="REPORTS", help="what one worker holds over 200 reports")
    parser.add_argument("--profile", type=int, nargs="?", const=20, metavar="REPORTS", help="where the time of a warm worker goes")
    parser.add_argument("--likeness", nargs="*", metavar="TEMPLATE", help="deck PDF against LibreOffice's drawing of the PPTX")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="with --likeness: write both drawings of each page side by side")
    options = parser.parse_args()
    if options.million:
        million.compare()
    elif options.likeness is not None:
        likeness.compare(options.reports[0], options.likeness, options.keep)
    elif options.batch:
        batch.compare(options.batch)
    elif options.curves:
        curves.compare(long=options.long)
    elif options.memory:
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, "-m", "benchmarks.memory", str(options.memory), folder], cwd=ROOT, check=True)
    elif options.profile:
        profile.profile(options.profile)
    else:
        compare_all(options.reports, options.times)


def compare_all(reports: Sequence[str], times: int) -> None:
    for report in reports:
        compare(report, times)


if __name__ == "__main__":
    main()
