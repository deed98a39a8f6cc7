"""What is told of one report: its findings, as grave as the workspace wants them, without those that its content silences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.base.diagnostics import Diagnostic, Findings, Location, Phrase, Severity, error, sorted_diagnostics, warning
from engine.base.records import replace
from engine.base.registry import nearest
from engine.checks import DECK_CHECKS, FILE_CHECKS, PLAN_CHECKS, REPORT_CHECKS, TOGETHER, graded, is_off, shared_by
from engine.load.noqa import Silence, silenced, silences, unused
from engine.load.settings import settings_of
from engine.load.source import Source
from engine.model.evidence import Shared
from engine.model.report import Report
from engine.model.settings import DEFAULT_SETTINGS, Settings

JUDGEMENTS = frozenset({*REPORT_CHECKS.names, *TOGETHER.names, *PLAN_CHECKS.names, "RULE001"})
"""Codes whose gravity a workspace may set, and that a noqa may silence even where they are errors."""
ADVICE = frozenset((
    "YAML015", "YAML041", "YAML054", "YAML055", "YAML056", "YAML058", "YAML060", "YAML061", "DATA025", "DATA026",
    "DATA027", "DATA034", "DATA035", "DATA036", "DATA037", "DATA038", "DATA046", "DATA049", "DATA052", "DATA053",
    "DATA061", "DATA062", "DATA063", "DATA064", "DATA065", "DATA066", "FACT013", "FACT014", "FACT017", "CHART102",
    "CHART103", "FIT008", "FONT002", "FONT003", "TMPL011", "TMPL018", "TMPL025", "FILE032",
    "DIFF002", "DIFF003", "DIFF004", "DIFF005", "A11Y002", "A11Y003", "CHART110", "CHART111", "CHART112", "FILE060", "FIT020",
    "FIT024", "FIT025", "FIT026", "FIT030", "FIT031", "FIT032", "FIT033", "FONT010", "FONT011", "FONT012",
    "BRAND001", "BRAND002", "BRAND003", "BRAND004", "BRAND010",
))  # fmt: skip
"""Codes of findings that may be warnings or notes: a workspace may set their gravity too, but an error of theirs is one, for it stops the build."""
SETTABLE = frozenset({*JUDGEMENTS, *ADVICE, *DECK_CHECKS.names, *FILE_CHECKS.names})


def as_grave_as_wanted(found: Iterable[Diagnostic], settings: Settings) -> Iterator[Diagnostic]:
    """Yield findings of finished files as grave as the workspace wants their codes; those that it wants off are left out."""
    for item in found:
        if item.is_error or item.code not in SETTABLE:
            yield item
        elif not is_off(item, settings):
            yield graded(item, settings)


class Heard(Findings):
    """Findings of one report, and what its content says about them."""

    def __init__(self) -> None:
        super().__init__()
        self.settings: Settings = DEFAULT_SETTINGS
        self.silences: tuple[Silence, ...] = ()

    def listen(self, source: Source) -> None:
        """Note how grave the workspace wants findings to be, and which of them the content files silence."""
        self.settings = settings_of(source)
        self.extend(_unknown_codes(self.settings))
        heard = silences(source.texts.values())
        self.extend(heard.diagnostics)
        self.silences = heard.value or ()

    def told(self) -> tuple[Diagnostic, ...]:
        """Return what was found, each as grave as it is to be, in reading order; a noqa that silences nothing is told."""
        found = [graded(item, self.settings) if self._is_graded(item) else item for item in self if not self._is_off(item)]
        is_whole = not any(item.is_error and item.code not in JUDGEMENTS for item in found)
        alone = (replace(one, codes=tuple(code for code in one.codes if code not in TOGETHER.names)) for one in self.silences)
        idle = unused(found, tuple(alone)) if is_whole else ()
        return sorted_diagnostics((*silenced(found, self.silences, JUDGEMENTS), *idle))

    def _is_graded(self, item: Diagnostic) -> bool:
        return item.code in JUDGEMENTS or (not item.is_error and item.code in SETTABLE)

    def _is_off(self, item: Diagnostic) -> bool:
        return self._is_graded(item) and is_off(item, self.settings)

    def shares(self, report: Report) -> tuple[Shared, ...]:
        """Return the metrics that a report prints, each as grave as a finding about it would be here."""
        return tuple(replace(shared, gravity=self._gravity(shared.where)) for shared in shared_by(report))

    def _gravity(self, where: Location) -> Severity | None:
        (code,) = TOGETHER.names
        wish = self.settings.gravities.get(code)
        if wish is not None and wish.severity is None:
            return None
        item = graded(warning(code, "", "", where), self.settings)
        return None if any(silence.covers(item) for silence in self.silences) else item.severity


def _unknown_codes(settings: Settings) -> Iterator[Diagnostic]:
    for code, gravity in settings.gravities.items():
        if code not in SETTABLE:
            close = nearest(code, SETTABLE)
            hint = Phrase(
                "可以设置的是警告和说明，如 FACT030、RULE005；错误不能", "warnings and notes can be set, such as FACT030; errors cannot"
            )
            if close is not None:
                hint = Phrase(f"是不是 {close}？", f"did you mean {close}?")
            yield error("YAML023", f"{code} 的轻重不能设置", f"the gravity of {code} cannot be set", gravity.where, hint)
