"""What the chapters of a .docx say. Word has no pages before it is opened, so a chapter (a heading of the two upper levels) stands for one."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from engine.base.records import dataclass
from engine.model.outline import OutlineChart, OutlinePage, OutlineTable
from engine.probe.outline_chart import chart_outline
from engine.probe.package_parts import Parts, open_parts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DOCUMENT, _STYLES = "word/document.xml", "word/styles.xml"
_CHAPTER_LEVELS = frozenset({"0", "1"})


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A chapter being filled."""

    title: str
    texts: list[str]
    tables: list[OutlineTable]
    charts: list[OutlineChart]

    @property
    def page(self) -> OutlinePage:
        return OutlinePage(self.title, tuple(self.texts), tuple(self.tables), tuple(self.charts))


def docx_pages(blob: bytes) -> tuple[OutlinePage, ...]:
    """Return the chapters, first what stands before the first heading. Raises ValueError when the bytes are no Word document."""
    with open_parts(blob) as parts:
        styles = _Styles.of(parts)
        main = parts.main(_DOCUMENT)
        referred = parts.referred(main)
        chapters = [_Chapter("", [], [], [])]
        body = parts.xml(main).find(f"{W}body")
        for item in _flow(body) if body is not None else ():
            if item.tag == f"{W}tbl":
                chapters[-1].tables.append(_table(item))
            elif not styles.is_contents(item):
                words = _words(item)
                if words and styles.level(item) in _CHAPTER_LEVELS:
                    chapters.append(_Chapter(words, [], [], []))
                elif words:
                    chapters[-1].texts.append(words)
            names = [referred.get(chart.get(f"{R}id", ""), "") for chart in item.iter(f"{C}chart")]
            chapters[-1].charts.extend(chart_outline(parts.xml(name)) for name in names if name in parts)
        return tuple(chapter.page for chapter in chapters if chapter.title or chapter.texts or chapter.tables or chapter.charts)


@dataclass(frozen=True, slots=True)
class _Styles:
    """Of the paragraph styles: outline levels by id, and the ids that set a table of contents."""

    levels: dict[str, str]
    contents: frozenset[str]

    @classmethod
    def of(cls, parts: Parts) -> _Styles:
        levels, contents = {}, set()
        for style in parts.xml(_STYLES).iter(f"{W}style") if _STYLES in parts else ():
            identity, name = style.get(f"{W}styleId", ""), style.find(f"{W}name")
            level = style.find(f"{W}pPr/{W}outlineLvl")
            if level is not None:
                levels[identity] = level.get(f"{W}val", "")
            if name is not None and name.get(f"{W}val", "").lower().startswith("toc "):
                contents.add(identity)
        return cls(levels, frozenset(contents))

    def level(self, paragraph: etree._Element) -> str:
        """Return the outline level of a paragraph (`0` is the highest), empty for none."""
        own = paragraph.find(f"{W}pPr/{W}outlineLvl")
        return own.get(f"{W}val", "") if own is not None else self.levels.get(_style(paragraph), "")

    def is_contents(self, paragraph: etree._Element) -> bool:
        return _style(paragraph) in self.contents


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "")


def _flow(container: etree._Element) -> Iterator[etree._Element]:
    """Yield paragraphs and tables in order, also those inside content controls."""
    for item in container:
        if item.tag in {f"{W}p", f"{W}tbl"}:
            yield item
        elif item.tag == f"{W}sdt" and (content := item.find(f"{W}sdtContent")) is not None:
            yield from _flow(content)


def _words(paragraph: etree._Element) -> str:
    """Return a paragraph's text without field codes; tabs and line breaks are blanks, a hyphen that ends no line is a hyphen."""
    pieces = []
    for item in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}noBreakHyphen"):
        parent = item.getparent()
        if parent is None or parent.tag != f"{W}tabs":  # a tab stop of the paragraph's properties
            pieces.append(item.text or "" if item.tag == f"{W}t" else "-" if item.tag == f"{W}noBreakHyphen" else " ")
    return "".join(pieces).strip()


def _table(table: etree._Element) -> OutlineTable:
    rows = table.iter(f"{W}tr")
    return OutlineTable(
        tuple(tuple(" ".join(filter(None, map(_words, cell.iter(f"{W}p")))) for cell in row.iter(f"{W}tc")) for row in rows)
    )
