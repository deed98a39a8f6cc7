"""The ledger that a finished file carries: a custom XML part of an Office file, an attachment of a PDF, or facts.json itself."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from functools import partial

from lxml import etree

from engine.model.file_ledger import FileLedger
from engine.model.ledger_json import LEDGER_FILE, LEDGER_NAMESPACE, NotALedger, read_ledger
from engine.probe.package_parts import Parts, opened, parsed, read_once

HEAD = 512
"""Bytes of a custom part within which its root stands."""
_ITEM = re.compile(r"customXml/item\d+\.xml")
_ROOT = f"{{{LEDGER_NAMESPACE}}}ledger"


class NotReadable(ValueError):
    """The file is not of the format that its name says."""


def ledger_inside(format_name: str, blob: bytes) -> FileLedger | None:
    """Return the ledger of a file, None when it carries none that can be read.

    `format_name` is `pptx`, `docx`, `pdf` or `json`. Raises NotReadable for a file that is not of its format.
    """
    return read_once(_LEDGERS[format_name], blob)


def _ledger(read: Callable[[bytes], bytes | str | None], blob: bytes) -> FileLedger | None:
    text = read(blob)
    try:
        return None if text is None else read_ledger(text)
    except NotALedger:
        return None


def carries_ledger(parts: Parts) -> bool:
    """Tell whether an open package has a ledger, without reading it."""
    mark = LEDGER_NAMESPACE.encode()
    return any(mark in parts.blob(name)[:HEAD] for name in filter(_ITEM.fullmatch, parts.names))


def _from_package(blob: bytes) -> bytes | str | None:
    try:
        package = opened(blob)
        for name in sorted(filter(_ITEM.fullmatch, package.namelist())):
            root = _root(package.read(name))
            if root is not None and root.tag == _ROOT:
                return root.text
    except zipfile.BadZipFile as error:
        raise NotReadable("no package") from error
    return None


def _root(xml: bytes) -> etree._Element | None:
    try:
        return parsed(xml)
    except etree.XMLSyntaxError:
        return None


def _from_pdf(blob: bytes) -> bytes | str | None:
    import pypdfium2  # loads a large library, which no other command needs

    try:
        document = pypdfium2.PdfDocument(blob)
    except pypdfium2.PdfiumError as error:
        raise NotReadable("no PDF") from error
    try:
        for index in range(document.count_attachments()):
            attachment = document.get_attachment(index)
            if attachment.get_name() == LEDGER_FILE:
                return bytes(attachment.get_data())
    finally:
        document.close()
    return None


_READERS: Mapping[str, Callable[[bytes], bytes | str | None]] = {
    "pptx": _from_package,
    "docx": _from_package,
    "pdf": _from_pdf,
    "json": lambda blob: blob,
}
_LEDGERS: Mapping[str, Callable[[bytes], FileLedger | None]] = {name: partial(_ledger, read) for name, read in _READERS.items()}
