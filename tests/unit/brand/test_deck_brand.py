from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from engine.base.diagnostics import Severity
from engine.base.units import Rect, Size, inch
from engine.base.workspace import Workspace
from engine.brand.deck_brand import load_deck_brand

Rewriter = Callable[[Mapping[str, Callable[[bytes], bytes]]], Path]


def complaints(workspace: Workspace) -> list[str]:
    outcome = load_deck_brand(workspace, "harbor")
    assert outcome.value is None
    return [f"{item.where} {item.code} {item.message.en}" for item in outcome.diagnostics]


def test_harbor_comes_from_the_built_in_files(workspace: Workspace) -> None:
    brand = load_deck_brand(workspace, "harbor").expect_clean()
    assert brand.size == Size(inch(40 / 3), inch(7.5))
    assert list(brand.layouts) == ["cover", "agenda", "divider", "content", "closing", "blank"]
    assert brand.layout("content").slot("title").frame == Rect.inches(2 / 3, 0.68, 12, 0.50)


def test_each_colour_slot_of_the_theme_is_true_in_the_template(workspace: Workspace) -> None:
    brand = load_deck_brand(workspace, "harbor").expect_clean()
    claimed = {token: color for token, color in brand.theme.colors.items() if color.slot}
    assert len(claimed) >= 10
    assert [token for token, color in claimed.items() if not brand.office.has(color)] == []
    assert brand.office.minor.are(brand.theme.body)
    assert brand.office.major.are(brand.theme.heading)


def test_files_that_are_not_there(harbor: Workspace) -> None:
    contract = harbor.root / "templates/pptx/harbor.yaml"
    contract.write_text(contract.read_text(encoding="utf-8").replace("template: harbor.pptx", "template: acme.potx"), encoding="utf-8")
    assert complaints(harbor) == ["templates/pptx/harbor.yaml:4:11 TMPL003 the file 'templates/pptx/acme.potx' is not there"]


def test_a_theme_without_a_contract(harbor: Workspace) -> None:
    theme = harbor.root / "assets/themes/harbor.yaml"
    theme.with_name("acme.yaml").write_text(theme.read_text(encoding="utf-8").replace("name: harbor", "name: acme"), encoding="utf-8")
    outcome = load_deck_brand(harbor, "acme")
    assert [(item.code, item.message.zh) for item in outcome.diagnostics] == [("TMPL003", "找不到文件“templates/pptx/acme.yaml”")]


def test_mistakes_of_each_file_stop_there(harbor: Workspace) -> None:
    (harbor.root / "templates/pptx/harbor.pptx").write_bytes(b"no zip")
    assert complaints(harbor) == ["templates/pptx/harbor.pptx TMPL005 unusable template: not an Office file (no zip package)"]
    (harbor.root / "templates/pptx/harbor.yaml").write_text("template: harbor.pptx\nlayouts: {}\n", encoding="utf-8")
    assert len(complaints(harbor)) == 6
    (harbor.root / "assets/themes/harbor.yaml").write_text("a: [", encoding="utf-8")
    assert complaints(harbor)[0].startswith("assets/themes/harbor.yaml:2:1 TMPL002 not valid YAML")


def test_any_slide_size(harbor: Workspace, rewrite: Rewriter) -> None:
    rewrite({"ppt/presentation.xml": lambda blob: blob.replace(b'cx="12192000"', b'cx="9144000"')})
    found = load_deck_brand(harbor, "harbor")
    assert found.value is not None and found.value.size == Size(inch(10), inch(7.5))
    (only,) = found.diagnostics
    assert (str(only.where), only.code) == ("templates/pptx/harbor.yaml:23:41", "TMPL018")
    assert only.message.en == "the place of 'body_area' reaches off the slide, which is 10.00 × 7.50 in"


def test_what_no_role_uses_is_not_told(harbor: Workspace, rewrite: Rewriter) -> None:
    rewrite({"ppt/slideLayouts/slideLayout2.xml": lambda blob: re.sub(rb'prst="rect"', b'prst="star5"', blob, count=1)})
    contract = harbor.root / "templates/pptx/harbor.yaml"
    text = (
        contract.read_text(encoding="utf-8")
        .replace("目录 Agenda", "内容 Content")
        .replace("subtitle: 副标题 Subtitle, body_area: 条目 Items", "body_area: 正文 Body")
    )
    contract.write_text(text, encoding="utf-8")
    load_deck_brand(harbor, "harbor").expect_clean()


def test_shapes_that_a_page_cannot_show_are_a_warning(harbor: Workspace, rewrite: Rewriter) -> None:
    rewrite({"ppt/slideLayouts/slideLayout2.xml": lambda blob: re.sub(rb'prst="rect"', b'prst="cloud"', blob, count=1)})
    outcome = load_deck_brand(harbor, "harbor")
    assert outcome.value is not None
    (only,) = outcome.diagnostics
    assert (only.code, only.severity) == ("TMPL011", Severity.WARNING)
    assert only.message.en == "the PDF cannot draw of the layout '目录 Agenda': 深色侧栏 Deep panel (the preset shape cloud)"
    assert only.message.zh == "PDF 画不出版式“目录 Agenda”的：深色侧栏 Deep panel（预设形状 cloud）"


def test_layouts_that_no_role_uses_are_no_matter(harbor: Workspace, rewrite: Rewriter) -> None:
    rewrite({"ppt/slideLayouts/slideLayout2.xml": lambda blob: re.sub(rb'prst="rect"', b'prst="cloud"', blob, count=1)})
    contract = harbor.root / "templates/pptx/harbor.yaml"
    said = contract.read_text("utf-8")
    content = said[said.index("  content:") : said.index("  closing:")].replace("  content:", "  agenda:")
    agenda = said[said.index("  agenda:") : said.index("  divider:")]
    contract.write_text(said.replace(agenda, content), "utf-8")
    assert load_deck_brand(harbor, "harbor").diagnostics == ()
