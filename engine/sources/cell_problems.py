"""What can be wrong with the header, the rows and the cells of a metric table, said in Chinese and English.

Cells are named as people say them (`kpi.xlsx!目标!C17`); line and column of such a place are the sheet's row and column numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from engine.base.diagnostics import Diagnostic, Location, Phrase, Severity, error, warning
from engine.base.registry import nearest
from engine.sources import codes
from engine.sources.dates import DateWord


def _info(code: str, zh: str, en: str, where: Location) -> Diagnostic:
    return Diagnostic(code, Severity.INFO, Phrase(zh, en), where)


# Header and body


def header_outside(row: int, last: int, where: Location) -> Diagnostic:
    zh = f"表头行 {row} 不在表内，内容到第 {last} 行为止"
    return error(codes.HEADER, zh, f"header row {row} is not in the table, which ends at row {last}", where)


def header_blank_row(row: int, where: Location) -> Diagnostic:
    return error(codes.HEADER, f"第 {row} 行是空的，不能作表头", f"row {row} is empty and cannot be the header", where)


def header_not_found(row: int, cell: str, where: Location) -> Diagnostic:
    hint = Phrase(
        f"若确是表头，写 header_row: {row}；若缺表头，补一行列名", f"if it is the header, say header_row: {row}; if there is none, add one"
    )
    zh = f"第 {row} 行像数据而不像表头（“{cell}”是数字）"
    return error(codes.HEADER, zh, f"row {row} looks like data, not like a header ({cell!r} is a number)", where, hint)


def header_twice(name: str, first: str, where: Location) -> Diagnostic:
    hint = Phrase(
        "改其中一个列名；表头若不止一行，写 header_row 与 header_rows",
        "rename one; if the header has more rows, say header_row and header_rows",
    )
    return error(
        codes.HEADER_TWICE, f"列名“{name}”重复，{first} 已经用过", f"column name {name!r} is used twice, first in {first}", where, hint
    )


def header_blank(where: Location) -> Diagnostic:
    hint = Phrase("补上列名；表头有两行时写 header_rows: 2", "name it; if the header has two rows, say header_rows: 2")
    return error(codes.HEADER_BLANK, "这一列有内容却没有列名", "this column has values but no name", where, hint)


def column_unknown(setting: str, name: str, names: Sequence[str], where: Location) -> Diagnostic:
    hint = Phrase(f"是不是“{close}”？", f"did you mean {close!r}?") if (close := nearest(name, names)) else None
    zh = f"{setting} 提到的列“{name}”不存在，现有：{'、'.join(names)}"
    return error(
        codes.COLUMN_UNKNOWN, zh, f"{setting} names column {name!r}, which does not exist; there are {', '.join(names)}", where, hint
    )


def header_guessed(row: int, where: Location) -> Diagnostic:
    return _info(
        codes.HEADER_GUESSED, f"跳过标题行，以第 {row} 行为表头", f"title rows were skipped, row {row} was taken as the header", where
    )


def two_row_header(row: int, where: Location) -> Diagnostic:
    zh = f"第 {row} 行有跨列合并，与下一行合成两行表头"
    return _info(
        codes.HEADER_GUESSED, zh, f"row {row} has cells merged across, so it and the next were read as one header of two rows", where
    )


def total_dropped(rows: str, where: Location) -> Diagnostic:
    return _info(codes.TOTAL_DROPPED, f"合计行未计入：{rows}", f"total rows were left out: {rows}", where)


def total_inside(count: int, where: Location) -> Diagnostic:
    hint = Phrase(
        "写 drop_total: true 去掉，或 drop_total: false 表示就要计入",
        "say drop_total: true to leave them out, or false to keep them knowingly",
    )
    zh = f"中间有 {count} 行像合计或小计，会被重复计算"
    return warning(codes.TOTAL_INSIDE, zh, f"{count} rows between the others look like totals and would be counted twice", where, hint)


def footnote_dropped(rows: str, where: Location) -> Diagnostic:
    return _info(codes.FOOTNOTE_DROPPED, f"表下的说明未计入：{rows}", f"remarks below the table were left out: {rows}", where)


def merged_figure(column: str, where: Location) -> Diagnostic:
    hint = Phrase(
        f"若每行都是这个值，写 fill_down: [{column}]；否则拆开逐行填写",
        f"if it holds for each row, say fill_down: [{column}]; else fill in each row",
    )
    zh = "合并单元格里的数字只算一次，记在第一行，其余各行为空"
    return warning(
        codes.MERGED_FIGURE, zh, "the number of a merged cell is counted once, in its first row; the others stay empty", where, hint
    )


# Cells


def no_result(formula: str, where: Location) -> Diagnostic:
    hint = Phrase("用 Excel 或 WPS 打开并保存一次", "open and save it in Excel or WPS once")
    return error(codes.NO_RESULT, f"公式“{formula}”没有存下结果", f"formula {formula!r} has no stored result", where, hint)


def error_value(text: str, where: Location) -> Diagnostic:
    hint = Phrase(f'改正公式；若表示没有数据，写 missing: ["{text}"]', f'mend the formula; if it means no data, say missing: ["{text}"]')
    return error(codes.ERROR_VALUE, f"单元格是错误值 {text}", f"the cell holds the error {text}", where, hint)


def not_a_number(column: str, text: str, where: Location) -> Diagnostic:
    hint = Phrase(
        f"改正单元格；若这一列是文字，写 types: {{{column}: text}}", f"mend the cell; if the column is text, say types: {{{column}: text}}"
    )
    return error(codes.NUMBER, f"「{column}」应为数字，得到“{text}”", f"{column} should be a number, found {text!r}", where, hint)


def percent_mix(column: str, text: str, where: Location) -> Diagnostic:
    hint = Phrase(
        f"统一写法；若各行单位本就不同，写 types: {{{column}: number}}",
        f"write all alike; if each row has its own unit, say types: {{{column}: number}}",
    )
    zh = f"「{column}」有的带 % 有的不带，这里是“{text}”"
    return error(codes.PERCENT_MIX, zh, f"{column} mixes figures with and without %; here it is {text!r}", where, hint)


def not_a_date(column: str, text: str, word: DateWord, where: Location) -> Diagnostic:
    kind, example = _DATES[word]
    hint = Phrase(
        f"写成 {example}；若这一列是文字，写 types: {{{column}: text}}",
        f"write it as {example}; if the column is text, say types: {{{column}: text}}",
    )
    return error(codes.DATE, f"「{column}」应为{kind.zh}，得到“{text}”", f"{column} should be a {kind.en}, found {text!r}", where, hint)


_DATES: Mapping[DateWord, tuple[Phrase, str]] = {
    "date": (Phrase("日期", "date"), "2025-07-01"),
    "month": (Phrase("月份", "month"), "2025-07"),
    "week": (Phrase("周", "week"), "2025-W27"),
}


def date_order(column: str, text: str, where: Location) -> Diagnostic:
    hint = Phrase("写 date_format: DD/MM/YYYY 或 MM/DD/YYYY", "say date_format: DD/MM/YYYY or MM/DD/YYYY")
    return error(
        codes.DATE_ORDER, f"「{column}」的日期“{text}”分不清日和月", f"day and month of {text!r} in {column} could be swapped", where, hint
    )


def percent_read(column: str, as_points: bool, where: Location) -> Diagnostic:  # noqa: FBT001  two wordings of one note
    if as_points:
        return _info(
            codes.PERCENT_READ,
            f"「{column}」没有 % 的数字按百分数读：12 即 12%",
            f"plain figures of {column} were read as percents: 12 is 12%",
            where,
        )
    return _info(
        codes.PERCENT_READ,
        f"「{column}」没有 % 的数字按比率读：0.12 即 12%",
        f"plain figures of {column} were read as ratios: 0.12 is 12%",
        where,
    )


def more(count: int, what: Diagnostic) -> Diagnostic:
    """Return the line that closes a long list of mistakes like `what`."""
    return Diagnostic(codes.MORE, what.severity, Phrase(f"同类问题还有 {count} 处", f"{count} more like {what.code}"), what.where)


# Inline rows


def inline_extra(row: int, name: str, names: Sequence[str], where: Location) -> Diagnostic:
    hint = Phrase(f"是不是“{close}”？", f"did you mean {close!r}?") if (close := nearest(name, names)) else None
    zh = f"第 {row} 行多出列“{name}”，首行的列是：{'、'.join(names)}"
    return error(codes.INLINE, zh, f"row {row} has column {name!r}, which the first row has not: {', '.join(names)}", where, hint)
