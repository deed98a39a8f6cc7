from __future__ import annotations

from pathlib import Path

from engine.base.workspace import Workspace
from engine.batch.finished import Finished
from engine.cli.check_bounds import Wishes
from engine.cli.check_rendered import with_drawing
from tests.support.foreign import document, say, slides
from tests.support.raw_pdf import RawPage, line, raw_pdf
from tests.support.review import TODAY


def test_words_outside_their_shape_are_found_in_the_drawing(tmp_path: Path) -> None:
    file = tmp_path / "a.pptx"
    file.write_bytes(slides(say("Words that leave their box")))
    page = RawPage(line("Words that leave their box", 100, 20), size=(720, 540))
    blank = RawPage(size=(720, 540))
    finished = with_drawing(Finished(file, file.name), file, lambda _: raw_pdf(blank, page, blank))
    assert [item.code for item in finished.diagnostics] == ["FIT030"]


def test_only_slides_are_drawn(tmp_path: Path) -> None:
    finished = Finished(tmp_path / "a.pdf", "a.pdf")
    assert with_drawing(finished, tmp_path / "a.pdf") is finished


def test_a_document_has_pages_once_it_is_drawn(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(document(lambda made: made.add_paragraph("一段话")))
    wishes = Wishes(Workspace(tmp_path, tmp_path / "out", TODAY), (3, None))
    finished = with_drawing(Finished(file, file.name), file, lambda _: raw_pdf(RawPage(), RawPage()), wishes)
    assert [item.message.en for item in finished.diagnostics] == ["it has 2 pages, 3 at least are wanted"]
