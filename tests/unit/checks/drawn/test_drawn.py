"""The table of checks of finished files."""

from __future__ import annotations

import sys

import pytest

from engine.base.diagnostics import Location
from engine.checks.drawn import DRAWN_CHECKS, MOST_TOLD, READERS, check_drawn, judged
from engine.checks.drawn.definition import DrawnCheck
from engine.probe.drawn import DrawnFile, DrawnFont
from tests.support.foreign import slides
from tests.support.shown import words


@pytest.mark.parametrize("check", list(DRAWN_CHECKS), ids=lambda check: check.code)
def test_every_check_has_a_manual_page(check: DrawnCheck) -> None:
    page = sys.modules[check.run.__module__].__doc__ or ""
    assert page.startswith(f"{check.code}: ")
    assert all(part in page for part in ("What it does: ", "Why it matters: ", "\nFails: ", "\nPasses: "))
    assert set(check.formats) <= READERS.keys()


def test_a_check_is_asked_of_its_formats_only() -> None:
    fonts = (DrawnFont("SimSun", embedded=False),)
    assert [item.code for item in judged(DrawnFile("pdf", fonts=fonts), Location("a"))] == ["FONT011"]
    assert list(judged(DrawnFile("docx", fonts=fonts), Location("a"))) == []


def test_many_findings_of_one_check_are_summed_up() -> None:
    texts = tuple(words("年中述职", page=page, ea=False) for page in range(1, 31))
    found = list(judged(DrawnFile("pptx", texts=texts), Location("a")))
    assert len(found) == MOST_TOLD + 1
    assert (found[-1].code, found[-1].message.en) == ("FONT010", "20 more of the same")


def test_other_formats_and_unreadable_files_have_no_findings() -> None:
    assert check_drawn("facts", b"{}", "facts.json") == ()
    assert [check_drawn(name, b"damaged", f"a.{name}") for name in READERS] == [(), (), ()]
    assert check_drawn("pptx", slides(), "a.pptx") == ()
