from __future__ import annotations

from pathlib import Path

import pytest

from engine.base.diagnostics import Phrase
from engine.base.units import Rect, Size, inch
from engine.brand.adopt.contract_text import RolePlan
from engine.brand.adopt.placed import Placed
from engine.brand.adopt.role_layouts import RoleLayout
from engine.brand.adopt.type_roles import deck_scale, sized_roles
from engine.brand.inspect.seen_deck import SeenDeck
from tests.support.templates import layout, put_deck, seen_deck

PAGE, SMALL_PAGE = Size(inch(13.333), inch(7.5)), Size(inch(10), inch(7.5))


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(12, 5.1, 1), (9, 5, 0.818), (24, 12, 2), (12, 2.5, 0.889), (12, 4.6, 0.92), (1, 1, 0.3)]
)
def test_the_scale_follows_the_content_down_to_what_can_be_read(width: float, height: float, scale: float) -> None:
    assert deck_scale(Rect.inches(0, 0, width, height), PAGE) == scale


@pytest.mark.parametrize(("scale", "size"), [(0.95, None), (0.855, 9.5), (0.8, 10.0)])
def test_sources_keep_eight_points_of_a_widescreen_page(tmp_path: Path, scale: float, size: float | None) -> None:
    deck = seen_deck(put_deck(tmp_path / "x.pptx"))
    assert {role.name: role.size for role in sized_roles(all_plans(deck), scale, PAGE)}.get("source") == size


def test_titles_follow_the_template_within_bounds(tmp_path: Path) -> None:
    deck = seen_deck(put_deck(tmp_path / "x.pptx"))
    assert {role.name: (role.size, role.least, role.bold) for role in sized_roles(all_plans(deck), 0.75, SMALL_PAGE)} == {
        "page_title": (24, 19, False),  # two lines of it are as high as its box
        "cover_title": (52, 41.5, False),
        "agenda_title": (28.5, 22.5, False),  # as high as its box
        "divider_title": (38, 30, True),
        "divider_number": (71.5, 50, True),
    }


def all_plans(deck: SeenDeck) -> list[RolePlan]:
    return [
        plan(deck, "cover", "1.1", 1.6),
        plan(deck, "agenda", "1.2", 0.4),
        plan(deck, "divider", "1.3", 0.9),
        plan(deck, "content", "1.2", 0.6),
    ]


def plan(deck: SeenDeck, role: str, number: str, high: float) -> RolePlan:
    seen, why = layout(deck, number), Phrase("", "")
    title = Placed("title", seen.title, Rect.inches(0.5, 1, 9, high), sure=True, why=why)
    box = Placed("number", None, Rect.inches(0.5, 1, 3, 0.9), sure=True, why=why)
    return RolePlan(RoleLayout(role, seen, sure=True, reasons=()), None, (title, box))
