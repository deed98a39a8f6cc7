"""Colours and faces of a company from its Word template."""

from __future__ import annotations

from collections.abc import Mapping

from engine.base.diagnostics import Phrase
from engine.base.records import replace
from engine.brand.adopt.adopted import Installed
from engine.brand.adopt.palette import Seen
from engine.brand.adopt.shades import WHITE, is_colourful
from engine.brand.adopt.typefaces import ChosenFace, chosen_face
from engine.brand.face_kinds import is_serif
from engine.brand.inspect.seen_paper import SeenPaper, SeenStyle
from engine.brand.inspect.seen_theme import FontSet

SERIF_FAMILIES = ("Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "Songti SC", "STZhongsong")
"""Families that text in a face with serifs is measured with, the first that is installed."""
_OFFICE = {
    "bg1": "FFFFFF", "tx1": "000000", "bg2": "E7E6E6", "tx2": "44546A", "accent1": "4472C4", "accent2": "ED7D31", "accent3": "A5A5A5",
    "accent4": "FFC000", "accent5": "5B9BD5", "accent6": "70AD47", "hlink": "0563C1", "folHlink": "954F72",
}  # fmt: skip
"""Word's own colours, for a document without a theme."""


def paper_seen(paper: SeenPaper) -> Seen:
    """Return what the palette is made of; the main colour is that of the headings or the ground behind them, else the theme's first accent."""
    colors = {each.slot: each.hex for each in paper.theme.colors} if paper.theme is not None else _OFFICE
    marks = [
        colour for level in (1, 2, 3) if (style := paper.style(f"heading {level}")) is not None for colour in (style.ground, style.color)
    ]
    title = paper.style("Title")
    marks += [title.color] if title is not None else []
    main = next((colour for colour in marks if len(colour) == 6 and is_colourful(colour)), "")
    return Seen({**_OFFICE, **colors}, WHITE, title=main)


def paper_faces(paper: SeenPaper, body: SeenStyle, installed: Installed) -> Mapping[str, ChosenFace]:
    """Return the faces `heading`, `body` and `serif` of a theme: `serif` is that of running text, `body` one without serifs if any is used."""
    normal = paper.style("Normal") or body
    head = paper.style("heading 1") or normal
    running, plain, heading = (_face(paper, style, installed) for style in (body, normal, head))
    without = next((face for face in (plain, heading, running) if not is_serif(face.ea)), plain)
    serif = next((face for face in (running, plain, heading) if is_serif(face.ea)), running)
    return {"heading": heading, "body": without, "serif": running if is_serif(running.ea) or not is_serif(serif.ea) else serif}


def _face(paper: SeenPaper, style: SeenStyle, installed: Installed) -> ChosenFace:
    theme = paper.theme
    fonts = None if theme is None else theme.major if style.built_in.startswith("heading") else theme.minor
    hans = "" if fonts is None else fonts.hans
    latin = style.latin or ("" if fonts is None else fonts.latin)
    found = chosen_face(FontSet(latin, style.ea or ("" if fonts is None else fonts.ea), "", hans), installed)
    if not is_serif(found.ea) or is_serif(found.pdf):
        return found
    family = next((name for name in SERIF_FAMILIES if installed(name)), found.pdf)
    notes = tuple(Phrase(note.zh.replace(found.pdf, family), note.en.replace(found.pdf, family)) for note in found.notes)
    return replace(found, pdf=family, notes=notes)
