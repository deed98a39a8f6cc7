from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from engine.writers.pptx.presentation_type import as_presentation
from tests.support.templates import TYPES, changed, put_deck, swap

MAIN = "presentationml.presentation.main+xml"


@pytest.mark.parametrize("form", ["template", "slideshow"])
def test_a_template_becomes_a_presentation(tmp_path: Path, form: str) -> None:
    path = changed(put_deck(tmp_path / "x.pptx"), {TYPES: swap(MAIN, f"presentationml.{form}.main+xml")})
    made = zipfile.ZipFile(BytesIO(as_presentation(path.read_bytes())))
    assert MAIN.encode() in made.read(TYPES)
    with zipfile.ZipFile(path) as before:
        assert made.namelist() == before.namelist()


def test_a_presentation_stays_as_it_is(tmp_path: Path) -> None:
    blob = put_deck(tmp_path / "x.pptx").read_bytes()
    assert as_presentation(blob) is blob
