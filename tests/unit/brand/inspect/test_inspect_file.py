from __future__ import annotations

from pathlib import Path

import pytest

from engine.brand.inspect.inspect_file import inspect_template
from engine.brand.inspect.seen_deck import SeenDeck
from engine.brand.inspect.seen_paper import SeenPaper
from tests.support.templates import MAIN, TYPES, changed, layout_part, put_deck, put_paper, swap, told


def test_the_content_decides_and_not_the_name(tmp_path: Path) -> None:
    deck, paper = put_deck(tmp_path / "deck.docx"), put_paper(tmp_path / "paper.pptx")
    assert isinstance(inspect_template(deck, "deck.docx").value, SeenDeck)
    assert isinstance(inspect_template(paper, "paper.pptx").value, SeenPaper)


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("ms-powerpoint.presentation.macroEnabled.main", "the template has macros; save it as .pptx or .potx without macros"),
        ("ms-powerpoint.template.macroEnabledTemplate.main", "the template has macros; save it as .pptx or .potx without macros"),
        ("ms-word.document.macroEnabled.main", "the template has macros; save it as .docx or .dotx without macros"),
        ("ms-excel.sheet.main", "the file is not a PowerPoint presentation or Word document or template"),
    ],
)
def test_other_kinds_are_refused(tmp_path: Path, kind: str, message: str) -> None:
    main = "vnd.openxmlformats-officedocument.presentationml.presentation.main"
    assert told(changed(put_deck(tmp_path / "x.pptx"), {TYPES: swap(main, f"vnd.{kind}")})) == [f"x.pptx: TMPL006 {message}"]


def test_what_is_no_package_or_a_hostile_one(tmp_path: Path) -> None:
    (tmp_path / "text.pptx").write_text("a pointer")
    assert told(tmp_path / "text.pptx") == ["text.pptx: TMPL005 unusable template: not an Office file (no zip package)"]
    hostile = changed(put_deck(tmp_path / "x.pptx"), {layout_part(1): swap("<p:sldLayout ", "<!DOCTYPE x><p:sldLayout ")})
    assert told(hostile) == ["x.pptx: TMPL005 unusable template: entry 'ppt/slideLayouts/slideLayout1.xml' has a DOCTYPE declaration"]


def test_damage_inside_is_named(tmp_path: Path) -> None:
    deck = put_deck(tmp_path / "x.pptx")
    (found,) = told(changed(deck, {layout_part(2): swap("</p:cSld>", "")}, "cut.pptx"))
    assert found.startswith("cut.pptx: TMPL007 the template is damaged inside: Opening and ending tag mismatch")
    (found,) = told(changed(deck, {"ppt/_rels/presentation.xml.rels": swap("slideMaster1.xml", "slideMaster9.xml")}, "gone.pptx"))
    assert found.startswith("gone.pptx: TMPL007 the template is damaged inside") and "slideMaster9.xml" in found
    (found,) = told(changed(deck, {MAIN: swap("<p:sldSz ", "<p:noSz ")}, "size.pptx"))
    assert found == "size.pptx: TMPL007 the template is damaged inside: ppt/presentation.xml: p:sldSz"


def test_the_strict_format_is_named(tmp_path: Path) -> None:
    strict = swap("http://schemas.openxmlformats.org/presentationml/2006/main", "http://purl.oclc.org/ooxml/presentationml/main")
    path = changed(put_deck(tmp_path / "x.pptx"), {MAIN: strict})
    assert told(path) == ["x.pptx: TMPL006 the file is in the Strict Open XML format, which is not supported"]


def test_a_part_that_cannot_be_unpacked_is_named(tmp_path: Path) -> None:
    path = changed(put_deck(tmp_path / "x.pptx"), {layout_part(1): lambda blob: blob + b" " * 200_000})
    blob = path.read_bytes()
    assert blob.count(b" " * 200_000) == 1
    path.write_bytes(blob.replace(b" " * 200_000, b" " * 199_999 + b"\n"))
    (found,) = told(path)
    assert found.startswith("x.pptx: TMPL007 the template is damaged inside: ppt/slideLayouts/slideLayout1.xml: Bad CRC-32")
