from __future__ import annotations

from pathlib import Path

import pytest

from engine.base.units import inch
from engine.base.workspace import Workspace
from engine.brand.theme import COLOR_TOKENS, TYPE_ROLES, load_theme, theme_names
from engine.model.theme import Color, FontFace, Theme, TypeRole


def edit(workspace: Workspace, old: str, new: str) -> None:
    path: Path = workspace.root / "assets/themes/harbor.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def complaints(workspace: Workspace, name: str = "harbor") -> list[tuple[str, str]]:
    outcome = load_theme(workspace, name)
    assert outcome.value is None
    return [(item.code, item.message.en) for item in outcome.diagnostics]


@pytest.fixture
def theme(workspace: Workspace) -> Theme:
    return load_theme(workspace, "harbor").expect_clean()


def test_harbor(theme: Theme) -> None:
    assert theme.color("ink") == Color("14232F", "tx1")
    assert theme.color("deep2") == Color("143450")
    assert theme.body == FontFace("Microsoft YaHei", "Microsoft YaHei", "Noto Sans CJK SC")
    assert theme.role("page_title") == TypeRole(26, 35, 22, bold=True)
    assert theme.role("source") == TypeRole(9, 12, 9)  # without `min`: never smaller
    assert theme.card_radius == inch(0.08)
    assert set(theme.colors) == set(COLOR_TOKENS)
    assert set(theme.type_scale) == set(TYPE_ROLES)


def test_a_theme_of_the_workspace_hides_the_built_in_one(harbor: Workspace) -> None:
    edit(harbor, "1A6585", "aa0011")
    assert load_theme(harbor, "harbor").expect_clean().color("primary") == Color("AA0011", "accent1")


def test_what_a_theme_may_say_of_its_cards(harbor: Workspace) -> None:
    plain = load_theme(harbor, "harbor").expect_clean()
    assert (plain.pill_radius, plain.card_rule, plain.dark_panels) == (None, 0, True)
    edit(harbor, "radius: {card: 0.08, chip: 0.04}", "radius: {card: 0, chip: 0, pill: 0}\ncards: {rule: 0.05}\npanels: light")
    other = load_theme(harbor, "harbor").expect_clean()
    assert (other.pill_radius, other.card_rule, other.dark_panels) == (0, inch(0.05), False)


def test_series_of_charts_are_those_of_the_theme_or_none(harbor: Workspace) -> None:
    assert load_theme(harbor, "harbor").expect_clean().series == ()
    edit(harbor, "\nfonts:", "\nseries:\n  - {hex: 1A6585, slot: accent1}\n  - aa0011\nfonts:")
    assert load_theme(harbor, "harbor").expect_clean().series == (Color("1A6585", "accent1"), Color("AA0011"))


def test_no_such_theme(workspace: Workspace) -> None:
    outcome = load_theme(workspace, "habor")
    assert complaints(workspace, "habor") == [("TMPL001", "there is no theme 'habor'")]
    assert outcome.diagnostics[0].hint is not None and outcome.diagnostics[0].hint.zh == "是否想写“harbor”？"
    assert complaints(workspace, "../../etc/passwd") == [("TMPL001", "there is no theme '../../etc/passwd'")]
    assert "harbor" in theme_names(workspace)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("1A6585", "1A658", "'colors.primary.hex' cannot be '1A658': a colour is six hexadecimal digits RRGGBB"),
        ("slot: accent1", "slot: accent9", "'colors.primary.slot' cannot be 'accent9': a slot is one of tx1 bg1 tx2 bg2 accent1 accent2"),
        ("  ink2: 43535F", "  ink22: 43535F", "'colors' lacks 'ink2'"),
        ("  ink2: 43535F", "  ink2: 43535F\n  ink4: 43535F", "'colors' knows no 'ink4'"),
        (
            "  body: {size: 14, pitch: 22.5, min: 12",
            "  body: {size: 14, pitch: 12, min: 12",
            "the line pitch of 'body' is smaller than its size",
        ),
        ("  body: {size: 14, pitch: 22.5, min: 12", "  body: {size: 14, pitch: 22.5, min: 15", "the smallest size of 'body' is larger"),
        (
            "  body: {size: 14, pitch: 22.5, min: 12, max: 16",
            "  body: {size: 14, pitch: 22.5, max: 13",
            "the largest size of 'body' is smaller",
        ),
        ("name: harbor", "nam: harbor", "'name' is missing"),
        ("radius: {card: 0.08", "radius: {card: 0.08, card: 1", "key 'card' is given twice"),
    ],
)
def test_mistakes_in_a_theme(harbor: Workspace, old: str, new: str, message: str) -> None:
    edit(harbor, old, new)
    told = complaints(harbor)
    assert any(text.startswith(message) for _, text in told), told
    assert {code for code, _ in told} == {"TMPL002"}


def test_a_misspelt_token_is_told_with_the_nearest(harbor: Workspace) -> None:
    edit(harbor, "  ink2: 43535F", "  inkk2: 43535F")
    told = load_theme(harbor, "harbor").diagnostics
    hints = [(str(item.where), item.hint.en) for item in told if item.hint]
    before, _, _ = (harbor.root / "assets/themes/harbor.yaml").read_text(encoding="utf-8").partition("  inkk2: ")
    assert hints == [(f"assets/themes/harbor.yaml:{before.count(chr(10)) + 1}:3", "did you mean 'ink2'?")]
