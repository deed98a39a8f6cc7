"""Progress of a run on standard error: one living line on a terminal, one plain line for each finished report elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from engine.base.diagnostics import Language, Phrase, Severity
from engine.base.records import dataclass
from engine.batch.finished import Finished

_VERBS: Mapping[str, Phrase] = {
    "load": Phrase("读取", "load"),
    "compose": Phrase("计算", "compose"),
    "resolve": Phrase("编号", "resolve"),
    "plan": Phrase("排版", "plan"),
    "emit": Phrase("生成", "emit"),
    "check": Phrase("检查", "check"),
    "pages": Phrase("截图", "pages"),
}


@dataclass(slots=True)
class Reporting:
    """Follows a run of `total` reports. `living` is None where no living line can be shown, and `quiet` says nothing at all."""

    total: int
    language: Language
    quiet: bool = False
    living: Progress | None = None
    task: TaskID | None = None
    done: int = 0

    def watch(self, report: str, verb: str) -> None:
        """Show what the running report is going through."""
        if self.living is not None and self.task is not None:
            self.living.update(self.task, description=escape(f"{report}  {self._verb(verb)}"))

    def finished(self, report: Finished) -> None:
        """Say that a report is done; one that did not change is only counted."""
        self.done += 1
        if not self.quiet and not report.unchanged:
            click.echo(self.line(report), err=True)
        if self.living is not None and self.task is not None:
            self.living.update(self.task, completed=self.done)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Take the living line away while something is printed that may go to a file, or be wider than the terminal."""
        if self.living is None:
            yield
            return
        self.living.stop()
        try:
            yield
        finally:
            self.living.start()

    def line(self, report: Finished) -> str:
        width = max(2, len(str(self.total)))
        what = " ".join(filter(None, (report.name, ",".join(report.formats), f"{sum(report.seconds.values()):.1f}s")))
        return f"[{self.done:>{width}}/{self.total}] {what} {self._verdict(report)}"

    def _verdict(self, report: Finished) -> str:
        counts = counted(report, self.language)
        sign = "✓" if report.ok else "✗"
        return f"{sign} {counts}" if counts else sign

    def _verb(self, verb: str) -> str:
        name, _, format_name = verb.partition(" ")
        said = _VERBS[name].in_(self.language) if name in _VERBS else name
        return f"{said} {format_name}".rstrip()


def counted(report: Finished, language: Language) -> str:
    """Return `2 errors, 1 warning`, empty when there is nothing to count."""
    severities = [item.severity for item in report.diagnostics]
    errors, warnings = severities.count(Severity.ERROR) + (report.fault is not None), severities.count(Severity.WARNING)
    parts = [number_of(errors, Phrase("个错误", "error"), language)] if errors else []
    parts += [number_of(warnings, Phrase("条警告", "warning"), language)] if warnings else []
    return ("，" if language is Language.ZH else ", ").join(parts)


def number_of(count: int, thing: Phrase, language: Language) -> str:
    """Return `3 reports`; `thing` is an English singular, in Chinese a measure word with its noun."""
    if language is Language.ZH:
        return f"{count} {thing.zh}"
    return f"{count} {thing.en}{'' if count == 1 else 's'}"


@contextmanager
def reporting(total: int, language: Language, *, quiet: bool, console: Console | None = None) -> Iterator[Reporting]:
    """Follow a run; what is printed meanwhile stands above the living line, which goes when the run ends."""
    console = console or Console(stderr=True)
    if quiet or not console.is_terminal:
        yield Reporting(total, language, quiet)
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(bar_width=24), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as living:
        yield Reporting(total, language, quiet, living, living.add_task("", total=total))
