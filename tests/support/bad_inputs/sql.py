"""Row 54: databases and the SQL that authors write."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.support.bad_inputs.case import DATA, Case, Put, Run, both, replaced

ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) AS GMV FROM c"


def _database(folder: Path) -> None:
    database = sqlite3.connect(folder / "data" / "ops.sqlite")
    database.execute("CREATE TABLE t (周次, GMV)")
    database.execute("INSERT INTO t VALUES ('W1', 1000000)")
    database.commit()
    database.close()


def query(sql: str, settings: str = "") -> Put:
    return both(_database, replaced(DATA, f"data: {{weekly: {{file: data/ops.sqlite, query: {sql!r}{settings}}}}}"))


def value(expression: str) -> Put:
    return replaced("value: sum(GMV)", f'value: "{expression}"')


CASES = (
    Case(54, "a query that reads", query("SELECT 周次, GMV FROM t"), exit=0),
    Case(54, "a query that writes", query("DELETE FROM t"), "DATA056"),
    Case(54, "a second statement", query("SELECT 1; DROP TABLE t"), "DATA056"),
    Case(54, "an attached file", query("ATTACH 'x' AS y"), "DATA056"),
    Case(54, "a query with a word from content", query("SELECT * FROM t WHERE 周次 = '{{ title }}'"), "DATA012", ("no rows",)),
    Case(54, "a query that never ends", query(ENDLESS, ", timeout: 1s"), "DATA059", ("1",), run=Run.OWN_PROCESS),
    Case(54, "no database", replaced(DATA, "data: {weekly: {url_env: NO_SUCH_VARIABLE, query: SELECT 1 AS GMV}}"), "DATA070"),
    Case(54, "an expression with a second statement", value("sum(GMV)); DROP TABLE weekly; --"), "FACT004"),
    Case(54, "an expression that reads a file", value("(SELECT count(*) FROM read_text('/etc/passwd'))"), "FACT004"),
    Case(54, "an expression that counts for ever", value("(SELECT count(*) FROM range(1000000000000))"), "FACT004"),
    Case(54, "a huge text in an expression", value("length(repeat('x', 10000000000))"), "FACT004"),
    Case(
        54,
        "a value that is SQL",
        replaced("title: 完成 {{ m.gmv.attainment }}", "title: \"{{ m.gmv.by('周次', 'W1; DROP TABLE weekly; --') }}\""),
        "FACT006",
    ),
)
