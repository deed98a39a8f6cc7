"""Text as it is set: planned paragraphs become blocks of lines at exact places, in points from the corner of the slide."""

from __future__ import annotations

from itertools import groupby

from engine.base.records import dataclass, replace
from engine.base.units import Rect
from engine.model.blocks import Align
from engine.model.deck import Anchor, Run, TextLine
from engine.model.theme import Color, FontFace

BASELINE_ABOVE_BOTTOM = 0.2
"""Where the Office side puts the baseline of a line with exact pitch: this part of the font size above its bottom, whatever the font."""

BASELINE_IN_CELL = 0.288
"""The same in a table cell, where LibreOffice goes by the descent of the font; this is that of Noto CJK."""


@dataclass(frozen=True, slots=True)
class LineBlock:
    """Consecutive lines of one paragraph whose largest size is `size`.

    `top` is the top of the first line; baselines lie `depth` em above the bottoms of lines. `indent` stands before the first of them;
    `spacing` is added to every character of each line (empty: nothing).
    """

    lines: tuple[tuple[Run, ...], ...]
    size: float
    top: float
    left: float
    width: float
    pitch: float
    align: Align
    depth: float = BASELINE_ABOVE_BOTTOM
    indent: float = 0.0
    spacing: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class SetBullet:
    """A bullet: `left` its edge, `baseline` that of the line, `size` that of its own character, `beside` the size of the text it stands by."""

    text: str
    color: Color
    left: float
    baseline: float
    size: float
    beside: float
    face: FontFace | None = None


@dataclass(frozen=True, slots=True)
class SetParagraph:
    blocks: tuple[LineBlock, ...]
    bullet: SetBullet | None = None

    @property
    def plain(self) -> str:
        return "\n".join("".join(run.text for run in line) for block in self.blocks for line in block.lines)


def set_paragraphs(paragraphs: tuple[TextLine, ...], frame: Rect, anchor: Anchor) -> tuple[SetParagraph, ...]:
    """Place the paragraphs of a text box in its frame. Paragraphs without text take their room and vanish."""
    return _placed(paragraphs, frame, anchor, BASELINE_ABOVE_BOTTOM)


def set_cell(paragraphs: tuple[TextLine, ...], frame: Rect, anchor: Anchor) -> tuple[SetParagraph, ...]:
    """Place the paragraphs of a table cell in what its margins leave."""
    return _placed(paragraphs, frame, anchor, BASELINE_IN_CELL)


def _placed(paragraphs: tuple[TextLine, ...], frame: Rect, anchor: Anchor, depth: float) -> tuple[SetParagraph, ...]:
    lines = [lines_of(paragraph) for paragraph in paragraphs]
    heights = [len(of_one) * paragraph.pitch for of_one, paragraph in zip(lines, paragraphs, strict=True)]
    total = sum(heights) + sum(paragraph.after for paragraph in paragraphs[:-1])
    top = frame.y.points + {Anchor.TOP: 0.0, Anchor.MIDDLE: 0.5, Anchor.BOTTOM: 1.0}[anchor] * (frame.height.points - total)
    left, width = frame.x.points, frame.width.points
    placed: list[SetParagraph] = []
    for paragraph, of_one, height in zip(paragraphs, lines, heights, strict=True):
        if paragraph.plain.strip():
            placed.append(_set(paragraph, of_one, _Column(top, left, width, depth)))
        top += height + paragraph.after
    return tuple(placed)


def lines_of(paragraph: TextLine) -> tuple[tuple[Run, ...], ...]:
    """Return the runs of each line, cut at planned breaks and soft returns; spaces hanging over the end of a line are dropped."""
    spans = line_spans(paragraph.plain, paragraph.breaks)
    lines: list[list[Run]] = [[] for _ in spans]
    begin = 0
    for run in paragraph.runs:
        for line, (start, end) in zip(lines, spans, strict=True):
            piece = run.text[max(start - begin, 0) : max(end - begin, 0)]
            if piece:
                line.append(run if piece == run.text else replace(run, text=piece))
        begin += len(run.text)
    return tuple(tuple(line) for line in lines)


def line_spans(plain: str, breaks: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Return where each line starts and ends; a soft return belongs to no line, and neither do spaces before a break."""
    after_returns = (index + 1 for index, character in enumerate(plain) if character == "\n")
    planned = (offset for offset in breaks if 0 < offset < len(plain) and plain[offset] != "\n")
    starts = sorted({0, *after_returns, *planned})
    ends = [*(start - (plain[start - 1] == "\n") for start in starts[1:]), len(plain)]
    return tuple((start, start + len(plain[start:end].rstrip(" "))) for start, end in zip(starts, ends, strict=True))


def line_size(line: tuple[Run, ...], paragraph: TextLine) -> float:
    """Return the largest size on the line; an empty line has that of the paragraph's first run."""
    runs = line or paragraph.runs[:1]
    return max((run.size for run in runs), default=paragraph.pitch)


@dataclass(frozen=True, slots=True)
class _Column:
    """Where a paragraph goes: its top, left edge and width, and how deep its lines are below their baselines, in em."""

    top: float
    left: float
    width: float
    depth: float


def _set(paragraph: TextLine, lines: tuple[tuple[Run, ...], ...], column: _Column) -> SetParagraph:
    top, left, width = column.top, column.left, column.width
    bullet: SetBullet | None = None
    if paragraph.bullet is not None:
        mark, size = paragraph.bullet, line_size(lines[0], paragraph)
        left, width = left + mark.left.points, width - mark.left.points
        bullet = SetBullet(mark.text, mark.color, left, top + paragraph.pitch - column.depth * size, size * mark.scale, size, mark.face)
        left, width = left + mark.indent.points, width - mark.indent.points
    blocks: list[LineBlock] = []
    at = 0
    for size, group in groupby(lines, key=lambda line: line_size(line, paragraph)):
        members = tuple(group)
        indent = 0.0 if at else paragraph.first_indent.points
        spacing = paragraph.spacing[at : at + len(members)]
        blocks.append(LineBlock(members, size, top, left, width, paragraph.pitch, paragraph.align, column.depth, indent, spacing))
        top += len(members) * paragraph.pitch
        at += len(members)
    return SetParagraph(tuple(blocks), bullet)
