from __future__ import annotations

import datetime as dt
import io
import shutil
from pathlib import Path

import pptx
import pytest
from PIL import Image
from pptx.util import Inches

from engine.base.units import Rect
from engine.base.workspace import BUILTIN_ROOT, Workspace
from engine.brand.brand_rules import brand_rules
from engine.model.brand_rules import BrandRules, Logo

HOUSE = Workspace(BUILTIN_ROOT, BUILTIN_ROOT / "out", dt.date(2025, 7, 8))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with a theme `acme`: harbor with a logo on its content layout."""
    for folder in ("templates/pptx", "assets/themes"):
        (tmp_path / folder).mkdir(parents=True)
    theme = (BUILTIN_ROOT / "assets/themes/harbor.yaml").read_text("utf-8").replace("name: harbor", "name: acme")
    (tmp_path / "assets/themes/acme.yaml").write_text(theme, "utf-8")
    contract = (BUILTIN_ROOT / "templates/pptx/harbor.yaml").read_text("utf-8").replace("harbor.pptx", "acme.pptx")
    (tmp_path / "templates/pptx/acme.yaml").write_text(contract, "utf-8")
    shutil.copy(BUILTIN_ROOT / "templates/pptx/harbor.pptx", tmp_path / "templates/pptx/acme.pptx")
    return Workspace(tmp_path, tmp_path / "out", dt.date(2025, 7, 8))


def put_logo(workspace: Workspace, frame: tuple[float, float, float, float]) -> None:
    """Put a picture on the layout of content."""
    path = workspace.root / "templates/pptx/acme.pptx"
    deck = pptx.Presentation(str(path))
    layout = next(each for each in deck.slide_layouts if "Content" in each.name)
    blob = io.BytesIO()
    Image.new("RGB", (4, 2)).save(blob, "PNG")
    slide = deck.slides.add_slide(layout)
    picture = slide.shapes.add_picture(blob, *map(Inches, frame))
    relation = layout.part.relate_to(
        slide.part.related_part(picture._element.blip_rId), "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    )
    picture._element.blipFill.blip.rEmbed = relation
    layout.shapes._spTree.append(picture._element)
    listed = deck.slides._sldIdLst
    deck.part.drop_rel(listed[-1].rId)
    listed.remove(listed[-1])
    deck.save(str(path))


def rules(workspace: Workspace, format_name: str = "pptx", theme: str = "acme") -> BrandRules:
    return brand_rules(workspace, theme, format_name).expect_clean()


def test_colours_and_fonts_are_those_of_theme_and_template() -> None:
    found = rules(HOUSE, theme="harbor")
    assert {"14232F", "92590A", "000000", "FFFFFF"} <= found.colors and "FF00FF" not in found.colors
    assert {"Microsoft YaHei", "Noto Sans CJK SC", "SimSun"} <= found.fonts
    assert (found.theme, found.logos) == ("harbor", ())


def test_every_form_has_its_smallest_size() -> None:
    assert [rules(HOUSE, name, "harbor").least for name in ("pptx", "docx", "pdf")] == [9.0, 8.0, 8.0]


def test_a_small_picture_of_a_layout_is_a_logo(workspace: Workspace) -> None:
    put_logo(workspace, (12.2, 0.1, 1, 0.4))
    assert rules(workspace).logos == (Logo("内容 Content", Rect.inches(12.2, 0.1, 1, 0.4)),)


@pytest.mark.parametrize("frame", [(1, 1, 6, 3), (12, 0.1, 2, 0.4), (1, 0.7, 1, 0.4)], ids=["large", "off the page", "below a title"])
def test_other_pictures_are_none(workspace: Workspace, frame: tuple[float, float, float, float]) -> None:
    put_logo(workspace, frame)
    assert rules(workspace).logos == ()


def test_the_contract_says_where_the_logo_is(workspace: Workspace) -> None:
    put_logo(workspace, (12.2, 0.1, 1, 0.4))
    contract = workspace.root / "templates/pptx/acme.yaml"
    contract.write_text(contract.read_text("utf-8").replace("  content:\n", "  content:\n    logo: [0, 7, 2, 0.5]\n"), "utf-8")
    assert rules(workspace).logos == (Logo("内容 Content", Rect.inches(0, 7, 2, 0.5)),)


def test_a_theme_that_is_not_here() -> None:
    outcome = brand_rules(HOUSE, "nobody", "docx")
    assert outcome.value is None and [item.code for item in outcome.diagnostics] == ["TMPL001"]
