"""A company's template of any page size, with its contract and theme: python-pptx's own master, stretched and coloured."""

from __future__ import annotations

from pathlib import Path

import pptx
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.presentation import Presentation
from pptx.util import Emu, Inches

from engine.base.units import Size, inch
from engine.base.workspace import Workspace
from engine.brand.grid_scale import grid_scale

COVER, CONTENT, SECTION = "Title Slide", "Title and Content", "Section Header"


def put_company(workspace: Workspace, width: float, height: float, *, name: str = "company", suffix: str = "pptx") -> Path:
    """Write template, contract and theme of a company whose pages are `width` by `height` inches; return the template's path."""
    folder = workspace.root / "templates/pptx"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.{suffix}"
    deck = stretched(width, height)
    band(deck, COVER, (0, 0, width, height * 0.45), "17375E")
    band(deck, CONTENT, (0, height * 0.97, width, height * 0.03), "17375E")
    deck.save(str(path))
    (folder / f"{name}.yaml").write_text(contract(path.name, width, height), encoding="utf-8")
    themes = workspace.root / "assets/themes"
    themes.mkdir(parents=True, exist_ok=True)
    scale = grid_scale(inch(width * 0.9), inch(height * 0.68), Size(inch(width), inch(height)))
    (themes / f"{name}.yaml").write_text(theme(name, scale), encoding="utf-8")
    return path


def stretched(width: float, height: float) -> Presentation:
    """Return python-pptx's own template at another page size, everything on its master and layouts stretched with the page."""
    deck = pptx.Presentation()
    across, down = width / 10, height / 7.5  # the library's own is 4:3
    master = deck.slide_master
    for shapes in (master.shapes, *(layout.shapes for layout in deck.slide_layouts)):
        for shape in shapes:
            if shape._element.find(".//{*}xfrm") is not None:
                shape.left, shape.top = Emu(round(shape.left * across)), Emu(round(shape.top * down))
                shape.width, shape.height = Emu(round(shape.width * across)), Emu(round(shape.height * down))
    deck.slide_width, deck.slide_height = Inches(width), Inches(height)
    return deck


def band(deck: Presentation, layout: str, frame: tuple[float, float, float, float], color: str) -> None:
    """Draw a filled rectangle below the placeholders of a layout."""
    shapes = next(each for each in deck.slide_layouts if each.name == layout).shapes
    slide = deck.slides.add_slide(deck.slide_layouts[6])  # layouts have no add_shape
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Inches, frame))
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor.from_string(color)
    shape.line.fill.background()
    shape.shadow.inherit = False
    shape.name = f"Band {color}"
    shapes._spTree.insert(2, shape._element)
    listed = deck.slides._sldIdLst
    deck.part.drop_rel(listed[-1].rId)
    listed.remove(listed[-1])


def contract(template: str, width: float, height: float) -> str:
    """Return a contract whose frames are shares of the page."""

    def frame(x: float, y: float, across: float, down: float) -> str:
        return f"[{width * x:.3f}, {height * y:.3f}, {width * across:.3f}, {height * down:.3f}]"

    number = "{idx: 12}"
    page = (
        f"eyebrow: {frame(0.05, 0.04, 0.9, 0.035)}, takeaway: {frame(0.05, 0.155, 0.9, 0.04)}, body_area: {frame(0.05, 0.22, 0.9, 0.68)}, "
        f"source: {frame(0.05, 0.93, 0.6, 0.03)}, page_number: {frame(0.9, 0.93, 0.05, 0.03)}"
    )
    title = frame(0.05, 0.08, 0.9, 0.065)
    return f"""template: {template}
layouts:
  cover:
    layout: {COVER}
    slots: {{title: {frame(0.05, 0.12, 0.9, 0.25)}, subtitle: {frame(0.05, 0.5, 0.9, 0.05)}, unit: {frame(0.05, 0.05, 0.6, 0.04)},
            meta: {frame(0.05, 0.58, 0.9, 0.04)}, note: {frame(0.05, 0.93, 0.9, 0.03)}}}
  agenda:
    layout: {CONTENT}
    slots: {{title: {title}, body_area: {frame(0.05, 0.2, 0.9, 0.7)}, page_number: {number}}}
  divider:
    layout: {SECTION}
    slots: {{title: {frame(0.05, 0.45, 0.45, 0.1)}, number: {frame(0.05, 0.15, 0.45, 0.28)}, lead: {frame(0.05, 0.57, 0.42, 0.2)},
            body_area: {frame(0.55, 0.15, 0.4, 0.68)}, page_number: {number}}}
  content:
    layout: {CONTENT}
    slots: {{title: {{name: Title 1, at: {title}}}, {page}}}
  closing:
    layout: {CONTENT}
    slots: {{title: {title}, {page}}}
  blank:
    layout: Blank
    slots: {{title: {title}, body_area: {frame(0.05, 0.05, 0.9, 0.85)}, source: {frame(0.05, 0.93, 0.6, 0.03)}, page_number: {number}}}
"""


def theme(name: str, scale: float) -> str:
    return f"name: {name}\nlabel: {{zh: 公司, en: Company}}\nbase: harbor\nscale: {scale:g}\ncolors:\n  primary: 17375E\n"
