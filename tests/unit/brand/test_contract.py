from __future__ import annotations

import pytest

from engine.base.diagnostics import Outcome
from engine.base.units import Rect
from engine.base.workspace import BUILTIN_ROOT
from engine.brand.contract import REQUIRED_SLOTS, ByIndex, ContractSchema, Detailed, Target, parse_contract
from engine.brand.yaml_file import YamlFile, read_yaml

HARBOR = (BUILTIN_ROOT / "templates/pptx/harbor.yaml").read_text(encoding="utf-8")


def document(old: str = "", new: str = "") -> YamlFile:
    assert old in HARBOR
    return read_yaml(HARBOR.replace(old, new, 1).encode() if old else HARBOR.encode(), file="c.yaml", code="TMPL004").expect_clean()


def told(outcome: Outcome[ContractSchema]) -> list[str]:
    assert outcome.value is None
    return [f"{item.where} {item.code} {item.message.en}" for item in outcome.diagnostics]


def test_every_role_has_its_slots() -> None:
    contract = parse_contract(document()).expect_clean()
    assert [role for role, slots in REQUIRED_SLOTS.items() if not set(slots) <= set(contract.layouts[role].slots)] == []


def test_a_slot_is_a_name_an_index_or_an_area() -> None:
    contract = parse_contract(document("source: 来源 Source, page", "source: {idx: 15}, page")).expect_clean()
    assert contract.layouts["content"].slots["source"] == ByIndex(15)
    assert contract.layouts["content"].slots["title"] == "标题 Title"
    assert contract.layouts["blank"].slots["body_area"] == Rect.inches(0.667, 0.40, 12, 6.40)


def test_what_else_a_layout_may_say() -> None:
    layouts = (
        parse_contract(
            document("layout: 封面 Cover", "layout: 封面 Cover\n    master: 2\n    slide: 3\n    ground: dark\n    logo: [12, 0.3, 1, 0.5]")
        )
        .expect_clean()
        .layouts
    )
    assert (layouts["cover"].master, layouts["cover"].slide, layouts["cover"].ground) == (2, 3, "dark")
    assert (layouts["cover"].logo, layouts["blank"].logo) == (Rect.inches(12, 0.3, 1, 0.5), None)
    assert (layouts["blank"].master, layouts["blank"].slide, layouts["blank"].ground) == (None, None, None)


def test_the_title_may_be_an_area_too() -> None:
    contract = parse_contract(document("slots: {title: 标题 Title, subtitle", "slots: {title: [0, 0, 1, 1], subtitle")).expect_clean()
    assert contract.layouts["cover"].slots["title"] == Rect.inches(0, 0, 1, 1)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  blank:\n", "  blank_page:\n", "c.yaml:6:3 TMPL004 no layout is given for the role 'blank'"),
        ("note: 注释 Note}", "footnote: 注释 Note}", "c.yaml:8:12 TMPL004 the role 'cover' lacks the slot 'note'"),
        ("layout: 封面 Cover", "layout: 封面 Cover\n    master: 0", "c.yaml:8:13 TMPL004 'layouts.cover.master' cannot be '0'"),
        ("layout: 封面 Cover", "layout: 封面 Cover\n    ground: grey", "c.yaml:8:13 TMPL004 'layouts.cover.ground' cannot be 'grey'"),
        (
            "note: 注释 Note}",
            "note: {idx: last}}",
            "c.yaml:8:90 TMPL004 'layouts.cover.slots.note' cannot be {'idx': 'last'}: `idx` is a whole number",
        ),
        (
            "template: harbor.pptx",
            "template: ../x.pptx",
            "c.yaml:4:11 TMPL004 'template' cannot be '../x.pptx': the template stands beside",
        ),
        ("template: harbor.pptx", "template: harbor.docx", "c.yaml:4:11 TMPL004 'template' cannot be 'harbor.docx': a template is a .pptx"),
        ("note: 注释 Note}", "note: 注释 Note, noot: x}", "c.yaml:8:99 TMPL004 the role 'cover' has no slot 'noot'"),
        ("layout: 封面 Cover", "layuot: 封面 Cover", "c.yaml:7:5 TMPL004 unknown field 'layouts.cover.layuot'"),
        (
            "layout: 封面 Cover",
            "layout: 封面 Cover\n    number: x",
            "c.yaml:8:13 TMPL004 'layouts.cover.number' cannot be 'x': it should be a whole",
        ),
        (
            "[0.667, 0.40, 12, 6.40]",
            "[0.667, 0.40, 12]",
            "c.yaml:23:41 TMPL004 'layouts.blank.slots.body_area' cannot be ['0.667', '0.40', '12']: a place is four numbers",
        ),
    ],
)
def test_mistakes_in_a_contract(old: str, new: str, message: str) -> None:
    complaints = told(parse_contract(document(old, new)))
    assert any(complaint.startswith(message) for complaint in complaints), complaints


def test_an_unknown_role_names_the_known_ones() -> None:
    for written, hint in (("blnk", "did you mean 'blank'?"), ("ending", "roles: cover, agenda, divider, content, closing, blank")):
        outcome = parse_contract(document("  blank:\n", f"  {written}:\n"))
        (unknown,) = (item for item in outcome.diagnostics if "unknown" in item.message.en)
        assert unknown.hint is not None and unknown.hint.en == hint


def test_a_wrong_slot_is_told_in_both_languages() -> None:
    (only,) = parse_contract(document("[0.667, 0.40, 12, 6.40]", "[0.667, 0.40, 12, wide]")).diagnostics
    assert only.message.zh.endswith("的值“[0.667, 0.40, 12, wide]”无效：位置是四个数 [x, y, 宽, 高]，以英寸计")


def test_a_place_in_centimetres_is_told_in_inches() -> None:
    (only,) = parse_contract(document("[0.667, 0.40, 12, 6.40]", "[1.7cm, 10 mm, 12in, 72pt]")).diagnostics
    assert only.hint is not None and only.hint.en == "in inches: [0.669, 0.394, 12, 1]"


def test_a_slot_without_a_value() -> None:
    (only,) = parse_contract(document("note: 注释 Note}", "note: }")).diagnostics
    assert only.message.en.startswith("'layouts.cover.slots.note' has no value: a slot is the name of a placeholder")
    assert only.hint is not None and only.hint.en == "[0, 0, 0, 0] where the template has no place for it"


def test_slots_of_another_role_are_no_mistake() -> None:
    contract = parse_contract(document("note: 注释 Note}", "note: 注释 Note, takeaway: 注释 Note}")).expect_clean()
    assert "takeaway" in contract.layouts["cover"].slots


@pytest.mark.parametrize(
    ("written", "slot"),
    [
        ("{idx: 13}", ByIndex(13)),
        ("{name: 注释 Note, at: [1, 2, 3, 4]}", Detailed("注释 Note", Rect.inches(1, 2, 3, 4), None)),
        ("{idx: 13, ground: dark}", Detailed(ByIndex(13), None, "dark")),
        ("{at: [1, 2, 3, 4], ground: light}", Detailed(None, Rect.inches(1, 2, 3, 4), "light")),
    ],
)
def test_the_long_form_of_a_slot(written: str, slot: Target) -> None:
    contract = parse_contract(document("note: 注释 Note}", f"note: {written}}}")).expect_clean()
    assert contract.layouts["cover"].slots["note"] == slot


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{ground: dark}", "a slot is the name of a placeholder"),
        ("{name: a, idx: 3}", "a placeholder is told by `name` or by `idx`, one of them"),
        ("{idx: 3, at: [1, 2]}", "a place is four numbers"),
        ("{name: a, ground: grey}", "`ground` is light or dark"),
        ("{name: a, place: b}", "there is no 'place', only name, idx, at, ground"),
        ("{name: [a]}", "a placeholder is told by `name` or by `idx`, one of them"),
        ("{}", "a slot is the name of a placeholder"),
    ],
)
def test_a_long_form_that_cannot_be_meant(written: str, said: str) -> None:
    (only,) = parse_contract(document("note: 注释 Note}", f"note: {written}}}")).diagnostics
    assert only.code == "TMPL004" and said in only.message.en
