"""How an element of a part is named in a message: its tag, and the nearest thing around it that a person can find."""

from __future__ import annotations

from lxml import etree

PREFIXES = {
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://schemas.openxmlformats.org/presentationml/2006/main": "p",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
A, P, C, W, WP, X, R, MC = (f"{{{namespace}}}" for namespace in PREFIXES)

_COUNTED = {f"{W}tbl": "w:tbl", f"{W}tr": "w:tr", f"{W}tc": "w:tc", f"{W}p": "w:p", f"{A}tr": "a:tr", f"{A}tc": "a:tc"}
_SERIES = f"{C}ser"


def tag(name: str) -> str:
    """Return a tag or attribute as people write it: `a:off` for `{http://…}off`."""
    if not name.startswith("{"):
        return name
    namespace, _, local = name[1:].partition("}")
    return f"{PREFIXES[namespace]}:{local}" if namespace in PREFIXES else local


def place(node: etree._Element) -> str:
    """Return where an element is, such as `a:off, p:sp "title" (id 4)` or `w:tbl 2, w:tr 1, w:tc 3`."""
    steps: list[str] = []
    inner: etree._Element | None = node
    while inner is not None and isinstance(inner.tag, str):
        if inner.tag in _COUNTED:
            steps.insert(0, f"{_COUNTED[inner.tag]} {_number(inner)}")
        elif inner.tag == _SERIES:
            order = inner.find(f"{C}order")
            steps.insert(0, f"c:ser {'?' if order is None else order.get('val')}")
        elif named := _name(inner):
            steps.insert(0, named)
            break
        inner = inner.getparent()
    own = tag(node.tag)
    return ", ".join(steps) if steps and steps[-1].startswith(f"{own} ") else ", ".join([*steps, own])


def _number(node: etree._Element) -> int:
    return 1 + sum(1 for _ in node.itersiblings(node.tag, preceding=True))


def _name(node: etree._Element) -> str:
    """Return a shape by tag, name and number; empty for anything else."""
    outer = node[0] if len(node) else None
    head = outer[0] if outer is not None and len(outer) and outer[0].tag == f"{P}cNvPr" else None
    return "" if head is None else f'{tag(node.tag)} "{head.get("name", "")}" (id {head.get("id", "?")})'
