"""RULE009: two reports define one KPI differently.

What it does: when several reports of one `organisation` are checked together (`debrief check` of the workspace), compares the metrics that they
print under one label: the unit; the definition (口径), or, where one of them states none, the formula, an aggregate only over a table of the same
name; and the source, where the periods of the reports overlap. The report that comes later is told, with the place in the earlier one. Periods,
targets, tables and conditions may differ: reports are about different times and parts.
Why it matters: a manager who reads 成交额 in two documents takes it for one number (DOCUMENTS §4, data source).

Fails: gmv: {label: 成交额, …, unit: 元, source: 财务月结} (where another report has source: 交易中台)
Passes: the same source, unit and definition in both; or a label that says what differs, such as 成交额（财务口径）
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.base.diagnostics import Diagnostic, Phrase, warning
from engine.checks.definition import TogetherCheck
from engine.checks.named_figures import kind_of
from engine.model.evidence import Shared
from engine.model.facts import MetricNote

_PART = " · "
"""Between the aggregate, its table and its condition in the text of a formula."""
_CELL = "!"
"""An address: the row of a scorecard, which is another in every sheet."""


def run(own: Sequence[Shared], earlier: Sequence[Shared]) -> Iterator[tuple[Diagnostic, Shared]]:
    known: dict[tuple[str, str], Shared] = {}
    for shared in earlier:
        known.setdefault((shared.organisation, shared.note.label.casefold()), shared)
    for shared in own:
        other = known.get((shared.organisation, shared.note.label.casefold()))
        differs = () if other is None else tuple(_differences(shared, other))
        if other is not None and differs:
            zh, en = "；".join(each.zh for each in differs), "; ".join(each.en for each in differs)
            label = shared.note.label
            finding = warning(
                "RULE009",
                f"“{label}”与 {other.where} 的定义不同：{zh}",
                f"{label!r} is not what {other.where} defines: {en}",
                shared.where,
                Phrase("两处用同一个定义；确实不同就改名，写明差别", "define it alike in both; where it is another thing, name it so"),
            )
            yield finding, shared


def _differences(own: Shared, shared: Shared) -> Iterator[Phrase]:
    one, other = own.note, shared.note
    if kind_of(own.unit) != kind_of(shared.unit):
        yield Phrase(f"单位 {own.unit or '无'} / {shared.unit or '无'}", f"unit {own.unit or 'none'} / {shared.unit or 'none'}")
    if one.definition and other.definition:
        if _plain(one.definition) != _plain(other.definition):
            yield Phrase(f"口径“{one.definition}”/“{other.definition}”", f"definition {one.definition!r} / {other.definition!r}")
    elif _table(one) == _table(other) and _plain(_shown(one)) != _plain(_shown(other)) and _CELL not in one.formula + other.formula:
        yield Phrase(f"公式 {_shown(one)} / {_shown(other)}", f"formula {_shown(one)} / {_shown(other)}")
    overlap = own.first <= shared.last and shared.first <= own.last
    if overlap and one.origin and other.origin and _plain(one.origin) != _plain(other.origin):
        yield Phrase(f"来源 {one.origin} / {other.origin}", f"source {one.origin} / {other.origin}")


def _shown(note: MetricNote) -> str:
    """Return the aggregate or formula without its table and condition."""
    return note.formula.partition(_PART)[0]


def _table(note: MetricNote) -> str:
    """Return the table of an aggregate, empty for a formula over metrics."""
    return note.formula.partition(_PART)[2].partition(_PART)[0]


def _plain(words: str) -> str:
    """Return words without blanks, marks and case, which tell no two definitions apart."""
    return "".join(character for character in words.casefold() if not character.isspace() and character not in "，,。.；;、")


DEFINITION = TogetherCheck("RULE009", run)
