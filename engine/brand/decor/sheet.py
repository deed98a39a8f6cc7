"""What the shapes of one part refer to: colours, the theme's styles, pictures, and the list of what cannot be drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from lxml import etree

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass, replace
from engine.brand.template_package import NS, R, TemplatePackage


@dataclass(frozen=True, slots=True)
class Skipped:
    """What a PDF does not show, by the name of the shape in PowerPoint's selection pane; `partly`: the shape is drawn, but without that."""

    name: str
    why: Phrase
    partly: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """`colors` by scheme name, those of the theme (`dk1`) as well as those of the colour map (`tx1`); `theme` is the root of the theme part.

    `part` is the part that pictures are looked for from, `theme_part` that of pictures inside a style of the theme.
    """

    package: TemplatePackage
    part: str
    colors: Mapping[str, str]
    theme: etree._Element
    theme_part: str
    text_styles: etree._Element | None = None
    skipped: list[Skipped] = field(default_factory=list)

    def skip(self, name: str, zh: str, en: str, *, partly: bool = False) -> None:
        found = Skipped(name, Phrase(zh, en), partly)
        if found not in self.skipped:
            self.skipped.append(found)

    def style(self, listed: str, number: int) -> etree._Element | None:
        """Return a style of the theme, None where it has none; `listed` is the name of the list, numbers are from 1."""
        styles = self.theme.find(f"a:themeElements/a:fmtScheme/a:{listed}", NS)
        return styles[number - 1] if styles is not None and 1 <= number <= len(styles) else None

    def styled(self, color: str | None) -> Sheet:
        """Return the sheet for the inside of a style of the theme, whose `phClr` is the given colour."""
        colors = self.colors if color is None else {**self.colors, "phClr": color}
        return replace(self, part=self.theme_part, colors=colors)

    def picture(self, blip: etree._Element, kind: str = "embed") -> tuple[str, bytes]:
        """Return name and bytes of an embedded picture; no bytes when it is a link, or not there."""
        target = blip.get(f"{R}{kind}", "")
        part = next((each.part for each in self.package.relations(self.part) if each.id == target), "")
        try:
            return part, self.package.blob(part) if part else b""
        except (KeyError, ValueError):
            return part, b""
