from __future__ import annotations

from engine.brand.adopt.paper_specs import COVER_COLORS, RUNNING_TEXT, SPEC, SPECS
from engine.brand.paper_style import STYLE_ROLES
from engine.brand.theme import COLOR_TOKENS


def test_every_role_can_be_made_after_what_it_is_based_on() -> None:
    assert set(STYLE_ROLES) <= set(SPEC)
    made = {"Normal"}
    for spec in SPECS:
        assert spec.based in made, spec.role
        made.add(spec.role)


def test_colours_are_tokens_and_names_are_told_apart() -> None:
    for spec in SPECS:
        assert {spec.color, *(edge.color for edge in spec.edges)} <= set(COLOR_TOKENS), spec.role
    assert {token for pair in COVER_COLORS.values() for token in pair} <= set(COLOR_TOKENS)
    for names in ([spec.zh for spec in SPECS], [spec.en for spec in SPECS]):
        assert len(set(names)) == len(names)
    assert set(STYLE_ROLES) >= RUNNING_TEXT
