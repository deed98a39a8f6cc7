"""A figure changed by hand in a finished file is found, wherever it stands, whatever it is."""

from __future__ import annotations

import random  # noqa: TID251  seeded: the same draws every time

import pytest

from engine.checks.agreement import compared
from engine.checks.finished import reopened
from engine.model.printed import Printed
from engine.probe.found_pdf import found_in_pdf
from tests.support.builds import Built
from tests.support.edited_figures import (
    edited_chart,
    edited_drawing,
    edited_page,
    edited_text_of_docx,
    edited_text_of_pptx,
    figures,
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
