"""Set paragraphs as HTML elements: real, searchable text whose lines cannot flow again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from engine.base.records import dataclass, replace
from engine.model.blocks import Align
from engine.model.deck import Run
from engine.model.theme import FontFace
from engine.writers.pdf.ink import number
from engine.writers.pdf.setting import LineBlock, SetParagraph
from engine.writers.pdf.stylesheet import StyleSheet

_ALIGN: Final = {Align.LEFT: "", Align.CENTER: ";text-align:center", Align.RIGHT: ";text-align:right"}

MiddleOf = Callable[[str], float]
"""Family → how far the middle between its ascent and descent lies above its baseline, in em."""


@dataclass(frozen=True, slots=True)
class TextWriter:
    """Turns set text into elements below a parent. `face` is what runs without one use; `middle_of` describes installed families."""

    sheet: StyleSheet
    face: FontFace
    middle_of: MiddleOf

    def write(self, parent: Element, tag: str, paragraph: SetParagraph) -> None:
        """Add one paragraph: a positioned block, or a plain element holding one block per change of line size."""
        if len(paragraph.blocks) == 1:
            self._block(SubElement(parent, tag), paragraph.blocks[0])
            return
        holder = SubElement(parent, tag, {"class": "h"})
        for block in paragraph.blocks:
            self._block(SubElement(holder, "span"), block)

    def fill(self, element: Element, paragraph: SetParagraph) -> None:
        """Make an element that exists (a table cell) the paragraph."""
        if len(paragraph.blocks) == 1:
            self._block(element, paragraph.blocks[0])
            return
        for block in paragraph.blocks:
            self._block(SubElement(element, "span"), block)

    def _block(self, element: Element, block: LineBlock) -> None:
        base = next((run for line in block.lines for run in line if run.size == block.size), block.lines[0][0])
        family = self._family(base)
        # CSS centres ascent and descent in the line; the Office side counts from its bottom.
        shift = block.pitch / 2 - (block.depth + self.middle_of(family)) * block.size
        names = (
            self.sheet.css_class(f"{self._look(base)};line-height:{number(block.pitch)}pt{_ALIGN[block.align]}"),
            self.sheet.css_class(f"left:{number(block.left)}pt;width:{number(block.width)}pt"),
            self.sheet.css_class(f"top:{number(block.top + shift)}pt"),
            *((self.sheet.css_class(f"text-indent:{number(block.indent)}pt"),) if block.indent else ()),
        )
        element.set("class", " ".join(("t", *names)))
        if not any(block.spacing):
            self._runs(element, base, _joined(block.lines, base))
            return
        for index, (line, spacing) in enumerate(zip(block.lines, block.spacing, strict=True)):
            if index:
                _append(element, "\n")
            self._runs(element, base, _joined((line,), base), spacing)

    def _runs(self, element: Element, base: Run, runs: Iterable[Run], spacing: float = 0.0) -> None:
        """Add runs behind what the element holds already; `spacing` are the points added to each of their characters."""
        look = self._look(base)
        spaced = self.sheet.css_class(f"letter-spacing:{number(spacing, 3)}pt") if spacing else ""
        for run in runs:
            same, href = self._look(run) == look, address_of(run)
            if same and href is None and not spaced:
                _append(element, run.text)
                continue
            piece = SubElement(element, "a", {"href": href}) if href is not None else SubElement(element, "span")
            classes = ("" if same else self.sheet.css_class(self._look(run)), spaced)
            if any(classes):
                piece.set("class", " ".join(("r", *filter(None, classes))))
            piece.text = run.text

    def _look(self, run: Run) -> str:
        family = f";font-family:'{self._family(run)}'"
        weight = 700 if run.bold else 400
        return f"font-size:{number(run.size)}pt;color:#{run.color.hex};font-weight:{weight}{family}"

    def _family(self, run: Run) -> str:
        return (run.face or self.face).pdf


def _append(element: Element, text: str) -> None:
    """Add text behind everything that the element holds."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def address_of(run: Run) -> str | None:
    """Return what a run links to: an absolute address, or a bookmark of this document."""
    return run.link if run.target is None else f"#{run.target}"


def _joined(lines: tuple[tuple[Run, ...], ...], base: Run) -> list[Run]:
    """Return the runs of all lines with a line feed between lines, neighbours of one look merged."""
    joined: list[Run] = []
    for index, line in enumerate(lines):
        for run in line:
            last = joined[-1] if joined else None
            if last is not None and _alike(last, run):
                joined[-1] = _longer(last, run.text)
            else:
                joined.append(run)
        if index < len(lines) - 1:
            joined[-1:] = [_longer(joined[-1], "\n") if joined else replace(base, text="\n", link=None, target=None)]
    return joined


def _alike(one: Run, other: Run) -> bool:
    return (one.size, one.color.hex, one.bold, one.face, address_of(one)) == (
        other.size, other.color.hex, other.bold, other.face, address_of(other),
    )  # fmt: skip


def _longer(run: Run, text: str) -> Run:
    return replace(run, text=run.text + text)
