"""The section list of presentation.xml and docProps/app.xml."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence

from engine.model.deck import Deck
from engine.writers.ooxml.xml import attrs, escape

_SPACE = uuid.UUID("6b0f3c1e-5d0a-5a53-9d4e-0c5d2f6c7a11")  # ours: section ids are names in it
_SECTIONS_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def section_list(deck: Deck, slide_ids: Sequence[int]) -> str:
    """Return the `p:ext` with the deck's sections, an empty string when it has none. Every slide must be in one."""
    if not deck.sections:
        return ""
    sections = "".join(_section(number, name, slide_ids[first:end]) for number, (name, first, end) in enumerate(_spans(deck)))
    return f'<p:ext uri="{_SECTIONS_URI}"><p14:sectionLst xmlns:p14="{_P14}">{sections}</p14:sectionLst></p:ext>'


def _spans(deck: Deck) -> Iterator[tuple[str, int, int]]:
    """Yield name, first and end of each section; slides before the first named one get PowerPoint's own name for such slides."""
    sections = deck.sections
    if sections[0][1] > 0:
        unnamed = "默认节" if deck.meta.language.startswith("zh") else "Default Section"
        sections = ((unnamed, 0), *sections)
    ends = (*(first for _, first in sections[1:]), len(deck.slides))
    for (name, first), end in zip(sections, ends, strict=True):
        yield name, first, end


def _section(number: int, name: str, slide_ids: Sequence[int]) -> str:
    key = str(uuid.uuid5(_SPACE, f"{number}/{name}")).upper()
    listed = "".join(f'<p14:sldId id="{slide}"/>' for slide in slide_ids)
    return f"<p14:section{attrs({'name': name, 'id': f'{{{key}}}'})}><p14:sldIdLst>{listed}</p14:sldIdLst></p14:section>"


def app_properties(deck: Deck) -> str:
    """Return docProps/app.xml. Elements are in schema order."""
    notes = sum(1 for slide in deck.slides if slide.notes.plain.strip())
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><TotalTime>0</TotalTime>'
        f"<Application>debrief</Application><Slides>{len(deck.slides)}</Slides><Notes>{notes}</Notes>"
        f"<Company>{escape(deck.meta.organisation)}</Company></Properties>"
    )
