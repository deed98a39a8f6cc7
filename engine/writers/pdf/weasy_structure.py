"""The structure tree of a PDF/UA-1: what its marked contents are to somebody who listens, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from typing import Any

import pydyf

from engine.base.errors import TemplateError
from engine.base.records import dataclass
from engine.base.units import Rect
from engine.writers.pdf.weasy_page import Link, PaintedPage, Told


def add_structure(pdf: Any, pages: Sequence[PaintedPage]) -> None:
    """Tag a document whose pages are painted: one Sect per page. Its catalog has a language already.

    Raises TemplateError for a link to a bookmark that no page has.
    """
    tree = _Tree(pdf, frozenset(name for page in pages for name in page.page.anchors))
    for index, (page, reference) in enumerate(zip(pages, pdf.page_references, strict=True)):
        tree.add_page(page, index, reference)
    for structure_parent, (annotation, element) in enumerate(tree.pressed, start=len(pages)):
        annotation["StructParent"] = structure_parent
        tree.numbers.extend((structure_parent, element.reference))
    pdf.catalog["StructTreeRoot"] = tree.root.reference
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})


@dataclass(slots=True)
class _Tree:
    """A tree that grows page by page; `pressed` are the annotations of links with the elements they belong to."""

    pdf: Any
    bookmarks: frozenset[str]
    root: Any = field(default_factory=lambda: pydyf.Dictionary({"Type": "/StructTreeRoot"}))
    document: Any = None
    numbers: Any = field(default_factory=pydyf.Array)
    pressed: list[tuple[Any, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pdf.add_object(self.root)
        parents = pydyf.Dictionary({"Nums": self.numbers})
        self.pdf.add_object(parents)
        self.document = pydyf.Dictionary({"Type": "/StructElem", "S": "/Document", "K": pydyf.Array(), "P": self.root.reference})
        self.pdf.add_object(self.document)
        self.root.update({"ParentTree": parents.reference, "K": pydyf.Array([self.document.reference])})

    def add_page(self, page: PaintedPage, index: int, reference: bytes) -> None:
        sheet = self.pdf.objects[int(reference.split()[0])]
        sheet.update({"Tabs": "/S", "StructParents": index})
        branch = _Branch(self, page.page.size.height.points, reference, sheet, [])
        if page.told:
            section = branch.element("Sect", self.document)
            self.document["K"].append(section.reference)
            for told in page.told:
                branch.add(told, section)
        self.numbers.extend((index, pydyf.Array(branch.owners)))


@dataclass(frozen=True, slots=True)
class _Branch:
    """The elements of one page of a height in points; `owners` are those that hold its marked contents, by number."""

    tree: _Tree
    height: float
    page: bytes
    sheet: Any
    owners: list[bytes]

    def element(self, tag: str, parent: Any) -> Any:
        made = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{tag}", "K": pydyf.Array(), "Pg": self.page, "P": parent.reference})
        self.tree.pdf.add_object(made)
        return made

    def add(self, told: Told, parent: Any) -> None:
        element = self.element(told.part.tag, parent)
        parent["K"].append(element.reference)
        if told.part.tag == "TH":
            element["A"] = pydyf.Dictionary({"O": "/Table", "Scope": "/Column"})
        if told.part.frame is not None:
            element["A"] = pydyf.Dictionary({"O": "/Layout", "BBox": self._box(told.part.frame)})
            element["Alt"] = pydyf.String(told.part.alt)
        for child in told.children:
            match child:
                case Told():
                    self.add(child, element)
                case Link():
                    self._add_link(child, element)
                case number:
                    self._own(number, element)

    def _own(self, number: int, element: Any) -> None:
        assert number == len(self.owners), "contents are numbered as they are told"
        self.owners.append(element.reference)
        element["K"].append(number)

    def _add_link(self, link: Link, parent: Any) -> None:
        if link.address.startswith("#") and link.address[1:] not in self.tree.bookmarks:
            name = link.address[1:]
            raise TemplateError(f"PDF 无法绘制：没有书签“{name}”", f"the PDF cannot be drawn: no bookmark {name!r}")
        left, top, right, bottom = link.box
        annotation = pydyf.Dictionary(
            {
                "Type": "/Annot",
                "Subtype": "/Link",
                "Rect": pydyf.Array([left, self.height - top, right, self.height - bottom]),
                "BS": pydyf.Dictionary({"W": 0}),
                "Contents": pydyf.String(link.address.removeprefix("#")),
            }
        )
        if link.address.startswith("#"):
            annotation["Dest"] = pydyf.String(link.address[1:])
        else:
            annotation["A"] = pydyf.Dictionary({"Type": "/Action", "S": "/URI", "URI": pydyf.String(link.address)})
        self.tree.pdf.add_object(annotation)
        self.sheet.setdefault("Annots", pydyf.Array()).append(annotation.reference)
        element = self.element("Link", parent)
        parent["K"].append(element.reference)
        self._own(link.content, element)
        press = pydyf.Dictionary({"Type": "/OBJR", "Obj": annotation.reference, "Pg": self.page})
        self.tree.pdf.add_object(press)
        element["K"].append(press.reference)
        self.tree.pressed.append((annotation, element))

    def _box(self, frame: Rect) -> Any:
        left, right = frame.x.points, frame.right.points
        return pydyf.Array((left, self.height - frame.bottom.points, right, self.height - frame.y.points))
