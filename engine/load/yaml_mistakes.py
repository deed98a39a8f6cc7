"""What libyaml's errors mean to an author, and how a line is mended in memory so that reading can go on."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from engine.base.diagnostics import Diagnostic, Location, Phrase, error
from engine.base.records import dataclass
from engine.load.text_file import SourceText

MAX_TABS = 20
MAX_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Explained:
    """What is wrong, and the text with the line mended; `mended` is None when nobody can tell what was meant."""

    diagnostics: tuple[Diagnostic, ...]
    mended: SourceText | None = None


_START = r"(?P<start>\s*(?:-\s+)*)"
_KEY = r"(?P<key>[^\s\"'#\[{&*!|>%@`-][^#:]*?:\s+)"
_WIDE_COLON = re.compile(_START + r"(?P<key>[^\s\"'#{\[：:，。；]{1,40})：")
_BAD_VALUE = re.compile(_START + _KEY + r"?(?P<value>(?P<mark>\{\{|[*&!@`%]|\"[^\"]*\"(?=\s*[^\s#,}\]])|'[^']*'(?=\s*[^\s#,}\]])).*)$")
_FLOW_TEMPLATE = re.compile(
    r"(?P<start>(?:[:,]\s|[\[{])\s*)"
    r"(?P<value>(?:[^\s\"'\[\]{},:](?:(?!:\s)[^\"'\[\]{},])*)?\{\{[^{}]*\}\}[^,\[\]{}]*(?:\{\{[^{}]*\}\}[^,\[\]{}]*)*)"
)
"""A template inside an unquoted text inside brackets: `{title: 成交 {{ m.gmv }}}`."""
_NO_SPACE = re.compile(_START + r"(?P<key>[A-Za-z_][\w-]{0,30}):(?=[^\s/:])")
_COLON_VALUE = re.compile(_START + _KEY + r"(?P<value>[^\s\"'\[{|>#].*?:(?:\s.*|$))")


def explain(trouble: yaml.MarkedYAMLError, source: SourceText, written: SourceText) -> Explained:
    """Return what a syntax error means. The line at fault is often above the one where libyaml noticed it.

    `source` is the text as mended so far, `written` the author's: a line is mended once, since quoting it again and again would
    double its quotes each time.
    """
    mark = trouble.problem_mark or trouble.context_mark
    assert mark is not None, "libyaml always says where"
    number = min(mark.line + 1, len(source.lines))
    first = trouble.context_mark.line + 1 if trouble.context_mark else number
    if "\t" in _indent(source.line(number)) or "tab character" in str(trouble.problem):
        return Explained(_tabs(source))
    for candidate in dict.fromkeys((number, *range(number - 1, max(first, number - 3) - 1, -1), number - 1)):
        untouched = candidate > 0 and source.line(candidate) == written.line(candidate)
        mended = _understood(candidate, source) if untouched else None
        if mended is not None:
            return mended
    beyond = mark.line + 1 > len(source.lines)
    place = Location(source.file, number, len(source.line(number)) + 1 if beyond else mark.column + 1)
    return Explained((_other(trouble, place),))


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _understood(number: int, source: SourceText) -> Explained | None:
    line = source.line(number)
    if match := _WIDE_COLON.match(line):
        column = match.end()
        place = Location(source.file, number, column, column + 1)
        mended = f"{line[: column - 1]}: {line[column:].lstrip()}"
        return Explained((full_width_colon(place),), _replaced(source, number, mended))
    if match := _BAD_VALUE.match(line):
        place = Location(source.file, number, match.start("value") + 1, match.end("value") + 1)
        return Explained((_unquoted(match["mark"], place),), _replaced(source, number, _quoted(line, match)))
    if matches := list(_FLOW_TEMPLATE.finditer(line)):
        return _flow_templates(number, matches, source)
    if match := _COLON_VALUE.match(line):
        column = match.start("value") + re.search(r":(?:\s|$)", match["value"]).start() + 1  # type: ignore[union-attr]
        place = Location(source.file, number, column, column + 1)
        value = match["value"].strip()
        value = value if len(value) <= MAX_SHOWN else f"{value[:MAX_SHOWN]}…"
        hint = Phrase(f'整句加引号："{value}"', f'quote the value: "{value}"')
        found = error("YAML005", "文字里有冒号加空格，要加引号", "a text that holds a colon and a space needs quotes", place, hint)
        return Explained((found,), _replaced(source, number, _quoted(line, match)))
    if match := _NO_SPACE.match(line):
        place = Location(source.file, number, match.end(), match.end() + 1)
        found = error("YAML016", "冒号后面少一个空格", "a space is missing after the colon", place)
        return Explained((found,), _replaced(source, number, f"{line[: match.end()]} {line[match.end() :]}"))
    return None


def _flow_templates(number: int, matches: Sequence[re.Match[str]], source: SourceText) -> Explained:
    """Quote every unquoted template inside the brackets of a line at once, so that their places are those the author wrote."""
    line = source.line(number)
    found: list[Diagnostic] = []
    for match in reversed(matches):
        value = match["value"].rstrip()
        start = match.start("value")
        column = start + value.index("{{") + 1
        place = Location(source.file, number, column, column + 2)
        found.append(unquoted_template(place) if value.startswith("{{") else flow_template(place))
        escaped = value.replace("'", "''")
        line = f"{line[:start]}'{escaped}'{line[start + len(value) :]}"
    return Explained(tuple(reversed(found)), _replaced(source, number, line))


def _quoted(line: str, match: re.Match[str]) -> str:
    value = match["value"].rstrip().replace("'", "''")
    return f"{line[: match.start('value')]}'{value}'"


def _replaced(source: SourceText, number: int, line: str) -> SourceText:
    return SourceText(source.file, (*source.lines[: number - 1], line, *source.lines[number:]))


def full_width_colon(where: Location) -> Diagnostic:
    hint = Phrase("改成半角冒号加空格“: ”", "write a half-width colon and a space")
    return error("YAML002", "用了全角冒号“：”", "a full-width colon stands here", where, hint)


def unquoted_template(where: Location) -> Diagnostic:
    hint = Phrase('整句加引号："{{ … }}"', 'quote the whole value: "{{ … }}"')
    return error("YAML004", "以 {{ 开头的文字要加引号", "a text that begins with {{ needs quotes", where, hint)


def flow_template(where: Location) -> Diagnostic:
    hint = Phrase('整句加引号："… {{ … }}"', 'quote the whole text: "… {{ … }}"')
    return error("YAML004", "方括号、花括号里含 {{ 的文字要加引号", "inside brackets a text that holds {{ needs quotes", where, hint)


def _unquoted(mark: str, where: Location) -> Diagnostic:
    if mark == "{{":
        return unquoted_template(Location(where.file, where.line, where.column, where.column + 2))
    if mark[0] in "\"'":
        hint = Phrase("整句加引号，或改用中文引号“”", "quote the whole value, or use curly quotes")
        return error("YAML001", "引号只包住了开头，后面还有文字", "text follows the closing quote", where, hint)
    hint = Phrase(f'整句加引号："{mark}…"', f'quote the whole value: "{mark}…"')
    return error("YAML007", f"以 {mark} 开头的文字要加引号", f"a text that begins with {mark} needs quotes", where, hint)


def _tabs(source: SourceText) -> tuple[Diagnostic, ...]:
    hint = Phrase("改用空格缩进，每层两个", "indent with spaces, two for each level")
    found: list[Diagnostic] = []
    for number, line in enumerate(source.lines, 1):
        indent = _indent(line)
        if "\t" in indent and line.strip():
            column = indent.index("\t") + 1
            place = Location(source.file, number, column, column + 1)
            found.append(error("YAML003", "用制表符缩进", "indented with a tab", place, hint))
    return tuple(found[:MAX_TABS])


_WORDS = (
    ("found unexpected end of stream", Phrase("引号没有闭合", "a quote is never closed")),
    ("did not find expected ',' or ']'", Phrase("方括号 [ ] 没有闭合，或少了逗号", "a [ is never closed, or a comma is missing")),
    ("did not find expected ',' or '}'", Phrase("花括号 { } 没有闭合，或少了逗号", "a { is never closed, or a comma is missing")),
    ("did not find expected '-' indicator", Phrase("列表里混进了不带“- ”的行", "a line without “- ” stands in a list")),
    ("did not find expected key", Phrase("缩进与上文对不齐", "the indentation does not agree with the lines above")),
    (
        "mapping values are not allowed",
        Phrase("缩进与上文对不齐，或上一行少了“: ”", "the indentation is wrong, or a “: ” is missing above"),
    ),
    ("block sequence entries are not allowed", Phrase("列表要另起一行", "a list begins on a line of its own")),
    ("could not find expected ':'", Phrase("这一行缺少“: ”", "this line has no “: ”")),
    (
        "did not find expected node content",
        Phrase("这里少了内容，或括号没有闭合", "something is missing here, or a bracket is never closed"),
    ),
    ("unknown escape character", Phrase("双引号里的反斜杠写法不认识", "unknown backslash escape inside double quotes")),
    ("invalid Unicode character", Phrase("转义写出的字符不可用", "the escape names a character that cannot be used")),
    ("expected comment or line break", Phrase("| 或 > 之后要另起一行", "a line break must follow | or >")),
)


def _other(trouble: yaml.MarkedYAMLError, where: Location) -> Diagnostic:
    problem = str(trouble.problem)
    words = next((phrase for start, phrase in _WORDS if start in problem), Phrase(f"YAML 语法错误（{problem}）", f"YAML syntax: {problem}"))
    code = "YAML013" if "invalid Unicode" in problem else "YAML001"
    if "unexpected end" in problem and trouble.context_mark is not None:
        where = Location(where.file, trouble.context_mark.line + 1, trouble.context_mark.column + 1)
    if "could not find expected ':'" in problem and trouble.context_mark is not None:
        where = Location(where.file, trouble.context_mark.line + 1, trouble.context_mark.column + 1)
    hint = (
        Phrase("双引号里写两个反斜杠，或改用单引号", "write the backslash twice, or use single quotes")
        if "escape character" in problem
        else None
    )
    return error(code, words.zh, words.en, where, hint)
