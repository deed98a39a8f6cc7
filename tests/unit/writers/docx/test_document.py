from __future__ import annotations

from engine.writers.docx.document import written
from engine.writers.docx.emit import emit
from tests.support.paper_sample import WORKSPACE, harbor, paper_sample


def test_it_is_what_the_format_emits() -> None:
    assert written(paper_sample(), harbor(), "docx") == emit(paper_sample(), harbor(), WORKSPACE)
