"""All package rules at once, as a build and `debrief check FILE` ask them."""

from __future__ import annotations

import pytest

from engine.base.diagnostics import Diagnostic, Severity
from engine.checks.package import MOST_TOLD, PACKAGE_CHECKS, check_package
from engine.checks.package.definition import Author
from tests.support.package_seeds import BARE, BASES, Change, at, drop, holding, inside, put, sound, without

SHEET = "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"


def said(blob: bytes, author: Author = Author.OTHER, format_name: str = "pptx") -> tuple[Diagnostic, ...]:
    return check_package(format_name, blob, f"review.{format_name}", author)


def test_the_codes_are_a_row() -> None:
    assert PACKAGE_CHECKS.names == tuple(f"FILE04{number}" for number in range(10))


@pytest.mark.parametrize("name", [name for name in BASES if "workbook" not in name])
@pytest.mark.parametrize("author", Author)
def test_sound_files_have_no_findings(name: str, author: Author) -> None:
    assert said(sound(name), author, "pptx" if "deck" in name else "docx") == ()


def test_a_finding_stands_at_the_part_and_says_the_mend() -> None:
    (finding,) = said(without("ppt/viewProps.xml")(sound("deck")))[:1]
    assert (str(finding.where), finding.where.file) == ("review.pptx![Content_Types].xml", "review.pptx")
    assert finding.hint is not None and finding.hint.en == "open and save it in PowerPoint"
    ours = said(without("ppt/viewProps.xml")(sound("deck")), Author.DEBRIEF)[0].hint
    assert ours is not None and ours.en.startswith("report this: debrief wrote a damaged file")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (at("xl/workbook.xml", "//x:sheet", put("name", "a/b")), "xl/workbook.xml"),
        (without("xl/styles.xml"), "[Content_Types].xml"),
        (holding("xl/worksheets/sheet1.xml", b"<x"), "xl/worksheets/sheet1.xml"),
    ],
)
def test_a_workbook_inside_is_judged_too(change: Change, place: str) -> None:
    assert f"review.pptx!{SHEET}!{place}" in {str(item.where) for item in said(inside(SHEET, change)(sound("deck")))}


def test_what_office_puts_up_with_is_a_note_in_files_of_others() -> None:
    blob = at(BARE, "(//p:sp//p:cNvPr)[2]", put("id", "1"))(sound("deck"))
    assert {item.severity for item in said(blob)} == {Severity.INFO}
    assert {item.severity for item in said(blob, Author.DEBRIEF)} == {Severity.ERROR}


def test_what_a_template_brought_along_is_not_called_ours() -> None:
    layout = "ppt/slideLayouts/slideLayout1.xml"
    (finding,) = said(at(layout, "(//p:cNvPr)[3]", put("id", "1"))(sound("deck")), Author.DEBRIEF)
    assert finding.severity is Severity.INFO
    assert finding.hint is not None and finding.hint.en.startswith("this part comes from the template: open and save that in PowerPoint")
    worse = said(at(layout, "//a:ext[@cx]", put("cx", "-1"))(sound("deck")), Author.DEBRIEF)
    assert [item.severity for item in worse] == [Severity.ERROR]


def test_a_workbook_inside_that_would_fill_the_memory_is_not_unpacked() -> None:
    bomb = inside(SHEET, holding("xl/worksheets/sheet1.xml", b"<x>" + b" " * 2**22 + b"</x>"))(sound("deck"))
    assert "is no workbook" in {item.message.en for item in said(bomb)}


def test_the_same_breach_is_told_ten_times() -> None:
    blob = sound("deck")
    for number in range(MOST_TOLD + 2):
        blob = at(BARE, f"(//a:off)[{number + 1}]", put("x", "?"))(blob)
    assert "2 more of the same (measure)" in {item.message.en for item in said(blob)}
    assert len(said(blob)) == MOST_TOLD + 1


def test_other_bytes_are_a_damaged_file() -> None:
    assert [(item.code, item.message.en) for item in said(b"PK nonsense")] == [("FILE040", "is no Office file, or a damaged one")]
    assert check_package("pdf", b"%PDF", "review.pdf", Author.OTHER) == ()


def test_parts_that_are_missing_stop_no_rule() -> None:
    for part in ("[Content_Types].xml", "_rels/.rels", "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels"):
        assert any(item.is_error for item in said(without(part)(sound("deck"))))
    assert any(item.is_error for item in said(at("ppt/presentation.xml", "//p:sldIdLst", drop)(without(BARE)(sound("deck")))))
