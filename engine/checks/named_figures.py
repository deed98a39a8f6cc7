"""What a typed figure is the figure of: the fact it equals, or the KPI that is named right before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from engine.base.records import dataclass
from engine.base.written_figures import WrittenFigure
from engine.checks.said import TypedFigure
from engine.model.evidence import Kpi
from engine.model.facts import Fact

SIGNIFICANT = 3
"""A figure of so many digits is no coincidence; shorter ones (20%) equal a fact only when its KPI is named in the same sentence."""
MONEY = frozenset({"元", "¥", "人民币", "CNY", "RMB", "USD", "EUR", "$", "€"})
RATE = "%"
# Patterns are strings: `re` keeps what it compiled, and a clean report needs none of them.
_STOP = r"[。；！？;!?\n]|[,，](?!\d)|\.\s"
_LINK = (
    r"[\s\u00a0]*(?:(?:实际|总计|共计|合计)?"
    r"(?:达到|达|为|是|共|约|近|实现|完成了?|[:：＝=]|was|is|were|are|reached|came to|of|at|a total of))*[\s\u00a0¥$€]*"
)
_WHOLE = r"(?:^|[\s\u00a0，。、；：:（(“\"*]|[\ue000-\uf8ff]|全年|上半年|下半年|全季|本季|本期|全程|整体|合计|累计|总)$"
_PARTS = r"([^\[\]]+)((?:\[[^\[\]=≠]+=[^\[\]]+\])*)\.(\w+)"
_CONDITION = r"\[([^\[\]=]+)=([^\[\]]+)\]"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number that the report knows, and how an author writes it. `kind` is `%` for rates, `元` for money, else the unit."""

    expression: str
    label: str
    raw: float
    kind: str


@dataclass(frozen=True, slots=True)
class Repeated:
    """A KPI that is named right before a figure, with `actual` or `target`."""

    kpi: Kpi
    aspect: str


def equal(figure: TypedFigure, known: Iterable[Candidate]) -> Candidate | None:
    """Return the known number that a typed figure repeats, None when it repeats none."""
    sentence = clause(figure)[0].lower()
    significant = len(figure.figure.digits.replace(",", "").replace(".", "").strip("0")) >= SIGNIFICANT
    for candidate in known:
        named = significant or (bool(candidate.label) and candidate.label.lower() in sentence)
        if named and same_kind(figure.figure, candidate.kind) and is_equal(figure.figure, candidate.raw):
            return candidate
    return None


def candidates(kpis: Iterable[Kpi], facts: Iterable[Fact]) -> Iterator[Candidate]:
    """Yield the numbers of every metric, then every printed fact that an expression can name."""
    for kpi in kpis:
        own = kind_of(kpi.unit)
        for aspect, raw, kind in (
            ("", kpi.actual, own),
            (".target", kpi.target, own),
            (".attainment", kpi.attainment, RATE),
            (".yoy", kpi.yoy, RATE),
            (".mom", kpi.mom, RATE),
            (".previous", kpi.previous, own),
        ):
            if raw is not None:
                yield Candidate(kpi.expression + aspect, kpi.label, raw, kind)
    for fact in facts:
        parts = re.fullmatch(_PARTS, fact.id.partition("|")[0])
        if fact.metric and fact.raw is not None and parts is not None and parts[2]:
            by = "".join(f".by('{column}', '{value}')" for column, value in re.findall(_CONDITION, parts[2]))
            aspect = "" if parts[3] == "actual" else f".{parts[3]}"
            kind = RATE if aspect in {".attainment", ".share", ".yoy", ".mom"} else kind_of(fact.unit)
            yield Candidate(f"m.{parts[1]}{by}{aspect}", fact.label, fact.raw, kind)


def named_kpi(figure: TypedFigure, kpis: Iterable[Kpi]) -> Repeated | None:
    """Return the KPI whose name stands right before a figure: 成交额达 2,300 万元. None for any other figure.

    A part of a KPI (直播间成交额) is another number, so nothing may stand before the name that narrows it.
    """
    before = clause(figure)[1].lower()
    named = sorted((kpi for kpi in kpis if kpi.label and kpi.label.lower() in before), key=lambda kpi: -len(kpi.label))
    for kpi in named:
        name = kpi.label.lower()
        for label, aspect in ((f"{name}目标", "target"), (f"{name} target", "target"), (name, "actual")):
            start = before.rfind(label)
            if start >= 0 and re.fullmatch(_LINK, before[start + len(label) :]) and re.search(_WHOLE, before[:start] or " "):
                return Repeated(kpi, aspect) if same_kind(figure.figure, kind_of(kpi.unit)) else None
    return None


def clause(figure: TypedFigure) -> tuple[str, str]:
    """Return the sentence part that a figure stands in, and what of it is before the figure."""
    plain, start = figure.said.plain, figure.figure.start
    stops = [match.end() for match in re.finditer(_STOP, plain)]
    first = max((stop for stop in stops if stop <= start), default=0)
    last = min((stop for stop in stops if stop > figure.figure.end), default=len(plain))
    return plain[first:last], plain[first:start]


def is_equal(figure: WrittenFigure, raw: float) -> bool:
    """Tell whether a figure is a rounding of a raw value; signs are words in a sentence."""
    return abs(figure.value - abs(raw)) <= figure.step / 2 * (1 + 1e-9) and (figure.value != 0 or raw == 0)


def same_kind(figure: WrittenFigure, kind: str) -> bool:
    """Tell whether a figure can be of this kind of number: a rate is none of money, and a bare number may be anything but a rate."""
    if RATE in (figure.unit, kind):
        return figure.unit == kind
    return figure.unit == kind or not figure.unit or not kind


def kind_of(unit: str) -> str:
    return "元" if unit in MONEY else unit
