"""Headers and footers: the template's own, with the report's words in their content controls and the chapter in their STYLEREF fields.

Word computes the chapter itself; the result written here is what everybody else shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from lxml import etree

_W_URI = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{_W_URI}}}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def fill_running(part: bytes, words: Mapping[str, str], number: str, chapter: str) -> bytes:
    """Return a header or footer with `words` by tag in its content controls, and number and name of the chapter in STYLEREF fields."""
    root = etree.fromstring(part)
    for control in root.iter(f"{_W}sdt"):
        tag = control.find(f"{_W}sdtPr/{_W}tag")
        content = control.find(f"{_W}sdtContent")
        if tag is not None and content is not None and (name := tag.get(f"{_W}val", "")) in words:
            _put(list(content.iter(f"{_W}t")), words[name])
    for code, texts in _fields(root):
        if code[:1] == ["STYLEREF"]:
            _put(texts, number if {r"\n", r"\r", r"\w"} & set(code) else chapter)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def numbered(part: bytes, next_drawing: Callable[[], int]) -> bytes:
    """Return a header or footer whose drawings have numbers that no other drawing of the document has, as Word wants them."""
    root = etree.fromstring(part)
    drawings = list(root.iter(_DRAWING))
    for drawing in drawings:
        drawing.set("id", str(next_drawing()))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True) if drawings else part


def names_chapter(part: bytes) -> bool:
    """Tell whether a header or footer says something that differs from section to section: the chapter, or what stands there in the contents."""
    root = etree.fromstring(part)
    tags = {tag.get(f"{_W}val", "") for tag in root.iter(f"{_W}tag")}
    return "contents" in tags or any(code[:1] == ["STYLEREF"] for code, _ in _fields(root))


def _put(texts: list[etree._Element], words: str) -> None:
    """Put the words where the first text stands, and empty the others."""
    for index, node in enumerate(texts):
        node.text = words if index == 0 else ""
        node.set(_SPACE, "preserve")


def _fields(root: etree._Element) -> Iterator[tuple[list[str], list[etree._Element]]]:
    """Yield the words of each field's code and the texts of its result; fields inside fields do not occur in headers."""
    for simple in root.iter(f"{_W}fldSimple"):
        yield simple.get(f"{_W}instr", "").split(), list(simple.iter(f"{_W}t"))
    code, state = "", ""
    texts: list[etree._Element] = []
    for node in root.iter(f"{_W}fldChar", f"{_W}instrText", f"{_W}t"):
        name = etree.QName(node).localname
        if name == "fldChar":
            state = node.get(f"{_W}fldCharType", "")
            if state == "begin":
                code, texts = "", []
            elif state == "end":
                yield code.split(), texts
        elif name == "instrText":
            code += node.text or ""
        elif state == "separate":
            texts.append(node)
