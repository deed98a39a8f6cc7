from __future__ import annotations

from pathlib import Path

import pytest

from engine.base.diagnostics import Outcome
from engine.base.units import Rect
from engine.base.workspace import BUILTIN_ROOT
from engine.brand.contract import REQUIRED_SLOTS, ContractSchema, match_layouts, parse_contract
from engine.brand.deck_layout import Slot
from engine.brand.deck_template import DeckTemplate, read_deck_template
from engine.brand.yaml_file import YamlFile, read_yaml

HARBOR = (BUILTIN_ROOT / "templates/pptx/harbor.yaml").read_text(encoding="utf-8")


@pytest.fixture
def deck_template(template: Path) -> DeckTemplate:
    return read_deck_template(template, file="harbor.pptx").expect_clean()


def document(old: str = "", new: str = "") -> YamlFile:
    assert old in HARBOR
    return read_yaml(HARBOR.replace(old, new, 1).encode() if old else HARBOR.encode(), file="c.yaml", code="TMPL004").expect_clean()


def told(outcome: Outcome[ContractSchema]) -> list[str]:
    assert outcome.value is None
    return [f"{item.where} {item.code} {item.message.en}" for item in outcome.diagnostics]


def test_every_role_has_its_slots(deck_template: DeckTemplate) -> None:
    contract = document()
    layouts = match_layouts(parse_contract(contract).expect_clean(), contract, deck_template).expect_clean()
    assert [role for role, slots in REQUIRED_SLOTS.items() if not set(slots) <= set(layouts[role].slots)] == []
    assert layouts["content"].slot("takeaway") == Slot("论据 Takeaway", 13, "body", Rect.inches(2 / 3, 1.20, 12, 0.28))
    assert layouts["content"].part == "ppt/slideLayouts/slideLayout4.xml"


def test_a_slot_may_be_an_area(deck_template: DeckTemplate) -> None:
    contract = document()
    area = match_layouts(parse_contract(contract).expect_clean(), contract, deck_template).expect_clean()["blank"].slot("body_area")
    assert area == Slot("", 0, "", Rect.inches(0.667, 0.40, 12, 6.40))
    assert not area.is_placeholder


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  blank:\n", "  blank_page:\n", "c.yaml:6:3 TMPL004 no layout is given for the role 'blank'"),
        ("note: 注释 Note}", "footnote: 注释 Note}", "c.yaml:8:12 TMPL004 the role 'cover' lacks the slot 'note'"),
        (
            "slots: {title: 标题 Title, subtitle",
            "slots: {title: [0, 0, 1, 1], subtitle",
            "c.yaml:8:20 TMPL004 the title must be a placeholder, not an area",
        ),
        ("template: harbor.pptx", "template: ../x.pptx", "c.yaml:4:11 TMPL004 'template' cannot be '../x.pptx'"),
        (
            "[0.667, 0.40, 12, 6.40]",
            "[0.667, 0.40, 12]",
            "c.yaml:23:41 TMPL004 'layouts.blank.slots.body_area' cannot be ['0.667', '0.40', '12']: a slot is the name of a placeholder",
        ),
    ],
)
def test_mistakes_in_a_contract(old: str, new: str, message: str) -> None:
    complaints = told(parse_contract(document(old, new)))
    assert any(complaint.startswith(message) for complaint in complaints), complaints


def test_an_unknown_role_names_the_known_ones() -> None:
    outcome = parse_contract(document("  blank:\n", "  blnk:\n"))
    (unknown,) = (item for item in outcome.diagnostics if "unknown" in item.message.en)
    assert unknown.hint is not None and unknown.hint.en == "roles: cover, agenda, divider, content, closing, blank"


def mismatch(deck_template: DeckTemplate, old: str, new: str) -> tuple[str, str, str]:
    contract = document(old, new)
    outcome = match_layouts(parse_contract(contract).expect_clean(), contract, deck_template)
    assert outcome.value is None
    (only,) = outcome.diagnostics
    return only.code, only.message.en, only.hint.en if only.hint else ""


def test_a_missing_layout_names_those_that_exist(deck_template: DeckTemplate) -> None:
    assert mismatch(deck_template, "layout: 封面 Cover", "layout: 封面 Covr") == (
        "TMPL008",
        "the template has no layout '封面 Covr'",
        "did you mean '封面 Cover'? layouts of the template: 封面 Cover, 目录 Agenda, 章节 Divider, 内容 Content, 总结 Closing, 空白 Blank",
    )


def test_a_missing_placeholder_names_those_that_exist(deck_template: DeckTemplate) -> None:
    assert mismatch(deck_template, "note: 注释 Note", "note: 脚注") == (
        "TMPL009",
        "the layout '封面 Cover' has no placeholder '脚注'",
        "placeholders of the layout: 标题 Title, 副标题 Subtitle, 单位 Unit, 信息 Meta, 注释 Note",
    )


def test_two_placeholders_of_one_name(template: Path, rewrite: object) -> None:
    assert callable(rewrite)
    rewrite({"ppt/slideLayouts/slideLayout1.xml": lambda blob: blob.replace("信息 Meta".encode(), "注释 Note".encode())})
    twice = read_deck_template(template, file="x").expect_clean()
    code, message, hint = mismatch(twice, "meta: 信息 Meta", "meta: 单位 Unit")
    assert (code, message) == ("TMPL009", "the layout '封面 Cover' has 2 placeholders named '注释 Note'")
    assert hint == "give them different names in PowerPoint's selection pane"


def test_a_wrong_slot_is_told_in_both_languages() -> None:
    (only,) = parse_contract(document("[0.667, 0.40, 12, 6.40]", "[0.667, 0.40, 12, wide]")).diagnostics
    assert only.message.zh.endswith("无效：槽位应为占位符名称，或以英寸计的 [x, y, 宽, 高]")
