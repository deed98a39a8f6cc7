"""The faces that Word text takes: named ones, or references to the theme, by what stands nearest."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from engine.base.records import dataclass
from engine.brand.inspect.seen_theme import SeenTheme
from engine.brand.paper_template import W

_ATTRIBUTES = {"latin": "ascii", "ea": "eastAsia"}


@dataclass(frozen=True, slots=True)
class FontReader:
    """`language` is the East Asian language that the document asks theme fonts for, such as `zh-CN`; empty when it names none."""

    styles: etree._Element
    theme: SeenTheme | None
    language: str

    def faces(self, chain: Sequence[etree._Element]) -> tuple[str, str]:
        """Return the Latin and the East Asian face of a style; `chain` is the style after those it is based on."""
        nodes = [*self.styles.iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")]
        nodes += [node for style in chain for node in style.iterfind(f"{W}rPr/{W}rFonts")]
        latin, ea = (
            next((face for node in reversed(nodes) if (face := self._said(node, script)) is not None), "") for script in _ATTRIBUTES
        )
        return latin, ea

    def face(self, node: etree._Element, script: str) -> str:
        """Return what one `w:rFonts` says for a script, empty when nothing."""
        return self._said(node, script) or ""

    def _said(self, node: etree._Element, script: str) -> str | None:
        attribute = _ATTRIBUTES[script]
        reference = node.get(f"{W}{attribute}Theme")
        return self._of_theme(reference) if reference else node.get(f"{W}{attribute}")

    def _of_theme(self, reference: str) -> str:
        """Return the face behind `minorHAnsi`, `majorEastAsia` and so on; Chinese takes the one listed for Hans when `ea` is empty."""
        if self.theme is None:
            return ""
        fonts = self.theme.major if reference.startswith("major") else self.theme.minor
        if reference.endswith("EastAsia"):
            return fonts.ea or (fonts.hans if self.language.startswith("zh") else "")
        return fonts.cs if reference.endswith("Bidi") else fonts.latin
