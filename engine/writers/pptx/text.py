"""Paragraphs as DrawingML: exact line pitch, no hanging punctuation, and every run with its fonts, size, colour and language."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from engine.brand.deck_layout import OfficeTheme
from engine.model.blocks import Align
from engine.model.deck import Anchor, BulletMark, Run, TextLine
from engine.model.theme import Color, FontFace, Theme
from engine.writers.ooxml.xml import attrs, escape
from engine.writers.pptx.ink import Ink

Relate = Callable[[str], str]
"""Gives the relationship id of a link target."""

SLIDE_NUMBER_FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
_LINK_SCHEMES = ("http://", "https://", "mailto:")
_URL_MARKS = ":/?#[]@!$&()*+,;=%~"
_ALIGN = {Align.LEFT: "l", Align.CENTER: "ctr", Align.RIGHT: "r"}
_ANCHOR = {Anchor.TOP: "t", Anchor.MIDDLE: "ctr", Anchor.BOTTOM: "b"}


_PLAIN_STYLE = (
    '<a:lstStyle><a:lvl1pPr><a:defRPr i="0" u="none" strike="noStrike" cap="none" spc="0" baseline="0"/></a:lvl1pPr></a:lstStyle>'
)


def body_properties(anchor: Anchor, *, plain: bool = False, one_line: bool = False) -> str:
    """Return `a:bodyPr`: zero insets, wrapping, no autofit, whatever the layout says, for the text was measured so.

    `plain` takes away capitals, letter spacing, italics and lines that a placeholder would inherit. `one_line` keeps a figure and its unit
    on one line, whatever font a machine shows it in.
    """
    wrap = "none" if one_line else "square"
    return (
        f'<a:bodyPr vert="horz" wrap="{wrap}" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="{_ANCHOR[anchor]}">'
        f"<a:noAutofit/></a:bodyPr>{_PLAIN_STYLE if plain else '<a:lstStyle/>'}"
    )


class TextWriter:
    """Writes text in the fonts and colours of one deck. `language` is that of the document, `zh-CN` or `en`."""

    def __init__(self, theme: Theme, office: OfficeTheme, ink: Ink, language: str) -> None:
        self._theme = theme
        self._office = office
        self._ink = ink
        chinese = language.startswith("zh")
        self._language = 'lang="zh-CN" altLang="en-US"' if chinese else 'lang="en-US" altLang="zh-CN"'
        self._known: dict[tuple[float, bool, Color, FontFace | None, bool], str] = {}

    def paragraphs(self, lines: tuple[TextLine, ...], relate: Relate, *, title: bool = False) -> str:
        """Return `a:p` elements; a text body needs at least one, so no lines give an empty paragraph.

        A `title` follows the theme's heading font where heading and body have the same.
        """
        return "".join(self.paragraph(line, relate, title=title) for line in lines) or self.empty(10.0)

    def paragraph(self, line: TextLine, relate: Relate, *, title: bool = False) -> str:
        runs = "".join(self.run(run, relate, title=title) for run in line.runs)
        return f"<a:p>{self.paragraph_properties(line)}{runs or self._end(line.pitch / 1.5)}</a:p>"

    def page_number(self, line: TextLine) -> str:
        """Return a paragraph that is the slide number, counted by PowerPoint; the planned text is what it shows until then."""
        style = self._run_style(line.runs[0])
        field = f'<a:fld id="{SLIDE_NUMBER_FIELD}" type="slidenum">{style}</a:rPr><a:t>{escape(line.plain)}</a:t></a:fld>'
        return f"<a:p>{self.paragraph_properties(line)}{field}</a:p>"

    def empty(self, size: float) -> str:
        """Return a paragraph without text, no taller than `size` points asks for."""
        return f"<a:p>{self._end(size)}</a:p>"

    def _end(self, size: float) -> str:
        return f'<a:endParaRPr {self._language} sz="{round(size * 100)}"/>'

    def paragraph_properties(self, line: TextLine) -> str:
        bullet = line.bullet
        margins = f'marL="{int(bullet.room)}" indent="{-int(bullet.indent)}"' if bullet else 'marL="0" indent="0"'
        return (
            f'<a:pPr {margins} algn="{_ALIGN[line.align]}" hangingPunct="0"><a:lnSpc><a:spcPts val="{round(line.pitch * 100)}"/></a:lnSpc>'
            f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="{round(line.after * 100)}"/></a:spcAft>'
            f"{self._bullet(bullet)}</a:pPr>"
        )

    def _bullet(self, bullet: BulletMark | None) -> str:
        if bullet is None:
            return "<a:buNone/>"
        return (
            f'<a:buClr>{self._ink.color(bullet.color)}</a:buClr><a:buSzPct val="{round(bullet.scale * 100_000)}"/>'
            f'<a:buFont typeface="Arial"/><a:buChar{attrs({"char": bullet.text})}/>'
        )

    def run(self, run: Run, relate: Relate, *, title: bool = False) -> str:
        """Return `a:r` elements, with `a:br` for each soft return."""
        if not run.text:
            return ""
        style = f"{self._run_style(run, title=title)}{_link(run.link, relate)}</a:rPr>"
        if "\n" not in run.text:
            return f"<a:r>{style}<a:t>{escape(run.text)}</a:t></a:r>"
        pieces = (f"<a:r>{style}<a:t>{escape(piece)}</a:t></a:r>" if piece else "" for piece in run.text.split("\n"))
        return f"<a:br>{style}</a:br>".join(pieces)

    def _run_style(self, run: Run, *, title: bool = False) -> str:
        """Return `a:rPr` without its end tag."""
        key = (run.size, run.bold, run.color, run.face, title)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = (
                f'<a:rPr {self._language} sz="{round(run.size * 100)}" b="{int(run.bold)}" dirty="0">'
                f"{self._ink.fill(run.color)}{self._fonts(run.face or self._theme.body, title=title)}"
            )
        return known

    def _fonts(self, face: FontFace, *, title: bool) -> str:
        """Return latin, ea and cs: references to the template's theme fonts where they are the same."""
        collections = (("+mn", self._office.minor), ("+mj", self._office.major))
        for name, fonts in reversed(collections) if title else collections:
            if fonts.are(face):
                return f'<a:latin typeface="{name}-lt"/><a:ea typeface="{name}-ea"/><a:cs typeface="{name}-cs"/>'
        latin, ea = attrs({"typeface": face.latin}), attrs({"typeface": face.ea})
        return f"<a:latin{latin}/><a:ea{ea}/><a:cs{latin}/>"


def _link(target: str | None, relate: Relate) -> str:
    if target is None:
        return ""
    assert target.lower().startswith(_LINK_SCHEMES), "loaders refuse other links"
    # PowerPoint asks to repair a file that holds an address with spaces or Chinese characters in it.
    return f'<a:hlinkClick r:id="{relate(quote(target, safe=_URL_MARKS))}"/>'
