"""Fields with the result that Word would compute, so that nothing has to be updated when the document is opened."""

from __future__ import annotations

from engine.writers.ooxml.xml import escape


def field(code: str, result: str, properties: str = "") -> str:
    """Return a complex field; `result` are runs, `properties` the inside of `w:rPr` for the field's own marks."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"{field_start(code, look)}{result}{field_end(look)}"


def field_start(code: str, look: str = "") -> str:
    """Return what stands before a field's result; `look` is a whole `w:rPr`."""
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r><w:r>{look}<w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end(look: str = "") -> str:
    return f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
