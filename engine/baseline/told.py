"""Differences as findings, each at the page in the approved texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import assert_never

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.baseline.differences import Kind, PageDifference
from engine.baseline.page_texts import first_lines
from engine.baseline.place import CHANGES_FILE, NONE_APPROVED, PAGES, PICTURE, TEXT
from engine.diff.page_changes import LineChange
from engine.model.outline import OutlinePage

MOST_LINES, MOST_SIGNS, AROUND = 6, 120, 16
_HINT = Phrase(
    f"看结果文件夹里的 {CHANGES_FILE}；确认无误后运行 debrief approve", f"look at {CHANGES_FILE} among the results; if it is meant, run debrief approve"
)  # fmt: skip


def findings(differences: Sequence[PageDifference], approved: Sequence[OutlinePage], file: str) -> Iterator[Diagnostic]:
    """Yield a finding for each difference. `file` is that of the approved texts, `approved` its pages."""
    lines = first_lines(approved)
    for one in differences:
        where = Location(file, lines[one.before - 1] if one.before is not None else 1, 1)
        yield warning(*_words(one), where, _HINT)


def _words(one: PageDifference) -> tuple[str, str, str]:
    """Return code, Chinese and English of a difference."""
    title, number = f"“{one.title}”", one.after or one.before
    match one.kind:
        case Kind.TEXT:
            said = _said(one.lines)
            return TEXT, f"第 {number} 页{title}文字变了：{said.zh}", f"page {number} {title} reads differently: {said.en}"
        case Kind.PICTURE:
            return PICTURE, f"第 {number} 页{title}画面变了，文字没变", f"page {number} {title} looks different, its words are the same"
        case Kind.ADDED:
            return PAGES, f"多了第 {number} 页{title}", f"page {number} {title} is new"
        case Kind.REMOVED:
            return PAGES, f"原第 {number} 页{title}没有了", f"page {number} {title} of the baseline is gone"
        case Kind.MOVED:
            return PAGES, f"{title}从第 {one.before} 页移到第 {one.after} 页", f"{title} moved from page {one.before} to {one.after}"
        case _:
            assert_never(one.kind)


def _said(lines: Sequence[LineChange]) -> Phrase:
    said = [_line(line) for line in lines[:MOST_LINES]]
    rest = len(lines) - len(said)
    zh, en = "；".join(said), "; ".join(said)
    return Phrase(f"{zh}；另有 {rest} 处", f"{en}; and {rest} more") if rest else Phrase(zh, en)


def _line(line: LineChange) -> str:
    if line.before is None:
        return f"+ {_short(line.after or '')}"
    if line.after is None:
        return f"− {_short(line.before)}"
    return " → ".join(_parting(line.before, line.after))


def _parting(before: str, after: str) -> tuple[str, str]:
    """Return two lines, cut to where they differ when they are long and begin or end alike."""
    if max(len(before), len(after)) <= MOST_SIGNS:
        return before, after
    start = _alike(before, after)
    end = min(_alike(before[::-1], after[::-1]), len(before) - start, len(after) - start)
    first, last = max(0, start - AROUND), max(0, end - AROUND)
    lead, tail = "…" if first else "", "…" if last else ""
    old, new = (_short(f"{lead}{text[first : len(text) - last]}{tail}") for text in (before, after))
    return old, new


def _alike(one: str, other: str) -> int:
    """Return how many signs two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _short(words: str) -> str:
    return words if len(words) <= MOST_SIGNS else f"{words[: MOST_SIGNS - 1]}…"


def nothing_approved(where: Location) -> Diagnostic:
    hint = Phrase(
        "看过各页后运行 debrief approve，把基线一起提交", "look at the pages, run debrief approve, and commit the baseline with the content"
    )
    return warning(NONE_APPROVED, "这份报告还没有认可过的基线", "no baseline of this report was approved", where, hint)


def damaged(file: str, line: int) -> Diagnostic:
    hint = Phrase("解决合并冲突，或重新运行 debrief approve", "resolve the merge, or run debrief approve again")
    return warning(NONE_APPROVED, "基线文件读不了", "the baseline cannot be read", Location(file, line, 1), hint)
