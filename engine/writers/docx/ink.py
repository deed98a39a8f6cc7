"""Colours as WordprocessingML: theme colours where the template really has them, so that a recoloured template recolours the document."""

from __future__ import annotations

from engine.brand.deck_layout import OfficeTheme
from engine.model.theme import Color

_NAMES = {"tx1": "text1", "bg1": "background1", "tx2": "text2", "bg2": "background2", "hlink": "hyperlink", "folHlink": "followedHyperlink"}


class Ink:
    def __init__(self, office: OfficeTheme) -> None:
        self._office = office

    def color(self, color: Color | None) -> str:
        """Return `w:color`, nothing for None, which leaves the colour to the style."""
        if color is None:
            return ""
        return f'<w:color w:val="{color.hex}"{self._theme(color, "themeColor")}/>'

    def ground(self, color: Color) -> str:
        """Return `w:shd`."""
        return f'<w:shd w:val="clear" w:color="auto" w:fill="{color.hex}"{self._theme(color, "themeFill")}/>'

    @staticmethod
    def rule(side: str, color: Color, width: float, space: int = 0) -> str:
        """Return a border: `width` in points, `space` between it and the text in points."""
        return f'<w:{side} w:val="single" w:sz="{round(width * 8)}" w:space="{space}" w:color="{color.hex}"/>'

    def _theme(self, color: Color, attribute: str) -> str:
        return f' w:{attribute}="{_NAMES.get(color.slot, color.slot)}"' if self._office.has(color) else ""


def solid(color: Color, office: OfficeTheme) -> str:
    """Return a DrawingML fill."""
    inner = f'<a:schemeClr val="{color.slot}"/>' if office.has(color) else f'<a:srgbClr val="{color.hex}"/>'
    return f"<a:solidFill>{inner}</a:solidFill>"
