from __future__ import annotations

from pathlib import Path

import docx

from engine.brand.adopt.paper_words import sample_text
from engine.brand.inspect.inspect_file import inspect_template
from engine.brand.inspect.seen_paper import SeenPaper
from engine.brand.paper_package import WORD_DOCUMENT
from engine.brand.template_package import open_template
from tests.support.company_papers import company_paper
from tests.support.cover_papers import cover_paper


def test_what_the_sample_tells(tmp_path: Path) -> None:
    path = company_paper(tmp_path / "a.docx")
    seen = inspect_template(path, "a.docx").value
    assert isinstance(seen, SeenPaper)
    document = open_template(path, "a.docx", WORD_DOCUMENT).expect_clean().xml("word/document.xml")
    told = sample_text(document, seen)
    assert (told.blocks, told.has_cover, told.chinese) == (7, False, False)
    assert told.opening.startswith("Annual report of Acme")
    assert told.letters["BodyText"][1] == 5


def test_a_cover_of_the_gallery_is_known(tmp_path: Path) -> None:
    path = cover_paper(tmp_path / "a.docx")
    paper = docx.Document(str(path))
    seen = inspect_template(path, "a.docx").value
    assert isinstance(seen, SeenPaper) and sample_text(paper.element, seen).has_cover
