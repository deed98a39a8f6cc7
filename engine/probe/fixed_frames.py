"""Words of a Word document in frames that do not grow with them, and how many of them a drawing shows: text boxes, and rows of an exact height."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
from lxml import etree

from engine.base.records import dataclass
from engine.probe.package_parts import open_parts
from engine.probe.word_styles import W

_DOCUMENT = "word/document.xml"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


@dataclass(frozen=True, slots=True)
class FixedText:
    """A paragraph in such a frame, and how many of its letters are drawn; blanks do not count. `in_cell`: in a table, else in a text box."""

    words: str
    in_cell: bool
    drawn: int

    @property
    def letters(self) -> int:
        return len(_bare(self.words))


def fixed_texts(blob: bytes, pdf: bytes) -> tuple[FixedText, ...]:
    """Return the paragraphs in frames with a height of their own, and what of them is in the PDF. Raises ValueError when it is no PDF."""
    with open_parts(blob) as parts:
        written = list(_written(parts.xml(parts.main(_DOCUMENT))))
    if not written:
        return ()
    letters = _letters(pdf)
    return tuple(FixedText(words, in_cell, _shown(_bare(words), letters)) for words, in_cell in written)


def _written(root: etree._Element) -> Iterator[tuple[str, bool]]:
    for box in root.iter(f"{W}txbxContent"):
        if next(box.iterancestors(_FALLBACK), None) is None:
            yield from ((words, False) for words in _paragraphs(box))
    for row in root.iter(f"{W}tr"):
        height = row.find(f"{W}trPr/{W}trHeight")
        if height is not None and height.get(f"{W}hRule") == "exact":
            yield from ((words, True) for cell in row.iterfind(f"{W}tc") for words in _paragraphs(cell))


def _paragraphs(node: etree._Element) -> Iterator[str]:
    for paragraph in node.iter(f"{W}p"):
        words = "".join(text.text or "" for text in paragraph.iterfind(f"{W}r/{W}t"))
        if words.strip():
            yield words


def _letters(pdf: bytes) -> str:
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as fault:
        raise ValueError(str(fault)) from fault
    try:
        return "".join(_bare(page.get_textpage().get_text_range()) for page in document)
    finally:
        document.close()


def _bare(words: str) -> str:
    """Return words without blanks, and in small letters: capitals may be drawn for them."""
    return "".join(words.split()).lower()


def _shown(wanted: str, letters: str) -> int:
    """Return how many letters of a text, from its beginning, stand in the drawing one after the other."""
    low, high = 0, len(wanted)
    while low < high:  # where a beginning stands, each shorter one does
        middle = (low + high + 1) // 2
        low, high = (middle, high) if wanted[:middle] in letters else (low, middle - 1)
    return low
