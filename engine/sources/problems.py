"""Everything that can be wrong with a metric table, said once, in Chinese and English: codes DATA001 to DATA059.

Builders return complete diagnostics. Places in a table are named as people say them (`kpi.xlsx!目标!C17`); for those, line and column of the
location are the sheet's row and column numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.base.diagnostics import Diagnostic, Location, Phrase, Severity, error, warning
from engine.base.registry import nearest

FILE_MISSING = "DATA001"
"""The file of a table does not exist (or is a folder, or cannot be read)."""
FILE_OUTSIDE = "DATA002"
"""The path leads out of the workspace."""
FILE_KIND = "DATA003"
"""No source reads this kind of file."""
LIMIT = "DATA004"
"""A named limit is exceeded: file size, rows, columns, cells, length of a field."""
ENCODING = "DATA010"
"""The bytes are no text in any of the encodings tried."""
NUL_BYTE = "DATA011"
"""A NUL byte stands in a text file."""
EMPTY = "DATA012"
"""The file or sheet has no cells, or no rows below its header."""
DELIMITER = "DATA013"
"""One column was found where the lines hold another delimiter."""
RAGGED = "DATA014"
"""A record has more or fewer fields than the header."""
QUOTES = "DATA015"
"""A quoted field is never closed, or something follows its closing quote."""
OLD_WORKBOOK = "DATA020"
"""The workbook is password-protected or in the old .xls format."""
BROKEN_WORKBOOK = "DATA021"
"""The workbook is damaged or is none."""
UNSAFE_WORKBOOK = "DATA022"
"""The package breaks a safety rule: too big when unpacked, foreign names, DOCTYPE."""
SHEET = "DATA023"
"""The sheet is not named although there are several, or does not exist."""
HIDDEN_ROWS = "DATA025"
"""Hidden or filtered-out rows are counted like the others."""
MACROS = "DATA026"
"""The workbook carries macros, which are ignored."""
STALE_RESULTS = "DATA027"
"""The workbook asks to be calculated when opened, so its stored formula results may be placeholders."""
HEADER = "DATA030"
"""The header row was not found or is not in the sheet."""
HEADER_TWICE = "DATA031"
"""Two columns have one name."""
HEADER_BLANK = "DATA032"
"""A column with values has no name."""
COLUMN_UNKNOWN = "DATA033"
"""The description of the table names a column that the table does not have."""
HEADER_GUESSED = "DATA034"
"""Note: rows above the header were skipped, or a header of two rows was recognised."""
TOTAL_DROPPED = "DATA035"
"""Note: total rows were left out."""
TOTAL_INSIDE = "DATA036"
"""A row between the others looks like a total and would be counted twice."""
FOOTNOTE_DROPPED = "DATA037"
"""Note: remarks below the table were left out."""
MERGED_FIGURE = "DATA038"
"""A merged cell holds a number for several rows; it is counted once, in the first."""
NO_RESULT = "DATA040"
"""A formula has no stored result."""
ERROR_VALUE = "DATA041"
"""A cell holds an error such as #DIV/0!."""
NUMBER = "DATA042"
"""A cell of a number column is no number."""
PERCENT_MIX = "DATA043"
"""A column mixes figures with and without %."""
DATE = "DATA044"
"""A cell of a date column is no date."""
DATE_ORDER = "DATA045"
"""Day and month of a date could be swapped."""
PERCENT_READ = "DATA046"
"""Note: how plain figures of a percent column were understood."""
MORE = "DATA049"
"""More mistakes of one kind than are listed."""
INLINE = "DATA050"
"""Inline rows do not form a table."""


def _info(code: str, zh: str, en: str, where: Location) -> Diagnostic:
    return Diagnostic(code, Severity.INFO, Phrase(zh, en), where)


def _listing(names: Iterable[str], separator: str) -> str:
    return separator.join(names)


# The file


def file_missing(file: str, where: Location, neighbours: Sequence[str]) -> Diagnostic:
    hint = None
    if close := nearest(file, neighbours):
        hint = Phrase(f"是不是“{close}”？", f"did you mean {close!r}?")
    return error(FILE_MISSING, f"找不到数据文件“{file}”", f"data file {file!r} does not exist", where, hint)


def file_unreadable(file: str, reason: str, where: Location) -> Diagnostic:
    return error(FILE_MISSING, f"数据文件“{file}”无法读取：{reason}", f"data file {file!r} cannot be read: {reason}", where)


def file_outside(file: str, where: Location) -> Diagnostic:
    hint = Phrase("把文件放进报告的 data 文件夹", "put the file into the report's data folder")
    return error(FILE_OUTSIDE, f"路径“{file}”指向工作区之外", f"path {file!r} leads out of the workspace", where, hint)


def file_kind(file: str, suffixes: Sequence[str], where: Location) -> Diagnostic:
    hint = Phrase("另存为 .xlsx 或 .csv", "save it as .xlsx or .csv")
    zh = f"“{file}”的类型不能读取，可读的有 {_listing(suffixes, '、')}"
    return error(FILE_KIND, zh, f"files like {file!r} are not read; known are {_listing(suffixes, ', ')}", where, hint)


def limit(zh: str, en: str, where: Location) -> Diagnostic:
    """Return a limit exceeded; the wording names the value and the limit."""
    hint = Phrase("在源头汇总或拆分数据", "aggregate or split the data at its source")
    return error(LIMIT, zh, en, where, hint)


# Text files


def encoding(tried: str, offset: int, line: int, where: Location, hint: Phrase | None) -> Diagnostic:
    zh = f"不是 {tried} 编码的文本：第 {line} 行，字节偏移 {offset}"
    return error(ENCODING, zh, f"no text in {tried}: line {line}, byte offset {offset}", where, hint)


def nul_byte(line: int, where: Location) -> Diagnostic:
    hint = Phrase("用 Excel 或 WPS 重新导出", "export the file again")
    return error(NUL_BYTE, f"第 {line} 行有 NUL 字节，文件可能已损坏", f"line {line} has a NUL byte; the file may be damaged", where, hint)


def empty(where: Location) -> Diagnostic:
    return error(EMPTY, "没有任何单元格有内容", "no cell has any content", where)


def no_rows(where: Location) -> Diagnostic:
    return error(EMPTY, "表头以下没有数据行", "there are no rows below the header", where)


def delimiter(character: str, where: Location) -> Diagnostic:
    name = "tab" if character == "\t" else character
    hint = Phrase(f'在数据表里写 delimiter: "{name}"', f'say delimiter: "{name}" for this table')
    zh = f"只找到一列，每行却都有“{name}”"
    return error(DELIMITER, zh, f"only one column was found, but every line has {name!r}", where, hint)


def ragged(found: int, wanted: int, cell: str, where: Location) -> Diagnostic:
    hint = Phrase("数字里的千分位逗号或文字里的逗号要加引号", "fields with commas, such as 1,234, need quotes")
    zh = f"这一行有 {found} 个字段，表头有 {wanted} 个，从 {cell} 起对不上"
    return error(RAGGED, zh, f"this row has {found} fields, the header has {wanted}; they part at {cell}", where, hint)


def unclosed_quote(line: int, where: Location) -> Diagnostic:
    hint = Phrase("补上引号；内容里的引号写两次", "close it; a quote inside a field is written twice")
    return error(QUOTES, f"第 {line} 行开始的引号没有闭合", f"a quote opened in the record at line {line} is never closed", where, hint)


def stray_quote(line: int, where: Location) -> Diagnostic:
    hint = Phrase("内容里的引号写两次，整个字段加引号", "quote the whole field and write an inner quote twice")
    return error(QUOTES, f"第 {line} 行的右引号后面还有内容", f"something follows a closing quote in the record at line {line}", where, hint)


# Workbooks


def old_workbook(where: Location) -> Diagnostic:
    hint = Phrase("去掉密码，另存为 .xlsx", "remove the password and save it as .xlsx")
    zh, en = "工作簿有密码保护，或是旧的 .xls 格式", "the workbook is password-protected or in the old .xls format"
    return error(OLD_WORKBOOK, zh, en, where, hint)


def broken_workbook(reason: Phrase, where: Location) -> Diagnostic:
    hint = Phrase("用 Excel 或 WPS 打开，另存为 .xlsx", "open it in Excel or WPS and save it as .xlsx")
    return error(BROKEN_WORKBOOK, f"不是可用的 .xlsx 工作簿：{reason.zh}", f"no usable .xlsx workbook: {reason.en}", where, hint)


def unsafe_workbook(reason: Phrase, where: Location) -> Diagnostic:
    return error(UNSAFE_WORKBOOK, f"工作簿不安全，已拒绝：{reason.zh}", f"the workbook is refused as unsafe: {reason.en}", where)


def sheet_unknown(name: str, sheets: Sequence[str], where: Location) -> Diagnostic:
    hint = Phrase(f"是不是“{close}”？", f"did you mean {close!r}?") if (close := nearest(name, sheets)) else None
    zh = f"没有工作表“{name}”，现有：{_listing(sheets, '、')}"
    return error(SHEET, zh, f"there is no sheet {name!r}; there are {_listing(sheets, ', ')}", where, hint)


def sheet_unnamed(sheets: Sequence[str], where: Location) -> Diagnostic:
    hint = Phrase(f"写 sheet: {sheets[0]}", f"say sheet: {sheets[0]}")
    zh = f"有多张工作表，要写明用哪一张：{_listing(sheets, '、')}"
    return error(SHEET, zh, f"there are several sheets, name one: {_listing(sheets, ', ')}", where, hint)


def sheets_hidden(sheets: Sequence[str], where: Location) -> Diagnostic:
    hint = Phrase("取消隐藏，或用 sheet: 写明", "unhide one, or name it with sheet:")
    zh = f"没有可见的工作表，隐藏的有：{_listing(sheets, '、')}"
    return error(SHEET, zh, f"no sheet is visible; hidden are {_listing(sheets, ', ')}", where, hint)


def hidden_rows(count: int, where: Location) -> Diagnostic:
    hint = Phrase("清除筛选、取消隐藏，或删掉这些行", "clear the filter, unhide the rows, or delete them")
    return warning(HIDDEN_ROWS, f"有 {count} 行被隐藏或筛掉，仍计入数据", f"{count} rows are hidden or filtered out, and counted all the same", where, hint)


def macros(where: Location) -> Diagnostic:
    return warning(MACROS, "工作簿带有宏；只读数据，宏不执行", "the workbook has macros; only its data are read", where)


def stale_results(count: int, where: Location) -> Diagnostic:
    hint = Phrase("用 Excel 或 WPS 打开并保存一次", "open and save it in Excel or WPS once")
    zh = f"{count} 个公式的结果由未做计算的程序写入，可能不准"
    return warning(STALE_RESULTS, zh, f"{count} formula results were stored by a program that does not calculate; they may be wrong", where, hint)


# Header and body


def header_outside(row: int, last: int, where: Location) -> Diagnostic:
    zh = f"表头行 {row} 不在表内，内容到第 {last} 行为止"
    return error(HEADER, zh, f"header row {row} is not in the table, which ends at row {last}", where)


def header_blank_row(row: int, where: Location) -> Diagnostic:
    return error(HEADER, f"第 {row} 行是空的，不能作表头", f"row {row} is empty and cannot be the header", where)


def header_not_found(row: int, cell: str, where: Location) -> Diagnostic:
    hint = Phrase(f"若确是表头，写 header_row: {row}；若缺表头，补一行列名", f"if it is the header, say header_row: {row}; if there is none, add one")
    zh = f"第 {row} 行像数据而不像表头（“{cell}”是数字）"
    return error(HEADER, zh, f"row {row} looks like data, not like a header ({cell!r} is a number)", where, hint)


def header_twice(name: str, first: str, where: Location) -> Diagnostic:
    hint = Phrase("改其中一个列名；表头有两行时写 header_rows: 2", "rename one; if the header has two rows, say header_rows: 2")
    return error(HEADER_TWICE, f"列名“{name}”重复，{first} 已经用过", f"column name {name!r} is used twice, first in {first}", where, hint)


def header_blank(where: Location) -> Diagnostic:
    hint = Phrase("补上列名；表头有两行时写 header_rows: 2", "name it; if the header has two rows, say header_rows: 2")
    return error(HEADER_BLANK, "这一列有内容却没有列名", "this column has values but no name", where, hint)


def column_unknown(setting: str, name: str, names: Sequence[str], where: Location) -> Diagnostic:
    hint = Phrase(f"是不是“{close}”？", f"did you mean {close!r}?") if (close := nearest(name, names)) else None
    zh = f"{setting} 提到的列“{name}”不存在，现有：{_listing(names, '、')}"
    return error(COLUMN_UNKNOWN, zh, f"{setting} names column {name!r}, which does not exist; there are {_listing(names, ', ')}", where, hint)


def header_guessed(row: int, where: Location) -> Diagnostic:
    return _info(HEADER_GUESSED, f"跳过标题行，以第 {row} 行为表头", f"title rows were skipped, row {row} was taken as the header", where)


def two_row_header(row: int, where: Location) -> Diagnostic:
    zh = f"第 {row} 行有跨列合并，与下一行合成两行表头"
    return _info(HEADER_GUESSED, zh, f"row {row} has cells merged across, so it and the next were read as one header of two rows", where)


def total_dropped(rows: str, where: Location) -> Diagnostic:
    return _info(TOTAL_DROPPED, f"合计行未计入：{rows}", f"total rows were left out: {rows}", where)


def total_inside(count: int, where: Location) -> Diagnostic:
    hint = Phrase("写 drop_total: true 去掉，或 drop_total: false 表示就要计入", "say drop_total: true to leave them out, or false to keep them knowingly")
    zh = f"中间有 {count} 行像合计或小计，会被重复计算"
    return warning(TOTAL_INSIDE, zh, f"{count} rows between the others look like totals and would be counted twice", where, hint)


def footnote_dropped(rows: str, where: Location) -> Diagnostic:
    return _info(FOOTNOTE_DROPPED, f"表下的说明未计入：{rows}", f"remarks below the table were left out: {rows}", where)


def merged_figure(column: str, where: Location) -> Diagnostic:
    hint = Phrase(
        f"若每行都是这个值，写 fill_down: [{column}]；否则拆开逐行填写", f"if it holds for each row, say fill_down: [{column}]; else fill in each row"
    )
    zh = "合并单元格里的数字只算一次，记在第一行，其余各行为空"
    return warning(MERGED_FIGURE, zh, "the number of a merged cell is counted once, in its first row; the others stay empty", where, hint)


# Cells


def no_result(formula: str, where: Location) -> Diagnostic:
    hint = Phrase("用 Excel 或 WPS 打开并保存一次", "open and save it in Excel or WPS once")
    return error(NO_RESULT, f"公式“{formula}”没有存下结果", f"formula {formula!r} has no stored result", where, hint)


def error_value(text: str, where: Location) -> Diagnostic:
    hint = Phrase(f'改正公式；若表示没有数据，写 missing: ["{text}"]', f'mend the formula; if it means no data, say missing: ["{text}"]')
    return error(ERROR_VALUE, f"单元格是错误值 {text}", f"the cell holds the error {text}", where, hint)


def not_a_number(column: str, text: str, where: Location) -> Diagnostic:
    hint = Phrase(f"改正单元格；若这一列是文字，写 types: {{{column}: text}}", f"mend the cell; if the column is text, say types: {{{column}: text}}")
    return error(NUMBER, f"「{column}」应为数字，得到“{text}”", f"{column} should be a number, found {text!r}", where, hint)


def percent_mix(column: str, text: str, where: Location) -> Diagnostic:
    hint = Phrase(
        f"统一写法；若各行单位本就不同，写 types: {{{column}: number}}", f"write all alike; if each row has its own unit, say types: {{{column}: number}}"
    )
    zh = f"「{column}」有的带 % 有的不带，这里是“{text}”"
    return error(PERCENT_MIX, zh, f"{column} mixes figures with and without %; here it is {text!r}", where, hint)


def not_a_date(column: str, text: str, where: Location) -> Diagnostic:
    hint = Phrase(
        f"写成 2025-07-01；若这一列是文字，写 types: {{{column}: text}}", f"write it as 2025-07-01; if the column is text, say types: {{{column}: text}}"
    )
    return error(DATE, f"「{column}」应为日期，得到“{text}”", f"{column} should be a date, found {text!r}", where, hint)


def date_order(column: str, text: str, where: Location) -> Diagnostic:
    hint = Phrase("写 date_format: DD/MM/YYYY 或 MM/DD/YYYY", "say date_format: DD/MM/YYYY or MM/DD/YYYY")
    return error(DATE_ORDER, f"「{column}」的日期“{text}”分不清日和月", f"day and month of {text!r} in {column} could be swapped", where, hint)


def percent_read(column: str, as_points: bool, where: Location) -> Diagnostic:  # noqa: FBT001  two wordings of one note
    if as_points:
        return _info(PERCENT_READ, f"「{column}」没有 % 的数字按百分数读：12 即 12%", f"plain figures of {column} were read as percents: 12 is 12%", where)
    return _info(PERCENT_READ, f"「{column}」没有 % 的数字按比率读：0.12 即 12%", f"plain figures of {column} were read as ratios: 0.12 is 12%", where)


def more(count: int, what: Diagnostic) -> Diagnostic:
    """Return the line that closes a long list of mistakes like `what`."""
    return Diagnostic(MORE, what.severity, Phrase(f"同类问题还有 {count} 处", f"{count} more like {what.code}"), what.where)


# Inline rows


def inline_extra(row: int, name: str, names: Sequence[str], where: Location) -> Diagnostic:
    hint = Phrase(f"是不是“{close}”？", f"did you mean {close!r}?") if (close := nearest(name, names)) else None
    zh = f"第 {row} 行多出列“{name}”，首行的列是：{_listing(names, '、')}"
    return error(INLINE, zh, f"row {row} has column {name!r}, which the first row has not: {_listing(names, ', ')}", where, hint)
