"""The Typst engine: the same set pages as data, drawn by one small program in Typst's language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import typst

from engine.base.errors import TemplateError
from engine.base.records import dataclass
from engine.model.deck import Deck, DeckMeta
from engine.writers.pdf.bookmarks import bookmarks
from engine.writers.pdf.enclosed import MEDIA_TYPE, authors, enclosed_ledger, keywords, utc
from engine.writers.pdf.engine import Grounds
from engine.writers.pdf.slide_page import deck_pages, drawn_charts
from engine.writers.pdf.typst_fonts import fonts_for
from engine.writers.pdf.typst_page import TypstPages, anchors_of

AGEING = 4
"""Compilations of nothing after each document. Typst forgets what the last ten did not ask for, and remembers 30 MiB of each deck."""

PROGRAM: Final = Path(__file__).with_name("pages.typ")


@dataclass(frozen=True, slots=True)
class TypstEngine:
    """`folders` are where fonts are looked for."""

    folders: tuple[Path, ...]
    name: str = "typst"

    def render_deck(self, deck: Deck, grounds: Grounds) -> bytes:
        charts = drawn_charts(deck.slides)
        pages = list(deck_pages(deck, grounds, charts))
        made = TypstPages(anchors_of(pages))
        drawn = []
        for page, entries in zip(pages, bookmarks(deck), strict=True):
            drawn.append([page.size.width.points, page.size.height.points, made.marks(page, entries)])
        ledger = enclosed_ledger(deck, charts)
        fonts = fonts_for(made.characters, self.folders)
        plan = {
            **_properties(deck.meta),
            "styles": [(fonts.names[family], *look) for family, *look in made.styles],
            "pages": drawn,
            "enclosed": None if ledger is None else [ledger.name, ledger.description, MEDIA_TYPE],
        }
        files = {"pages.json": json.dumps(plan, ensure_ascii=False).encode(), **made.pictures}
        if ledger is not None:
            files["enclosed"] = ledger.content
        return _compiled(files, fonts.opened)


def _properties(meta: DeckMeta) -> dict[str, object]:
    moment = utc(meta.created)
    language, _, region = meta.language.partition("-")
    return {
        "title": meta.title,
        "authors": authors(meta),
        "subject": meta.subject,
        "keywords": keywords(meta),
        "created": {part: getattr(moment, part) for part in ("year", "month", "day", "hour", "minute", "second")},
        "lang": language,
        "region": region or None,
    }


def _compiled(files: Mapping[str, bytes], fonts: typst.Fonts) -> bytes:
    """Return the PDF/UA-1. Raises TemplateError for whatever Typst complains of."""
    compiler = typst.Compiler(font_paths=fonts, ignore_system_fonts=True)
    source: Any = {"main.typ": PROGRAM.read_bytes(), **files}  # files by name are missing from the type that the package states
    try:
        blob, warnings = compiler.compile_with_warnings(source, format="pdf", pdf_standards=["ua-1"])
    except typst.TypstError as error:
        raise _not_drawn(error.message) from None
    for _ in range(AGEING):
        compiler.compile(b"", format="svg")
    if warnings:
        raise _not_drawn("; ".join(dict.fromkeys(warning.message for warning in warnings)))
    assert isinstance(blob, bytes)
    return blob


def _not_drawn(what: str) -> TemplateError:
    shown = what if len(what) <= 300 else f"{what[:300]}…"
    return TemplateError(f"PDF 无法绘制：{shown}", f"the PDF cannot be drawn: {shown}")
