"""Drawings of a Word header as vectors of the page: their shapes and pictures written as those of a slide, which `decor` reads."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from engine.base.units import Rect
from engine.brand.decor.reader import read_shapes
from engine.brand.decor.sheet import Sheet
from engine.brand.template_package import NS, P
from engine.model.decor import Decor, Lettering

_A = f"{{{NS['a']}}}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
_GROUPS = (f"{_WPG}wgp", f"{_WPG}grpSp")


def read_drawing(holder: etree._Element, frame: Rect, sheet: Sheet) -> tuple[Decor, ...]:
    """Return what an anchored or inline drawing draws at a frame of the page, its words left out; what is missing is noted on the sheet."""
    data = holder.find(f"{_A}graphic/{_A}graphicData")
    if data is None or not len(data):
        return ()
    named = next((each.get("name", "") for each in holder if etree.QName(each).localname == "docPr"), "")
    tree = etree.Element(f"{P}spTree", nsmap={"p": NS["p"], "a": NS["a"], "r": NS["r"]})
    for shape in _slide_shapes(data, named):
        _move(shape, frame)
        tree.append(shape)
    root = etree.Element(f"{P}sld")
    etree.SubElement(root, f"{P}cSld").append(tree)
    return tuple(mark for mark in read_shapes(root, sheet) if not isinstance(mark, Lettering))


def _slide_shapes(holder: etree._Element, named: str) -> Iterator[etree._Element]:
    """Yield the shapes, pictures and groups directly in a holder as those of a slide."""
    for node in holder:
        if node.tag == f"{_PIC}pic":
            yield _made("pic", named or _name(node), (f"{P}blipFill", node.find(f"{_PIC}blipFill")), (f"{P}spPr", node.find(f"{_PIC}spPr")))
        elif node.tag == f"{_WPS}wsp":
            yield _made("sp", named or _name(node), (f"{P}spPr", node.find(f"{_WPS}spPr")), (f"{P}style", node.find(f"{_WPS}style")))
        elif node.tag in _GROUPS:
            group = _made("grpSp", named or _name(node), (f"{P}grpSpPr", node.find(f"{_WPG}grpSpPr")))
            group.extend(_slide_shapes(node, ""))
            yield group


def _name(node: etree._Element) -> str:
    found = next((each for each in node.iter("*") if etree.QName(each).localname == "cNvPr"), None)
    return "" if found is None else found.get("name", "")


def _made(kind: str, name: str, *parts: tuple[str, etree._Element | None]) -> etree._Element:
    made = etree.Element(f"{P}{kind}")
    known = etree.SubElement(made, f"{P}nv{kind[0].upper()}{kind[1:]}Pr")
    etree.SubElement(known, f"{P}cNvPr", id="1", name=name)
    etree.SubElement(known, f"{P}nvPr")
    for tag, part in parts:
        if part is not None:
            copied = etree.SubElement(made, tag)
            copied.extend(deepcopy(child) for child in part)
    return made


def _move(shape: etree._Element, frame: Rect) -> None:
    """Put a shape, or a group with all in it, into a frame of the page."""
    properties = next((each for each in shape if etree.QName(each).localname in {"spPr", "grpSpPr"}), None)
    if properties is None:
        return
    transform = properties.find(f"{_A}xfrm")
    if transform is None:
        transform = etree.Element(f"{_A}xfrm")
        properties.insert(0, transform)
    sides = {"off": {"x": frame.x, "y": frame.y}, "ext": {"cx": frame.width, "cy": frame.height}}
    for index, (tag, values) in enumerate(sides.items()):
        node = transform.find(f"{_A}{tag}")
        if node is None:
            node = etree.Element(f"{_A}{tag}")
            transform.insert(index, node)
        for key, value in values.items():
            node.set(key, str(int(value)))
