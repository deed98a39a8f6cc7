"""The table of checks of the brand."""

from __future__ import annotations

import sys

import pytest

from engine.base.diagnostics import Location
from engine.checks.branded import BRAND_CHECKS, check_branded, judged
from engine.checks.branded.definition import BrandCheck
from engine.checks.drawn import MOST_TOLD, READERS
from engine.probe.drawn import DrawnFile
from tests.support.branded import RULES, wearing


@pytest.mark.parametrize("check", list(BRAND_CHECKS), ids=lambda check: check.code)
def test_every_check_has_a_manual_page(check: BrandCheck) -> None:
    page = sys.modules[check.run.__module__].__doc__ or ""
    assert page.startswith(f"{check.code}: ")
    assert all(part in page for part in ("What it does: ", "Why it matters: ", "\nFails: ", "\nPasses: "))
    assert set(check.formats) <= READERS.keys()


def test_a_check_is_asked_of_its_formats_only() -> None:
    texts = (wearing("一句话", color="FF00FF"),)
    assert [item.code for item in judged(DrawnFile("docx", texts=texts), RULES, Location("a"))] == ["BRAND001"]
    assert list(judged(DrawnFile("pdf", texts=texts), RULES, Location("a"))) == []


def test_many_findings_of_one_check_are_summed_up() -> None:
    texts = tuple(wearing("一句话", page=page, color="FF00FF") for page in range(1, 31))
    found = list(judged(DrawnFile("pptx", texts=texts), RULES, Location("a")))
    assert len(found) == MOST_TOLD + 1
    assert (found[-1].code, found[-1].message.en) == ("BRAND001", "20 more of the same")


def test_a_damaged_file_is_no_matter_of_the_brand() -> None:
    assert check_branded("pptx", b"no package", "x.pptx", RULES) == ()
