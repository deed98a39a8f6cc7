"""What every part of a paper needs to measure and colour: theme, fonts and the language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from itertools import pairwise

from engine.base.diagnostics import Language, Phrase
from engine.base.records import dataclass, replace
from engine.base.units import Length, pt
from engine.layout.breaks import break_table
from engine.layout.fonts import FontBook
from engine.layout.measure import Spacing
from engine.model.deck import Run
from engine.model.inlines import Span, Text, Tone
from engine.model.paper import ParagraphRole, Reference
from engine.model.theme import STATUS_TONES, Color, FontFace, Theme
from engine.plan.paper.looks import FRONT_LOOKS, LOOKS, Look, Voice
from engine.plan.paper.numbering import Numbers
from engine.plan.paper.typeset import Measure, SetText, justified, ragged


@dataclass(frozen=True, slots=True)
class PaperFonts:
    """The measured families: `sans` of tables and captions, `serif` of running text, `display` of titles; None where that is `sans`."""

    sans: FontBook
    serif: FontBook
    display: FontBook | None = None

    @property
    def books(self) -> tuple[FontBook, ...]:
        """The families, each once."""
        return tuple(dict.fromkeys(book for book in (self.sans, self.serif, self.display) if book is not None))


@dataclass(frozen=True, slots=True)
class Sheet:
    """`looks` are those of the roles, `front` those of cover, contents, header and footer, `numbering` how it numbers: the template decides them.

    None numbers as no template says it. With `new_chapters` every chapter begins a page.
    """

    theme: Theme
    fonts: PaperFonts
    language: Language
    looks: Mapping[ParagraphRole, Look] = field(default_factory=lambda: LOOKS)
    front: Mapping[str, Look] = field(default_factory=lambda: FRONT_LOOKS)
    numbering: Numbers | None = None
    new_chapters: bool = False

    @property
    def numbers(self) -> Numbers:
        return self.numbering or Numbers(self.language)

    def say(self, phrase: Phrase) -> str:
        return phrase.in_(self.language)

    def look(self, role: ParagraphRole) -> Look:
        """Return the look of a role; text with long words is not justified by the character, and has no bracket to hang into the margin."""
        look = self.looks[role]
        return look if self.language is Language.ZH else replace(look, justified=False, left=max(0.0, look.left))

    def face(self, voice: Voice) -> FontFace:
        theme = self.theme
        if voice is Voice.SERIF:
            return theme.serif or theme.body
        return theme.heading if voice is Voice.DISPLAY else theme.body

    def book(self, voice: Voice) -> FontBook:
        if voice is Voice.SERIF:
            return self.fonts.serif
        return (self.fonts.display if voice is Voice.DISPLAY else None) or self.fonts.sans

    def color(self, token: str) -> Color:
        """Return the colour of a token, or of #RRGGBB: the theme's own where it has one of that value."""
        if not token.startswith("#"):
            return self.theme.color(token)
        value = token[1:].upper()
        return next((color for color in self.theme.colors.values() if color.hex == value), None) or Color(value)

    def set(self, text: Text, look: Look, measure: Length, *, first: float = 0.0) -> SetText:
        """Return the lines of a text in a measure; `first` in em is what the first line lacks."""
        room = Measure(measure.points - look.hang * look.size, look.size, first * look.size)
        return (justified if look.justified else ragged)(weighted(text, look), room, self.book(look.voice))

    def width(self, text: Text, look: Look) -> Length:
        """Return the width of a text in one line."""
        return pt(break_table(weighted(text, look), self.book(look.voice)).natural(Spacing.PLAIN) * look.size)

    def runs(self, text: Text, look: Look, references: Iterable[Reference] = ()) -> tuple[Run, ...]:
        """Return the runs of a text; what a reference covers is a run of its own that leads to its bookmark."""
        color, face = self.color(look.color), self.face(look.voice)
        referred = tuple(references)
        runs: list[Run] = []
        at = 0
        for span in text.spans:
            ink = self.span_color(span, color)
            for piece, target in _cut(span.text, at, referred):
                runs.append(Run(piece, look.size, ink, look.bold or span.bold, face, span.fact, span.link, target))
            at += len(span.text)
        return tuple(runs)

    def span_color(self, span: Span, otherwise: Color) -> Color:
        if span.tone in STATUS_TONES:
            return self.theme.tone(span.tone)
        return self.color("ink2") if span.tone is Tone.QUIET else otherwise


def _cut(words: str, at: int, references: tuple[Reference, ...]) -> Iterable[tuple[str, str | None]]:
    """Yield the pieces of a span that begins at an offset, each with the bookmark it leads to."""
    if not words:
        return
    if not references:
        yield words, None
        return
    inside = [ref for ref in references if ref.start < at + len(words) and ref.end > at]
    edges = sorted({0, len(words), *(edge - at for ref in inside for edge in (ref.start, ref.end) if 0 < edge - at < len(words))})
    for start, end in pairwise(edges):
        target = next((ref.bookmark for ref in inside if ref.start <= at + start and ref.end >= at + end), None)
        yield words[start:end], target


def weighted(text: Text, look: Look) -> Text:
    """Return the text as it counts for widths: bold throughout where its role is."""
    return Text(tuple(span if span.bold else replace(span, bold=True) for span in text.spans), text.where) if look.bold else text


def em(look: Look, count: float) -> Length:
    return pt(look.size * count)
