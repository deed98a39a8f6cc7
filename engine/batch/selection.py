"""`--select`: which reports of a workspace are meant.

    team:华东*          the row of the batch: its name, or any text in it
    team.region:华东    one column of the row
    tag:q3              a tag of the report
    kind:midyear-review, report:team-review, path:content/team-review
    state:failed · state:modified · state:new
    华东一组             the name of a report, of its folder or of both

Several --select are a union; `team:华东*,tag:q3` is an intersection. `*` and `?` stand for any signs, upper and lower case are one.
"""

from __future__ import annotations

import fnmatch
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath

from engine.base.diagnostics import Phrase
from engine.base.errors import UsageError
from engine.base.records import dataclass
from engine.base.registry import nearest
from engine.batch.job import Job
from engine.load.source import Loader

STATES = ("failed", "modified", "new")
OF_FOLDER = frozenset({"path", "report", "kind"})
METHODS = ("path", "report", "kind", "tag", "state")


@dataclass(frozen=True, slots=True)
class Criterion:
    """`method` is empty where only a name was written."""

    method: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A report as selections see it. `folder` is relative to the root; `states` is asked only where a selection asks for a state."""

    job: Job
    loader: Loader
    folder: str
    states: Callable[[], frozenset[str]]


Selection = tuple[tuple[Criterion, ...], ...]
"""Any of these, of each all."""


def read_selection(written: Iterable[str]) -> Selection:
    """Return what `--select` says; raises UsageError for one that says nothing, or a state that does not exist."""
    return tuple(tuple(_criterion(part.strip(), text) for part in text.split(",")) for text in written)


def asks_for_state(selection: Selection) -> bool:
    return any(one.method == "state" for every in selection for one in every)


def _criterion(part: str, text: str) -> Criterion:
    method, colon, pattern = part.partition(":")
    if not part or (colon and not pattern.strip()):
        hint = Phrase("例如 -s team:华东* -s state:failed", "for example -s team:East* -s state:failed")
        raise UsageError(f"--select {text!r} 没有写完", f"--select {text!r} is not complete", hint)
    if method == "state" and pattern not in STATES:
        close = nearest(pattern, STATES)
        hint = Phrase(f"可用：{'、'.join(STATES)}", f"there are {', '.join(STATES)}")
        if close:
            hint = Phrase(f"是不是 state:{close}？", f"did you mean state:{close}?")
        raise UsageError(f"没有状态“{pattern}”", f"there is no state {pattern!r}", hint)
    return Criterion(method.strip(), pattern.strip()) if colon else Criterion("", part)


def selected(candidates: Sequence[Candidate], selection: Selection, variables: Iterable[str] = ()) -> tuple[Job, ...]:
    """Return the jobs that are meant, in their order; all when nothing is selected.

    `variables` are those of batches that gave no candidates. Raises UsageError for a method nobody knows.
    """
    if not selection:
        return tuple(candidate.job for candidate in candidates)
    _expect_known(candidates, selection, variables)
    return tuple(
        candidate.job for candidate in candidates if any(all(_meets(candidate, one) for one in every) for every in selection)
    )  # fmt: skip


def may_mean(selection: Selection, batch: Candidate) -> bool:
    """Tell whether a selection may mean a report of a batch that could not be taken apart: what is asked of its rows is not known."""
    return not selection or any(all(one.method not in OF_FOLDER or _meets(batch, one) for one in every) for every in selection)


def _expect_known(candidates: Sequence[Candidate], selection: Selection, variables: Iterable[str]) -> None:
    own = (candidate.job.member.variable for candidate in candidates if candidate.job.member is not None)
    known = tuple(dict.fromkeys((*METHODS, *own, *variables)))
    for every in selection:
        for one in every:
            if one.method and one.method.partition(".")[0] not in known:
                close = nearest(one.method, known)
                hint = Phrase(f"可用：{'、'.join(known)}", f"there are {', '.join(known)}")
                if close:
                    hint = Phrase(f"是不是 {close}:？", f"did you mean {close}:?")
                raise UsageError(f"不能按“{one.method}”选择", f"nothing can be selected by {one.method!r}", hint)


def _meets(candidate: Candidate, one: Criterion) -> bool:
    content, member, folder = candidate.loader.content.value, candidate.job.member, PurePosixPath(candidate.folder)
    match one.method:
        case "":
            names = [candidate.job.name, folder.name, "" if member is None else member.name]
        case "path":
            names = [str(folder), *map(str, folder.parents)]
        case "report":
            names = [folder.name]
        case "kind":
            names = [] if content is None else [str(content.report.kind)]
        case "tag":
            names = list(member.tags) if member is not None else [] if content is None else [str(tag) for tag in content.report.tags]
        case "state":
            return one.pattern in candidate.states()
        case method:
            names = _of_row(candidate, method)
    return any(_like(name, one.pattern) for name in names if name)


def _of_row(candidate: Candidate, method: str) -> list[str]:
    """Return what `team:` or `team.column:` compares; nothing for a report that has no such row."""
    member, (variable, _, column) = candidate.job.member, method.partition(".")
    if member is None or member.variable != variable:
        return []
    cells = {one.name: one.values[0] for one in member.row.columns}
    if column:
        return [_shown(cells[column])] if column in cells else []
    return [member.name, *(value for value in cells.values() if isinstance(value, str))]


def _shown(cell: object) -> str:
    return "" if cell is None else str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _like(name: str, pattern: str) -> bool:
    pattern = pattern.replace("[", "[[]")  # a sign like others, in names such as 门店[3]
    return fnmatch.fnmatchcase(*(unicodedata.normalize("NFC", text).casefold() for text in (name, pattern)))
