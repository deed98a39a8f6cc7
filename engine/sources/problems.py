"""What can be wrong with the file of a metric table, said in Chinese and English."""

from __future__ import annotations

from collections.abc import Sequence

from engine.base.diagnostics import Diagnostic, Location, Phrase, error, warning
from engine.base.registry import nearest
from engine.sources import codes

# The file


def file_missing(file: str, where: Location, neighbours: Sequence[str]) -> Diagnostic:
    hint = None
    if close := nearest(file, neighbours):
        hint = Phrase(f"是不是“{close}”？", f"did you mean {close!r}?")
    return error(codes.FILE_MISSING, f"找不到数据文件“{file}”", f"data file {file!r} does not exist", where, hint)


def file_name_too_long(where: Location) -> Diagnostic:
    return error(
        codes.FILE_MISSING, "数据文件的名字太长，不会有这样的文件", "the name of the data file is longer than any file can have", where
    )


def file_unreadable(file: str, reason: str, where: Location) -> Diagnostic:
    return error(codes.FILE_MISSING, f"数据文件“{file}”无法读取：{reason}", f"data file {file!r} cannot be read: {reason}", where)


def file_outside(file: str, where: Location) -> Diagnostic:
    hint = Phrase("把文件放进报告的 data 文件夹", "put the file into the report's data folder")
    return error(codes.FILE_OUTSIDE, f"路径“{file}”指向工作区之外", f"path {file!r} leads out of the workspace", where, hint)


def file_kind(file: str, suffixes: Sequence[str], where: Location) -> Diagnostic:
    hint = Phrase("另存为 .xlsx 或 .csv", "save it as .xlsx or .csv")
    zh = f"“{file}”的类型不能读取，可读的有 {'、'.join(suffixes)}"
    return error(codes.FILE_KIND, zh, f"files like {file!r} are not read; known are {', '.join(suffixes)}", where, hint)


def limit(zh: str, en: str, where: Location) -> Diagnostic:
    """Return a limit exceeded; the wording names the value and the limit."""
    hint = Phrase("在源头汇总或拆分数据", "aggregate or split the data at its source")
    return error(codes.LIMIT, zh, en, where, hint)


# Text files


def encoding(tried: str, offset: int, line: int, where: Location, hint: Phrase | None) -> Diagnostic:
    zh = f"不是 {tried} 编码的文本：第 {line} 行，字节偏移 {offset}"
    return error(codes.ENCODING, zh, f"no text in {tried}: line {line}, byte offset {offset}", where, hint)


def nul_byte(line: int, where: Location) -> Diagnostic:
    hint = Phrase("用 Excel 或 WPS 重新导出", "export the file again")
    return error(
        codes.NUL_BYTE, f"第 {line} 行有 NUL 字节，文件可能已损坏", f"line {line} has a NUL byte; the file may be damaged", where, hint
    )


def no_facts(where: Location) -> Diagnostic:
    hint = Phrase("用 debrief build 生成的 facts.json，或另存为 .csv", "take the facts.json that debrief build wrote, or save as .csv")
    return error(codes.NO_FACTS, "不是 facts.json：没有 facts 列表", "this is no facts.json: it has no list of facts", where, hint)


def empty(where: Location) -> Diagnostic:
    return error(codes.EMPTY, "没有任何单元格有内容", "no cell has any content", where)


def no_rows(where: Location) -> Diagnostic:
    return error(codes.EMPTY, "表头以下没有数据行", "there are no rows below the header", where)


def delimiter(character: str, where: Location) -> Diagnostic:
    name = "tab" if character == "\t" else character
    hint = Phrase(f'在数据表里写 delimiter: "{name}"', f'say delimiter: "{name}" for this table')
    zh = f"只找到一列，每行却都有“{name}”"
    return error(codes.DELIMITER, zh, f"only one column was found, but every line has {name!r}", where, hint)


def ragged(found: int, wanted: int, cell: str, where: Location) -> Diagnostic:
    hint = Phrase("数字里的千分位逗号或文字里的逗号要加引号", "fields with commas, such as 1,234, need quotes")
    zh = f"这一行有 {found} 个字段，表头有 {wanted} 个，从 {cell} 起对不上"
    return error(codes.RAGGED, zh, f"this row has {found} fields, the header has {wanted}; they part at {cell}", where, hint)


def unclosed_quote(line: int, where: Location) -> Diagnostic:
    hint = Phrase("补上引号；内容里的引号写两次", "close it; a quote inside a field is written twice")
    return error(
        codes.QUOTES, f"第 {line} 行开始的引号没有闭合", f"a quote opened in the record at line {line} is never closed", where, hint
    )


def stray_quote(line: int, where: Location) -> Diagnostic:
    hint = Phrase("内容里的引号写两次，整个字段加引号", "quote the whole field and write an inner quote twice")
    return error(
        codes.QUOTES, f"第 {line} 行的右引号后面还有内容", f"something follows a closing quote in the record at line {line}", where, hint
    )


# Workbooks


def old_workbook(where: Location) -> Diagnostic:
    hint = Phrase("去掉密码，另存为 .xlsx", "remove the password and save it as .xlsx")
    zh, en = "工作簿有密码保护，或是旧的 .xls 格式", "the workbook is password-protected or in the old .xls format"
    return error(codes.OLD_WORKBOOK, zh, en, where, hint)


def broken_workbook(reason: Phrase, where: Location) -> Diagnostic:
    hint = Phrase("用 Excel 或 WPS 打开，另存为 .xlsx", "open it in Excel or WPS and save it as .xlsx")
    return error(codes.BROKEN_WORKBOOK, f"不是可用的 .xlsx 工作簿：{reason.zh}", f"no usable .xlsx workbook: {reason.en}", where, hint)


def unsafe_workbook(reason: Phrase, where: Location) -> Diagnostic:
    return error(codes.UNSAFE_WORKBOOK, f"工作簿不安全，已拒绝：{reason.zh}", f"the workbook is refused as unsafe: {reason.en}", where)


def sheet_unknown(name: str, sheets: Sequence[str], where: Location) -> Diagnostic:
    hint = Phrase(f"是不是“{close}”？", f"did you mean {close!r}?") if (close := nearest(name, sheets)) else None
    zh = f"没有工作表“{name}”，现有：{'、'.join(sheets)}"
    return error(codes.SHEET, zh, f"there is no sheet {name!r}; there are {', '.join(sheets)}", where, hint)


def sheet_unnamed(sheets: Sequence[str], where: Location) -> Diagnostic:
    hint = Phrase(f"写 sheet: {sheets[0]}", f"say sheet: {sheets[0]}")
    zh = f"有多张工作表，要写明用哪一张：{'、'.join(sheets)}"
    return error(codes.SHEET, zh, f"there are several sheets, name one: {', '.join(sheets)}", where, hint)


def sheets_hidden(sheets: Sequence[str], where: Location) -> Diagnostic:
    hint = Phrase("取消隐藏，或用 sheet: 写明", "unhide one, or name it with sheet:")
    zh = f"没有可见的工作表，隐藏的有：{'、'.join(sheets)}"
    return error(codes.SHEET, zh, f"no sheet is visible; hidden are {', '.join(sheets)}", where, hint)


def hidden_rows(count: int, where: Location) -> Diagnostic:
    hint = Phrase("清除筛选、取消隐藏，或删掉这些行", "clear the filter, unhide the rows, or delete them")
    return warning(
        codes.HIDDEN_ROWS,
        f"有 {count} 行被隐藏或筛掉，仍计入数据",
        f"{count} rows are hidden or filtered out, and counted all the same",
        where,
        hint,
    )


def macros(where: Location) -> Diagnostic:
    return warning(codes.MACROS, "工作簿带有宏；只读数据，宏不执行", "the workbook has macros; only its data are read", where)


def stale_results(count: int, where: Location) -> Diagnostic:
    hint = Phrase("用 Excel 或 WPS 打开并保存一次", "open and save it in Excel or WPS once")
    zh = f"{count} 个公式的结果由未做计算的程序写入，可能不准"
    return warning(
        codes.STALE_RESULTS, zh, f"{count} formula results were stored by a program that does not calculate; they may be wrong", where, hint
    )


def setting_unused(setting: str, file: str, useful: Sequence[str], where: Location) -> Diagnostic:
    hint = Phrase(f"删去它；这里可用：{'、'.join(useful)}", f"remove it; of use here: {', '.join(useful)}") if useful else None
    return error(codes.SETTING, f"{setting} 对“{file}”没有作用", f"{setting} does nothing for {file!r}", where, hint)
