"""Deck → .pptx. Slide XML is put together as strings from what the planner decided; python-pptx keeps template and package."""

from __future__ import annotations

from engine.base.workspace import Workspace
from engine.brand.deck_layout import DeckBrand
from engine.model.deck import Deck
from engine.writers.definition import WriterDef
from engine.writers.ooxml.custom_xml import ledger_part
from engine.writers.pptx.properties import app_properties, section_list
from engine.writers.pptx.slide import SlideWriter, notes_xml
from engine.writers.printed import printed_deck


def emit(deck: Deck, brand: DeckBrand, _workspace: Workspace) -> bytes:
    """Return the presentation, byte for byte the same for the same deck and template."""
    from engine.writers.pptx.deck_package import DeckPackage  # python-pptx takes a quarter of a second to import

    package = DeckPackage(brand.template_path)
    writer = SlideWriter(deck, brand)
    for slide in deck.slides:
        notes = notes_xml(slide, deck, writer.text) if slide.notes.plain.strip() else None
        package.add_slide(writer.write(slide), notes)
    package.list_notes_master()
    if sections := section_list(deck, package.slide_ids):
        package.append_extension(sections)
    if deck.ledger.facts:
        package.add_ledger(ledger_part(deck.ledger, deck.meta.title, printed_deck(deck, DEFINITION.name), deck.theme.name))
    package.describe(deck.meta, app_properties(deck))
    return package.save()


DEFINITION = WriterDef(name="pptx", suffix="pptx", emit=emit)
