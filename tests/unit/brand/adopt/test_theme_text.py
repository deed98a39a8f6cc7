from __future__ import annotations

from pathlib import Path

from engine.base.diagnostics import Phrase
from engine.base.workspace import Workspace
from engine.brand.adopt.palette import Seen, palette
from engine.brand.adopt.theme_text import NewTheme, SizedRole, theme_text
from engine.brand.adopt.typefaces import ChosenFace
from engine.brand.theme import load_theme

FACE = ChosenFace("Arial", "黑体", "Noto Sans CJK SC", (Phrase("注", "a note"),))
ROLE = SizedRole("page_title", 24, 32.5, 19, bold=False, why=Phrase("模板", "the template"))
COMPANY = NewTheme("company", "公司.potx", palette(Seen({"tx1": "123456"}, "FFFFFF")), {"heading": FACE, "body": FACE}, 0.75, (ROLE,))


def test_the_theme_loads(workspace: Workspace) -> None:
    path = workspace.root / "assets/themes/company.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(theme_text(COMPANY), encoding="utf-8")
    theme = load_theme(workspace, "company").expect_clean()
    assert (theme.body.latin, theme.body.ea, theme.body.pdf) == ("Arial", "黑体", "Noto Sans CJK SC")
    assert (theme.color("ink").hex, theme.color("ink").slot, theme.scale, theme.motif) == ("123456", "tx1", 0.75, "none")
    assert (theme.role("page_title").size, theme.role("body").size) == (18, 10.5)


def test_what_is_beside_each_thing() -> None:
    lines = theme_text(COMPANY).splitlines()
    assert lines[:2] == [
        "# 由“公司.potx”采纳而来（debrief template adopt），可以改：没写的颜色、字号沿用 harbor。",
        "# adopted from 公司.potx by `debrief template adopt`; change what is wrong. What is not said here is that of harbor.",
    ]
    assert '  ink: {hex: "123456", slot: tx1}  # 主题色 tx1 · the theme\'s tx1' in lines
    assert "  page_title: {size: 24, pitch: 32.5, min: 19, bold: false}  # 模板 · the template" in lines
    assert lines[lines.index("fonts:") + 1 :][:3] == ["  # 注", "  # a note", "  heading: {latin: Arial, ea: 黑体, pdf: Noto Sans CJK SC}"]


def test_a_paper_has_no_scale(tmp_path: Path) -> None:
    assert "scale:" not in theme_text(NewTheme("company", "x.dotx", (), {}))
