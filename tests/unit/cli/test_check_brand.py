"""Files as people edit them, judged by the brand that they wear."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pptx
import pytest
from docx.shared import Pt as WordPt
from docx.shared import RGBColor as WordColor
from pptx.dml.color import RGBColor
from pptx.util import Inches, Pt

from engine.base.workspace import BUILTIN_ROOT
from tests.support.ledger_report import FORMATS, finished, replaced
from tests.unit.cli.conftest import Debrief

Edit = Callable[[object], None]


def run_of(deck: object) -> object:
    """Return the first run of a slide that has words."""
    shapes = (shape for slide in deck.slides for shape in slide.shapes if shape.has_text_frame)  # type: ignore[attr-defined]
    return next(run for shape in shapes for line in shape.text_frame.paragraphs for run in line.runs if len(run.text.strip()) > 2)


def recolor(deck: object) -> None:
    run_of(deck).font.color.rgb = RGBColor(0xFF, 0, 0xFF)  # type: ignore[attr-defined]


def reface(deck: object) -> None:
    run_of(deck).font.name = "Comic Sans MS"  # type: ignore[attr-defined]


def shrink(deck: object) -> None:
    run_of(deck).font.size = Pt(6)  # type: ignore[attr-defined]


def saved(deck: object) -> bytes:
    out = io.BytesIO()
    deck.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def codes(debrief: Debrief, file: Path, *arguments: str) -> list[str]:
    said = debrief("check", str(file), "--output-format", "concise", *arguments)
    words = (word for line in said.out.splitlines() for word in line.split() if word.startswith("BRAND"))
    return list(dict.fromkeys(words))


@pytest.mark.parametrize("format_name", FORMATS)
def test_what_was_built_keeps_to_its_brand(format_name: str, tmp_path: Path, debrief: Debrief) -> None:
    file = tmp_path / f"x.{format_name}"
    file.write_bytes(finished().blobs[format_name])
    assert codes(debrief, file) == []


@pytest.mark.parametrize(("edit", "code"), [(recolor, "BRAND001"), (reface, "BRAND002"), (shrink, "BRAND004")])
def test_a_deck_that_somebody_edited(edit: Edit, code: str, tmp_path: Path, debrief: Debrief) -> None:
    deck = pptx.Presentation(io.BytesIO(finished().blobs["pptx"]))
    edit(deck)
    (tmp_path / "x.pptx").write_bytes(saved(deck))
    assert codes(debrief, tmp_path / "x.pptx") == [code]


def test_a_document_that_somebody_edited(tmp_path: Path, debrief: Debrief) -> None:
    document = docx.Document(io.BytesIO(finished().blobs["docx"]))
    run = document.paragraphs[-1].add_run("手工补的一句话")
    run.font.color.rgb, run.font.name, run.font.size = WordColor(0xFF, 0, 0xFF), "Comic Sans MS", WordPt(6)
    (tmp_path / "x.docx").write_bytes(saved(document))
    assert codes(debrief, tmp_path / "x.docx") == ["BRAND001", "BRAND002", "BRAND004"]


def test_a_picture_on_the_logo(tmp_path: Path, debrief: Debrief) -> None:
    """The workspace has harbor's contract with a place for a logo."""
    for folder in ("content", "templates/pptx"):
        (tmp_path / folder).mkdir(parents=True)
    contract = (BUILTIN_ROOT / "templates/pptx/harbor.yaml").read_text("utf-8")
    (tmp_path / "templates/pptx/harbor.yaml").write_text(
        contract.replace("  content:\n", "  content:\n    logo: [11.5, 0, 1.8, 0.3]\n"), "utf-8"
    )
    (tmp_path / "x.pptx").write_bytes(finished().blobs["pptx"])
    assert codes(debrief, tmp_path / "x.pptx") == []
    deck = pptx.Presentation(io.BytesIO(finished().blobs["pptx"]))
    slide = next(each for each in deck.slides if "Content" in each.slide_layout.name)
    slide.shapes.add_textbox(Inches(11), Inches(0.1), Inches(2), Inches(0.4)).text_frame.text = "机密"
    (tmp_path / "x.pptx").write_bytes(saved(deck))
    assert codes(debrief, tmp_path / "x.pptx") == ["BRAND003"]


def test_the_workspace_says_how_grave_it_is(tmp_path: Path, debrief: Debrief) -> None:
    deck = pptx.Presentation(io.BytesIO(finished().blobs["pptx"]))
    recolor(deck)
    shrink(deck)
    (tmp_path / "content").mkdir()
    (tmp_path / "content/settings.yaml").write_text("findings: {BRAND001: error, BRAND004: off}\n", "utf-8")
    (tmp_path / "x.pptx").write_bytes(saved(deck))
    said = debrief("check", str(tmp_path / "x.pptx"), "--output-format", "concise")
    assert said.code == 1 and "BRAND001" in said.out and "BRAND004" not in said.out


def test_a_theme_that_is_not_here_is_a_note_and_a_named_one_must_be(tmp_path: Path, debrief: Debrief) -> None:
    file = tmp_path / "x.pptx"
    file.write_bytes(replaced(finished().blobs["pptx"], r"customXml/item1\.xml", '"theme":"harbor"', '"theme":"nobody"'))
    assert codes(debrief, file) == ["BRAND010"]
    assert codes(debrief, file, "--theme", "harbor") == []
    said = debrief("check", str(file), "--theme", "nobody")
    assert said.code == 2 and "nobody" in said.err


def test_a_theme_is_named_for_files_only(debrief: Debrief) -> None:
    said = debrief("check", "--theme", "harbor")
    assert (said.code, said.err.splitlines()[0]) == (2, "error: --theme is for finished files")
