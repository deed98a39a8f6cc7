"""Characters that a font cannot draw are reported: they would come out as boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.base.diagnostics import Findings, Phrase, error
from engine.model.deck import Run, Slide, TableBox, TextBox
from engine.plan.paper.sheet import PaperFonts


def check_glyphs(pages: Iterable[Slide], fonts: PaperFonts, findings: Findings) -> None:
    """Report each page's characters that are missing in the family of their run."""
    books = (fonts.sans, fonts.serif)
    for page in pages:
        said: dict[str, list[str]] = {}
        for run in _runs(page):
            said.setdefault(run.face.pdf if run.face else "", []).append(run.text)
        for family, texts in said.items():
            book = next((each for each in books if each.requested == family), fonts.sans)
            missing = book.missing_glyphs("".join(texts))
            if missing:
                shown, codes = "".join(missing[:10]), " ".join(f"U+{ord(char):04X}" for char in missing[:10])
                findings.add(
                    error(
                        "FONT002",
                        f"字体“{book.family}”没有这些字符：{shown}（{codes}）",
                        f"font {book.family!r} has no glyph for {shown} ({codes})",
                        page.where,
                        Phrase("换用常见写法，如 ✓ 代替 ✔", "use a common form, such as ✓ for ✔"),
                    )
                )


def _runs(page: Slide) -> Iterator[Run]:
    for element in page.elements:
        if isinstance(element, TextBox):
            for line in element.paragraphs:
                yield from line.runs
        elif isinstance(element, TableBox):
            for row in element.rows:
                yield from (run for cell in row.cells if cell for line in cell.paragraphs for run in line.runs)
