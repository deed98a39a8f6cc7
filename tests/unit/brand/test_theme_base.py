from __future__ import annotations

import pytest

from engine.base.workspace import Workspace
from engine.brand.theme import PAPER_ROLES, load_theme
from engine.model.theme import Color, TypeRole

HEAD = "label: {zh: 公司, en: Company}\n"


def put(workspace: Workspace, name: str, text: str) -> None:
    folder = workspace.root / "assets/themes"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.yaml").write_text(f"name: {name}\n{HEAD}{text}", encoding="utf-8")


def complaints(workspace: Workspace, name: str) -> list[str]:
    outcome = load_theme(workspace, name)
    assert outcome.value is None
    return [f"{item.where} {item.code} {item.message.en}" for item in outcome.diagnostics]


def test_only_what_differs(workspace: Workspace) -> None:
    put(
        workspace, "company", "base: harbor\ncolors: {primary: AA0011}\nfonts: {body: {latin: Arial, ea: SimSun, pdf: Noto Serif CJK SC}}\n"
    )
    own, harbor = load_theme(workspace, "company").expect_clean(), load_theme(workspace, "harbor").expect_clean()
    assert own.color("primary") == Color("AA0011")  # the whole colour: without the slot of the other
    assert own.color("ink") == harbor.color("ink")
    assert (own.body.ea, own.heading) == ("SimSun", harbor.heading)
    assert own.type_scale == harbor.type_scale


def test_the_scale_is_that_of_decks(workspace: Workspace) -> None:
    put(workspace, "company", "base: harbor\nscale: 0.75\ntype: {page_title: {size: 28, pitch: 36, bold: true}}\n")
    own, harbor = load_theme(workspace, "company").expect_clean(), load_theme(workspace, "harbor").expect_clean()
    assert own.role("page_title") == TypeRole(21, 27, 21, bold=True)
    assert own.role("source") == TypeRole(6.75, 9, 6.75)
    assert own.scale == 0.75
    assert {name: own.role(name) for name in own.type_scale if name.startswith(PAPER_ROLES)} == {
        name: role for name, role in harbor.type_scale.items() if name.startswith(PAPER_ROLES)
    }


def test_the_motif_belongs_to_one_cover(workspace: Workspace) -> None:
    put(workspace, "company", "base: harbor\n")
    put(workspace, "lit", "base: harbor\nmotif: skyline\n")
    motifs = [load_theme(workspace, name).expect_clean().motif for name in ("harbor", "company", "lit")]
    assert motifs == ["skyline", "none", "skyline"]


def test_a_base_may_have_a_base(workspace: Workspace) -> None:
    put(workspace, "group", "base: harbor\ncolors: {primary: AA0011, accent: FFCC00}\n")
    put(workspace, "company", "base: group\ncolors: {primary: 0011AA}\n")
    own = load_theme(workspace, "company").expect_clean()
    assert (own.color("primary").hex, own.color("accent").hex) == ("0011AA", "FFCC00")


def test_mistakes_are_told_where_they_were_made(workspace: Workspace) -> None:
    put(workspace, "group", "base: harbor\ncolors: {primary: AA001}\n")
    put(workspace, "company", "base: group\ntype: {body: {size: 10, pitch: 8}}\n")
    told = complaints(workspace, "company")
    assert [each.split(": ")[0] for each in told] == ["assets/themes/group.yaml:4:19 TMPL002 'colors.primary' cannot be 'AA001'"]
    put(workspace, "group", "base: harbor\n")
    assert complaints(workspace, "company") == ["assets/themes/company.yaml:4:32 TMPL002 the line pitch of 'body' is smaller than its size"]


def test_no_such_base(workspace: Workspace) -> None:
    put(workspace, "company", "base: harbour\n")
    assert complaints(workspace, "company") == ["assets/themes/company.yaml:3:7 TMPL001 there is no theme 'harbour'"]


@pytest.mark.parametrize(("other", "chain"), [("company", "company → company"), ("group", "company → group → company")])
def test_themes_in_a_circle(workspace: Workspace, other: str, chain: str) -> None:
    put(workspace, "company", f"base: {other}\n")
    if other == "group":
        put(workspace, "group", "base: company\n")
    (only,) = complaints(workspace, "company")
    assert only.endswith(f"TMPL002 themes are each other's base: {chain}")


def test_a_motif_that_nobody_draws(workspace: Workspace) -> None:
    put(workspace, "company", "base: harbor\nmotif: rainbow\n")
    assert complaints(workspace, "company")[0].startswith("assets/themes/company.yaml:4:8 TMPL002 'motif' cannot be 'rainbow'")
