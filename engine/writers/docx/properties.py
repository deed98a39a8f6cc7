"""Document properties: docProps/core.xml and docProps/app.xml."""

from __future__ import annotations

import datetime as dt

from engine.model.deck import DeckMeta
from engine.writers.ooxml.xml import escape

_LONGEST = 255
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def core_properties(meta: DeckMeta) -> str:
    moment = meta.created if meta.created.tzinfo is None else meta.created.astimezone(dt.UTC)
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    named = (
        ("dc:title", meta.title),
        ("dc:subject", meta.subject),
        ("dc:creator", meta.author),
        ("cp:keywords", meta.keywords),
        ("cp:lastModifiedBy", meta.author),
    )
    words = "".join(f"<{name}>{escape(value[:_LONGEST])}</{name}>" for name, value in named)
    return (
        f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{words}<cp:revision>1</cp:revision>'
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified><dc:language>{escape(meta.language)}</dc:language>'
        "</cp:coreProperties>"
    )


def app_properties(meta: DeckMeta) -> str:
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><TotalTime>0</TotalTime>'
        f"<Application>debrief</Application><Company>{escape(meta.organisation)}</Company></Properties>"
    )
