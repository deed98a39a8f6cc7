"""A workspace of many teams: the sample `team-review` as a deck and as a paper, with as many teams as asked for.

Beyond the hundred of the sample, teams are copies under other codes, names and regions, so that each report is made of as many rows.
"""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

from benchmarks.million import ROOT

SAMPLE = "team-review"
DECK, PAPER = "team-review", "team-paper"
OWN = 100
_NAMES = ("编号", "团队", "名称", "简称", "大区")
"""Columns by which the tables know a team or its region."""


def write_workspace(root: Path, teams: int, *, paper: bool = True) -> None:
    """Write the deck, and the paper if wanted, for so many teams."""
    for name, kind, formats in ((DECK, "midyear-review", "pptx, pdf"), (PAPER, "campaign-summary", "docx, pdf")):
        if name == PAPER and not paper:
            continue
        folder = root / "content" / name
        shutil.copytree(ROOT / "content" / SAMPLE, folder)
        report = (folder / "report.yaml").read_text(encoding="utf-8")
        report = report.replace("kind: midyear-review", f"kind: {kind}").replace("formats: [pptx, docx, pdf]", f"formats: [{formats}]")
        (folder / "report.yaml").write_text(report, encoding="utf-8")
        for table in sorted((folder / "data").glob("*.csv")):
            _multiply(table, teams)


def _multiply(table: Path, teams: int) -> None:
    """Repeat the rows of a table until there are enough teams; the first of them alone when there are fewer."""
    blob = table.read_bytes()
    text = blob.decode("utf-8-sig") if blob.startswith(b"\xef\xbb\xbf") else blob.decode("gb18030")
    header, *rows = csv.reader(text.splitlines())
    named = [index for index, name in enumerate(header) if name in _NAMES]
    code = next(index for index in named if header[index] in ("编号", "团队"))
    known = list(dict.fromkeys(row[code] for row in rows))
    with table.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(header)
        for copy in range(-(-teams // OWN)):
            wanted = set(known[: teams - copy * OWN])
            for row in rows:
                if row[code] in wanted:
                    writer.writerow([f"{cell}{copy or ''}" if index in named else cell for index, cell in enumerate(row)])
