"""`./dev gate [FILE…]`: programs that are not ours judge every sample in every format, and the templates. Exit code 1 on any finding.

Without files each report below content/, of a batch the first, is built in each format into out/; then, for each file:

- Office: the Open XML SDK validator, openxml-audit and our package rules, also on each embedded workbook; charts remember what their workbooks hold;
  LibreOffice draws it: page count, contents, numbering, captions, tables, charts and texts are those that were planned.
- PDF, of both engines: qpdf, fonts embedded and subset, PDF/UA-1, size, text in reading order.

Files named on the command line are judged without knowing what was planned for them.

`./dev gate --adopted FOLDER [NAME…]` adopts every template below a folder, or those whose names begin so, each in a workspace of its own, builds
two sample reports in it and judges them as their pages are drawn, by LibreOffice and in our PDF: see `adopted.py`.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.base.workspace import Workspace
from engine.model.report import PdfMaker
from tests.gate.adopted import judged_template, samples
from tests.gate.drawn import deck_findings, drawn_pages, paper_findings
from tests.gate.office import OFFICE_SUFFIXES, audit_findings, chart_findings, embedded_workbooks, rule_findings, sdk_findings
from tests.gate.pdf import (
    font_findings,
    paper_order_findings,
    qpdf_findings,
    size_findings,
    slide_order_findings,
)
from tests.gate.samples import Sample, built_samples
from tests.support.pdf_by import pdf_by
from tests.support.pdf_ua import ua_findings

ROOT = Path(__file__).resolve().parents[2]
VALIDATOR = ROOT / ".validators" / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"
SHOWN_PER_VERDICT = 12


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one judge said of one file; no findings is a pass."""

    file: str
    judge: str
    findings: list[str]


@dataclass(frozen=True, slots=True)
class Programs:
    """The judges that pip does not bring."""

    validator: Path
    qpdf: str


def find_programs() -> Programs:
    """Return the programs, or leave with what is missing: a judge that is absent must not look like one that is content."""
    qpdf, office = shutil.which("qpdf"), shutil.which("soffice") or shutil.which("libreoffice")
    if not VALIDATOR.is_file() or not qpdf or not office:
        sys.exit("The gate needs the Open XML SDK validator, qpdf and LibreOffice: run it as ./dev gate")
    return Programs(VALIDATOR, qpdf)


def judged(path: Path, programs: Programs, scratch: Path) -> Iterator[Verdict]:
    """Ask every judge that needs nothing but the file."""
    if path.suffix == ".pdf":
        yield Verdict(path.name, "qpdf", qpdf_findings(path, programs.qpdf))
        yield Verdict(path.name, "fonts", font_findings(path))
        yield Verdict(path.name, "PDF/UA-1", ua_findings(path))
        return
    for part in (path, *embedded_workbooks(path, scratch)):
        yield Verdict(part.name, "Open XML SDK", sdk_findings(part, programs.validator, scratch))
        yield Verdict(part.name, "openxml-audit", audit_findings(part))
    yield Verdict(path.name, "package rules", rule_findings(path))
    yield Verdict(path.name, "chart = workbook", chart_findings(path))


def judged_sample(sample: Sample, programs: Programs, scratch: Path) -> Iterator[Verdict]:
    """Ask every judge about every file of a sample, with what was planned for it."""
    yield Verdict(sample.name, "build", sample.findings)
    for path in (*sample.files, *_drawn_by_typst(sample, scratch)):
        yield from judged(path, programs, scratch)
        yield from _beside_the_plan(path, sample)


def _drawn_by_typst(sample: Sample, scratch: Path) -> Iterator[Path]:
    """Yield the PDF of the other engine; the samples themselves ask for none."""
    if sample.planned is not None:
        path = scratch / f"{sample.name}.typst.pdf"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pdf_by(PdfMaker.TYPST, sample.planned, Workspace.open(ROOT)))
        yield path


def _beside_the_plan(path: Path, sample: Sample) -> Iterator[Verdict]:
    planned = sample.planned
    assert planned is not None, "a sample with files was planned"
    match path.suffix:
        case ".pptx":
            yield Verdict(path.name, "LibreOffice", deck_findings(planned.deck, drawn_pages(path)))
        case ".docx":
            yield Verdict(path.name, "LibreOffice", paper_findings(planned.paper, drawn_pages(path)))
        case _:
            yield Verdict(path.name, "size", size_findings(path))
            is_deck = planned.shown is not planned.paper.paged and len(planned.shown.slides) == len(planned.deck.slides)
            order = slide_order_findings(path, planned.deck) if is_deck else paper_order_findings(path, planned.paper)
            yield Verdict(path.name, "reading order", order)


def report(verdicts: list[Verdict]) -> bool:
    """Print one line per file and judge, then the findings; tell whether all passed."""
    for verdict in verdicts:
        print(f"{'ok  ' if not verdict.findings else 'FAIL'}  {verdict.judge:<16}  {verdict.file}")
    for verdict in (verdict for verdict in verdicts if verdict.findings):
        print(f"\n{verdict.file}, {verdict.judge}: {len(verdict.findings)} findings")
        for finding in verdict.findings[:SHOWN_PER_VERDICT]:
            print(f"  {finding}")
        if len(verdict.findings) > SHOWN_PER_VERDICT:
            print(f"  … and {len(verdict.findings) - SHOWN_PER_VERDICT} more")
    failed = sum(1 for verdict in verdicts if verdict.findings)
    print(f"\n{len(verdicts)} verdicts on {len({verdict.file for verdict in verdicts})} files, {failed} with findings")
    return not failed


def templates() -> list[Path]:
    """Return the templates that the samples are made from."""
    return [path for path in sorted((ROOT / "templates").rglob("*")) if path.suffix in OFFICE_SUFFIXES]


def adopted(folder: Path, names: list[str], programs: Programs) -> bool:
    """Print a line for each template, report and judge as they come, then the findings; tell whether all passed."""
    verdicts: list[Verdict] = []
    with tempfile.TemporaryDirectory(prefix="debrief-adopted-") as scratch:
        for template in samples(folder):
            if not names or template.name.startswith(tuple(names)):
                for found in judged_template(template, programs.validator, Path(scratch)):
                    verdicts.append(Verdict(f"{found.template} {found.report}".strip(), found.judge, found.findings))
                    print(f"{'ok  ' if not found.findings else 'FAIL'}  {found.judge:<20}  {verdicts[-1].file}", flush=True)
    print()
    return report(verdicts)


def main(arguments: list[str]) -> int:
    programs = find_programs()
    if arguments[:1] == ["--adopted"]:
        if not arguments[1:] or not Path(arguments[1]).is_dir():
            sys.exit("--adopted needs the folder of the templates")
        return 0 if adopted(Path(arguments[1]), arguments[2:], programs) else 1
    with tempfile.TemporaryDirectory(prefix="debrief-gate-") as folder:
        scratch = Path(folder)
        files = [Path(argument) for argument in arguments] or templates()
        strangers = [path.name for path in files if path.suffix not in OFFICE_SUFFIXES | {".pdf"}]
        if strangers:
            sys.exit(f"The gate judges Office files and PDF: not {', '.join(strangers)}")
        verdicts = [verdict for path in files for verdict in judged(path, programs, scratch)]
        for sample in () if arguments else built_samples(ROOT):
            verdicts += judged_sample(sample, programs, scratch)
        return 0 if report(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
