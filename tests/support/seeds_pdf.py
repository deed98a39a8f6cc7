"""PDF files with each fault that a check of finished files finds, and files without it: three of both at least."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from weasyprint import HTML

from tests.support.raw_pdf import RawPage, line, lines, raw_pdf
from tests.support.seed_parts import column, image, leap_to, sized, tagged, tone

Made = Callable[[], bytes]
FULL = RawPage(lines(30))
OPENING = "A first line that begins a paragraph and fills the width of its column"


def of(*pages: RawPage) -> Made:
    return lambda: raw_pdf(*pages)


def printed(*paragraphs: str) -> Made:
    """Return what makes a PDF by a program that embeds its fonts."""
    return lambda: bytes(HTML(string="".join(f"<p>{each}</p>" for each in paragraphs)).write_pdf())


FAULTS: Mapping[str, tuple[Made, ...]] = {
    "A11Y002": (of(tagged("H1", "Figure")), of(tagged("H1", "P", "Figure", "P")), of(FULL, tagged("Figure"))),
    "A11Y003": (of(tagged("H1", "H3", "P")), of(tagged("H1", "H2", "H4", "P")), of(tagged("H1", "P"), tagged("H3", "P"))),
    "A11Y004": (
        of(tone("Source: the shop", "0.72 0.76 0.79")),
        of(tone("White on yellow", "1 1 1", "0.94 0.65 0.23")),
        of(FULL, RawPage(f"0 0 0.5 rg 0 0 595 842 re f 0.3 0.3 0.3 rg {lines(20)}")),
    ),
    "FILE060": (lambda: leap_to(7), lambda: leap_to(1, 9), lambda: leap_to(2)),
    "FIT020": (lambda: sized(5), lambda: sized(8, (960, 540)), lambda: sized(6.5)),
    "FIT021": (lambda: image((100, 50), 400, 200), lambda: image((800, 400), 400, 300), lambda: image((200, 200), 300, 300)),
    "FIT022": (of(FULL, FULL, FULL, RawPage(lines(2))), of(FULL, RawPage(), FULL, FULL), of(FULL, FULL, RawPage(lines(1)), FULL)),
    "FIT023": (of(tagged("H1", "P", "H2"), FULL), of(tagged("P", "H1"), FULL), of(tagged("H1", "P"), tagged("H2", "P", "H3"), FULL)),
    "FIT026": (
        of(column(12), column(20, last="a page.")),
        of(column(10), column(30), column(8, last="three words only.")),
        of(column(14, first=OPENING), column(20)),
    ),
    "FIT032": (
        of(RawPage(f"{lines(20)}\n{line('1,234', 301)}\n{line('5,678', 304)}")),
        of(RawPage(f"{line('A heading of two lines', 700, 14)}\n{line('The text below it', 705, 12)}")),
        of(FULL, RawPage(f"{lines(20)}\n{line('a second line over the first', 754)}")),
    ),
    "FONT011": (of(FULL), of(RawPage(line("One line", 700))), of(RawPage(), FULL)),
}
CLEAN: Mapping[str, tuple[Made, ...]] = {
    "A11Y002": (of(tagged("H1", "Figure", alt="Revenue by month")), of(tagged("H1", "P")), of(FULL)),
    "A11Y003": (of(tagged("H1", "H2", "P")), of(tagged("H1", "H2", "H3", "H1")), of(FULL)),
    "A11Y004": (
        of(FULL),
        of(tone("White on navy", "1 1 1", "0.04 0.13 0.22")),
        of(RawPage(f"0.9 0.9 0.9 rg {line('DRAFT', 400, 90)} 0 0 0 rg {lines(20)}")),
    ),
    "FILE060": (lambda: leap_to(1), lambda: leap_to(0, 1), of(FULL)),
    "FIT020": (lambda: sized(8), lambda: sized(9, (960, 540)), of(FULL)),
    "FIT021": (lambda: image((800, 400), 400, 200), lambda: image((900, 900), 300, 300), of(FULL)),
    "FIT022": (of(FULL, FULL, FULL, RawPage(lines(6))), of(FULL, RawPage(lines(1))), of(FULL)),
    "FIT023": (of(tagged("H1", "P", "H2", "P"), FULL), of(tagged("H1", "H2", "P")), of(FULL)),
    "FIT026": (
        of(column(12), column(20)),
        of(FULL, FULL, RawPage(lines(6))),
        of(RawPage(f"{lines(12)}\n{line('It ends here.', 500)}"), column(20, last="A heading")),
    ),
    "FIT032": (
        of(FULL),
        of(RawPage(f"{lines(20)}\n{line('DRAFT', 500, 90)}")),
        of(RawPage(f"{line('1,234', 700)}\n{line('1,234', 701)}\n{line('5,678', 685)}")),
    ),
    "FONT011": (printed("Review"), printed("上半年回顾", "成交额完成一半"), of(RawPage())),
}
