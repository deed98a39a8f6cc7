"""A difference said to people: lines for a terminal, Markdown for a comment on a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from engine.base.diagnostics import Language, Phrase
from engine.diff.difference import Difference
from engine.diff.fact_changes import KPI_ASPECTS, FactChange
from engine.diff.page_changes import Kind, PageChange

MOST = 40
"""More lines of one list than this are counted, not listed; JSON has all."""

_MARKS = re.compile(r"[\\`*_|<>#]")
_SIGNS = {Kind.ADDED: "+", Kind.REMOVED: "−", Kind.CHANGED: "~"}
_KINDS = {Kind.ADDED: Phrase("新增", "added"), Kind.REMOVED: Phrase("删去", "removed"), Kind.CHANGED: Phrase("有变化", "changed")}


def told(found: Difference, language: Language) -> str:
    """Return the difference as lines for a terminal."""
    return "\n".join(_lines(found, language))


def _lines(found: Difference, language: Language) -> Iterator[str]:
    yield f"{found.before} → {found.after}"
    if found.is_empty:
        yield Phrase("没有差别", "no difference").in_(language)
    kpis = [change for change in found.facts if change.fact.aspect in KPI_ASPECTS]
    others = [change for change in found.facts if change.fact.aspect not in KPI_ASPECTS]
    for heading, changes in ((Phrase("指标", "KPIs"), kpis), (Phrase("其他数字", "other numbers"), others)):
        if changes:
            yield f"\n{heading.in_(language)} ({len(changes)})"
            yield from _most([f"  {_fact_line(change, language)}" for change in changes], language)
    if found.pages is None:
        yield "\n" + Phrase("页面无法比较：两者格式不同或只有数字", "pages not compared: other formats, or facts only").in_(language)
    elif found.pages:
        yield f"\n{Phrase('页面', 'pages').in_(language)} ({len(found.pages)})"
        for page in found.pages:
            yield f"  {_SIGNS[page.kind]} {_numbers(page)} {page.title}"
            yield from _most([f"      {line}" for line in _page_lines(page)], language)


def _fact_line(change: FactChange, language: Language) -> str:
    name = f"{change.fact.label or change.fact.id} [{change.fact.id}]"
    before = change.before.text if change.before else Phrase("（没有）", "(none)").in_(language)
    after = change.after.text if change.after else Phrase("（没有）", "(none)").in_(language)
    movement = change.movement(language)
    return f"{name}  {before} → {after}" + (f"  ({movement})" if movement else "")


def _numbers(page: PageChange) -> str:
    if page.number_before is None or page.number_after is None:
        return f"{page.number_after or page.number_before}"
    return f"{page.number_after}" if page.number_before == page.number_after else f"{page.number_before}→{page.number_after}"


def _page_lines(page: PageChange) -> Iterator[str]:
    for line in page.lines:
        if line.before is not None:
            yield f"− {line.before}"
        if line.after is not None:
            yield f"+ {line.after}"
    for point in (*page.cells, *page.points):
        yield f"{point.place}: {point.before or '∅'} → {point.after or '∅'}"


def _most(lines: Sequence[str], language: Language) -> list[str]:
    rest = len(lines) - MOST
    more = Phrase(f"  … 还有 {rest} 行，--json 列出全部", f"  … and {rest} more lines; --json has all").in_(language)
    return [*lines[:MOST], more] if rest > 0 else list(lines)


def as_markdown(found: Difference, language: Language) -> str:
    """Return the difference as Markdown: a table of KPIs and a list of pages, for a comment on a pull request."""
    lines = [f"### {_safe(found.before)} → {_safe(found.after)}", ""]
    if found.is_empty:
        lines.append(Phrase("没有差别", "no difference").in_(language))
    if found.facts:
        head = Phrase("| 指标 | 之前 | 现在 | 变化 |", "| fact | before | after | movement |").in_(language)
        lines += [head, "| --- | ---: | ---: | ---: |"]
        for change in found.facts[:MOST]:
            before, after = change.before.text if change.before else "", change.after.text if change.after else ""
            name = f"{change.fact.label or change.fact.id} {change.fact.aspect}"
            lines.append(f"| {_safe(name)} | {_safe(before)} | {_safe(after)} | {change.movement(language)} |")
        lines += [f"\n{line.strip()}" for line in _most(["" for _ in found.facts], language)[MOST:]]
    for page in found.pages or ():
        lines += ["", f"- **{_numbers(page)} {_safe(page.title)}** · {_KINDS[page.kind].in_(language)}"]
        lines += _most([f"  - {_safe(line)}" for line in _page_lines(page)], language)
    return "\n".join(lines) + "\n"


def _safe(words: str) -> str:
    """Return words that Markdown prints as they are."""
    return _MARKS.sub(r"\\\g<0>", words).replace("\n", " ")
