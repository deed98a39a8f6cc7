"""The font book: one installed family, regular and bold, from which everything is measured."""

from __future__ import annotations

import unicodedata
from dataclasses import field
from functools import lru_cache
from pathlib import Path

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.base.errors import EnvironmentFault
from engine.base.records import dataclass
from engine.layout.font_files import find_faces
from engine.layout.sfnt import Face, FaceName
from engine.layout.wide_faces import AS_MEASURED, Widening, widening

_SANS = (
    "Noto Sans SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Micro Hei",
)
_SERIF = ("Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "Songti SC", "STSong")
_SERIF_WORDS = ("serif", "song", "ming", "simsun", "宋", "明")

_MEND = Phrase(
    "安装中文字体（Debian/Ubuntu：apt install fonts-noto-cjk），或把字体文件放进工作区的 assets/fonts/",
    "install a Chinese font (Debian/Ubuntu: apt install fonts-noto-cjk), or put the font files into assets/fonts/ of the workspace",
)

# Advances in em of characters a font lacks: another font will draw them, so take what such glyphs usually measure.
_MISSING_WIDE = 1.0
_MISSING_NARROW = 0.6
_TAB = 1.0
_PAST_LATIN = 0x250


class AdvanceTable(dict[str, float]):
    """Character → advance in em, filled as characters are met. `widening` is for those that Latin faces have."""

    def __init__(self, face: Face, widening: float = 1.0) -> None:
        super().__init__()
        self.face, self.widening = face, widening

    def __missing__(self, char: str) -> float:
        value = self[char] = _advance(self.face, char) * (self.widening if ord(char) < _PAST_LATIN else 1.0)
        return value


def _advance(face: Face, char: str) -> float:
    category = unicodedata.category(char)
    if char == "\t":
        return _TAB
    if category in {"Mn", "Me", "Cf", "Cc"}:  # combining marks, joiners, selectors and controls take no room
        return 0.0
    found = face.advance(char)
    if found is not None:
        return found
    return _MISSING_WIDE if unicodedata.east_asian_width(char) in {"W", "F"} else _MISSING_NARROW


@dataclass(frozen=True, slots=True, eq=False)
class FontBook:
    """The handle given to all measuring. `requested` is the family the theme names, `family` the one found (another one: see
    `substitution`). `widening` is what the Latin face of the text is wider, see `wide_faces`. Two books are equal only if they are the
    same one.
    """

    requested: str
    family: str
    regular: Face
    bold: Face
    widening: Widening = AS_MEASURED
    _regular: AdvanceTable = field(init=False)
    _bold: AdvanceTable = field(init=False)
    _drawn: dict[str, bool] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_regular", AdvanceTable(self.regular, self.widening[0]))
        object.__setattr__(self, "_bold", AdvanceTable(self.bold, self.widening[1]))

    def advances(self, *, bold: bool = False) -> AdvanceTable:
        """Return the table of advances in em of one weight."""
        return self._bold if bold else self._regular

    def advance(self, char: str, *, bold: bool = False) -> float:
        """Return the advance of one character in em."""
        return self.advances(bold=bold)[char]

    def missing_glyphs(self, text: str) -> tuple[str, ...]:
        """Return the printing characters of `text` that the family cannot draw, each once, in order of appearance."""
        return tuple(char for char in dict.fromkeys(text) if not self._draws(char))

    def _draws(self, char: str) -> bool:
        if char not in self._drawn:
            self._drawn[char] = not _prints(char) or bool(self.regular.glyph(char))
        return self._drawn[char]


def _prints(char: str) -> bool:
    selects = 0xFE00 <= ord(char) <= 0xFE0F  # a variation selector chooses a glyph and is none
    return not selects and not char.isspace() and unicodedata.category(char) not in {"Cf", "Cc"}


@lru_cache(maxsize=16)
def open_fonts(family: str, folders: tuple[Path, ...], latin: str = "") -> FontBook:
    """Open a family (`FontFace.pdf` of the theme), or the nearest that is installed.

    `folders` are those of `font_folders`; `latin` is the face that letters and digits will be set in, empty for the family itself.
    A family without a bold face is measured in its regular one.
    Raises EnvironmentFault (FONT001) when neither the family nor any known substitute is installed.
    """
    for name in (family, *_substitutes(family)):
        faces = find_faces(name, folders)
        if faces:
            regular, bold = Face(_nearest(faces, 400)), Face(_nearest(faces, 700))
            return FontBook(family, name, regular, bold, widening(latin))
    raise EnvironmentFault(
        f"FONT001 找不到字体“{family}”，也没有可替代的中文字体",
        f"FONT001 font {family!r} is not installed, nor is any Chinese font that could replace it",
        _MEND,
    )


def _substitutes(family: str) -> tuple[str, ...]:
    serif = any(word in family.casefold() for word in _SERIF_WORDS)
    return (*_SERIF, *_SANS) if serif else (*_SANS, *_SERIF)


def _nearest(faces: tuple[FaceName, ...], weight: int) -> FaceName:
    return min(faces, key=lambda face: abs(face.weight - weight))


def substitution(book: FontBook, where: Location) -> Diagnostic | None:
    """Return a warning when the family found is not the one asked for, else None."""
    if book.family == book.requested:
        return None
    return warning(
        "FONT002",
        f"没有安装字体“{book.requested}”，改用“{book.family}”排版，换行可能与装有该字体的电脑不同",
        f"font {book.requested!r} is not installed; {book.family!r} is used, and lines may break elsewhere where it is",
        where,
        _MEND,
    )
