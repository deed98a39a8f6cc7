from __future__ import annotations

from engine.writers import WRITERS
from engine.writers.definition import Form


def test_each_format_says_what_it_is_made_of() -> None:
    forms = {writer.name: writer.forms for writer in WRITERS}
    assert forms["pptx"] == (Form.DECK,)
    assert forms["docx"] == (Form.PAPER,)
    assert Form.DECK in forms["pdf"]
