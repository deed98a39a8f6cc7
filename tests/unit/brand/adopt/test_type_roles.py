from __future__ import annotations

from pathlib import Path

import pytest

from engine.base.diagnostics import Phrase
from engine.base.units import Rect
from engine.brand.adopt.contract_text import RolePlan
from engine.brand.adopt.placed import Placed
from engine.brand.adopt.role_layouts import RoleLayout
from engine.brand.adopt.type_roles import deck_scale, sized_roles
from tests.support.templates import layout, put_deck, seen_deck


@pytest.mark.parametrize(("width", "height", "scale"), [(12, 5.1, 1), (9, 5, 0.75), (24, 12, 2), (12, 2.5, 0.5), (1, 1, 0.3)])
def test_the_scale_follows_the_content(width: float, height: float, scale: float) -> None:
    assert deck_scale(Rect.inches(0, 0, width, height)) == scale


def test_titles_follow_the_template_within_bounds(tmp_path: Path) -> None:
    deck = seen_deck(put_deck(tmp_path / "x.pptx"))
    why = Phrase("", "")

    def plan(role: str, number: str, high: float) -> RolePlan:
        seen = layout(deck, number)
        title = Placed("title", seen.title, Rect.inches(0.5, 1, 9, high), sure=True, why=why)
        box = Placed("number", None, Rect.inches(0.5, 1, 3, 0.9), sure=True, why=why)
        return RolePlan(RoleLayout(role, seen, sure=True, reasons=()), None, (title, box))

    plans = [plan("cover", "1.1", 1.6), plan("agenda", "1.2", 0.4), plan("divider", "1.3", 0.9), plan("content", "1.2", 0.6)]
    assert {role.name: (role.size, role.least, role.bold) for role in sized_roles(plans, 0.75)} == {
        "page_title": (24, 19, False),  # two lines of it are as high as its box
        "cover_title": (52, 41.5, False),
        "agenda_title": (28.5, 22.5, False),  # as high as its box
        "divider_title": (38, 30, True),
        "divider_number": (71.5, 50, True),
    }
