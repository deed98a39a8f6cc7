"""What can be wrong with a contract, and the ways a table breaks it, said in Chinese and English. A breach names its cell, its value and the rule."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal

from engine.base.diagnostics import Diagnostic, Location, Phrase, error
from engine.base.registry import nearest
from engine.model.tables import ColumnType
from engine.sources import codes

_KINDS = {
    ColumnType.TEXT: Phrase("文字列", "text"),
    ColumnType.NUMBER: Phrase("数字列", "numbers"),
    ColumnType.DATE: Phrase("日期列", "dates"),
}
_SHOWN = 8

# The contract itself


def column_unknown(name: str, names: Sequence[str], where: Location) -> Diagnostic:
    hint = Phrase(f"是不是“{close}”？", f"did you mean {close!r}?") if (close := nearest(name, names)) else None
    zh = f"约定里的列“{name}”不存在，现有：{'、'.join(names)}"
    return error(codes.CONTRACT, zh, f"the contract names column {name!r}, which does not exist; there are {', '.join(names)}", where, hint)


def types_differ(name: str, declared: str, promised: str, where: Location) -> Diagnostic:
    zh = f"「{name}」在 types 里是 {declared}，在约定里是 {promised}"
    hint = Phrase("只写一处", "say it once")
    return error(codes.CONTRACT, zh, f"{name} is {declared} under types and {promised} in the contract", where, hint)


def unsuitable(setting: str, name: str, kind: ColumnType, where: Location) -> Diagnostic:
    said = _KINDS[kind]
    zh = f"「{name}」是{said.zh}，约定的 {setting} 对它没有意义"
    hint = Phrase(
        "数写成 0、5万、85%，日期写成 2025-01-01；文字列只能用 one_of",
        "write numbers as 0 or 85%, dates as 2025-01-01; a column of texts takes one_of only",
    )
    return error(codes.CONTRACT, zh, f"{name} holds {said.en}: {setting} of the contract means nothing there", where, hint)


def percent_limit(setting: str, name: str, written: str, where: Location) -> Diagnostic:
    zh = f"「{name}」是百分数，约定的 {setting}: {written} 少了 %"
    hint = Phrase(f'写 {setting}: "{written}%"', f'say {setting}: "{written}%"')
    return error(codes.CONTRACT, zh, f"{name} holds percents: {setting}: {written} of the contract lacks its %", where, hint)


def which_dates(named: str | None, dates: Sequence[str], where: Location) -> Diagnostic:
    if named is not None:
        zh, en = f"fresh_by 的「{named}」不是日期列", f"{named} of fresh_by holds no dates"
    elif not dates:
        zh, en = "表里没有日期列，判断不了是否更新", "the table has no column of dates, so nobody can tell how fresh it is"
    else:
        zh, en = f"有几个日期列，要写明看哪个：{'、'.join(dates)}", f"there are several columns of dates, name one: {', '.join(dates)}"
    hint = Phrase(f"写 fresh_by: {dates[0]}", f"say fresh_by: {dates[0]}") if dates else Phrase("写 type: date", "say type: date")
    return error(codes.CONTRACT, zh, en, where, hint)


# Breaches


def cell_empty(name: str, text: str, where: Location) -> Diagnostic:
    hint = Phrase("补上；若允许为空，从 required 中去掉", "fill it in; if it may be empty, take it out of required")
    if text.strip():
        zh, en = f"「{name}」必填，这里的“{text}”是没有数据", f"{name} is required, but {text!r} means no data"
        return error(codes.BREACH_EMPTY, zh, en, where, hint)
    return error(codes.BREACH_EMPTY, f"「{name}」必填，这里是空的", f"{name} is required, but empty here", where, hint)


def not_one_of(name: str, text: str, allowed: Sequence[str], where: Location) -> Diagnostic:
    listed = [*allowed[:_SHOWN], *(["…"] if len(allowed) > _SHOWN else [])]
    close = nearest(text, allowed)
    hint = Phrase("改正单元格，或加进 one_of", "mend the cell, or add it to one_of")
    if close is not None:
        hint = Phrase(f"是不是“{close}”？", f"did you mean {close!r}?")
    zh = f"「{name}」只能是 {'、'.join(listed)}，得到“{text}”"
    return error(codes.BREACH_VALUE, zh, f"{name} should be one of {', '.join(listed)}; found {text!r}", where, hint)


def out_of_range(name: str, text: str, key: Literal["min", "max"], limit: str, where: Location) -> Diagnostic:
    zh, en = {"min": ("不小于", "at least"), "max": ("不大于", "at most")}[key]
    hint = Phrase(f"改正单元格，或放宽约定的 {key}", f"mend the cell, or widen {key} of the contract")
    return error(codes.BREACH_RANGE, f"「{name}」应{zh} {limit}，得到 {text}", f"{name} should be {en} {limit}; found {text}", where, hint)


def not_unique(names: Sequence[str], values: Sequence[str], first: Location, where: Location) -> Diagnostic:
    hint = Phrase("删去一行，或在 unique 里加一列", "remove one of the rows, or add a column to unique")
    zh = f"「{'、'.join(names)}」重复：{'、'.join(values)}，{first} 已经有了"
    return error(
        codes.BREACH_UNIQUE, zh, f"{', '.join(names)} should be unique; {', '.join(values)} stands at {first} already", where, hint
    )


def stale(name: str, newest: dt.date, until: dt.date, where: Location) -> Diagnostic:
    hint = Phrase(
        "导出最新的数据；每行是一周或一月的，写 type: week 或 month",
        "export newer data; if a row is a week or month, say type: week or month",
    )
    return error(
        codes.BREACH_FRESH, f"「{name}」最新是 {newest}，应到 {until}", f"{name} ends on {newest}, it should reach {until}", where, hint
    )


def no_dates(name: str, where: Location) -> Diagnostic:
    return error(codes.BREACH_FRESH, f"「{name}」没有任何日期", f"{name} has no date at all", where)


def row_count(count: int, key: Literal["min", "max"], limit: int, where: Location) -> Diagnostic:
    zh, en = {"min": ("不少于", "at least"), "max": ("不多于", "at most")}[key]
    hint = Phrase("检查导出的条件", "look at what was exported")
    return error(
        codes.BREACH_ROWS, f"有 {count} 行，应{zh} {limit} 行", f"there are {count} rows, there should be {en} {limit}", where, hint
    )
