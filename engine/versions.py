"""A version of a report, wherever it is: content, content at a revision of git, a folder of finished files, one file, a facts.json.

content/midyear-2025            the content as it stands
v1.2:content/midyear-2025       the content at a revision, as git writes it
out/midyear-2025                what `debrief build` wrote
review.pptx                     one finished file, with the ledger inside it, or else the facts.json beside it
"""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from engine.base.diagnostics import Phrase
from engine.base.errors import UsageError
from engine.base.records import dataclass
from engine.diff.planned import planned_pages
from engine.load.source import REPORT_FILE
from engine.model.facts import Fact
from engine.model.file_ledger import TracedFact
from engine.model.ledger_json import LEDGER_FILE
from engine.model.outline import Outline, OutlineFact, OutlinePage
from engine.pipeline import plan_report
from engine.probe.carried import NotReadable, ledger_inside
from engine.probe.outline import READERS, pages_of
from engine.project import Project

PLANNED = "planned"
Pages = Callable[[], tuple[OutlinePage, ...]]


@dataclass(frozen=True, slots=True)
class Version:
    """`forms` are the forms its pages are known in, best first: `planned` for content, else suffixes of files."""

    name: str
    facts: tuple[OutlineFact, ...]
    forms: Mapping[str, Pages]

    def outline(self, form: str | None) -> Outline:
        return Outline(self.name, self.facts, self.forms[form]() if form else None)


def outlines(before: str, after: str, select: Sequence[str] = ()) -> tuple[Outline, Outline]:
    """Return two versions as outlines in the best form that both have; without pages when they have none in common.

    `select` chooses the report of a batch, where the content is one. Raises UsageError when one is no version of a report, or its content has errors.
    """
    with ExitStack() as stack:
        old, new = (_version(place, stack, select) for place in (before, after))
        common = next((form for form in old.forms if form in new.forms), None)
        return old.outline(common), new.outline(common)


def _version(place: str, stack: ExitStack, select: Sequence[str]) -> Version:
    path = Path(place)
    if path.is_dir() and (path / REPORT_FILE).is_file():
        return _content(path, place, select)
    if path.is_dir() and (path / LEDGER_FILE).is_file():
        files = {file.suffix: file for suffix in READERS for file in sorted(path.glob(f"*{suffix}"))[:1]}
        return Version(place, _facts_beside(path / LEDGER_FILE), {suffix: _reader(file) for suffix, file in files.items()})
    if path.is_file() and path.suffix in READERS:
        return Version(place, _facts_inside(path), {path.suffix: _reader(path)})
    if path.is_file() and path.suffix == Path(LEDGER_FILE).suffix:  # an earlier facts.json is kept under a name of its own
        return Version(place, _facts_beside(path), {})
    revision, colon, inside = place.partition(":")
    if colon and revision and inside and not revision.startswith("-"):
        folder = stack.enter_context(_checkout(revision)) / inside
        if (folder / REPORT_FILE).is_file():
            return _content(folder, place, select)
        hint = Phrase("路径从当前目录写起，如 main:content/my-review", "write the path from this folder, as in main:content/my-review")
        raise UsageError(f"修订“{revision}”里没有报告“{inside}”", f"there is no report {inside!r} at revision {revision!r}", hint)
    raise UsageError(
        f"“{place}”不是报告的一个版本",
        f"{place!r} is no version of a report",
        Phrase(
            f"写内容目录、修订:内容目录、生成目录、{'、'.join(READERS)} 文件或 {LEDGER_FILE}",
            f"name a content folder, REVISION:folder, an output folder, a {', '.join(READERS)} file or a {LEDGER_FILE}",
        ),
    )


def _reader(file: Path) -> Pages:
    def read() -> tuple[OutlinePage, ...]:
        try:
            return pages_of(file.suffix, file.read_bytes())
        except (OSError, ValueError) as fault:
            hint = Phrase("用生成它的程序打开并重新保存", "open it in the program that made it and save it again")
            raise UsageError(f"读不了 {file}（{fault}）", f"{file} cannot be read ({fault})", hint) from None

    return read


def _facts_beside(file: Path) -> tuple[OutlineFact, ...]:
    """Return the facts of a facts.json; none when there is no such file. Raises UsageError when it is damaged."""
    if not file.is_file():
        return ()
    try:
        return tuple(_facts(json.loads(file.read_bytes())["facts"]))
    except (OSError, ValueError, KeyError, TypeError):
        hint = Phrase("重新运行 debrief build", "run debrief build again")
        raise UsageError(f"读不了 {file}", f"{file} cannot be read", hint) from None


def _outlined(fact: Fact | TracedFact) -> OutlineFact:
    return OutlineFact(id=fact.id, metric=fact.metric, label=fact.label, aspect=fact.aspect, text=fact.text, unit=fact.unit, raw=fact.raw)


def _facts_inside(file: Path) -> tuple[OutlineFact, ...]:
    """Return the facts that a finished file carries; those beside it when it carries none, or none when there are none."""
    try:
        ledger = ledger_inside(file.suffix.removeprefix("."), file.read_bytes())
    except (OSError, NotReadable):
        ledger = None
    return _facts_beside(file.with_name(LEDGER_FILE)) if ledger is None else tuple(map(_outlined, ledger.facts))


def _facts(entries: Iterable[Mapping[str, Any]]) -> Iterable[OutlineFact]:
    for entry in entries:
        words = {name: str(entry[name]) for name in ("id", "metric", "label", "aspect", "text", "unit")}
        yield OutlineFact(**words, raw=None if entry["raw"] is None else float(entry["raw"]))


def _content(folder: Path, name: str, select: Sequence[str]) -> Version:
    """Plan a report as it stands: everything but the files themselves."""
    project = Project.open(folder if folder.exists() else None)
    plan = project.chosen((folder,), select=select)
    if len(plan.jobs) > 1:
        names = [job.name for job in plan.jobs]
        hint = Phrase(f"用 --select 选一份，如 {names[0]}", f"choose one with --select, such as {names[0]}")
        raise UsageError(f"“{name}”里有 {len(names)} 份报告", f"there are {len(names)} reports in {name}", hint)
    try:
        if not plan.jobs:
            raise ValueError(name)
        planned = plan_report(project.workspace, plan.jobs[0].folder, plan.site.request(plan.jobs[0]))
    except ValueError:
        hint = Phrase("debrief check 列出全部", "debrief check lists them")
        raise UsageError(f"“{name}”的内容有错误", f"the content of {name} has errors", hint) from None
    shown = planned.shown
    return Version(name, tuple(_outlined(fact) for fact in planned.report.ledger.facts), {PLANNED: lambda: planned_pages(shown)})


@contextmanager
def _checkout(revision: str) -> Iterator[Path]:
    """Give the repository's files at a revision, in a folder that lasts as long as the context. Raises UsageError when git has none."""
    with TemporaryDirectory(prefix="debrief-revision-") as folder:
        with zipfile.ZipFile(io.BytesIO(_archive(revision))) as archive:
            archive.extractall(folder)
        yield Path(folder)


def _archive(revision: str) -> bytes:
    """Return the files of a revision as git packs them in a ZIP, in which a symbolic link is a file."""
    try:
        return subprocess.run(["git", "archive", "--format=zip", revision], capture_output=True, check=True).stdout  # noqa: S603, S607
    except FileNotFoundError:
        hint = Phrase("安装 git，或者比较两个目录", "install git, or compare two folders")
        raise UsageError("没有找到 git", "git was not found", hint) from None
    except subprocess.CalledProcessError as fault:
        said = fault.stderr.decode(errors="replace").strip().splitlines()
        zh, en = f"git 没有修订“{revision}”", f"git has no revision {revision!r}"
        raise UsageError(zh, en, Phrase(said[-1], said[-1]) if said else None) from None
