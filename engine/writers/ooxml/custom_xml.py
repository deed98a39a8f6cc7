"""The ledger inside an Office file: a custom XML part with its properties, which Office programs keep and never show."""

from __future__ import annotations

from engine.model.facts import Ledger
from engine.model.file_ledger import file_ledger
from engine.model.ledger_json import LEDGER_NAMESPACE, ledger_json
from engine.model.printed import Printed
from engine.writers.ooxml.xml import DECLARATION, attrs, escape_json

ITEM_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
PROPERTIES_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps"
PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
ITEM_TYPE = "application/xml"
_STORE_ID = "{0C9A1F7E-3B52-4E0D-9A41-6D65B3F0A2C8}"
"""Names the part in the file's data store; ours, and the same in every file, which holds one ledger."""


def ledger_part(ledger: Ledger, title: str, printed: Printed, theme: str = "") -> bytes:
    """Return the part: one element that holds the ledger as JSON."""
    content = ledger_json(file_ledger(ledger, title, (printed,), theme)).decode().rstrip("\n")
    return f"{DECLARATION}<ledger{attrs({'xmlns': LEDGER_NAMESPACE})}>{escape_json(content)}</ledger>".encode()


def properties_part() -> bytes:
    """Return the part that names the item and the namespace of its content."""
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    schema = f"<ds:schemaRefs><ds:schemaRef{attrs({'ds:uri': LEDGER_NAMESPACE})}/></ds:schemaRefs>"
    head = attrs({"ds:itemID": _STORE_ID, "xmlns:ds": namespace})
    return f"{DECLARATION}<ds:datastoreItem{head}>{schema}</ds:datastoreItem>".encode()
