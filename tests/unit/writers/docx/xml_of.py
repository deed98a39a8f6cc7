"""What the tests of this folder share: writers of harbor, and XML read back."""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

from engine.model.inlines import text
from engine.model.paper import Caption, PaperParagraph, ParagraphRole
from engine.writers.docx.document import NAMESPACES
from engine.writers.docx.marks import Marks
from engine.writers.docx.text import TextWriter
from tests.support.paper_sample import harbor

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def writer(marks: Marks | None = None, language: str = "zh-CN", **captions: str) -> TextWriter:
    return TextWriter(harbor(), marks or Marks(), language, captions)


def tree(xml: str) -> etree._Element:
    """Return elements of the body below one root; raises when they are not well-formed."""
    return etree.fromstring(f"<w:body{NAMESPACES}>{xml}</w:body>")


def words(xml: str) -> str:
    """Return what is read: texts, with a bar between paragraphs; codes of fields in braces."""
    lines = []
    for line in tree(xml).iter(f"{W}p"):
        pieces = []
        for node in line.iter(f"{W}t", f"{W}instrText", f"{W}tab", f"{W}br", f"{W}noBreakHyphen"):
            name = etree.QName(node).localname
            inside = node.getparent()
            if name == "tab" and inside is not None and inside.tag != f"{W}r":
                continue
            pieces.append(
                {"tab": "→", "br": "↵", "noBreakHyphen": "-"}.get(name)
                or (f"{{{(node.text or '').strip()}}}" if name == "instrText" else node.text or "")
            )
        lines.append("".join(pieces))
    return "|".join(lines)


def styles(xml: str) -> list[str]:
    return re.findall(r'<w:pStyle w:val="(\w+)"', xml)


def caption(chapter: int = 3, sequence: int = 1, kind: str = "图", bookmark: str = "_fig") -> Caption:
    return Caption(kind, chapter, sequence, text("各渠道 GMV"), bookmark)


def para(role: ParagraphRole, content: str, number: str = "") -> PaperParagraph:
    return PaperParagraph(role, text(content), number)


def part(blob: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        return package.read(name).decode()


def names(blob: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(blob)) as package:
        return package.namelist()
