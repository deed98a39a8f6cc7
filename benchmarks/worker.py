"""One contender in a process of its own: makes the document N times and prints what that cost, as JSON."""

from __future__ import annotations

import gc
import json
import pickle
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

Make = Callable[[], bytes]


def by_debrief(what: str, root: Path, report: str) -> Make:
    """Build a report again and again; `what` is a format, `pdf typst` the PDF that Typst draws.

    With `unseen` behind it each time is as if nothing of the content had been met before.
    """
    from engine.base.workspace import Workspace
    from engine.pipeline import BuildRequest, build_report

    workspace = Workspace.open(root)
    format_name, *ways = what.split()
    request = BuildRequest((format_name,), {"pdf.engine": "typst"} if "typst" in ways else {})

    def make() -> bytes:
        if "unseen" in ways:
            forget_content()
        result = build_report(workspace, root / "content" / report, request)
        return result.artifacts[0].blob

    return make


def forget_content() -> None:
    """Forget what was worked out from content: trees, tables, templates in prose, broken lines, ledgers. Fonts and the brand stay open."""
    from engine.compose import jinja
    from engine.layout import breaks
    from engine.load import includes
    from engine.metrics import numbers
    from engine.model import file_ledger, ledger_json
    from engine.probe import workbook_cells
    from engine.sources import read

    for shared in (includes._TREES, read._TABLES, ledger_json._WRITTEN, workbook_cells._READ):  # noqa: SLF001  nobody else wants them empty
        shared.clear()
    for cached in (breaks._break_table, jinja._tree, jinja._split, file_ledger._named, numbers._axis_style):  # noqa: SLF001
        cached.cache_clear()


def by_emit(engine: str, times: int, root: Path, report: str) -> Make:
    """Return the last verb alone: the PDF of a plan, whose Chinese words are others each time, so that no engine can remember the last."""
    from dataclasses import replace

    from benchmarks.others import other_words
    from engine.base.workspace import Workspace
    from engine.model.report import PdfMaker
    from engine.pipeline import BuildRequest, plan_report
    from engine.writers import Form
    from engine.writers.pdf.emit import emit, emit_paper

    workspace = Workspace.open(root)
    planned = plan_report(workspace, root / "content" / report, BuildRequest(("pdf",)))
    meta = replace(planned.shown.meta, pdf_maker=PdfMaker(engine))
    decks = iter([replace(planned.shown, meta=meta, slides=other_words(planned.shown.slides, step)) for step in range(times + 2)])

    def make() -> bytes:
        deck = next(decks)
        if planned.primary is Form.DECK:
            return emit(deck, planned.brand, workspace)
        assert planned.pages is not None
        return emit_paper(replace(planned.paper, meta=meta, pages=deck.slides), planned.pages.brand, workspace)

    return make


def by_hand(module: str, drawing: Path) -> Make:
    plain = pickle.loads(drawing.read_bytes())  # noqa: S301  our own file, written a moment ago
    what, _, untagged = module.partition(" ")
    match what:
        case "deck.pptx":
            from benchmarks.by_python_pptx import draw as draw_pptx

            return lambda: draw_pptx(plain)
        case "report.docx":
            from benchmarks.by_python_docx import draw as draw_docx

            return lambda: draw_docx(plain)
        case "deck.pdf":
            from benchmarks.by_weasyprint import draw as draw_deck

            return lambda: draw_deck(plain, None) if untagged else draw_deck(plain)
        case _:
            from benchmarks.by_weasyprint_flow import draw as draw_flow

            return lambda: draw_flow(plain, None) if untagged else draw_flow(plain)


def cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def main(contender: str, times: int, place: str, report: str) -> None:
    started = time.perf_counter()
    side, _, form = contender.partition(":")
    match side:
        case "debrief":
            make = by_debrief(form, Path(place), report)
        case "emit":
            make = by_emit(form, times, Path(place), report)
        case _:
            make = by_hand(form, Path(place))
    size = len(make())
    cold = time.perf_counter() - started
    make()
    gc.collect()
    gc.freeze()  # modules and caches stay: a worker looks for garbage among what one document left
    before = cpu()
    for _ in range(times):
        make()
        gc.collect()
    warm = (cpu() - before) / times
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"contender": contender, "cold_wall_s": cold, "warm_cpu_s": warm, "peak_mib": peak, "kib": size / 1024}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4])
