"""The theme of a report as one template can show it: a colour names a scheme slot only where the template has that very colour there."""

from __future__ import annotations

from collections.abc import Collection

from engine.base.records import replace
from engine.brand.deck_layout import OfficeTheme
from engine.model.theme import Color, Theme


def true_slots(theme: Theme, offices: Collection[OfficeTheme]) -> Theme:
    """Return the theme without the slots that a master of the template, or the document, fills otherwise: they would be other colours there."""

    def true(color: Color) -> Color:
        return Color(color.hex) if color.slot and not all(office.has(color) for office in offices) else color

    colors, series = {token: true(color) for token, color in theme.colors.items()}, tuple(map(true, theme.series))
    return theme if (colors, series) == (theme.colors, theme.series) else replace(theme, colors=colors, series=series)
