"""Rows 1 to 22: YAML."""

from __future__ import annotations

from tests.support.bad_inputs.case import Case, Put, Run, blocks, lines, replaced, saved, written
from tests.support.mini_report import REPORT

_BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
_ROWS = "".join(f"    - {{周次: W{number}, GMV: 1}}\n" for number in range(9_900))
_LONG = REPORT.replace("data: {weekly: data/weekly.csv}", f"data:\n  weekly:\n    rows:\n{_ROWS}" + "#\n" * 10_000)
_FORMULA = written(
    REPORT.replace("value: sum(GMV)", "valeu: sum(GMV)").replace(
        "sections:", "  ratio: {label: 比, formula: gmv / 2, source: 表}\nsections:"
    )
)


def _bytes_of(mib: int) -> Put:
    return saved(REPORT.encode() + b"# " + b"x" * (mib * 2**20) + b"\n")


CASES = (
    Case(1, "alias bomb", written(_BOMB), "YAML007", ("anchors",), "report.yaml:1:4", run=Run.OWN_PROCESS),
    Case(2, "merge keys", written(f"{_BOMB}r: {{<<: [{', '.join(['*i'] * 9)}]}}\n"), "YAML007", (), "report.yaml:", run=Run.OWN_PROCESS),
    Case(3, "recursive alias", lines("author: &a [*a]"), "YAML007", ("anchors (&) are not supported",), "report.yaml:5:9"),
    Case(4, "200,000 brackets", written("a: " + "[" * 200_000), "YAML011", ("64 levels",), "report.yaml:1:67", run=Run.OWN_PROCESS),
    Case(5, "duplicate key", lines("author: 甲", "author: 乙"), "YAML006", ("first in line 5",), "report.yaml:6:1"),
    Case(6, "tab", lines("agenda:", "\tnote: x"), "YAML003", ("with spaces",), "report.yaml:6:1"),
    Case(7, "no is a word", replaced("title: 半年小结", "title: no"), exit=0),
    Case(7, "yes is no boolean", blocks("- table: {data: weekly, columns: [{field: GMV, bold: yes}]}"), "YAML022", (), "report.yaml:14:"),
    Case(8, "octal in a text", lines("department: 017"), exit=0),
    Case(9, "sexagesimal", replaced("title: 半年小结", "title: 12:30:45"), exit=0),
    Case(10, "bad date", replaced("date: 2025-07-08", "date: 2024-13-45"), "YAML025", (), "report.yaml:3:7"),
    Case(11, "date as a title", replaced("title: 半年小结", "title: 2025-07-08"), exit=0),
    Case(12, "nan", lines("thresholds: {met: .nan}"), "YAML012", (".nan",), "report.yaml:5:19"),
    Case(12, "inf", lines("thresholds: {met: 1.0e+999}"), "YAML012", ("1.0e+999",), "report.yaml:5:19"),
    Case(13, "5,000 digits", lines(f"thresholds: {{met: {'9' * 5000}}}"), "YAML012", (), "report.yaml:5:19"),
    Case(14, "python object", lines("author: !!python/object/apply:os.system [id]"), "YAML008", (), "report.yaml:5:9"),
    Case(15, "include tag", lines("author: !include /etc/passwd"), "YAML008", (), "report.yaml:5:9"),
    Case(16, "colon in a text", lines("subtitle: Q3: results"), "YAML005", ("quotes",), "report.yaml:5:13"),
    Case(17, "unquoted template", lines("subtitle: {{ m.gmv }}"), "YAML004", ("quotes",), "report.yaml:5:11"),
    Case(18, "number as a key", lines("2025: x"), "YAML009", (), "report.yaml:5:1"),
    Case(18, "null as a key", lines("~: x"), "YAML009", (), "report.yaml:5:1"),
    Case(18, "list as a key", lines("? [a]", ": b"), "YAML009", (), "report.yaml:5:3"),
    Case(19, "two documents", written(f"{REPORT}---\na: 1\n"), "YAML010", ("second document",), "report.yaml:15:1"),
    Case(19, "empty file", written(""), "YAML010", ("empty",), "report.yaml:1:1"),
    Case(19, "scalar only", written("述职\n"), "YAML010", ("one mapping",), "report.yaml:1:1"),
    Case(20, "misspelt field", lines("auhtor: 甲"), "YAML020", ("author",), "report.yaml:5:1"),
    Case(20, "formula over a metric that is wrong", _FORMULA, "YAML020", ("value",), "report.yaml:7:"),
    Case(21, "20,000 lines", written(_LONG), exit=0, run=Run.OWN_PROCESS),
    Case(21, "9 MiB", _bytes_of(9), "YAML011", ("8 MiB",), "report.yaml", run=Run.OWN_PROCESS),
    Case(22, "escaped surrogate", lines('author: "\\ud800"'), "YAML013", (), "report.yaml:5:"),
    Case(22, "escaped bell", lines('author: "a\\x07"'), "YAML013", ("U+0007",), "report.yaml:5:"),
)
