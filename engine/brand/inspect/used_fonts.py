"""Which faces a template names, in which script and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from engine.brand.inspect.seen_deck import FontUse
from engine.brand.inspect.seen_theme import SeenTheme
from engine.brand.template_package import A

SCRIPTS = ("latin", "ea", "cs")


def typefaces(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield (face, script) of each typeface that DrawingML text in a part names itself; references to the theme are none."""
    for script in SCRIPTS:
        for node in root.iter(f"{A}{script}"):
            name = node.get("typeface", "")
            if name and not name.startswith("+"):
                yield name, script


def fonts_of(themes: Sequence[SeenTheme], spoken: Iterable[tuple[str, str, str]]) -> tuple[FontUse, ...]:
    """Return each face once a script, those of the themes first; `spoken` are (face, script, place) beyond the themes."""
    places: dict[tuple[str, str], list[str]] = {}
    for theme in themes:
        for collection in (theme.major, theme.minor):
            for name, script in ((collection.latin, "latin"), (collection.ea, "ea"), (collection.cs, "cs")):
                if name:
                    places.setdefault((name, script), []).append("theme")
    for name, script, place in spoken:
        places.setdefault((name, script), []).append(place)
    return tuple(FontUse(name, script, tuple(dict.fromkeys(found))) for (name, script), found in places.items())
