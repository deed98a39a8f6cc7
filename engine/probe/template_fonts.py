"""Which of the faces that a template names are installed on this machine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.base.records import dataclass
from engine.brand.inspect.seen_deck import FontUse
from engine.layout.font_files import find_faces


@dataclass(frozen=True, slots=True)
class FontState:
    """`installed` is about this machine; `embedded` tells that the file carries the face itself."""

    use: FontUse
    installed: bool
    embedded: bool


def font_states(fonts: Sequence[FontUse], embedded: Sequence[str], folders: tuple[Path, ...]) -> tuple[FontState, ...]:
    """Return the state of each face; `folders` are those of `font_files.font_folders`."""
    carried = {name.casefold() for name in embedded}
    return tuple(FontState(use, bool(find_faces(use.name, folders)), use.name.casefold() in carried) for use in fonts)


def missing_fonts(states: Sequence[FontState], file: str) -> tuple[Diagnostic, ...]:
    """Return FONT002 for the faces of theme, layouts and styles that are not installed; those of sample slides and texts don't matter."""
    missing = [state.use.name for state in states if not state.installed and set(state.use.places) - {"slides", "text"}]
    names = tuple(dict.fromkeys(missing))
    if not names:
        return ()
    zh, en = f"这台机器没有安装：{'、'.join(names)}", f"not installed on this machine: {', '.join(names)}"
    mend = Phrase(
        "安装它们，或接受 PDF 里用替代字体；PPTX 和 DOCX 照样写原来的名字",
        "install them, or accept substitutes in the PDF; PPTX and DOCX name them all the same",
    )
    return (warning("FONT002", zh, en, Location(file), mend),)
