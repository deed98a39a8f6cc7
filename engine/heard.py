"""What is told of one report: its findings, as grave as the workspace wants them, without those that its content silences."""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Findings, Phrase, error, sorted_diagnostics
from engine.base.registry import nearest
from engine.checks import REPORT_CHECKS, graded
from engine.load.noqa import Silence, silenced, silences, unused
from engine.load.settings import settings_of
from engine.load.source import Source
from engine.model.settings import DEFAULT_SETTINGS, Settings

JUDGEMENTS = frozenset({*REPORT_CHECKS.names, "RULE001"})
"""Codes whose gravity a workspace may set, and that a noqa may silence even where they are errors."""


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
        found = [graded(item, self.settings) if item.code in JUDGEMENTS else item for item in self]
        idle = () if any(item.is_error and item.code not in JUDGEMENTS for item in found) else unused(found, self.silences)
        return sorted_diagnostics((*silenced(found, self.silences, JUDGEMENTS), *idle))


def _unknown_codes(settings: Settings) -> Iterator[Diagnostic]:
    for code, gravity in settings.gravities.items():
        if code not in JUDGEMENTS:
            close = nearest(code, JUDGEMENTS)
            known = ", ".join(sorted(JUDGEMENTS))
            hint = Phrase(f"可用：{known}", f"known are {known}")
            if close is not None:
                hint = Phrase(f"是不是 {close}？", f"did you mean {close}?")
            yield error("YAML023", f"{code} 的轻重不能设置", f"the gravity of {code} cannot be set", gravity.where, hint)
