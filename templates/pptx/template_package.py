"""The package of a delivered template, for decks and documents alike: relationships, content types, and the zip of all parts."""

from __future__ import annotations

from collections.abc import Iterable

from engine.writers.ooxml.package import zip_parts
from engine.writers.ooxml.xml import DECLARATION

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OPC = "http://schemas.openxmlformats.org/package/2006"
OFFICE_XML = "application/vnd.openxmlformats-officedocument"


def relationships(*targets: tuple[str, str]) -> str:
    """Return a part of relationships, rId1 and on, of pairs of type and target."""
    rows = "".join(f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(targets, 1))
    return f'<Relationships xmlns="{OPC}/relationships">{rows}</Relationships>'


def packed(parts: Iterable[tuple[str, str, str]]) -> bytes:
    """Return the file of parts, each with name, content type (empty for relationships, which have none of their own) and XML."""
    made = list(parts)
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind, _ in made if kind)
    types = (
        f'<Types xmlns="{OPC}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    files = [("[Content_Types].xml", types), *((name, xml) for name, _, xml in made)]
    return zip_parts((name, (DECLARATION + xml).encode()) for name, xml in files)
