"""Which encoding a text file is in: by its BOM, else UTF-8, else GB18030, each strictly. Nothing is ever guessed from letter statistics."""

from __future__ import annotations

import codecs

from engine.base.diagnostics import Diagnostic, Location, Phrase
from engine.sources import problems

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CHUNK = 1024 * 1024
_DECLARE = Phrase("在数据表里写 encoding，如 gb18030、big5、utf-16-le", "say encoding: for this table, e.g. gb18030, big5, utf-16-le")
_SAVE_AGAIN = Phrase("用 Excel 或 WPS 另存为 CSV UTF-8", "save it again as CSV UTF-8")
_REPLACEMENT = "\ufffd"


def find_encoding(blob: bytes, declared: str | None, where: Location) -> str | Diagnostic:
    """Return the Python name of the encoding that reads all of `blob`, or what is wrong; `declared` wins, but a UTF-8 BOM is no letter."""
    by_bom = next((name for bom, name in _BOMS if blob.startswith(bom)), None)
    if declared == "utf-8" and by_bom == "utf-8-sig":
        declared = by_bom
    chosen = declared or by_bom
    if chosen:
        fault = _first_fault(blob, chosen)
        return chosen if fault is None else _complaint(blob, chosen, fault, where, _SAVE_AGAIN if by_bom else _DECLARE)
    utf8_fault = _first_fault(blob, "utf-8")
    if utf8_fault is None:
        return "utf-8"
    if _is_damaged_utf8(blob):
        return _complaint(blob, "UTF-8", utf8_fault, where, _SAVE_AGAIN)
    gb_fault = _first_fault(blob, "gb18030")
    if gb_fault is None:
        return "gb18030"
    # the farther of the two faults belongs to the encoding that was probably meant
    if gb_fault > utf8_fault:
        return _complaint(blob, "GB18030", gb_fault, where, _DECLARE)
    return _complaint(blob, "UTF-8", utf8_fault, where, _DECLARE)


def _first_fault(blob: bytes, encoding: str) -> int | None:
    """Return the offset of the first byte that is no text, None when all is; decodes in pieces, so no second copy of the file is made."""
    if encoding == "utf-8" and blob.isascii():
        return None
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        for start in range(0, len(blob), _CHUNK):
            decoder.decode(blob[start : start + _CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeError:
        try:
            blob.decode(encoding)
        except UnicodeDecodeError as fault:
            return fault.start
        except UnicodeError:
            return 0
    return None


def _is_damaged_utf8(blob: bytes) -> bool:
    """Tell UTF-8 with a few broken bytes from GB18030, which as UTF-8 gives almost nothing but faults."""
    text = blob[:_CHUNK].decode("utf-8", "replace")
    faults = text.count(_REPLACEMENT)
    good = len(text) - len(text.encode("ascii", "ignore")) - faults
    return good > 4 * faults


def _complaint(blob: bytes, encoding: str, offset: int, where: Location, hint: Phrase) -> Diagnostic:
    line = blob.count(b"\n", 0, offset) + 1
    place = Location(where.file, line, 1)
    return problems.encoding(encoding, offset, line, place, hint)
