"""`load_deck_brand`: theme, contract and template together, or everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.base.diagnostics import NOWHERE, Diagnostic, Location, Outcome, Phrase, Severity
from engine.base.workspace import Workspace
from engine.brand.brand_parts import BrandReader
from engine.brand.contract import parse_contract
from engine.brand.deck_layout import DeckBrand, DeckLayout
from engine.brand.deck_template import read_deck_template
from engine.brand.layout_match import match_layouts
from engine.brand.true_slots import true_slots

FOLDER = "templates/pptx"
_READER = BrandReader(FOLDER, parse_contract, read_deck_template)


def load_deck_brand(workspace: Workspace, theme_name: str, chosen_at: Location = NOWHERE) -> Outcome[DeckBrand]:
    """Load what a deck in the theme `theme_name` looks like; `chosen_at` is blamed when there is no such theme.

    TMPL001 to TMPL007: as `BrandReader.parts`. TMPL008, TMPL009: contract and template disagree. TMPL011 (warning, or a note): shapes
    that the PDF leaves out.
    """
    found = _READER.parts(workspace, theme_name, chosen_at)
    parts = found.value
    if parts is None:
        return Outcome(None, found.diagnostics)
    layouts = match_layouts(parts)
    if layouts.value is None:
        return Outcome(None, layouts.diagnostics)
    office = layouts.value["content"].office
    assert office is not None, "match_layouts gives every layout the colours of its master"
    offices = {id(layout.office): layout.office for layout in layouts.value.values() if layout.office is not None}.values()
    brand = DeckBrand(true_slots(parts.theme, offices), parts.template_path, parts.template.size, layouts.value, office)
    return Outcome(brand, (*found.diagnostics, *layouts.diagnostics, *_remarks(layouts.value, parts.template_file)))


def _remarks(layouts: Mapping[str, DeckLayout], file: str) -> Iterator[Diagnostic]:
    """Yield what the PDF leaves out, once for each layout that a role uses; shadows of shapes that it draws are worth a note only."""
    for name, skipped in dict.fromkeys((layout.name, layout.skipped) for layout in layouts.values()):
        if skipped:
            zh = f"PDF 画不出版式“{name}”的：{'；'.join(f'{each.name}（{each.why.zh}）' for each in skipped)}"
            en = f"the PDF cannot draw of the layout {name!r}: {'; '.join(f'{each.name} ({each.why.en})' for each in skipped)}"
            severity = Severity.INFO if all(each.partly for each in skipped) else Severity.WARNING
            yield Diagnostic("TMPL011", severity, Phrase(zh, en), Location(file))
