from __future__ import annotations

from pathlib import Path

import pytest

from engine.base.diagnostics import Outcome
from engine.base.workspace import Workspace
from engine.brand.adopt.adopt_deck import adopt_deck
from engine.brand.adopt.adopted import Adopted, AdoptedForm
from engine.brand.adopt.type_roles import deck_scale
from engine.brand.deck_brand import load_deck_brand
from engine.brand.deck_layout import DeckBrand, Tone
from tests.support.company import band, stretched
from tests.support.templates import changed, put_deck, swap


def adopted(path: Path, name: str = "company") -> Outcome[Adopted]:
    return adopt_deck(path, path.name, name, lambda family: family == "Noto Sans CJK SC")


def put(workspace: Workspace, path: Path) -> DeckBrand:
    """Write what the template becomes into a workspace, and read it as a report does."""
    found = adopted(path).value
    assert found is not None
    files = {found.template_path: path.read_bytes(), found.contract_path: found.contract.encode(), found.theme_path: found.theme.encode()}
    for name, blob in files.items():
        (workspace.root / name).parent.mkdir(parents=True, exist_ok=True)
        (workspace.root / name).write_bytes(blob)
    loaded = load_deck_brand(workspace, "company")
    assert loaded.value is not None, loaded.diagnostics
    return loaded.value


def test_what_is_made_of_the_template_of_office(tmp_path: Path) -> None:
    outcome = adopted(put_deck(tmp_path / "x.pptx"))
    found = outcome.value
    assert found is not None
    assert (found.form, found.template_file, found.template) == (AdoptedForm.DECK, "company.pptx", None)
    assert [f"{each.role}: {each.taken.en}{'' if each.sure else '?'}" for each in found.choices if not each.slot] == [
        "cover: layout 1.1 Title Slide",
        "agenda: layout 1.2 Title and Content?",
        "divider: layout 1.3 Section Header",
        "content: layout 1.2 Title and Content",
        "closing: layout 1.2 Title and Content?",
        "blank: layout 1.6 Title Only",
    ]
    assert "TMPL023" in {item.code for item in outcome.diagnostics}


@pytest.mark.parametrize(("width", "height"), [(10, 7.5), (10, 5.625), (11.69, 8.27), (26, 14.625), (40 / 3, 7.5)])
def test_pages_of_any_size_load_with_a_scale(workspace: Workspace, tmp_path: Path, width: float, height: float) -> None:
    deck = stretched(width, height)
    deck.save(str(tmp_path / "x.pptx"))
    brand = put(workspace, tmp_path / "x.pptx")
    body = brand.layout("content").slot("body_area").frame
    assert brand.theme.scale == pytest.approx(deck_scale(body, brand.size), abs=0.002)


def test_a_header_band_is_light_words_on_dark(workspace: Workspace, tmp_path: Path) -> None:
    deck = stretched(40 / 3, 7.5)
    band(deck, "Title and Content", (0, 0, 40 / 3, 1.6), "17375E")
    deck.save(str(tmp_path / "x.pptx"))
    brand = put(workspace, tmp_path / "x.pptx")
    assert brand.theme.color("bg").hex == "FFFFFF" and brand.theme.color("deep").hex == "17375E"
    layout = brand.layout("content")
    assert layout.ground_of("title") == ("17375E",) or layout.tone_of("title") is Tone.DARK
    assert layout.ground_of("body_area") == ("FFFFFF",)


def test_layouts_of_one_name_are_told_by_their_master(tmp_path: Path) -> None:
    found = adopted(put_deck(tmp_path / "x.pptx")).value
    assert found is not None and "master:" not in found.contract


def test_a_template_keeps_its_kind(tmp_path: Path) -> None:
    main = "openxmlformats-officedocument.presentationml"
    path = changed(
        put_deck(tmp_path / "x.pptx"), {"[Content_Types].xml": swap(f"{main}.presentation.main", f"{main}.template.main")}, "x.potx"
    )
    found = adopted(path).value
    assert found is not None and found.template_file == "company.potx"


def test_what_cannot_be_read_is_refused_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "x.pptx").write_bytes(b"no package")
    outcome = adopted(tmp_path / "x.pptx")
    assert outcome.value is None and [item.code for item in outcome.diagnostics] == ["TMPL005"]


def test_a_deck_without_layouts_is_refused(tmp_path: Path) -> None:
    def bare(blob: bytes) -> bytes:
        start, end = blob.index(b"<p:sldLayoutIdLst>"), blob.index(b"</p:sldLayoutIdLst>") + len(b"</p:sldLayoutIdLst>")
        return blob[:start] + blob[end:]

    outcome = adopted(changed(put_deck(tmp_path / "x.pptx"), {"ppt/slideMasters/slideMaster1.xml": bare}))
    assert outcome.value is None and outcome.diagnostics[-1].code == "TMPL022"
