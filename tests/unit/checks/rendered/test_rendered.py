from __future__ import annotations

import sys

import pytest

from engine.base.diagnostics import Severity
from engine.checks.rendered import CHECKS, check_rendered
from engine.checks.rendered.definition import RenderedCheck
from tests.support.foreign import slides
from tests.support.raw_pdf import RawPage, raw_pdf


@pytest.mark.parametrize("check", list(CHECKS), ids=lambda check: check.code)
def test_every_check_has_a_manual_page(check: RenderedCheck) -> None:
    page = sys.modules[check.run.__module__].__doc__ or ""
    assert page.startswith(f"{check.code}: ")
    assert all(part in page for part in ("What it does: ", "Why it matters: ", "\nFails: ", "\nPasses: "))


def test_a_drawing_of_another_deck_is_not_compared() -> None:
    (note,) = check_rendered(slides(), raw_pdf(RawPage()), "a.pptx")
    assert (note.severity, note.message.en) == (Severity.INFO, "not compared with what LibreOffice drew: 1 pages for 2 slides")
