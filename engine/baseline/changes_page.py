"""out/<report>/changes.html: each page that changed, as it was approved, as it is now, and what differs between the two. One file for itself."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from engine.baseline.differences import Kind, PageDifference
from engine.diff.page_changes import LineChange

_KINDS = {
    Kind.TEXT: "文字变了 · text changed", Kind.PICTURE: "画面变了 · picture changed", Kind.ADDED: "新增 · added",
    Kind.REMOVED: "删去 · removed", Kind.MOVED: "移动 · moved",
}  # fmt: skip
_WORDS = re.compile(r"[A-Za-z'’-]+|[\d.,]*\d%?|.", re.DOTALL)
_SIDES = ("基线 · approved", "现在 · now", "差别 · difference")


def changes_page(differences: Sequence[PageDifference], palette: Mapping[str, str]) -> bytes:
    """Return the page. `palette` are colours by token of a theme, each RRGGBB. The same differences give the same bytes."""
    items = "".join(
        f'<li><a href="#{index}">{_number(one)} {html.escape(one.title)}</a> <small>{_KINDS[one.kind]}</small></li>'
        for index, one in enumerate(differences)
    )
    body = f"<header><h1>与基线的差别 · changes since the baseline</h1><ol>{items}</ol></header>" + "".join(
        _article(index, one) for index, one in enumerate(differences)
    )
    head = (
        f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>changes</title><style>{_style(palette)}</style>'
    )
    return f'<!DOCTYPE html>\n<html lang="zh-CN"><head>{head}</head><body>{body}</body></html>\n'.encode()


def _number(one: PageDifference) -> str:
    if one.before is None or one.after is None or one.before == one.after:
        return f"{one.after or one.before}"
    return f"{one.before}→{one.after}"


def _article(index: int, one: PageDifference) -> str:
    pictures = "".join(_figure(caption, picture) for caption, picture in zip(_SIDES, one.pictures, strict=True) if picture is not None)
    lines = "".join(map(_line, one.lines))
    table = f"<table>{lines}</table>" if lines else ""
    return (
        f'<article id="{index}" class="{one.kind.value}"><h2><b>{_number(one)}</b> {html.escape(one.title)} <small>{_KINDS[one.kind]}</small></h2>'
        f'<div class="pictures">{pictures}</div>{table}</article>'
    )


def _figure(caption: str, png: bytes) -> str:
    data = base64.b64encode(png).decode()
    return f'<figure><img alt="{caption}" src="data:image/png;base64,{data}"><figcaption>{caption}</figcaption></figure>'


def _line(line: LineChange) -> str:
    old, new = line.before or "", line.after or ""
    if line.before is None or line.after is None:
        return f"<tr><td>{_whole('del', line.before)}</td><td>{_whole('ins', line.after)}</td></tr>"
    return f"<tr><td>{''.join(_pieces(old, new, 'del'))}</td><td>{''.join(_pieces(new, old, 'ins'))}</td></tr>"


def _whole(tag: str, words: str | None) -> str:
    return "" if words is None else f"<{tag}>{html.escape(words)}</{tag}>"


def _pieces(own: str, other: str, tag: str) -> Iterator[str]:
    """Yield one side of a changed line, what only it has inside a tag: whole words and figures, single signs of Chinese."""
    words, others = _WORDS.findall(own), _WORDS.findall(other)
    for kind, start, end, _, _ in SequenceMatcher(None, words, others, autojunk=False).get_opcodes():
        piece = html.escape("".join(words[start:end]))
        if piece:
            yield piece if kind == "equal" else f"<{tag}>{piece}</{tag}>"


def _style(palette: Mapping[str, str]) -> str:
    ink, quiet, line, ground, head, good, bad = (
        f"#{palette[name]}" for name in ("ink", "ink2", "line", "surface", "primary", "met", "missed")
    )
    return (
        f"body{{margin:0;font:14px/1.6 'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif;color:{ink};background:{ground}}}"
        f"header{{background:#fff;border-bottom:3px solid {head};padding:16px 32px}}h1{{font-size:22px;margin:0 0 8px}}ol{{margin:0;padding:0;"
        f"list-style:none;columns:2 360px;column-gap:32px}}a{{color:{head};text-decoration:none}}small{{color:{quiet};font-weight:400;font-size:13px}}"
        f"article{{background:#fff;border:1px solid {line};border-left:4px solid {head};margin:20px 32px;padding:12px 20px 16px}}"
        f"article.added{{border-left-color:{good}}}article.removed{{border-left-color:{bad}}}h2{{font-size:17px;margin:0 0 10px}}"
        f"h2 b{{color:{head};margin-right:6px}}"
        ".pictures{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:16px}figure{margin:0}"
        f"img{{display:block;width:100%;border:1px solid {line};box-sizing:border-box}}figcaption{{color:{quiet};font-size:12px;margin-top:4px}}"
        f"table{{border-collapse:collapse;width:100%;margin-top:12px;table-layout:fixed}}td{{border-top:1px solid {line};padding:4px 8px;vertical-align:top;"
        f"overflow-wrap:anywhere}}del,ins{{text-decoration:none;border-radius:2px;padding:0 1px}}del{{background:#fbe3e4;color:{bad}}}"
        f"ins{{background:#ddf1e6;color:{good}}}@media(max-width:800px){{.pictures{{grid-template-columns:1fr}}}}"
    )
