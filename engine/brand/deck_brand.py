"""`load_deck_brand`: theme, contract and template together, or everything that is wrong with them."""

from __future__ import annotations

from engine.base.diagnostics import NOWHERE, Diagnostic, Location, Outcome, Phrase, error, warning
from engine.base.units import Size, inch
from engine.base.workspace import Workspace
from engine.brand.contract import match_layouts, parse_contract
from engine.brand.deck_layout import DeckBrand
from engine.brand.deck_template import DeckTemplate, read_deck_template
from engine.brand.theme import load_theme
from engine.brand.yaml_file import read_yaml

FOLDER = "templates/pptx"
DECK_SIZE = Size(inch(40 / 3), inch(7.5))
"""The slide patterns are drawn for this size."""

_TOLERANCE = inch(0.01)


def load_deck_brand(workspace: Workspace, theme_name: str, chosen_at: Location = NOWHERE) -> Outcome[DeckBrand]:
    """Load what a deck in the theme `theme_name` looks like; `chosen_at` is blamed when there is no such theme.

    TMPL001, TMPL002: the theme file. TMPL003: contract or template is not there. TMPL004: the contract. TMPL005 to TMPL007: the template
    file. TMPL008, TMPL009: contract and template disagree. TMPL010: another slide size. TMPL011 (warning): shapes that the PDF leaves out.
    """
    theme = load_theme(workspace, theme_name, chosen_at)
    contract_file = f"{FOLDER}/{theme_name}.yaml"
    if theme.value is None:
        return Outcome(None, theme.diagnostics)
    contract_path = workspace.find_input(contract_file)
    if contract_path is None:
        return Outcome(None, (_absent(contract_file, chosen_at if chosen_at != NOWHERE else Location(contract_file)),))
    document = read_yaml(contract_path.read_bytes(), file=workspace.relative(contract_path), code="TMPL004")
    if document.value is None:
        return Outcome(None, document.diagnostics)
    contract = parse_contract(document.value)
    if contract.value is None:
        return Outcome(None, contract.diagnostics)
    template_path = workspace.find_input(f"{FOLDER}/{contract.value.template}")
    if template_path is None:
        return Outcome(None, (_absent(f"{FOLDER}/{contract.value.template}", document.value.place("template")),))
    template_file = workspace.relative(template_path)
    template = read_deck_template(template_path, file=template_file)
    if template.value is None:
        return Outcome(None, template.diagnostics)
    layouts = match_layouts(contract.value, document.value, template.value)
    noticed = (*layouts.diagnostics, *_remarks(template.value, template_file))
    if layouts.value is None or any(item.is_error for item in noticed):
        return Outcome(None, noticed)
    size = template.value.size
    return Outcome(DeckBrand(theme.value, template_path, size, layouts.value, template.value.office), noticed)


def _absent(file: str, where: Location) -> Diagnostic:
    return error("TMPL003", f"找不到文件“{file}”", f"the file {file!r} is not there", where)


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
