from __future__ import annotations

from pathlib import Path

import pptx
import pytest
from pptx.dml.color import RGBColor

from engine.base.diagnostics import Outcome
from engine.base.units import Rect
from engine.base.workspace import Workspace
from engine.brand.deck_brand import load_deck_brand
from engine.brand.deck_layout import DeckBrand, Slot, Tone
from engine.model.blocks import Align
from engine.model.deck import Anchor
from tests.support.company import put_company
from tests.support.templates import changed, swap


def rewritten(workspace: Workspace, old: str, new: str) -> Outcome[DeckBrand]:
    contract = workspace.root / "templates/pptx/harbor.yaml"
    text = contract.read_text(encoding="utf-8")
    assert old in text
    contract.write_text(text.replace(old, new, 1), encoding="utf-8")
    return load_deck_brand(workspace, "harbor")


def mismatch(workspace: Workspace, old: str, new: str) -> tuple[str, str, str]:
    outcome = rewritten(workspace, old, new)
    assert outcome.value is None
    (only,) = outcome.diagnostics
    return only.code, only.message.en, only.hint.en if only.hint else ""


def test_placeholders_by_name_and_areas(harbor: Workspace) -> None:
    layouts = load_deck_brand(harbor, "harbor").expect_clean().layouts
    assert layouts["content"].slot("takeaway") == Slot(
        "论据 Takeaway", 13, "body", Rect.inches(2 / 3, 1.20, 12, 0.28), anchor=Anchor.MIDDLE, align=Align.LEFT
    )
    assert layouts["content"].part == "ppt/slideLayouts/slideLayout4.xml"
    area = layouts["blank"].slot("body_area")
    assert area == Slot("", 0, "", Rect.inches(0.667, 0.40, 12, 6.40))
    assert not area.is_placeholder


def test_a_placeholder_by_its_index(harbor: Workspace) -> None:
    brand = rewritten(harbor, "takeaway: 论据 Takeaway", "takeaway: {idx: 13}").expect_clean()
    assert brand.layout("content").slot("takeaway").name == "论据 Takeaway"


def test_a_placeholder_in_another_frame_on_a_ground_that_is_said(harbor: Workspace) -> None:
    layout = (
        rewritten(harbor, "takeaway: 论据 Takeaway", "takeaway: {idx: 13, at: [1, 2, 3, 0.5], ground: dark}")
        .expect_clean()
        .layout("content")
    )
    slot = layout.slot("takeaway")
    assert (slot.name, slot.frame, slot.tone) == ("论据 Takeaway", Rect.inches(1, 2, 3, 0.5), Tone.DARK)
    assert (layout.tone_of("takeaway"), layout.tone_of("title")) == (Tone.DARK, None)


def test_an_area_on_a_ground_that_is_said(harbor: Workspace) -> None:
    layout = rewritten(harbor, "takeaway: 论据 Takeaway", "takeaway: {at: [1, 2, 3, 0.5], ground: dark}").expect_clean().layout("content")
    assert layout.slot("takeaway") == Slot("", 0, "", Rect.inches(1, 2, 3, 0.5), tone=Tone.DARK)


def test_the_tone_that_a_contract_says(harbor: Workspace) -> None:
    layouts = rewritten(harbor, "layout: 封面 Cover", "layout: 封面 Cover\n    ground: light").expect_clean().layouts
    assert (layouts["cover"].tone, layouts["divider"].tone) == (Tone.LIGHT, None)


def test_a_missing_layout_names_those_that_exist(harbor: Workspace) -> None:
    assert mismatch(harbor, "layout: 封面 Cover", "layout: 封面 Covr") == (
        "TMPL008",
        "the template has no layout '封面 Covr'",
        "did you mean '封面 Cover'? layouts of the template: 封面 Cover, 目录 Agenda, 章节 Divider, 内容 Content, 总结 Closing, 空白 Blank",
    )


def test_a_missing_placeholder_names_those_that_exist(harbor: Workspace) -> None:
    known = "placeholders of the layout: 标题 Title, 副标题 Subtitle, 单位 Unit, 信息 Meta, 注释 Note"
    assert mismatch(harbor, "note: 注释 Note", "note: 脚注") == (
        "TMPL009", "the layout '封面 Cover' has no placeholder '脚注'", known,
    )  # fmt: skip
    assert mismatch(harbor, "note: 脚注", "note: {idx: 99}") == (
        "TMPL009", "the layout '封面 Cover' has no placeholder with idx 99", known,
    )  # fmt: skip


def test_two_placeholders_of_one_name(harbor: Workspace, template: Path) -> None:
    changed(template, {"ppt/slideLayouts/slideLayout1.xml": swap("信息 Meta", "注释 Note")})
    code, message, hint = mismatch(harbor, "meta: 信息 Meta", "meta: 单位 Unit")
    assert (code, message) == ("TMPL009", "the layout '封面 Cover' has 2 placeholders named '注释 Note'")
    assert hint == "tell it by {idx: …} (14, 15), or give them different names in PowerPoint's selection pane"
    assert rewritten(harbor, "note: 注释 Note", "note: {idx: 15}").expect_clean().layout("cover").slot("note").idx == 15


def test_there_is_no_such_master_or_slide(harbor: Workspace) -> None:
    assert mismatch(harbor, "layout: 封面 Cover", "layout: 封面 Cover\n    master: 2")[:2] == ("TMPL008", "the template has 1 master only")
    assert mismatch(harbor, "master: 2", "slide: 1")[:2] == ("TMPL008", "the template has 0 slides only")


def test_two_layouts_of_one_name(harbor: Workspace, template: Path) -> None:
    changed(template, {"ppt/slideLayouts/slideLayout6.xml": swap("空白 Blank", "封面 Cover")})
    outcome = load_deck_brand(harbor, "harbor")
    assert [(item.code, item.message.en) for item in outcome.diagnostics] == [
        ("TMPL008", "the template has 2 layouts called '封面 Cover'"),
        ("TMPL008", "the template has no layout '空白 Blank'"),
    ]
    hint = outcome.diagnostics[0].hint
    assert hint is not None and hint.en == "say its place on the master: number: 1; number: 6"
    path = harbor.root / "templates/pptx/harbor.yaml"
    whole = path.read_text(encoding="utf-8").replace("layout: 空白 Blank", "layout: 封面 Cover\n    number: 6")
    path.write_text(whole.replace("layout: 封面 Cover\n", "layout: 封面 Cover\n    number: 1\n", 1), encoding="utf-8")
    layouts = load_deck_brand(harbor, "harbor").expect_clean().layouts
    assert [layouts[role].part.rpartition("/")[2] for role in ("cover", "blank")] == ["slideLayout1.xml", "slideLayout6.xml"]


def test_the_brand_stands_on_a_sample_slide(workspace: Workspace) -> None:
    path = put_company(workspace, 10, 7.5)
    deck = pptx.Presentation(str(path))
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = RGBColor(0x10, 0x20, 0x30)
    deck.save(str(path))
    contract = path.with_suffix(".yaml")
    contract.write_text(contract.read_text(encoding="utf-8").replace("  closing:\n", "  closing:\n    slide: 1\n"), encoding="utf-8")
    layouts = load_deck_brand(workspace, "company").expect_clean().layouts
    assert (layouts["content"].background.hex, layouts["closing"].background.hex) == ("FFFFFF", "102030")
    assert layouts["closing"].ground_of("title") == ("102030",)
    assert layouts["content"].sample is None and layouts["closing"].sample is not None


@pytest.mark.parametrize("suffix", ["pptx", "potx"])
def test_a_master_is_told_by_its_number(workspace: Workspace, suffix: str) -> None:
    path = put_company(workspace, 10, 7.5, suffix=suffix)
    contract = path.with_suffix(".yaml")
    contract.write_text(contract.read_text(encoding="utf-8").replace("  cover:\n", "  cover:\n    master: 1\n"), encoding="utf-8")
    assert load_deck_brand(workspace, "company").expect_clean().layout("cover").name == "Title Slide"
