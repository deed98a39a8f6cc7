"""A query as its author wrote it: that it is one SELECT, and which values it wants bound.

This is for good messages. What makes a query harmless is that the database is opened for reading only.
"""

from __future__ import annotations

import re

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass

_TOKEN = re.compile(
    r"""
      (?P<skipped> \s+ | --[^\n]* | /\*.*?\*/ | '(?:[^']|'')*' | "(?:[^"]|"")*" | `[^`]*` | \$(?P<tag>\w*)\$.*?\$(?P=tag)\$ | ::)
    | :(?P<parameter>[^\W\d]\w*)
    | (?P<word>[^\W\d]\w*)
    | (?P<end>;)
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
_FIRST = frozenset({"select", "with", "values"})
_CHANGING = frozenset(
    {
        "insert", "update", "delete", "merge", "into", "create", "alter", "drop", "truncate", "grant", "revoke",
        "call", "exec", "execute", "copy", "attach", "detach", "pragma", "vacuum",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Statement:
    """`text` without a closing semicolon; `parameters` each once, as they first appear.

    `escaped` is the text for SQLAlchemy, which looks for parameters inside strings and comments too: other colons have a backslash.
    """

    text: str
    parameters: tuple[str, ...]
    escaped: str


def read_statement(sql: str) -> Statement | Phrase:
    """Return a query that only reads, or why it is none."""
    words: list[str] = []
    parameters: list[str] = []
    escaped: list[str] = []
    ended: int | None = None
    for token in _TOKEN.finditer(sql):
        if ended is None and not token["end"]:
            escaped.append(token[0] if token["parameter"] or token[0] == "::" else token[0].replace(":", "\\:"))
        if token["skipped"]:
            continue
        if token["end"]:
            ended = token.start() if ended is None else ended
        elif ended is not None:
            return Phrase("只能写一条语句，分号后面还有内容", "one statement only: something follows the semicolon")
        elif token["parameter"]:
            parameters.append(token["parameter"])
        elif token["word"]:
            words.append(token["word"].casefold())
    if not words or words[0] not in _FIRST:
        return Phrase("只能是以 SELECT 或 WITH 开头的查询", "a query begins with SELECT or WITH")
    if changing := next((word for word in words if word in _CHANGING), None):
        word = changing.upper()
        return Phrase(
            f"查询只能读数据，不能用 {word}；若是列名，加引号", f"a query only reads: no {word}; if it is a column's name, quote it"
        )
    return Statement(sql if ended is None else sql[:ended], tuple(dict.fromkeys(parameters)), "".join(escaped))
