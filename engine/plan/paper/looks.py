"""What each role of a paragraph looks like (DESIGN-SYSTEM §9): the styles of the Word template say the same in Word's words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final

from engine.base.records import dataclass, replace
from engine.brand.face_kinds import is_serif
from engine.brand.paper_style import PaperStyle, StyleRule
from engine.model.blocks import Align
from engine.model.deck import TextTag
from engine.model.paper import ParagraphRole as Role
from engine.model.theme import Color, Theme, contrast


class Voice(Enum):
    """SERIF for running text, DISPLAY for titles and headings, SANS for tables and captions."""

    __hash__ = object.__hash__  # each is one object, and Enum's own hash is a call

    SERIF = "serif"
    SANS = "sans"
    DISPLAY = "display"


@dataclass(frozen=True, slots=True)
class Look:
    """`size`, `pitch`, `before` and `after` in points; `left`, `first` and `hang` in em of the size.

    `left` is where the paragraph, or its number, stands; `hang` is the room of the number or bullet before the text; `first` the indent of
    the first line. `color` is a token of the theme, or #RRGGBB; `ground` the shading behind the paragraph as #RRGGBB, empty for none;
    `rules` are its borders.
    """

    size: float
    pitch: float
    voice: Voice = Voice.SERIF
    bold: bool = False
    color: str = "ink"
    before: float = 0.0
    after: float = 0.0
    left: float = 0.0
    first: float = 0.0
    hang: float = 0.0
    align: Align = Align.LEFT
    justified: bool = False
    tag: TextTag = TextTag.TEXT
    ground: str = ""
    rules: tuple[StyleRule, ...] = ()


SANS = Voice.SANS

LOOKS: Final[Mapping[Role, Look]] = {
    Role.HEADING_1: Look(17, 24, SANS, bold=True, color="deep", before=24, after=12, tag=TextTag.HEADING_1),
    Role.HEADING_2: Look(13, 19, SANS, bold=True, color="primary", before=13, after=5, left=-0.42, tag=TextTag.HEADING_2),
    Role.HEADING_3: Look(11, 17, SANS, bold=True, before=8, after=3, tag=TextTag.HEADING_3),
    Role.HEADING_4: Look(10.5, 17, SANS, bold=True, before=5, after=2, left=1.0, tag=TextTag.HEADING_4),
    Role.LEAD: Look(10.5, 18.5, bold=True, after=4, first=2.0, justified=True),
    Role.BODY: Look(10.5, 18.5, after=4, first=2.0, justified=True),
    Role.BULLET: Look(10.5, 18.5, after=3, left=1.6, hang=1.4, justified=True),
    Role.BULLET_2: Look(10.5, 18.5, after=3, left=3.5, hang=1.3, justified=True),
    Role.NUMBERED: Look(10.5, 18.5, after=4, left=1.0, hang=2.5, justified=True),
    Role.LABEL: Look(10.5, 17, SANS, bold=True, color="primary", before=3, after=2, left=2.0),
    Role.CHART_TITLE: Look(9.5, 14, SANS, color="ink2"),
    Role.CAPTION_FIGURE: Look(10, 15, SANS, before=4, after=2, align=Align.CENTER, tag=TextTag.CAPTION),
    Role.CAPTION_TABLE: Look(10, 15, SANS, before=8, after=5, tag=TextTag.CAPTION),
    Role.SOURCE: Look(9, 13, SANS, color="ink3", align=Align.CENTER),
    Role.NOTE: Look(9, 13, SANS, color="ink3", before=4, after=4),
    Role.CALLOUT_LABEL: Look(12, 18.5, SANS, bold=True, color="primary", after=2),
    Role.CALLOUT: Look(10.5, 18.5),
    Role.QUOTE: Look(10.5, 18.5, color="ink2", after=3, left=2.0, justified=True),
    Role.TABLE_HEADER: Look(9.5, 14.2, SANS, bold=True),
    Role.TABLE_CELL: Look(9.5, 14.2, SANS),
}


FRONT_LOOKS: Final[Mapping[str, Look]] = {
    "cover_unit": Look(13, 18, SANS, color="ondeep2"),
    "cover_title": Look(33, 48, SANS, bold=True, color="ondeep"),
    "cover_subtitle": Look(15, 22, SANS, color="ondeep2"),
    "cover_peak": Look(11, 16, SANS, bold=True, color="accent"),
    "cover_peak_label": Look(11, 16, SANS, color="ondeep2"),
    "cover_label": Look(10.5, 15, SANS, color="ink3"),
    "cover_value": Look(11, 15, SANS),
    "cover_note": Look(9, 13, SANS, color="ink3"),
    "contents_title": Look(24, 32, SANS, bold=True, color="deep", after=25, tag=TextTag.HEADING_1),
    "contents_1": Look(12, 20, SANS, bold=True, before=11.5, after=3),
    "contents_2": Look(10.5, 18.6, color="ink2", after=2, left=26 / 10.5),
    "contents_label": Look(13, 20, SANS, bold=True, color="deep", before=26, after=6, tag=TextTag.HEADING_2),
    "contents_figure": Look(10.5, 18.6, color="ink2", after=2),
    "header": Look(9, 14, SANS, color="ink3", rules=(StyleRule("bottom", 0.75, 8, "D6DEE4"),)),
    "footer": Look(9, 14, SANS, color="ink3", rules=(StyleRule("top", 0.75, 7, "D6DEE4"),)),
}
"""Cover and contents, by the roles of the template's contract."""


def look_by(style: PaperStyle, base: Look, theme: Theme) -> Look:
    """Return the look of a role as the template's style has it; what a style does not know (tag, justification) is that of `base`."""
    size = style.size
    loose = SINGLE * size * style.lines if style.lines is not None else base.pitch * size / base.size
    hang = max(0.0, -style.first / size)
    return replace(
        base,
        size=size,
        pitch=style.pitch or round(loose, 2),
        voice=voice_of(style, theme),
        bold=style.bold,
        color=f"#{style.color}" if style.color else _automatic(style.ground),
        before=style.before,
        after=style.after,
        left=style.left / size - hang,
        first=max(0.0, style.first / size),
        hang=hang,
        align=_ALIGNS.get(style.align, Align.LEFT),
        justified=style.align in {"both", "distribute"},
        ground=f"#{style.ground}" if style.ground else "",
        rules=style.rules,
    )


def _automatic(ground: str) -> str:
    """Return the colour that Word takes where a style names none: black, or white on dark shading."""
    dark = ground and contrast(Color(ground), Color(_WHITE)) > contrast(Color(ground), Color(_BLACK))
    return f"#{_WHITE if dark else _BLACK}"


def voice_of(style: PaperStyle, theme: Theme) -> Voice:
    """Return the voice of a style: that of running text or of titles for the face that the theme has for it, else by its kind of face."""
    face = style.font or style.latin
    if theme.serif and face == (theme.serif.ea if style.font else theme.serif.latin):
        return Voice.SERIF
    if style.font == theme.heading.ea != theme.body.ea:
        return Voice.DISPLAY
    if theme.serif is None:
        return Voice.SANS
    return Voice.SERIF if is_serif(face) and is_serif(theme.serif.ea) else Voice.SANS


_BLACK, _WHITE = "000000", "FFFFFF"
SINGLE: Final = 1.3
"""The height of a single line of Chinese in Word, in parts of the size."""
_ALIGNS: Final = {"center": Align.CENTER, "right": Align.RIGHT, "end": Align.RIGHT}

FIGURE_GAP: Final = 12.0
"""Points of white above and below a picture."""
THIN_GAP: Final = 8.0
"""Points of white around a callout and below a table without words, which the Word writer makes by a thin paragraph."""
CHART_TEXT: Final = Look(9.5, 14, SANS, color="ink2")
