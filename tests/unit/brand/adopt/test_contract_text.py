from __future__ import annotations

from pathlib import Path

from engine.base.diagnostics import Phrase
from engine.base.records import replace
from engine.base.units import Rect
from engine.brand.adopt.contract_text import RolePlan, contract_text, slot_text
from engine.brand.adopt.placed import Placed
from engine.brand.adopt.role_layouts import RoleLayout
from engine.brand.inspect.seen_deck import SeenLayout
from tests.support.templates import layout, put_deck, seen_deck

WHY = Phrase("原因", "a reason")


def title_slide(tmp_path: Path) -> SeenLayout:
    return layout(seen_deck(put_deck(tmp_path / "x.pptx")), "1.1")


def plan(seen: SeenLayout, *slots: Placed, master: int | None = None, slide: int | None = None, sure: bool = True) -> RolePlan:
    return RolePlan(RoleLayout("cover", seen, sure, (WHY,), slide), master, slots)


def test_the_short_and_the_long_forms(tmp_path: Path) -> None:
    seen = title_slide(tmp_path)
    title, elsewhere = seen.title, Rect.inches(1, 1, 3, 1)
    assert title is not None and title.frame is not None
    named = Placed("title", title, title.frame, sure=True, why=WHY)
    whole = plan(seen, named, Placed("unit", None, elsewhere, sure=True, why=WHY))
    assert slot_text(named, whole) == "Title 1"
    assert slot_text(replace(named, frame=elsewhere), whole) == "{name: Title 1, at: [1, 1, 3, 1]}"
    assert slot_text(replace(named, ground="dark"), whole) == "{name: Title 1, ground: dark}"
    assert slot_text(Placed("unit", None, elsewhere, sure=True, why=WHY), whole) == "[1, 1, 3, 1]"
    assert slot_text(Placed("unit", None, elsewhere, sure=True, why=WHY, ground="light"), whole) == "{at: [1, 1, 3, 1], ground: light}"


def test_placeholders_of_one_name_are_told_by_their_index(tmp_path: Path) -> None:
    seen = title_slide(tmp_path)
    twins = replace(seen, placeholders=tuple(replace(each, name="Text") for each in seen.placeholders))
    second = twins.placeholders[1]
    assert second.frame is not None
    assert slot_text(Placed("title", second, second.frame, sure=True, why=WHY), plan(twins)) == "{idx: 1}"


def test_one_ground_for_all_slots_is_said_once(tmp_path: Path) -> None:
    seen = title_slide(tmp_path)
    slots = tuple(Placed(name, None, Rect.inches(1, 1, 3, 1), sure=True, why=WHY, ground="dark") for name in ("unit", "meta"))
    text = contract_text("x.pptx", "x.pptx", [plan(seen, *slots)])
    assert text.count("ground: dark") == 1 and "    ground: dark\n    slots:\n      unit: [1, 1, 3, 1]" in text


def test_what_was_guessed_and_why_stands_beside(tmp_path: Path) -> None:
    seen = title_slide(tmp_path)
    slot = Placed("unit", None, Rect.inches(1, 1, 3, 1), sure=False, why=WHY)
    lines = contract_text("company.potx", "公司 模板.potx", [plan(seen, slot, master=2, slide=3, sure=False)]).splitlines()
    assert lines[0] == "# 公司 模板.potx → company.potx"
    assert lines[5:] == [
        "template: company.potx",
        "layouts:",
        "  cover:",
        "    # 请核对。版式 1.1：原因",
        "    # Look at it. Layout 1.1: a reason",
        "    layout: Title Slide",
        "    master: 2",
        "    slide: 3",
        "    slots:",
        "      unit: [1, 1, 3, 1]  # 请核对 look at it: 原因 · a reason",
    ]
