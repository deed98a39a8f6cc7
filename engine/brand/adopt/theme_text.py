"""The theme file of an adopted template, as text: what differs from its base, and where each thing is from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass
from engine.brand.adopt.palette import Token
from engine.brand.adopt.series_colors import SeriesColors
from engine.brand.adopt.typefaces import ChosenFace
from engine.brand.adopt.yaml_text import comment, scalar

BASE = "harbor"
_GROUPS = {
    "bg": Phrase("底色与线", "grounds and rules"),
    "ink": Phrase("浅色底上的文字（深色模板则相反）", "text on the ground of content"),
    "deep": Phrase("突出的面板，和上面的文字", "panels that stand out, and the text on them"),
    "primary": Phrase("主色、由它调浅的图表系列，以及不是重点的颜色", "the main colour, the series of charts, and what is not the message"),
    "exceed": Phrase("四级判定和它们的底色", "verdicts and their grounds"),
    "sky": Phrase("文档封面的天际线", "the skyline on the covers of documents"),
}
_SERIES = Phrase(
    "图表的系列和份额依次用的颜色；删掉这一段，就用主色和它的浅色（有重点的图表也是）",
    "series and parts of charts take these in turn; without this part, shades of the main colour, as charts with a highlight do",
)

_NUMBER = re.compile(r"\d+(E\d+)?")
"""A colour that editors take for a number: 005682, 005E82."""


@dataclass(frozen=True, slots=True)
class SizedRole:
    """A type role of its own: points at a body area 12 in wide, as themes give them; `pitch` is the exact line pitch."""

    name: str
    size: float
    pitch: float
    least: float
    bold: bool
    why: Phrase


@dataclass(frozen=True, slots=True)
class NewTheme:
    """`source` is the file that it is from, by name; `scale` None leaves that of the base (a document has none)."""

    name: str
    source: str
    tokens: Sequence[Token]
    faces: Mapping[str, ChosenFace]
    scale: float | None = None
    roles: Sequence[SizedRole] = ()
    series: SeriesColors = SeriesColors()


def theme_text(theme: NewTheme) -> str:
    """Return the file: `base: harbor`, and what the template says otherwise."""
    return "\n".join((*_lines(theme), ""))


def _lines(theme: NewTheme) -> Iterator[str]:
    yield from comment(
        Phrase(
            f"由“{theme.source}”采纳而来（debrief template adopt），可以改：没写的颜色、字号沿用 {BASE}。",
            f"adopted from {theme.source} by `debrief template adopt`; change what is wrong. What is not said here is that of {BASE}.",
        )
    )
    yield f"name: {theme.name}"
    yield f"label: {{zh: {scalar(theme.name)}, en: {scalar(theme.name)}}}"
    yield f"base: {BASE}"
    yield "motif: none"
    if theme.scale is not None:
        yield from comment(Phrase("字号的倍数：内容区宽度 ÷ 12 英寸", "factor on the sizes of decks: width of the content area / 12 in"))
        yield f"scale: {theme.scale:g}"
    yield "colors:"
    for token in theme.tokens:
        if token.name in _GROUPS:
            yield from comment(_GROUPS[token.name], 2)
        yield f"  {token.name}: {_color(token)}{_aside(token.why)}"
    yield from _series(theme.series)
    yield "fonts:"
    for name, face in theme.faces.items():
        for note in face.notes:
            yield from comment(note, 2)
        yield f"  {name}: {{latin: {scalar(face.latin)}, ea: {scalar(face.ea)}, pdf: {scalar(face.pdf)}}}"
    if theme.roles:
        yield "type:"
    for role in theme.roles:
        yield f"  {role.name}: {{{_role(role)}}}{_aside(role.why)}"


def _series(series: SeriesColors) -> Iterator[str]:
    if not series.colors:
        return
    yield from comment(_SERIES)
    for remark in series.remarks:
        yield from comment(remark)
    yield "series:"
    for token in series.colors:
        yield f"  - {_color(token)}{_aside(token.why)}"


def _color(token: Token) -> str:
    code, slot = token.color.hex, token.color.slot
    color = f'"{code}"' if _NUMBER.fullmatch(code) else code
    return f"{{hex: {color}, slot: {slot}}}" if slot else color


def _role(role: SizedRole) -> str:
    bold = "true" if role.bold else "false"
    return f"size: {role.size:g}, pitch: {role.pitch:g}, min: {role.least:g}, bold: {bold}"


def _aside(why: Phrase | None) -> str:
    return "" if why is None else f"  # {why.zh} · {why.en}"
