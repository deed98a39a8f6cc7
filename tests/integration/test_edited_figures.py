"""A figure changed by hand in a finished file is found, wherever it stands, whatever it is."""

from __future__ import annotations

import random  # noqa: TID251  seeded: the same draws every time

import pytest

from engine.base.records import replace
from engine.checks.agreement import compared
from engine.checks.finished import reopened
from engine.model.deck import Element, Run, TextBox
from engine.model.printed import NOTES, Printed
from engine.probe.found_pdf import found_in_pdf
from engine.writers.pdf.emit import emit
from tests.support.builds import Built
from tests.support.edited_figures import (
    edited_chart,
    edited_drawing,
    edited_page,
    edited_text_of_docx,
    edited_text_of_pptx,
    figures,
    other_digit,
)

FEW, MANY = 18, 200
EDITS = [pytest.param(FEW, id="few"), pytest.param(MANY, id="200", marks=pytest.mark.slow)]
"""The many take minutes: they run under `./dev gate`."""


def printed_of(built: Built, format_name: str) -> Printed:
    opened = reopened(format_name, built.blob(format_name), "x")
    assert opened is not None and opened.findings == ()
    return opened.ledger.files[0]


def overlooked(format_name: str, blob: bytes) -> bool:
    opened = reopened(format_name, blob, "x")
    assert opened is not None
    return not opened.findings


@pytest.mark.parametrize("edits", EDITS)
def test_in_the_texts_and_cells_of_slides(edits: int, sample: Built) -> None:
    chance = random.Random(20250708)
    known = list(figures(printed_of(sample, "pptx")))
    changed = (edited_text_of_pptx(sample.blob("pptx"), *chance.choice(known), chance) for _ in range(edits))
    assert [one.what for one in changed if overlooked("pptx", one.blob)] == []


def test_in_the_speaker_notes(sample: Built) -> None:
    chance = random.Random(20250708)
    known = [(place, number) for place, number in figures(printed_of(sample, "pptx")) if place.shape == NOTES]
    assert len(known) >= 4
    changed = (edited_text_of_pptx(sample.blob("pptx"), place, number, chance) for place, number in known)
    assert [one.what for one in changed if overlooked("pptx", one.blob)] == []


@pytest.mark.parametrize("edits", EDITS)
def test_in_the_texts_and_tables_of_documents(edits: int, sample: Built) -> None:
    chance = random.Random(20250708)
    known = list(figures(printed_of(sample, "docx")))
    changed = (edited_text_of_docx(sample.blob("docx"), *chance.choice(known), chance) for _ in range(edits))
    assert [one.what for one in changed if overlooked("docx", one.blob)] == []


@pytest.mark.parametrize("edits", EDITS)
@pytest.mark.parametrize("format_name", ["pptx", "docx"])
@pytest.mark.parametrize("workbook", [False, True], ids=["cache", "workbook"])
def test_in_charts_and_their_workbooks(edits: int, format_name: str, workbook: bool, sample: Built) -> None:
    chance = random.Random(20250708)
    changed = (edited_chart(sample.blob(format_name), chance, workbook=workbook) for _ in range(max(6, edits // 4)))
    assert [one.what for one in changed if overlooked(format_name, one.blob)] == []


def test_on_two_hundred_places_of_pages(sample: Built) -> None:
    chance = random.Random(20250708)
    opened = reopened("pdf", sample.blob("pdf"), "x")
    assert opened is not None
    printed = opened.ledger.files[0]
    found, known = found_in_pdf(sample.blob("pdf"), printed), list(figures(printed))
    missed = []
    for _ in range(MANY):
        place, number = chance.choice(known)
        if not compared(opened.ledger, printed, edited_page(found, printed, place, number, chance)).discords:
            missed.append(f"{place.page} {place.shape} {place.plain}")
    assert missed == []


def test_in_the_drawn_charts_of_pages(sample: Built) -> None:
    chance = random.Random(20250708)
    opened = reopened("pdf", sample.blob("pdf"), "x")
    assert opened is not None
    printed = opened.ledger.files[0]
    found = found_in_pdf(sample.blob("pdf"), printed)
    changed = [edited_drawing(found, printed, chance) for _ in range(MANY)]
    assert [one for one in changed if not compared(opened.ledger, printed, one).discords] == []


def test_in_a_pdf_that_was_made_with_one_figure_changed(small: Built) -> None:
    chance = random.Random(20250708)
    assert small.planned.slides is not None
    deck, brand = small.planned.slides.deck, small.planned.slides.brand
    places = [(at, number) for at, slide in enumerate(deck.slides) for number, box in enumerate(slide.elements) if has_figure(box)]
    for at, number in chance.sample(places, 4):
        box = deck.slides[at].elements[number]
        assert isinstance(box, TextBox)
        elements = (*deck.slides[at].elements[:number], with_another_figure(box, chance), *deck.slides[at].elements[number + 1 :])
        slides = (*deck.slides[:at], replace(deck.slides[at], elements=elements), *deck.slides[at + 1 :])
        blob = emit(replace(deck, slides=slides), brand, small.workspace)
        assert not overlooked("pdf", blob), box.plain


def has_figure(box: Element) -> bool:
    return isinstance(box, TextBox) and any(is_figure(run) for line in box.paragraphs for run in line.runs)


def is_figure(run: Run) -> bool:
    return run.fact is not None and any(map(str.isdecimal, run.text))


def with_another_figure(box: TextBox, chance: random.Random) -> TextBox:
    lines = [
        replace(line, runs=tuple(replace(run, text=other_digit(run.text, chance)) if is_figure(run) else run for run in line.runs))
        for line in box.paragraphs
    ]
    return replace(box, paragraphs=tuple(lines))
