"""PPTX and PDF are the same pages: what was planned stands in both, whole, in order, and nothing else does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from engine.model.deck import ChartBox, Element, Line, Picture, Polygon, Shape, Slide, TableBox, TextBox
from engine.model.report import PdfMaker
from engine.probe.pdf_pages import PdfFacts, pdf_facts
from tests.support.builds import Built
from tests.support.deck_file import DECORATIVE, A, DeckRead, SlideRead, read_deck
from tests.support.deck_laws import bare
from tests.support.pdf_by import pdf_by

KIND = {TextBox: "sp", Shape: "sp", Polygon: "sp", Line: "cxnSp", TableBox: "graphicFrame", ChartBox: "graphicFrame", Picture: "pic"}
RUNS = (f"{A}r", f"{A}br", f"{A}fld")


@pytest.fixture(scope="module")
def read(built: Built) -> DeckRead:
    return read_deck(built.blob("pptx"))


@pytest.fixture(scope="module", params=PdfMaker, ids=lambda maker: maker.value)
def printed(request: pytest.FixtureRequest, built: Built) -> PdfFacts:
    return pdf_facts(pdf_by(request.param, built.planned, built.workspace))


def pairs(built: Built, read: DeckRead) -> Iterator[tuple[Slide, SlideRead]]:
    yield from zip(built.deck.slides, read.slides, strict=True)


def paragraphs(element: Element) -> tuple[str, ...]:
    """Return the paragraphs an element prints, charts aside."""
    match element:
        case TextBox():
            return tuple(line.plain for line in element.paragraphs)
        case TableBox():
            return tuple(line.plain for row in element.rows for cell in row.cells if cell for line in cell.paragraphs)
        case _:
            return ()


def words_of(slide: Slide) -> list[str]:
    return [words for element in slide.elements for words in paragraphs(element) if words.strip()]


def has_title(slide: Slide) -> bool:
    return any(isinstance(element, TextBox) and element.slot == "title" for element in slide.elements)


def test_every_element_is_one_shape_in_its_place(built: Built, read: DeckRead) -> None:
    for planned, found in pairs(built, read):
        shapes = found.shapes if has_title(planned) else found.shapes[1:]
        assert [shape.kind for shape in shapes] == [KIND[type(element)] for element in planned.elements], planned.id
        for element, shape in zip(planned.elements, shapes, strict=True):
            assert shape.name.startswith(f"{planned.id}/"), shape.name
            if isinstance(element, TextBox):
                assert shape.text == tuple(line.plain for line in element.paragraphs), shape.name
            elif isinstance(element, TableBox):
                planned_rows = tuple(
                    tuple(tuple(line.plain for line in cell.paragraphs) or ("",) for cell in row.cells if cell) for row in element.rows
                )
                assert shape.rows == planned_rows, shape.name


def test_shape_names_and_ids_are_unique_on_a_slide(read: DeckRead) -> None:
    for slide in read.slides:
        names = [shape.name for shape in slide.shapes]
        assert [name for name, count in Counter(names).items() if count > 1] == []


def test_every_planned_word_is_on_the_same_page_of_the_pdf(built: Built, printed: PdfFacts) -> None:
    assert len(printed.pages) == len(built.deck.slides)
    missing = [
        f"page {number}: {words}"
        for number, (slide, page) in enumerate(zip(built.deck.slides, printed.pages, strict=True), 1)
        for words in words_of(slide)
        for line in words.split("\n")  # a neighbour on the height of the first line is read before the second
        if bare(line) not in bare(page.text)
    ]
    assert missing == []


def test_a_page_without_charts_says_nothing_else(built: Built, printed: PdfFacts) -> None:
    for slide, page in zip(built.deck.slides, printed.pages, strict=True):
        if not any(isinstance(element, ChartBox) for element in slide.elements):
            planned = Counter(bare("".join(words_of(slide))))
            found = Counter(bare(page.text))
            assert (found - planned, planned - found) == (Counter(), Counter()), slide.id


def test_categories_of_charts_that_show_them_are_on_the_page(built: Built, printed: PdfFacts) -> None:
    for slide, page in zip(built.deck.slides, printed.pages, strict=True):
        text = bare(page.text)
        for chart in (element for element in slide.elements if isinstance(element, ChartBox)):
            if chart.figure.category_axis.labels and len(chart.figure.categories) <= 12:
                assert [name for name in chart.figure.categories if bare(name) not in text] == [], f"{slide.id} {chart.name}"


def test_pages_have_the_size_of_the_slides(built: Built, printed: PdfFacts) -> None:
    sizes = {(round(page.width, 1), round(page.height, 1)) for page in printed.pages}
    assert sizes == {(round(built.deck.size.width.points, 1), round(built.deck.size.height.points, 1))}


def test_each_slide_has_its_title_in_the_title_placeholder(built: Built, read: DeckRead) -> None:
    for planned, found in pairs(built, read):
        titles = [shape.text for shape in found.shapes if shape.placeholder in {"title", "ctrTitle"}]
        assert len(titles) == 1, planned.id
        assert bare("".join(titles[0] or ())) == bare(planned.title)


def test_speaker_notes(built: Built, read: DeckRead) -> None:
    assert [found.notes for found in read.slides] == [planned.notes.plain.strip() for planned in built.deck.slides]
    assert any(planned.notes for planned in built.deck.slides)


def test_sections_hold_every_slide(built: Built, read: DeckRead) -> None:
    starts = [first for _, first in built.deck.sections]
    counts = [end - first for first, end in zip(starts, [*starts[1:], len(built.deck.slides)], strict=True)]
    assert read.sections == tuple((name, count) for (name, _), count in zip(built.deck.sections, counts, strict=True))
    assert sum(counts) == len(read.slides)


def test_every_run_names_its_three_fonts_and_its_language(read: DeckRead) -> None:
    for slide in read.slides:
        for node in slide.node.iter(*RUNS):
            style = node.find(f"{A}rPr")
            assert style is not None, slide.layout
            fonts = {name: font.get("typeface") for name in ("latin", "ea", "cs") if (font := style.find(f"{A}{name}")) is not None}
            assert set(fonts) == {"latin", "ea", "cs"} and all(fonts.values()), fonts
            assert (style.get("lang"), style.get("altLang")) == ("zh-CN", "en-US")


def test_charts_tables_and_pictures_are_described_and_the_rest_is_decoration_or_text(built: Built, read: DeckRead) -> None:
    for planned, found in pairs(built, read):
        for shape in found.shapes:
            if shape.kind in {"graphicFrame", "pic"}:
                assert shape.alt.strip(), shape.name
            elif shape.kind == "cxnSp" or shape.text is None:
                assert shape.decorative, f"{planned.id} {shape.name} {DECORATIVE}"


def test_pdf_figures_have_the_same_descriptions(built: Built, printed: PdfFacts) -> None:
    alts = [element.alt for slide in built.deck.slides for element in slide.elements if isinstance(element, ChartBox)]
    assert [alt for alt in alts if bare(alt) not in {bare(found) for found in printed.alt_texts}] == []


def test_no_chart_is_a_picture(built: Built, read: DeckRead) -> None:
    pictures = sum(isinstance(element, Picture) for slide in built.deck.slides for element in slide.elements)
    assert sum(shape.kind == "pic" for slide in read.slides for shape in slide.shapes) == pictures == 0


def test_slide_numbers_are_fields_that_show_the_number(built: Built, read: DeckRead) -> None:
    numbered = 0
    for number, (planned, found) in enumerate(pairs(built, read), 1):
        fields = [node for node in found.node.iter(f"{A}fld") if node.get("type") == "slidenum"]
        assert [node.findtext(f"{A}t") for node in fields] == [str(number)] * len(fields)
        numbered += bool(fields)
        assert fields or planned.layout in {"cover", "divider", "closing"}, planned.id
    assert numbered >= len(read.slides) - 9


def test_document_properties(built: Built, read: DeckRead, printed: PdfFacts) -> None:
    meta = built.planned.report.meta
    assert read.core["title"] == printed.title == re.sub(r"\n", " ", built.deck.meta.title)
    assert read.core["author"] == meta.author == read.core["last_modified_by"]
    assert read.core["language"] == "zh-CN"
    assert read.core["created"] == read.core["modified"] and read.core["created"].startswith("2025-07-08")


def test_the_outline_of_the_pdf_lists_every_page(built: Built, printed: PdfFacts) -> None:
    pages = [entry.page for entry in printed.outline if entry.level == 1]
    assert pages == list(range(1, len(built.deck.slides) + 1))
    names = [entry.title for entry in printed.outline if entry.level == 0]
    assert names == [name for name, _ in built.deck.sections]
