"""`load_deck_brand`: theme, contract and template together, or everything that is wrong with them."""

from __future__ import annotations

from engine.base.diagnostics import NOWHERE, Diagnostic, Location, Outcome, Phrase, error, warning
from engine.base.units import Size, inch
from engine.base.workspace import Workspace
from engine.brand.brand_parts import BrandReader
from engine.brand.contract import match_layouts, parse_contract
from engine.brand.deck_layout import DeckBrand
from engine.brand.deck_template import DeckTemplate, read_deck_template

FOLDER = "templates/pptx"
DECK_SIZE = Size(inch(40 / 3), inch(7.5))
"""The slide patterns are drawn for this size."""

_TOLERANCE = inch(0.01)
_READER = BrandReader(FOLDER, parse_contract, read_deck_template)


def load_deck_brand(workspace: Workspace, theme_name: str, chosen_at: Location = NOWHERE) -> Outcome[DeckBrand]:
    """Load what a deck in the theme `theme_name` looks like; `chosen_at` is blamed when there is no such theme.

    TMPL001 to TMPL007: as `BrandReader.parts`. TMPL008, TMPL009: contract and template disagree. TMPL010: another slide size. TMPL011
    (warning): shapes that the PDF leaves out.
    """
    found = _READER.parts(workspace, theme_name, chosen_at)
    parts = found.value
    if parts is None:
        return Outcome(None, found.diagnostics)
    layouts = match_layouts(parts.contract, parts.document, parts.template)
    noticed = (*layouts.diagnostics, *_remarks(parts.template, parts.template_file))
    if layouts.value is None or any(item.is_error for item in noticed):
        return Outcome(None, noticed)
    return Outcome(DeckBrand(parts.theme, parts.template_path, parts.template.size, layouts.value, parts.template.office), noticed)


def _remarks(template: DeckTemplate, file: str) -> tuple[Diagnostic, ...]:
    width, height = template.size.width, template.size.height
    if abs(width - DECK_SIZE.width) > _TOLERANCE or abs(height - DECK_SIZE.height) > _TOLERANCE:
        zh = f"模板页面为 {width.inches:.3g} × {height.inches:.3g} 英寸，应为 13.333 × 7.5 英寸（宽屏 16:9）"
        en = f"the template's slides are {width.inches:.3g} × {height.inches:.3g} in; 13.333 × 7.5 in (widescreen 16:9) is needed"
        mend = Phrase("在 PowerPoint 中改为：设计 > 幻灯片大小 > 宽屏", "in PowerPoint: Design > Slide Size > Widescreen")
        return (error("TMPL010", zh, en, Location(file), mend),)
    return tuple(
        warning(
            "TMPL011",
            f"版式“{layout.name}”的这些静态形状不会出现在 PDF 中：{'、'.join(layout.skipped)}",
            f"the PDF leaves out static shapes of the layout {layout.name!r}: {', '.join(layout.skipped)}",
            Location(file),
        )
        for layout in template.layouts
        if layout.skipped
    )
