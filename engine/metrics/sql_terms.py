"""What plain SQL is made of: numbers, columns, comparisons, cases, aggregates, and arithmetic with them."""

from __future__ import annotations

from engine.base.records import dataclass
from engine.model.tables import Column


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written; an int has no decimal point."""

    value: float


@dataclass(frozen=True, slots=True)
class Field:
    """A column of numbers, in a row."""

    column: Column


@dataclass(frozen=True, slots=True)
class Compare:
    """Numbers compared with each other."""

    sign: str
    left: Row
    right: Row


@dataclass(frozen=True, slots=True)
class Among:
    """Whether a column of texts holds one of these; with `but`, something else than these."""

    column: Column
    texts: frozenset[str]
    but: bool = False


@dataclass(frozen=True, slots=True)
class Ordered:
    """A column of texts compared with a text, character by character: their numbers in Unicode count."""

    column: Column
    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class Junction:
    """Parts of which `every` one must hold, or else any one."""

    every: bool
    parts: tuple[Test, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """The first branch whose test holds; `default` None is NULL."""

    branches: tuple[tuple[Test, Row], ...]
    default: Row | None


@dataclass(frozen=True, slots=True)
class RowArithmetic:
    sign: str
    left: Row
    right: Row


@dataclass(frozen=True, slots=True)
class Aggregate:
    """sum, avg, min or max of a row expression."""

    name: str
    of: Row


@dataclass(frozen=True, slots=True)
class Count:
    """Of rows, or of the (distinct) values of a column."""

    column: Column | None
    distinct: bool = False


@dataclass(frozen=True, slots=True)
class Arithmetic:
    sign: str
    left: Result
    right: Result


Row = Number | Field | Case | RowArithmetic
Test = Compare | Among | Ordered | Junction
Result = Number | Aggregate | Count | Arithmetic


@dataclass(frozen=True, slots=True)
class Understood:
    """What an expression is, a result or a test, and the columns it reads in the order of the table."""

    columns: tuple[Column, ...]
    result: Result | None = None
    test: Test | None = None
