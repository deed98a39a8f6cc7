"""What a text may not hold in a Markdown file: HTML, pictures among words, and marks that would be printed as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Phrase, error, warning
from engine.load.invisible import invisible_character
from engine.load.prose import Prose

_TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
_HTML = re.compile(r"</?[A-Za-z][^<>]*>|<!--|<![A-Z]|&(?:nbsp|amp|lt|gt|quot|emsp|ensp|#\d{1,6}|#x[0-9A-Fa-f]{1,6});")
_PICTURE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
_PRINTED = re.compile(
    r"(?P<code>`[^`\n]+`)|(?P<strike>~~[^~\n]+~~)|(?P<bold>(?<!\w)__(?!\s)[^_\n]+__(?!\w))"
    r"|(?P<italic>(?<![*\w])\*(?![\s*])[^*\n]+(?<!\s)\*(?![*\w]))"
)
_LIST = re.compile(r"\d{1,2}[、.．）)](?!\d)|[（(]\d{1,2}[）)]|[（(]?[一二三四五六七八九十]{1,3}[、）)]|[•·●○■◆▪–]\s?")


def unusable(text: Prose) -> Iterator[Diagnostic]:
    """Yield what is wrong with the words of one paragraph, cell or heading; templates inside it are not looked at."""
    suspect = invisible_character(text)
    if suspect is not None:
        yield suspect
    words = _ESCAPED.sub("  ", _TEMPLATE.sub(lambda match: " " * len(match.group()), text))
    for match in _HTML.finditer(words):
        zh, en = f"“{match.group()}”是 HTML，不能用", f"{match.group()!r} is HTML, which is not read"
        hint = Phrase("只写 Markdown；要印出 < 就写 \\<", "write Markdown only; to print a <, write \\<")
        yield error("YAML051", zh, en, text.at(match.start(), len(match.group())), hint)
    for match in _PICTURE.finditer(words):
        hint = Phrase("图片前后各空一行", "leave an empty line before and after it")
        yield error("YAML052", "图片要独占一段", "a picture is a paragraph of its own", text.at(match.start(), len(match.group())), hint)
    for match in _PRINTED.finditer(words):
        yield _printed(match, text)


def _printed(match: re.Match[str], text: Prose) -> Diagnostic:
    kind = match.lastgroup or ""
    names = {
        "code": Phrase("等宽字", "code"),
        "strike": Phrase("删除线", "strike-through"),
        "bold": Phrase("用下划线写的粗体", "bold by underscores"),
        "italic": Phrase("斜体", "italics"),
    }
    name = names[kind]
    hint = Phrase("去掉记号；要突出写成 **…**", "remove the marks; write **…** to stress it")
    where = text.at(match.start(), len(match.group()))
    return warning("YAML055", f"没有{name.zh}，记号会照印", f"there is no {name.en}; the marks are printed", where, hint)


def looks_like_item(line: str) -> bool:
    """Tell whether a line begins as people number lists by hand: `1、`, `（1）`, `一、`, `•`."""
    return _LIST.match(line.lstrip()) is not None
