"""Set paragraphs as lines of pieces: every baseline and every break is the plan's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from engine.base.records import replace
from engine.model.deck import Run
from engine.model.theme import FontFace
from engine.writers.pdf.page_marks import Lines, Piece, SetLine
from engine.writers.pdf.setting import LineBlock, SetParagraph

ADDRESS_SIGNS: Final = "!#$%&'()*+,/:;=?@[]~"
"""Signs of an address that stay as they are, as letters and digits do (RFC 3986); % is one, for what is in such letters already."""


def lines_of(paragraph: SetParagraph, face: FontFace) -> Lines:
    """Return the lines of a paragraph that hold something; `face` is what runs without one use."""
    return Lines(tuple(line for block in paragraph.blocks for line in _block_lines(block, face)))


def _block_lines(block: LineBlock, face: FontFace) -> Iterator[SetLine]:
    spacing = block.spacing or (0.0,) * len(block.lines)
    for index, (runs, space) in enumerate(zip(block.lines, spacing, strict=True)):
        if runs:
            indent = 0.0 if index else block.indent
            baseline = block.top + block.pitch * (index + 1) - block.depth * block.size
            yield SetLine(_pieces(runs, space, face), block.left + indent, block.width - indent, baseline, block.align)


def _pieces(runs: tuple[Run, ...], spacing: float, face: FontFace) -> tuple[Piece, ...]:
    """Return the runs of one line, neighbours of one look as one piece: letters of one word keep their kerning."""
    pieces: list[Piece] = []
    for run in runs:
        piece = Piece(run.text, run.size, run.color, run.bold, (run.face or face).pdf, spacing, address_of(run))
        last = pieces[-1] if pieces else None
        if last is not None and _alike(last, piece):
            pieces[-1] = replace(last, text=last.text + piece.text)
        else:
            pieces.append(piece)
    return tuple(pieces)


def address_of(run: Run) -> str | None:
    """Return what a run links to: a bookmark of this document, or an absolute address, in the letters that a PDF allows in one."""
    if run.target is not None:
        return f"#{run.target}"
    return None if run.link is None else quote(run.link, safe=ADDRESS_SIGNS)


def _alike(one: Piece, other: Piece) -> bool:
    return (one.size, one.color.hex, one.bold, one.family, one.address) == (
        other.size, other.color.hex, other.bold, other.family, other.address,
    )  # fmt: skip
