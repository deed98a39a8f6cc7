"""The rules of a brand for finished files, read from theme, contract and template of one name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from engine.base.diagnostics import Outcome
from engine.base.units import Rect, Size
from engine.base.workspace import Workspace
from engine.brand.deck_brand import load_deck_brand
from engine.brand.deck_layout import DeckBrand, DeckLayout, OfficeTheme
from engine.brand.paper_brand import load_paper_brand
from engine.brand.theme import load_theme
from engine.model.brand_rules import BrandRules, Logo
from engine.model.decor import PlacedPicture
from engine.model.theme import Theme

ALWAYS = ("000000", "FFFFFF")
"""Black and white are no colours: every printer and every ground has them."""

_PAPER = "paper_"
_LARGEST = 0.08
"""Part of a page above which a picture of the template is no logo."""


def brand_rules(workspace: Workspace, theme_name: str, format_name: str) -> Outcome[BrandRules]:
    """Return what files of a format keep to in a theme. TMPL001 and following: there is no such theme here, or it cannot be used."""
    if format_name == "pptx":
        deck = load_deck_brand(workspace, theme_name)
        return Outcome(None if deck.value is None else _of_deck(deck.value), deck.diagnostics)
    if format_name == "docx":
        paper = load_paper_brand(workspace, theme_name)
        return Outcome(None if paper.value is None else _rules(paper.value.theme, (paper.value.office,), paper=True), paper.diagnostics)
    theme = load_theme(workspace, theme_name)
    return Outcome(None if theme.value is None else _rules(theme.value, (), paper=None), theme.diagnostics)


def _of_deck(brand: DeckBrand) -> BrandRules:
    offices = [brand.office, *(layout.office for layout in brand.layouts.values() if layout.office is not None)]
    return _rules(brand.theme, offices, paper=False, logos=tuple(dict.fromkeys(_logos(brand.layouts, brand.size))))


def _rules(theme: Theme, offices: Iterable[OfficeTheme], *, paper: bool | None, logos: tuple[Logo, ...] = ()) -> BrandRules:
    """Return the rules of one form; `paper` None: either."""
    faces = [face for face in (theme.heading, theme.body, theme.serif) if face is not None]
    fonts = {name for face in faces for name in (face.latin, face.ea, face.pdf)}
    colors = {color.hex for color in (*theme.colors.values(), *theme.series)}.union(ALWAYS)
    for office in offices:
        colors.update(office.colors.values())
        fonts.update(name for fonts_of in (office.major, office.minor) for name in (fonts_of.latin, fonts_of.ea, fonts_of.cs))
    roles = (role for name, role in theme.type_scale.items() if paper is None or name.startswith(_PAPER) is paper)
    least = min((role.minimum for role in roles), default=0.0)
    return BrandRules(theme.name, frozenset(colors), frozenset(filter(None, fonts)), least, logos)


def _logos(layouts: Mapping[str, DeckLayout], size: Size) -> Iterator[Logo]:
    """Yield the places that the contract names, and where it names none the small pictures of templates that no placeholder lies on.

    What comes from a sample slide stands on every slide itself and cannot be told from what was put upon it.
    """
    for layout in layouts.values():
        if layout.logo is not None:
            yield Logo(layout.name, layout.logo)
        elif layout.sample is None:
            yield from (Logo(layout.name, frame) for frame in _pictures(layout, size))


def _pictures(layout: DeckLayout, size: Size) -> Iterator[Rect]:
    page = Rect(size.width - size.width, size.height - size.height, size.width, size.height)
    area = float(size.width) * float(size.height)
    for mark in layout.decor:
        small = isinstance(mark, PlacedPicture) and 0 < float(mark.frame.width) * float(mark.frame.height) < _LARGEST * area
        if small and isinstance(mark, PlacedPicture) and page.contains(mark.frame) and not _is_written_on(mark.frame, layout):
            yield mark.frame


def _is_written_on(frame: Rect, layout: DeckLayout) -> bool:
    return any(frame.overlaps(slot.frame) for slot in layout.slots.values())
