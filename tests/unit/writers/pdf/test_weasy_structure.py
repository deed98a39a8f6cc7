from __future__ import annotations

from typing import Any

import pydyf
import pytest

from engine.base.errors import TemplateError
from engine.base.units import Rect, Size, pt
from engine.writers.pdf.page_marks import Part, SetPage
from engine.writers.pdf.weasy_page import Link, PaintedPage, Told
from engine.writers.pdf.weasy_structure import add_structure


def tagged(*told: Told) -> Any:
    """Return the objects of a document of one page of 100 by 50 pt that tells this."""
    pdf = pydyf.PDF()
    pdf.add_page(pydyf.Dictionary({"Type": "/Page"}))
    unused: Any = None
    page = PaintedPage(SetPage(Size(pt(100), pt(50)), (), {"fig": (0, 0)}), unused, unused, told=told)
    add_structure(pdf, [page])
    return pdf


def elements(pdf: Any, tag: str) -> list[Any]:
    return [each for each in pdf.objects if isinstance(each, dict) and each.get("S") == f"/{tag}"]


def test_a_page_is_a_section_whose_contents_know_their_elements() -> None:
    pdf = tagged(Told(Part("H1"), (0,)), Told(Part("P"), (1,)))
    (section,), (heading,), (paragraph,) = (elements(pdf, tag) for tag in ("Sect", "H1", "P"))
    assert section["K"] == [heading.reference, paragraph.reference]
    assert (heading["K"], paragraph["K"]) == ([0], [1])
    (numbers,) = [each["Nums"] for each in pdf.objects if isinstance(each, dict) and "Nums" in each]
    assert numbers == [0, [heading.reference, paragraph.reference]]


def test_a_page_that_tells_nothing_has_no_section() -> None:
    assert elements(tagged(), "Sect") == []


def test_column_heads_say_what_they_head() -> None:
    (head,) = elements(tagged(Told(Part("TH"), (0,))), "TH")
    assert head["A"] == {"O": "/Table", "Scope": "/Column"}


def test_figures_have_words_and_a_box_from_the_bottom_left() -> None:
    frame = Rect(pt(10), pt(5), pt(20), pt(15))
    (figure,) = elements(tagged(Told(Part("Figure", (), "走势", frame), (0,))), "Figure")
    assert figure["Alt"].string == "走势"
    assert figure["A"]["BBox"] == [10, 30, 30, 45]


def test_a_link_has_an_annotation_that_leads_on() -> None:
    pdf: Any = tagged(Told(Part("P"), (Link("#fig", 0, (10, 5, 30, 20)), Link("https://example.com", 1, (0, 0, 1, 1)))))
    inside, outside = (each for each in pdf.objects if isinstance(each, pydyf.Dictionary) and each.get("Subtype") == "/Link")
    assert (inside["Rect"], inside["Dest"].string, inside["Contents"].string) == ([10, 45, 30, 30], "fig", "fig")
    assert outside["A"]["URI"].string == "https://example.com"
    assert [each["StructParent"] for each in (inside, outside)] == [1, 2]
    (page,) = [each for each in pdf.objects if isinstance(each, dict) and each.get("Type") == "/Page"]
    assert (page["Annots"], page["Tabs"], page["StructParents"]) == ([inside.reference, outside.reference], "/S", 0)
    assert [link["K"][0] for link in elements(pdf, "Link")] == [0, 1]


def test_a_link_to_a_bookmark_that_is_not_there_is_an_error() -> None:
    with pytest.raises(TemplateError, match="no bookmark 'tab'"):
        tagged(Told(Part("P"), (Link("#tab", 0, (0, 0, 1, 1)),)))


def test_the_catalog_says_that_the_file_is_tagged() -> None:
    pdf = tagged()
    assert pdf.catalog["MarkInfo"] == {"Marked": "true"}
    assert "StructTreeRoot" in pdf.catalog
