"""The body: the paper's flow as paragraphs, tables, figures and sections."""

from __future__ import annotations

from typing import assert_never

from engine.base.units import Length
from engine.brand.paper_style import PaperBrand, PaperStyle
from engine.model.paper import (
    HEADINGS,
    BreakKind,
    PaperBlock,
    PaperBreak,
    PaperCallout,
    PaperChart,
    PaperParagraph,
    PaperPicture,
    PaperTable,
    ParagraphRole,
)
from engine.writers.docx.callout import callout
from engine.writers.docx.captions import CaptionWriter, label
from engine.writers.docx.figure import FigureWriter
from engine.writers.docx.marks import Marks
from engine.writers.docx.numbering import Lists
from engine.writers.docx.paragraph import Layout, ending_section, paragraph
from engine.writers.docx.sections import Chapter, Sections
from engine.writers.docx.table import TableWriter
from engine.writers.docx.text import TextWriter

_SECTION_OF = {BreakKind.LANDSCAPE: "landscape", BreakKind.PORTRAIT: "body"}


class FlowWriter:
    """Writes elements of `w:body` in reading order and remembers where it is: section, chapter, a page break that is still to be made."""

    def __init__(self, brand: PaperBrand, text: TextWriter, marks: Marks, lists: Lists, sections: Sections) -> None:
        self._brand = brand
        self._text = text
        self._marks = marks
        self._lists = lists
        self._sections = sections
        captions = CaptionWriter(text, marks)
        self._figures = FigureWriter(brand, text, marks, captions)
        self._tables = TableWriter(brand, text, captions)
        self._elements: list[str] = []
        self._role = "body"
        self._chapters: list[Chapter] = []  # those that have a part in this section
        self._heading = ""
        self._page_break = False
        self._fresh = True  # nothing stands on this page yet

    def front(self, role: str, elements: list[str], title: str = "") -> None:
        """Add the elements of a section before the body, and end it."""
        self._elements += elements
        self._end_section(role, Chapter(title=title))

    def body(self, flow: tuple[PaperBlock, ...]) -> str:
        """Return the whole `w:body` once the flow is written."""
        for block in flow:
            self._block(block)
        last = self._sections.end(self._role, self._chapter)
        return f"<w:body>{''.join(self._elements)}{last}</w:body>"

    def _block(self, block: PaperBlock) -> None:
        self._marks.here = self._place(block)
        match block:
            case PaperBreak():
                self._break(block.kind)
                return
            case PaperParagraph():
                if block.role is ParagraphRole.HEADING_1:
                    self._begin_chapter(block)
                self._elements.append(self._paragraph(block, page_break=self._take_break()))
            case PaperTable():
                self._elements += self._tables.table(block, page_break=self._take_break())
            case PaperChart():
                self._elements += self._figures.chart(block, self._width, page_break=self._take_break())
            case PaperPicture():
                self._elements += self._figures.picture(block, page_break=self._take_break())
            case PaperCallout():
                if self._take_break():
                    self._elements.append(paragraph(self._brand.style("gap"), "", Layout(page_break=True, line=1)))
                self._elements += callout(block, self._width, self._brand, self._text, self._boxed)
            case _:
                assert_never(block)
        self._fresh = False

    def _place(self, block: PaperBlock) -> str:
        """Return what the ledger calls the place of a block: its caption's number, else the heading above it."""
        if isinstance(block, PaperParagraph) and block.role in HEADINGS:
            self._heading = f"{block.number} {block.text.plain}".strip().replace("\n", "")
        if isinstance(block, PaperTable | PaperChart | PaperPicture) and block.caption is not None:
            return label(block.caption)
        return self._heading

    @property
    def _width(self) -> Length:
        return self._brand.section(self._role).text_width

    def _break(self, kind: BreakKind) -> None:
        if kind is BreakKind.PAGE:
            self._page_break = not self._fresh
            return
        role = _SECTION_OF[kind]
        if role != self._role:
            if not self._fresh:
                self._end_section(self._role, self._chapter)
            self._role = role
        self._page_break = False

    def _take_break(self) -> bool:
        taken, self._page_break = self._page_break, False
        return taken

    def _begin_chapter(self, heading: PaperParagraph) -> None:
        """A chapter on a new page is a section, so that its header names it wherever STYLEREF is not understood."""
        if self._page_break:
            self._end_section(self._role, self._chapter)
            self._page_break = False
        if self._fresh:
            self._chapters.clear()
        self._chapters.append(Chapter(heading.number, heading.text.plain))

    @property
    def _chapter(self) -> Chapter:
        """The chapter that headers of this section show where STYLEREF is not understood: none rather than a wrong one."""
        return self._chapters[0] if len(self._chapters) == 1 else Chapter()

    def _end_section(self, role: str, chapter: Chapter) -> None:
        section = self._sections.end(role, chapter)
        ended = ending_section(self._elements[-1], section) if self._elements else None
        if ended is None:
            thin = paragraph(self._brand.style("gap"), "", Layout(line=1))
            self._elements.append(thin.replace("</w:pPr>", f"{section}</w:pPr>"))
        else:
            self._elements[-1] = ended
        self._fresh = True
        del self._chapters[:-1]

    def _paragraph(self, block: PaperParagraph, *, page_break: bool = False, boxed: bool = False) -> str:
        style = self._brand.style(block.role)
        runs = self._text.runs(block.text, references=block.references)
        content = self._marks.bookmarked(block.bookmark, runs)
        if block.role in HEADINGS:
            self._lists.interrupt()
        top = self._fresh or page_break
        layout = Layout(
            keep_next=block.keep_next and not style.keep_next,
            page_break=page_break,
            numbering=self._numbering(block),
            before=0 if top and style.before else None,
            align=block.align,
            indent=_indent(block, style, boxed=boxed),
        )
        return paragraph(style, content, layout)

    def _boxed(self, block: PaperParagraph) -> str:
        """Return a paragraph of a callout: at its left edge, without the indents of running text."""
        return self._paragraph(block, boxed=True)

    def _numbering(self, block: PaperParagraph) -> tuple[int, int] | None:
        """Return a number that is not the style's own; a heading or list paragraph that prints none takes the style's away."""
        style = self._brand.style(block.role)
        if style.numbering is None or block.role in {ParagraphRole.BULLET, ParagraphRole.BULLET_2}:
            return None
        if not block.number:
            return (0, 0)
        if block.role is ParagraphRole.NUMBERED:
            return (self._lists.number_for(block.number, style.numbering[0]), 0)
        return None if self._text.chinese else (self._brand.english_headings, HEADINGS.index(block.role))


def _indent(block: PaperParagraph, style: PaperStyle, *, boxed: bool) -> tuple[float, float] | None:
    """Return where lines begin and the first of them relative to that, in points; None where the style says it."""
    if boxed and (style.left or style.first):
        return max(0.0, -style.first), min(0.0, style.first)
    return (style.left + block.inset * style.size, min(0.0, style.first)) if block.inset else None
