"""Names of shapes: readable, stable, and on its slide each its own."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.deck import Element, Slide, TextBox

TITLE = "title"


def has_title(slide: Slide) -> bool:
    """Tell whether one of the slide's elements is its title; PowerPoint wants one, unseen if need be."""
    return any(isinstance(element, TextBox) and element.slot == TITLE for element in slide.elements)


class ShapeNames:
    """Gives each shape of a slide a name that no other shape of the slide has: `topic-2-3/points-1`; asked for in drawing order."""

    def __init__(self, slide: str) -> None:
        self._prefix = f"{slide}/"
        self._taken: set[str] = set()

    def unique(self, name: str) -> str:
        wanted = name if name.startswith(self._prefix) else self._prefix + name
        chosen, count = wanted, 1
        while chosen in self._taken:
            count += 1
            chosen = f"{wanted}~{count}"
        self._taken.add(chosen)
        return chosen


def named_elements(slide: Slide) -> Iterator[tuple[str, Element]]:
    """Yield the elements with the names of their shapes, in drawing order; an unseen title has taken its name before them."""
    names = ShapeNames(slide.id)
    if not has_title(slide):
        names.unique(TITLE)
    for element in slide.elements:
        yield names.unique(element.name), element
