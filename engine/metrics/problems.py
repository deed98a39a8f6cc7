"""Everything that can be wrong with a metric: one constructor for each FACT code, complete but for the place when prose is at fault.

FACT001 unknown metric · FACT002 unknown table · FACT003 unknown column · FACT004 expression not allowed · FACT005 wrong type of value ·
FACT006 unknown dimension value · FACT007 bad formula · FACT008 unreadable target · FACT009 unreadable period or shift ·
FACT010 unreadable scorecard row · FACT011 the metric lacks what is asked for · FACT012 metric id taken or impossible · FACT013 nothing to show ·
FACT014 (warning) printed without a value · FACT015 scorecard column missing or ambiguous · FACT016 unusable setting of a metric ·
FACT017 note: how a scorecard was understood · FACT018 arithmetic with units that do not go together
"""

from __future__ import annotations

from collections.abc import Iterable

from engine.base.diagnostics import NOWHERE, Diagnostic, Location, Phrase, Severity
from engine.base.registry import nearest


class FactError(Exception):
    """A mistake of the content that stops one fact. `at` is where it stands when that is known (a definition); None: where it was asked for."""

    def __init__(self, code: str, message: Phrase, *, hint: Phrase | None = None, at: Location | None = None) -> None:
        super().__init__(message.en)
        self.code = code
        self.message = message
        self.hint = hint
        self.at = at if at is not None and at != NOWHERE else None

    def diagnostic(self, where: Location) -> Diagnostic:
        """Return it as a finding, at its own place or else at `where`."""
        return Diagnostic(self.code, Severity.ERROR, self.message, self.at or where, self.hint)


def _did_you_mean(name: str, known: Iterable[str]) -> Phrase | None:
    names = list(known)
    close = nearest(name, names)
    if close is not None:
        return Phrase(f"是否指“{close}”？", f"did you mean {close!r}?")
    if not names:
        return None
    shown = "、".join(names[:12])
    return Phrase(f"可用的有：{shown}", f"there are: {', '.join(names[:12])}")


def unknown_metric(name: str, known: Iterable[str], at: Location | None = None) -> FactError:
    return FactError("FACT001", Phrase(f"没有指标“{name}”", f"no metric {name!r}"), hint=_did_you_mean(name, known), at=at)


def unknown_aspect(metric: str, name: str, known: Iterable[str]) -> FactError:
    message = Phrase(f"指标“{metric}”没有“{name}”这一项", f"metric {metric!r} has no {name!r}")
    return FactError("FACT001", message, hint=_did_you_mean(name, known))


def unknown_table(name: str, known: Iterable[str], at: Location | None = None) -> FactError:
    return FactError("FACT002", Phrase(f"没有数据表“{name}”", f"no data table {name!r}"), hint=_did_you_mean(name, known), at=at)


def unknown_column(name: str, table: str, known: Iterable[str], at: Location | None = None) -> FactError:
    message = Phrase(f"数据表“{table}”没有列“{name}”", f"table {table!r} has no column {name!r}")
    return FactError("FACT003", message, hint=_did_you_mean(name, known), at=at)


def ambiguous_column(name: str, table: str, at: Location | None = None) -> FactError:
    message = Phrase(f"数据表“{table}”有两列只差大小写：“{name}”", f"two columns of table {table!r} differ only in case: {name!r}")
    return FactError("FACT003", message, hint=Phrase("请改其中一个列名", "rename one of them"), at=at)


def bad_expression(text: str, why: Phrase, *, hint: Phrase | None = None, at: Location | None = None) -> FactError:
    message = Phrase(f"表达式“{text}”不可用：{why.zh}", f"expression {text!r} cannot be used: {why.en}")
    return FactError("FACT004", message, hint=hint, at=at)


def wrong_type(text: str, why: Phrase, *, hint: Phrase | None = None, at: Location | None = None) -> FactError:
    message = Phrase(f"“{text}”算不出数：{why.zh}", f"{text!r} does not give a number: {why.en}")
    return FactError("FACT005", message, hint=hint, at=at)


def unknown_value(column: str, value: str, known: Iterable[str]) -> FactError:
    message = Phrase(f"列“{column}”没有取值“{value}”", f"column {column!r} has no value {value!r}")
    return FactError("FACT006", message, hint=_did_you_mean(value, known))


def bad_formula(text: str, why: Phrase, *, hint: Phrase | None = None, at: Location | None = None) -> FactError:
    message = Phrase(f"公式“{text}”不可用：{why.zh}", f"formula {text!r} cannot be used: {why.en}")
    return FactError("FACT007", message, hint=hint, at=at)


def bad_target(text: str, at: Location | None = None) -> FactError:
    hint = Phrase("写成数字加单位，如 5000万、20%、4.6", "write a number with its unit, e.g. 5000万, 20%, 4.6")
    return FactError("FACT008", Phrase(f"看不懂数值“{text}”", f"cannot read the value {text!r}"), hint=hint, at=at)


def bad_period(text: str, at: Location | None = None) -> FactError:
    hint = Phrase(
        "写成 2025、2025H1、2025Q3、2025-09、2025-W36 或 2025-09-01..2025-10-31",
        "write 2025, 2025H1, 2025Q3, 2025-09, 2025-W36 or 2025-09-01..2025-10-31",
    )
    return FactError("FACT009", Phrase(f"看不懂期间“{text}”", f"cannot read the period {text!r}"), hint=hint, at=at)


def bad_shift(text: str, at: Location | None = None) -> FactError:
    hint = Phrase("写成 1 month、2 weeks、1 quarter、1 year 或 1 period", "write 1 month, 2 weeks, 1 quarter, 1 year or 1 period")
    return FactError("FACT009", Phrase(f"看不懂时间平移“{text}”", f"cannot read the shift {text!r}"), hint=hint, at=at)


def bad_scorecard_row(cell: str, why: Phrase, at: Location | None = None) -> FactError:
    return FactError("FACT010", Phrase(f"{cell}：{why.zh}", f"{cell}: {why.en}"), at=at)


def missing_part(metric: str, what: Phrase, hint: Phrase, at: Location | None = None) -> FactError:
    message = Phrase(f"指标“{metric}”没有定义{what.zh}", f"metric {metric!r} defines no {what.en}")
    return FactError("FACT011", message, hint=hint, at=at)


def bad_id(name: str, why: Phrase, at: Location | None = None) -> FactError:
    return FactError("FACT012", Phrase(f"指标编号“{name}”不可用：{why.zh}", f"metric id {name!r} cannot be used: {why.en}"), at=at)


def bad_setting(metric: str, why: Phrase, hint: Phrase | None = None, at: Location | None = None) -> FactError:
    return FactError("FACT016", Phrase(f"指标“{metric}”：{why.zh}", f"metric {metric!r}: {why.en}"), hint=hint, at=at)


def no_picture(why: Phrase, hint: Phrase | None = None, at: Location | None = None) -> FactError:
    return FactError("FACT013", Phrase(f"这张图画不出来：{why.zh}", f"this chart cannot be drawn: {why.en}"), hint=hint, at=at)


def no_rows(table: str, at: Location | None = None) -> FactError:
    hint = Phrase("检查 where 和数据表", "check `where` and the table")
    return FactError("FACT013", Phrase(f"数据表“{table}”没有要显示的行", f"table {table!r} has no row to show"), hint=hint, at=at)


def unlike_units(text: str, one: str, other: str, *, multiplied: bool = False, at: Location | None = None) -> FactError:
    deed = Phrase("相乘", "multiplied") if multiplied else Phrase("相加减", "added or subtracted")
    message = Phrase(
        f"“{text}”的单位是“{one}”和“{other}”，不能{deed.zh}", f"{text!r} is in {one!r} and {other!r}, which cannot be {deed.en}"
    )
    hint = Phrase(
        "换成同一单位的指标；一样的东西写了两种单位时，在 metrics.yaml 里统一 unit",
        "take metrics of one unit; where one thing has two names, agree on one `unit` in metrics.yaml",
    )
    return FactError("FACT018", message, hint=hint, at=at)
