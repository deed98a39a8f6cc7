from __future__ import annotations

from pathlib import Path

import pptx

from engine.brand.adopt.deck_pages import DeckPages
from engine.brand.adopt.role_layouts import RoleLayout
from engine.brand.template_package import PRESENTATION, open_template
from tests.support.templates import changed, layout, layout_part, seen_deck, swap


def pages(path: Path) -> DeckPages:
    package = open_template(path, path.name, PRESENTATION).value
    assert package is not None
    return DeckPages(package, seen_deck(path))


def role(path: Path, number: str) -> RoleLayout:
    return RoleLayout("content", layout(seen_deck(path), number), sure=True, reasons=())


def test_what_the_first_sample_slide_says(tmp_path: Path) -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.placeholders[1].text = "only the subtitle"
    deck.save(str(tmp_path / "x.pptx"))
    found = pages(tmp_path / "x.pptx")
    assert found.spoken(role(tmp_path / "x.pptx", "1.1")) == {1}
    assert found.spoken(role(tmp_path / "x.pptx", "1.2")) == frozenset(), "no slide uses it"


def test_a_layout_is_painted_once(tmp_path: Path) -> None:
    path = tmp_path / "x.pptx"
    pptx.Presentation().save(str(path))
    found = pages(path)
    assert found.drop(role(path, "1.2")) is found.drop(role(path, "1.2"))


def test_a_template_that_numbers_its_pages_itself(tmp_path: Path) -> None:
    path = tmp_path / "x.pptx"
    pptx.Presentation().save(str(path))
    words = '<p:txBody><a:bodyPr/><a:p><a:fld id="{0}" type="slidenum"><a:t>1</a:t></a:fld></a:p></p:txBody>'
    field = f'<p:sp><p:nvSpPr><p:cNvPr id="99" name="No"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>{words}</p:sp></p:spTree>'
    numbered = changed(path, {layout_part(2): swap("</p:spTree>", field)}, "numbered.pptx")
    assert not pages(path).numbered(role(path, "1.2")), "its own is a placeholder"
    assert pages(numbered).numbered(role(numbered, "1.2"))
