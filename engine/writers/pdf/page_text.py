"""Set paragraphs as HTML elements: real, searchable text whose lines cannot flow again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final
from xml.etree.ElementTree import Element, SubElement

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
        )
        element.set("class", " ".join(("t", *names)))
        self._runs(element, base, _joined(block.lines, base))

    def _runs(self, element: Element, base: Run, runs: Iterable[Run]) -> None:
        last: Element | None = None
        look = self._look(base)
        for run in runs:
            same = self._look(run) == look
            if same and run.link is None:
                if last is None:
                    element.text = (element.text or "") + run.text
                else:
                    last.tail = (last.tail or "") + run.text
                continue
            last = SubElement(element, "a", {"href": run.link}) if run.link is not None else SubElement(element, "span")
            if not same:
                last.set("class", "r " + self.sheet.css_class(self._look(run)))
            last.text = run.text

    def _look(self, run: Run) -> str:
        family = f";font-family:'{self._family(run)}'"
        weight = 700 if run.bold else 400
        return f"font-size:{number(run.size)}pt;color:#{run.color.hex};font-weight:{weight}{family}"

    def _family(self, run: Run) -> str:
        return (run.face or self.face).pdf


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
            joined[-1:] = [_longer(joined[-1], "\n") if joined else replace(base, text="\n", link=None)]
    return joined


def _alike(one: Run, other: Run) -> bool:
    return (one.size, one.color.hex, one.bold, one.face, one.link) == (other.size, other.color.hex, other.bold, other.face, other.link)


def _longer(run: Run, text: str) -> Run:
    return replace(run, text=run.text + text)
