"""`python -m benchmarks --batch N`: four documents for each of N teams, by two workers: by debrief, and by hand with the libraries.

The documents are a deck as PPTX and PDF and a report as DOCX and PDF. By hand, the same pages and the same flow are drawn from lists that
were planned before; debrief reads, computes, fits, draws, opens its files again and writes its ledgers, all of it counted.
"""

from __future__ import annotations

import json
import os
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from benchmarks.drawing import drawing_of
from benchmarks.flow import flow_of
from benchmarks.million import ROOT
from benchmarks.teams import DECK, PAPER, write_workspace
from engine.base.workspace import Workspace
from engine.batch.job import Site
from engine.batch.survey import survey
from engine.pipeline import BuildRequest, plan_report

DEBRIEF = (sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); from engine.cli.main import main; main()")
DRAWN = 10
"""Teams whose pages are drawn by hand, in turns."""
BAR, GOAL, COLD_BAR = 0.5, 0.064, 0.6
Files = dict[str, bytes]
Drawings = tuple[dict[str, Any], dict[str, Any]]
"""A deck and a paper as plain lists."""


def run(command: Sequence[str], place: Path) -> dict[str, float]:
    """Run a command to its end; return seconds on the wall and of all its processes."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, cwd=place, check=False, capture_output=True, text=True)
    wall, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return {"wall": wall, "cpu": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime}


def by_debrief(place: Path, workers: int, *more: str) -> dict[str, float]:
    return run((*DEBRIEF, "build", "--force", "-q", "-j", str(workers), "--out", str(place / f"out-{workers}"), *more), place)


def by_hand(drawings: Path, place: Path, teams: int, workers: int, peer: str = "") -> dict[str, float]:
    return run((sys.executable, "-m", "benchmarks.batch", str(drawings), str(place / f"hand-{peer}"), str(teams), str(workers), peer), ROOT)


def compare(teams: int, workers: int = 2) -> None:
    """Print what the batch takes, warm and cold, one and two workers, with the reference and the peers in the same run."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        write_workspace(place, teams)
        drawings = place / "drawings.pickle"
        drawings.write_bytes(pickle.dumps(_drawings(place, teams)))
        load = os.getloadavg()[0]
        print(f"{teams} teams x 4 documents (deck.pptx, deck.pdf, report.docx, report.pdf); load {load:.1f} on {os.cpu_count()} CPUs")
        ours = by_debrief(place, workers, "--no-pages")
        theirs = by_hand(drawings, place, teams, workers)
        _show(f"debrief, {workers} workers", ours, teams)
        _show(f"python-pptx + python-docx + WeasyPrint, {workers} workers", theirs, teams)
        print(f"  ratio {ours['wall'] / theirs['wall']:.2f} x wall, {ours['cpu'] / theirs['cpu']:.2f} x CPU (bar {BAR} x, goal {GOAL} x)")
        _peers(drawings, place, teams, workers, ours)
        _show("debrief with covers and sheets", by_debrief(place, workers), teams)
        one = by_debrief(place, 1, "--no-pages")
        _show("debrief, 1 worker", one, teams)
        print(
            f"  {workers} workers {one['wall'] / ours['wall']:.2f} x as fast as one by the wall (bar 1.8); CPU {ours['cpu'] / one['cpu']:.2f} x"
        )
        _cold(drawings, place)
        again = run((*DEBRIEF, "build", "-q", "--no-pages", "--out", str(place / "out-1")), place)
        print(f"  nothing changed, {2 * teams} reports: {again['wall']:.2f} s wall, {again['cpu']:.2f} s CPU")
        kib = sum(path.stat().st_size for path in (place / "out-1").rglob("*") if path.suffix in {".pptx", ".docx", ".pdf"}) / 1024
        print(f"  {kib / teams:.0f} KiB of documents per team; by hand {_kib(place / 'hand-') / min(teams, DRAWN):.0f} KiB")


def _cold(drawings: Path, place: Path) -> None:
    first = survey(Site(Workspace.open(place)), [place / "content" / DECK]).jobs[0].name.partition("/")[2]
    ours = min(by_debrief(place, 0, "--no-pages", "-s", first)["cpu"] for _ in range(3))
    theirs = min(by_hand(drawings, place, 1, 0)["cpu"] for _ in range(3))
    print(f"  one team, cold, CPU: debrief {ours:.2f} s, by hand {theirs:.2f} s, ratio {ours / theirs:.2f} x (bar {COLD_BAR} x)")


def _peers(drawings: Path, place: Path, teams: int, workers: int, ours: dict[str, float]) -> None:
    if find_spec("docxtpl") is None:
        print("  (docxtpl is not installed: pip install docxtpl)")
        return
    peer = by_hand(drawings, place, teams, workers, "docxtpl")
    _show("python-pptx + docxtpl + WeasyPrint", peer, teams)
    print(f"  ratio {ours['cpu'] / peer['cpu']:.2f} x CPU to that")


def _show(name: str, figures: dict[str, float], teams: int) -> None:
    print(
        f"  {name:52} {figures['wall']:7.1f} s wall   {figures['cpu']:7.1f} s CPU   {figures['cpu'] / teams:6.3f} s CPU per team",
        flush=True,
    )


def _kib(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1024


def _drawings(place: Path, teams: int) -> list[Drawings]:
    """Return decks and papers of some teams as plain lists."""
    workspace = Workspace.open(place)
    found: list[Drawings] = []
    decks, papers = (survey(Site(workspace), [place / "content" / name]).jobs[: min(DRAWN, teams)] for name in (DECK, PAPER))
    for deck, paper in zip(decks, papers, strict=True):
        slides = plan_report(workspace, deck.folder, BuildRequest(member=deck.member)).deck
        pages = plan_report(workspace, paper.folder, BuildRequest(member=paper.member)).paper
        found.append((drawing_of(slides), flow_of(pages)))
    return found


# ---- the other side: a process that draws


def _draw(place: Path, number: int, pair: Drawings, peer: str) -> None:
    """Draw the four documents of one team and write them."""
    for name, blob in _documents(pair, peer).items():
        (place / f"{number % DRAWN}-{name}").write_bytes(blob)


def _documents(pair: Drawings, peer: str) -> Files:
    from benchmarks import by_python_docx, by_python_pptx, by_weasyprint, by_weasyprint_flow

    deck, paper = pair
    docx: Callable[[dict[str, Any]], bytes] = by_python_docx.draw
    if peer == "docxtpl":
        from benchmarks import by_docxtpl

        docx = by_docxtpl.draw
    return {
        "deck.pptx": by_python_pptx.draw(deck), "deck.pdf": by_weasyprint.draw(deck),
        "report.docx": docx(paper), "report.pdf": by_weasyprint_flow.draw(paper),
    }  # fmt: skip


def draw_all(drawings: Path, place: Path, teams: int, workers: int, peer: str) -> None:
    """Draw for so many teams; `workers` 0 draws in this process."""
    pairs = pickle.loads(drawings.read_bytes())  # noqa: S301  our own file, written a moment ago
    place.mkdir(parents=True, exist_ok=True)
    tasks = [(place, number, pairs[number % len(pairs)], peer) for number in range(teams)]
    if workers == 0:
        for task in tasks:
            _draw(*task)
        return
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
        for done in [pool.submit(_draw, *task) for task in tasks]:
            done.result()


if __name__ == "__main__":
    _drawings_file, _place, _teams, _workers, *_peer = sys.argv[1:]
    draw_all(Path(_drawings_file), Path(_place), int(_teams), int(_workers), _peer[0] if _peer else "")
    print(json.dumps("drawn"))
