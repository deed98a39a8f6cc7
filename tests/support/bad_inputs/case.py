"""One bad input: what is put into a sound workspace, and what its author must be told."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path

from engine.base.records import dataclass
from tests.support.mini_report import REPORT, put_report

Put = Callable[[Path], None]
"""Spoils the report in the folder it is given; the workspace root is two levels above."""

FOLDER = "content/r"
DATA = "data: {weekly: data/weekly.csv}"
TEXT = "          - text: 上半年 GMV 为 {{ m.gmv }}。\n"


class Run(Enum):
    """How a case goes through the door: in this process, or in one of its own, whose time and memory are measured."""

    USUAL = "usual"
    OWN_PROCESS = "own process"


@dataclass(frozen=True, slots=True)
class Case:
    """`row` is the number in the catalogue, `code` the code of the finding (empty: none is asked for), `words` stand in what is printed.

    `place` is what the finding's place begins with, behind the folder of the report; empty when it has no place of its own. Exit codes:
    0 built or checked, perhaps with a note; 1 refused; 3 trouble of the environment.
    """

    row: int
    what: str
    put: Put
    code: str = ""
    words: tuple[str, ...] = ()
    place: str = ""
    exit: int = 1
    run: Run = Run.USUAL

    @property
    def name(self) -> str:
        return f"{self.row:03}-{self.what.replace(' ', '-')}"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A row that another test shows, or that cannot occur: `why` says which, `proof` is `path::test` below tests/."""

    row: int
    why: str
    proof: str


def sound(root: Path) -> Path:
    """Put a report without faults below `root` and return its folder."""
    return put_report(root / FOLDER)


def written(text: str, name: str = "report.yaml") -> Put:
    """The file holds exactly this text."""
    return saved(text.encode(), name)


def saved(blob: bytes, name: str = "report.yaml") -> Put:
    """The file holds exactly these bytes."""

    def put(folder: Path) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(blob)

    return put


def lines(*added: str) -> Put:
    """The report has these further lines, from line 5 on."""
    return written(REPORT.replace(DATA, "\n".join((*added, DATA))))


def replaced(old: str, new: str) -> Put:
    """The report says `new` where it said `old`."""
    assert old in REPORT, old
    return written(REPORT.replace(old, new))


def blocks(*added: str) -> Put:
    """The topic has these blocks instead of its text, from line 14 on; each is indented as far as it must be."""
    indented = "".join(f"          {line}\n" for line in "\n".join(added).split("\n"))
    return written(REPORT.replace(TEXT, indented))


def text(words: str) -> Put:
    """The text of the topic, in line 14."""
    return blocks(f"- text: {words}")


def table(blob: str | bytes, settings: str = "") -> Put:
    """The table of the report has these bytes, and is read with these settings."""

    def put(folder: Path) -> None:
        if settings:
            replaced(DATA, f"data: {{weekly: {{file: data/weekly.csv, {settings}}}}}")(folder)
        saved(blob.encode() if isinstance(blob, str) else blob, "data/weekly.csv")(folder)

    return put


def markdown(words: str | bytes) -> Put:
    """A second section stands in a Markdown file."""

    def put(folder: Path) -> None:
        written(REPORT + "  - include: 02.md\n")(folder)
        saved(words if isinstance(words, bytes) else words.encode(), "02.md")(folder)

    return put


def both(*puts: Put) -> Put:
    def put(folder: Path) -> None:
        for each in puts:
            each(folder)

    return put
