"""`base:` of a theme: what a theme file does not say is taken from another one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from engine.base.diagnostics import Outcome, error
from engine.base.records import replace
from engine.brand.yaml_file import Steps, Value, YamlFile

ITS_OWN: Final = ("name", "label", "base", "motif")
"""What no theme takes from its base: its names, and the motif, which belongs to the cover of one template."""
WHOLE: Final = 2
"""Values so deep are taken as a whole: one colour, one face, one type role."""

FindTheme = Callable[[str, YamlFile], Outcome[YamlFile]]
"""Reads the theme of a name that a file gives as its base."""


def with_base(document: YamlFile, find: FindTheme, above: tuple[str, ...] = ()) -> Outcome[YamlFile]:
    """Return a theme file completed by its base, and by the base of that; `above` are the themes that led here.

    Places are those of the file that says the thing. TMPL001: there is no such base. TMPL002: a theme that is its own base in the end.
    """
    value = document.value
    base = value.get("base") if isinstance(value, dict) else None
    if not isinstance(base, str):
        return Outcome(document)
    if base in above:
        chain = " → ".join((*above, base))
        where = document.place("base")
        return Outcome(None, (error("TMPL002", f"主题互相以对方为底：{chain}", f"themes are each other's base: {chain}", where),))
    found = find(base, document)
    completed = with_base(found.value, find, (*above, base)) if found.value is not None else found
    return completed if completed.value is None else Outcome(_merged(document, completed.value))


def _merged(own: YamlFile, base: YamlFile) -> YamlFile:
    value, taken = _together(own.value, base.value, ())
    places = {steps: place for steps, place in base.places.items() if any(steps[: len(head)] == head for head in taken)}
    keys = {steps: place for steps, place in base.keys.items() if any(steps[: len(head)] == head for head in taken)}
    return replace(own, value=value, places={**places, **own.places}, keys={**keys, **own.keys})


def _together(own: Value, base: Value, steps: Steps) -> tuple[Value, list[Steps]]:
    """Return a value completed by that of the base, and what was taken from there."""
    if not isinstance(own, dict) or not isinstance(base, dict) or len(steps) == WHOLE:
        return own, []
    whole: dict[str, Value] = {}
    taken: list[Steps] = []
    for key in [*base, *(key for key in own if key not in base)]:
        if key in own:
            whole[key], deeper = _together(own[key], base.get(key, own[key]), (*steps, key))
            taken += deeper
        elif steps or key not in ITS_OWN:
            whole[key] = base[key]
            taken.append((*steps, key))
    return whole, taken
