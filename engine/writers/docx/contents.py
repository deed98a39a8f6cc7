"""Contents and list of figures: fields whose result is already there, entries that are links, page numbers that are fields too."""

from __future__ import annotations

from collections.abc import Callable

from engine.brand.paper_style import PaperBrand, PaperStyle
from engine.model.paper import ContentsEntry, Paper, ParagraphRole
from engine.writers.docx.captions import gap
from engine.writers.docx.fields import field, field_end, field_start
from engine.writers.docx.marks import bookmark_name
from engine.writers.docx.paragraph import PLAIN, Layout, paragraph
from engine.writers.docx.text import TextWriter

FIGURES_LEVEL = 3
"""The contents level whose style the list of figures takes: figures and tables in one list, which no list of one sequence can be."""
_TAB = "<w:r><w:tab/></w:r>"
_CLOSING = ("、", "）", ")")


def contents_title(*, chinese: bool) -> str:
    return "目录" if chinese else "Contents"


def figures_title(*, chinese: bool) -> str:
    return "图表目录" if chinese else "Figures and tables"


def _level(entry: ContentsEntry) -> str:
    return "contents_1" if entry.level == 1 else "contents_2"


def _squeezed(style: PaperStyle, factor: float) -> Layout:
    if factor == 1:
        return PLAIN
    return Layout(before=style.before * factor, after=style.after * factor, line=(style.pitch or style.size * 1.3) * factor)


def contents(paper: Paper, brand: PaperBrand, text: TextWriter) -> list[str]:
    """Return the contents in the content control that gives them Word's “update” tab, then the list of figures."""
    head = brand.style("contents_title")
    title = paragraph(head, text.run(contents_title(chinese=text.chinese)), Layout(before=0) if head.before else PLAIN)
    factor = paper.contents_squeeze
    deepest = max((entry.level for entry in paper.contents), default=1)
    entries = _list(
        paper.contents,
        rf'TOC \o "1-{deepest}" \h \z \u',
        lambda entry: brand.style(_level(entry)),
        lambda entry: _heading_words(entry, text),
        text,
        factor,
    )
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    if paper.contents_note:
        title += paragraph(brand.style(ParagraphRole.NOTE), text.runs(paper.contents_note))
    made = [f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{title}{''.join(entries)}</w:sdtContent></w:sdt>"]
    if paper.figures:
        label = brand.style("contents_label")
        layout = Layout(page_break=True, before=0) if paper.figures_apart else _squeezed(label, factor)
        made.append(paragraph(label, text.run(figures_title(chinese=text.chinese)), layout))
        listed = brand.style("contents_figure")
        made += _list(paper.figures, _figures_code(brand), lambda _: listed, lambda entry: _figure_words(entry, text), text, factor)
    # A section may not end inside a field: LibreOffice then loses the page number of its footer.
    return [*made, paragraph(brand.style("gap"), "", Layout(line=1))]


def _figures_code(brand: PaperBrand) -> str:
    names = (brand.style(role).name for role in (ParagraphRole.CAPTION_FIGURE, ParagraphRole.CAPTION_TABLE))
    listed = ",".join(f"{name},{FIGURES_LEVEL}" for name in dict.fromkeys(names))
    return rf'TOC \h \z \t "{listed}"'


def _list(
    entries: tuple[ContentsEntry, ...],
    code: str,
    style_of: Callable[[ContentsEntry], PaperStyle],
    words: Callable[[ContentsEntry], str],
    text: TextWriter,
    factor: float,
) -> list[str]:
    """Return one paragraph per entry; the field begins in the first and ends in the last."""
    made = []
    for index, entry in enumerate(entries):
        style = style_of(entry)
        start = field_start(code) if index == 0 else ""
        end = field_end() if index == len(entries) - 1 else ""
        name = bookmark_name(entry.bookmark)
        page = field(rf"PAGEREF {name} \h", text.run(entry.page))
        made.append(
            paragraph(
                style,
                f'{start}<w:hyperlink w:anchor="{name}" w:history="1">{words(entry)}{_TAB}{page}</w:hyperlink>{end}',
                _squeezed(style, factor),
            )
        )
    return made


def _heading_words(entry: ContentsEntry, text: TextWriter) -> str:
    parted = "" if not entry.number or entry.number.endswith(_CLOSING) else " "
    return text.run(f"{entry.number}{parted}{entry.title}")


def _figure_words(entry: ContentsEntry, text: TextWriter) -> str:
    return text.run(entry.number, bold=True) + text.run(f"{gap(chinese=text.chinese)}{entry.title}")
