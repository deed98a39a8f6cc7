"""What can be wrong with columnar files, databases and queries, said in Chinese and English. No message tells an address or a password."""

from __future__ import annotations

from collections.abc import Sequence

from engine.base.diagnostics import Diagnostic, Location, Phrase, Severity, error, warning
from engine.base.registry import nearest
from engine.sources import codes

_SHOWN = 12

# Parquet


def broken_parquet(reason: Phrase, where: Location) -> Diagnostic:
    hint = Phrase("重新导出，不要加密", "export it again, without encryption")
    return error(codes.BROKEN_PARQUET, f"不是可用的 Parquet 文件：{reason.zh}", f"no usable Parquet file: {reason.en}", where, hint)


def columns_left_out(names: Sequence[str], where: Location) -> Diagnostic:
    zh = f"列表、结构或二进制的列没有读入：{'、'.join(names)}"
    en = f"columns of lists, structures or bytes were left out: {', '.join(names)}"
    return Diagnostic(codes.COLUMNS_LEFT_OUT, Severity.INFO, Phrase(zh, en), where)


def zoned_times(names: Sequence[str], where: Location) -> Diagnostic:
    zh = f"带时区的时间按 UTC 取日期，可能差一天：{'、'.join(names)}"
    hint = Phrase("导出时换成日期", "export them as dates")
    return warning(
        codes.ZONED_TIMES, zh, f"times with a zone were made dates by UTC, which may be a day off: {', '.join(names)}", where, hint
    )


# SQLite files


def broken_database(reason: Phrase, where: Location) -> Diagnostic:
    hint = Phrase("检查文件；加密的先解密", "look at the file; decrypt it first if it is encrypted")
    return error(codes.BROKEN_DATABASE, f"不是可用的 SQLite 数据库：{reason.zh}", f"no usable SQLite database: {reason.en}", where, hint)


def unfinished_database(beside: str, where: Location) -> Diagnostic:
    hint = Phrase(
        "关闭正在写它的程序，或执行 PRAGMA wal_checkpoint(TRUNCATE)",
        "close the program that writes it, or run PRAGMA wal_checkpoint(TRUNCATE)",
    )
    zh = f"数据库还有没合并的写入，在“{beside}”里"
    return error(codes.BROKEN_DATABASE, zh, f"the database has changes that are not in it yet, in {beside!r}", where, hint)


def table_unnamed(tables: Sequence[str], where: Location) -> Diagnostic:
    if not tables:
        return error(codes.DATABASE_TABLE, "数据库里没有表", "the database has no table", where)
    hint = Phrase(f"写 table: {tables[0]}，或写 query", f"say table: {tables[0]}, or query")
    listed = tables[:_SHOWN]
    zh = f"数据库有几张表，要写明用哪一张：{'、'.join(listed)}"
    return error(codes.DATABASE_TABLE, zh, f"the database has several tables, name one: {', '.join(listed)}", where, hint)


def table_unknown(name: str, tables: Sequence[str], where: Location) -> Diagnostic:
    hint = Phrase(f"是不是“{close}”？", f"did you mean {close!r}?") if (close := nearest(name, tables)) else None
    listed = tables[:_SHOWN]
    zh = f"数据库里没有表“{name}”，现有：{'、'.join(listed)}"
    return error(codes.DATABASE_TABLE, zh, f"the database has no table {name!r}; there are {', '.join(listed)}", where, hint)


def not_text(where: Location) -> Diagnostic:
    hint = Phrase("在源头改成 UTF-8", "mend it at its source")
    return error(codes.ENCODING, "数据库里有不是 UTF-8 的文字", "the database holds text that is not UTF-8", where, hint)


# Queries


def statement_refused(reason: Phrase, where: Location) -> Diagnostic:
    return error(codes.STATEMENT, f"查询不可用：{reason.zh}", f"the query cannot be used: {reason.en}", where)


def parameter_missing(name: str, given: Sequence[str], where: Location) -> Diagnostic:
    close = nearest(name, given)
    hint = Phrase(f"写 params: {{{name}: …}}", f"say params: {{{name}: …}}")
    if close is not None:
        hint = Phrase(f"是不是“{close}”？", f"did you mean {close!r}?")
    return error(codes.PARAMETER, f"查询里的 :{name} 没有值", f":{name} of the query has no value", where, hint)


def parameter_unused(name: str, wanted: Sequence[str], where: Location) -> Diagnostic:
    hint = Phrase(f"是不是“{close}”？", f"did you mean {close!r}?") if (close := nearest(name, wanted)) else None
    return error(codes.PARAMETER, f"查询里没有 :{name}", f"the query has no :{name}", where, hint)


def parameter_template(name: str, known: Sequence[str], where: Location) -> Diagnostic:
    hint = Phrase(f"可用的有：{'、'.join(known)}", f"there are: {', '.join(known)}") if known else None
    if close := nearest(name, known):
        hint = Phrase(f"是不是“{close}”？", f"did you mean {close!r}?")
    zh = f"没有“{name}”这个名字；这里只能写 {{{{ 名字 }}}}"
    return error(codes.PARAMETER, zh, f"there is no name {name!r}; only {{{{ name }}}} can stand here", where, hint)


def query_failed(message: str, tables: Sequence[str], where: Location) -> Diagnostic:
    hint = Phrase(f"现有的表：{'、'.join(tables[:_SHOWN])}", f"there are tables {', '.join(tables[:_SHOWN])}") if tables else None
    return error(codes.QUERY, f"数据库不接受这个查询：{message}", f"the database refused the query: {message}", where, hint)


def query_timeout(seconds: float, where: Location) -> Diagnostic:
    hint = Phrase("先在库里汇总，或写 timeout: 2m", "sum it up in the database, or say timeout: 2m")
    return error(
        codes.TIMEOUT, f"查询超过 {seconds:g} 秒，已停止", f"the query took more than {seconds:g} seconds and was stopped", where, hint
    )


# Databases


def no_address(variable: str, where: Location) -> Diagnostic:
    hint = Phrase(
        f"先设置：export {variable}=postgresql+psycopg://用户:密码@主机/库",
        f"set it: export {variable}=postgresql+psycopg://user:password@host/name",
    )
    return error(codes.CONNECTION, f"环境变量 {variable} 没有设置", f"the environment variable {variable} is not set", where, hint)


def bad_address(variable: str, where: Location) -> Diagnostic:
    hint = Phrase("写成 方言+驱动://用户:密码@主机/库", "write dialect+driver://user:password@host/name")
    return error(
        codes.CONNECTION, f"环境变量 {variable} 的值不是数据库地址", f"the value of {variable} is no address of a database", where, hint
    )


def no_connection(variable: str, message: str, where: Location) -> Diagnostic:
    hint = Phrase("检查网络、账号与权限", "look at network, account and rights")
    return error(
        codes.CONNECTION,
        f"连不上 {variable} 所指的数据库：{message}",
        f"cannot reach the database behind {variable}: {message}",
        where,
        hint,
    )
