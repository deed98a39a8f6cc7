"""A number that knows where it comes from: what Jinja sees, computes with and prints. Printing records a fact."""

from __future__ import annotations

from typing import NoReturn

from engine.base.diagnostics import Language, Phrase
from engine.base.records import dataclass, replace
from engine.metrics.factbook import FactBook
from engine.metrics.formula import Operator, apply
from engine.metrics.marks import cleaned, mark
from engine.metrics.numbers import (
    PERCENT,
    axis_style,
    format_number,
    points_style,
    rounded_half_up,
    style_of,
)
from engine.metrics.problems import unknown_aspect, unlike_units
from engine.metrics.provenance import merged
from engine.metrics.units import UnlikeUnits, unit_of_result
from engine.model.facts import Fact, FactSource
from engine.model.numbers import NumberStyle

NO_QUOTIENT = Phrase("除数为 0", "the divisor is 0")


_NO_SOURCE = FactSource()
_NOT_FOR_AUTHORS = frozenset(
    {
        "fact", "restyled", "with_sign", "without_sign", "related", "rest", "style", "style_for", "grade", "better", "defined", "response",
        "alert_level", "alert_rules", "score_rule", "grading_rule", "touch_rule", "forecast_method", "as_of_source",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Origin:
    """What the ledger tells about a number besides its value. `reason` says why there is no value, empty when there is one."""

    id: str
    metric: str = ""
    aspect: str = ""
    label: str = ""
    formula: str = ""
    source: FactSource = _NO_SOURCE
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """How a number is printed: style, the unit it is measured in (for another scale), a sign always shown, and the id's suffix.

    `words` replaces the digits (a verdict, a cited figure); None prints the number.
    """

    style: NumberStyle
    unit: str = ""
    signed: bool = False
    suffix: str = ""
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """What every quantity of one report shares: the recorder and the language."""

    facts: FactBook
    language: Language


class Quantity:
    """A value with its origin and look. `value` is the raw number in base units, None when there is none."""

    def __init__(self, value: float | None, origin: Origin, look: Look, desk: Desk) -> None:
        self.value = value
        self.origin = origin
        self.look = look
        self.desk = desk

    @property
    def text(self) -> str:
        """The words a page prints, without the mark."""
        if self.look.words is not None:
            return self.look.words
        return format_number(self.value, readable(self.look.style, self.value, self.look.unit, self.desk.language), signed=self.look.signed)

    @property
    def unit(self) -> str:
        return self.look.unit

    @property
    def label(self) -> str:
        return self.origin.label

    def fact(self) -> Fact:
        """Return the fact this quantity prints, recorded."""
        origin = self.origin
        name = f"{origin.id}|{self.look.suffix}" if self.look.suffix else origin.id
        unit = "" if self.look.words is not None and self.value is None else self.look.unit
        return self.desk.facts.register(
            Fact(
                id=cleaned(name),
                metric=origin.metric,
                aspect=origin.aspect,
                raw=self.value,
                text=cleaned(self.text),
                unit=unit,
                formula=origin.formula,
                source=origin.source,
                label=origin.label,
                reason=origin.reason,
            )
        )

    def restyled(self, style: NumberStyle, suffix: str) -> Quantity:
        """Return the same value in another style; the fact's id ends in `suffix`."""
        unit = PERCENT if style.unit == PERCENT else self.look.unit
        return Quantity(self.value, self.origin, replace(self.look, style=style, unit=unit, suffix=suffix, words=None), self.desk)

    def plotted(self, style: NumberStyle) -> Quantity:
        """Return the same value as a chart prints it: in the scale of its axis, whatever is left of it there."""
        styled = self.restyled(style, "chart")
        return Quantity(self.value, self.origin, replace(styled.look, words=format_number(self.value, style)), self.desk)

    def with_sign(self) -> Quantity:
        suffix = f"{self.look.suffix}|signed" if self.look.suffix else "signed"
        return Quantity(self.value, self.origin, replace(self.look, signed=True, suffix=suffix), self.desk)

    def without_sign(self) -> Quantity:
        """Return the same value printed without a plus sign."""
        return Quantity(self.value, self.origin, replace(self.look, signed=False), self.desk)

    def __str__(self) -> str:
        return mark(self.fact())

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("_") or hasattr(type(self), name):  # Python asks again when a property itself failed
            raise AttributeError(name)
        known = [aspect for aspect in ("value", *dir(type(self))) if not aspect.startswith("_") and aspect not in _NOT_FOR_AUTHORS]
        raise unknown_aspect(self.origin.metric or self.origin.id, name, known)

    def __float__(self) -> float:
        return float("nan") if self.value is None else float(self.value)

    def __bool__(self) -> bool:
        return self.value is not None or self.look.words not in (None, "")

    def __hash__(self) -> int:
        return hash((self.origin.id, self.value))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, str):
            return other == self.text
        raw = _raw(other)
        return self.value is not None and raw is not None and self.value == raw

    def __lt__(self, other: object) -> bool:
        raw = _raw(other)
        return self.value is not None and raw is not None and self.value < raw

    def __le__(self, other: object) -> bool:
        raw = _raw(other)
        return self.value is not None and raw is not None and self.value <= raw

    def __gt__(self, other: object) -> bool:
        raw = _raw(other)
        return self.value is not None and raw is not None and self.value > raw

    def __ge__(self, other: object) -> bool:
        raw = _raw(other)
        return self.value is not None and raw is not None and self.value >= raw

    def __add__(self, other: Quantity | float) -> Quantity:
        return combined(Operator.ADD, self, other, self.desk)

    def __radd__(self, other: float) -> Quantity:
        return combined(Operator.ADD, other, self, self.desk)

    def __sub__(self, other: Quantity | float) -> Quantity:
        return combined(Operator.SUBTRACT, self, other, self.desk)

    def __rsub__(self, other: float) -> Quantity:
        return combined(Operator.SUBTRACT, other, self, self.desk)

    def __mul__(self, other: Quantity | float) -> Quantity:
        return combined(Operator.MULTIPLY, self, other, self.desk)

    def __rmul__(self, other: float) -> Quantity:
        return combined(Operator.MULTIPLY, other, self, self.desk)

    def __truediv__(self, other: Quantity | float) -> Quantity:
        return combined(Operator.DIVIDE, self, other, self.desk)

    def __rtruediv__(self, other: float) -> Quantity:
        return combined(Operator.DIVIDE, other, self, self.desk)

    def __neg__(self) -> Quantity:
        return combined(Operator.SUBTRACT, 0.0, self, self.desk)

    def __abs__(self) -> Quantity:
        origin = replace(self.origin, id=f"abs({self.origin.id})", formula=f"|{self.origin.formula or self.origin.id}|")
        value = None if self.value is None else abs(self.value)
        return Quantity(value, origin, replace(self.look, signed=False, words=None), self.desk)


def readable(style: NumberStyle, value: float | None, unit: str, language: Language) -> NumberStyle:
    """Return `style`, or a smaller scale when it would print a number as 0 that is none (300 元 in 万元).

    Where neither style nor value names a unit, as in a column headed 万, another scale could not be told from the column's.
    """
    if not value or style.divisor <= 1 or rounded_half_up(style.scaled(value), style.decimals) or not (style.unit or unit):
        return style
    return axis_style([value], unit, language)


def combined(operator: Operator, left: Quantity | float, right: Quantity | float, desk: Desk) -> Quantity:
    """Return the result of an operation on facts as a quantity of its own, with the formula and both sources.

    Raises FactError (FACT018) for units that do not go together.
    """
    parts = [part for part in (left, right) if isinstance(part, Quantity)]
    formula = f"{_operand(left)} {operator.value} {_operand(right)}"
    try:
        unit = unit_of_result(operator, _unit(left), _unit(right))
    except UnlikeUnits as trouble:
        raise unlike_units(formula, *(part.unit for part in parts), multiplied=operator is Operator.MULTIPLY) from trouble
    a, b = _raw(left), _raw(right)
    value = None if a is None or b is None else apply(operator, a, b)
    reason = next((part.origin.reason for part in parts if part.value is None), NO_QUOTIENT.in_(desk.language))
    metric = parts[0].origin.metric if len({part.origin.metric for part in parts}) == 1 else ""
    source = merged(part.origin.source for part in parts)
    origin = Origin(f"({formula})", metric, "derived", formula, formula, source, "" if value is not None else reason)
    return Quantity(value, origin, _combined_look(operator, parts, unit, value, desk.language), desk)


def _combined_look(operator: Operator, parts: list[Quantity], unit: str, value: float | None, language: Language) -> Look:
    match operator:
        case Operator.SUBTRACT if len(parts) == 2 and all(part.unit == PERCENT for part in parts):
            return Look(points_style(language), PERCENT)
        case Operator.ADD | Operator.SUBTRACT:
            first = next((part for part in parts if part.unit), parts[0])
            return replace(first.look, signed=False, suffix="", words=None)
        case Operator.DIVIDE if not unit:
            return Look(style_of("", decimals=2))
        case _:
            return Look(axis_style([] if value is None else [value], unit, language), unit)


def _unit(operand: Quantity | float) -> str | None:
    return operand.unit if isinstance(operand, Quantity) else None


def _raw(operand: object) -> float | None:
    if isinstance(operand, Quantity):
        return operand.value
    return float(operand) if isinstance(operand, int | float) else None


def _operand(operand: Quantity | float) -> str:
    return operand.origin.id if isinstance(operand, Quantity) else f"{operand:g}"
