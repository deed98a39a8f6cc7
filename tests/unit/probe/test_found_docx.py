from __future__ import annotations

from engine.model.printed import ChartPlace, Printed, TextPlace
from engine.probe.found_docx import found_in_docx
from tests.support.ledger_report import finished, replaced, rewritten

BLOB = finished().blobs["docx"]
PRINTED = finished().ledger("docx").files[0]


def test_every_fact_is_found_between_its_bookmarks() -> None:
    assert found_in_docx(BLOB, PRINTED).texts == tuple(place.printed for place in PRINTED.texts)


def test_charts_are_found_by_the_names_of_their_drawings() -> None:
    found = found_in_docx(BLOB, PRINTED)
    assert [chart is not None and bool(chart.columns) for chart in found.charts] == [True, True]
    assert found_in_docx(BLOB, Printed("docx", (), (ChartPlace(0, "nowhere", ()),))).charts == (None,)


def test_a_figure_deleted_with_its_bookmark_is_gone() -> None:
    anchor = PRINTED.texts[0].anchors[0]
    found = found_in_docx(replaced(BLOB, r"word/document\.xml", f'w:name="{anchor}"', 'w:name="_other"'), PRINTED)
    assert found.texts[0] is None and None not in found.texts[1:]
    assert any(PRINTED.texts[0].plain in words for words in found.loose[0])


def test_figures_that_a_program_cut_into_runs_are_read_whole() -> None:
    cut = replaced(BLOB, r"word/document\.xml", ">85%</w:t>", ">8</w:t></w:r><w:r><w:t>5%</w:t>")
    assert found_in_docx(cut, PRINTED).texts == tuple(place.printed for place in PRINTED.texts)


def test_a_package_without_a_document_has_nothing() -> None:
    other = rewritten(BLOB, lambda _, blob: blob).replace(b"word/document.xml", b"word/elsewhere.xm")
    assert set(found_in_docx(other, Printed("docx", (TextPlace(0, "", ("",), ()),))).texts) == {None}
