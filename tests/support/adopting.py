"""Layouts as the adopter looks at them, and what it makes of them, as text that can be compared."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from engine.base.units import Rect
from engine.brand.adopt.body_room import BodyRoom, body_room
from engine.brand.adopt.deck_pages import DeckPages
from engine.brand.adopt.placed import Canvas, Placed
from engine.brand.adopt.role_layouts import RoleLayout
from engine.brand.template_package import PRESENTATION, open_template
from tests.support.templates import layout, seen_deck


def canvas_of(path: Path, number: str, scale: float = 0.75) -> Canvas:
    """Return a layout of a deck, by its number such as 1.2."""
    deck = seen_deck(path)
    package = open_template(path, path.name, PRESENTATION).value
    assert package is not None
    pages = DeckPages(package, deck)
    role = RoleLayout("content", layout(deck, number), sure=True, reasons=())
    return Canvas(role.layout, pages.drop(role), deck.size, scale, pages.spoken(role), pages.numbered(role))


def room_of(canvas: Canvas) -> BodyRoom:
    return body_room(canvas.layout, canvas.drop, canvas.page)


def inches(frame: Rect) -> tuple[float, float, float, float]:
    """Return x, y, width and height rounded to a twentieth of an inch."""
    x, y, width, height = (round(each.inches * 20) / 20 for each in (frame.x, frame.y, frame.width, frame.height))
    return x, y, width, height


def lines(slots: Iterable[Placed]) -> list[str]:
    """Return each slot with the placeholder it took, its frame, and `?` where a person should look at it."""
    return [f"{each.slot}: {each.holder.name if each.holder else '-'} {inches(each.frame)}{'' if each.sure else '?'}" for each in slots]
