from __future__ import annotations

from engine.base.units import Length, Size, inch
from engine.brand.paper_style import STYLE_ROLES, PaperSection
from engine.model.paper import ParagraphRole
from tests.support.paper_sample import harbor


def test_every_kind_of_paragraph_has_a_role() -> None:
    assert {role.value for role in ParagraphRole} <= set(STYLE_ROLES)
    assert len(STYLE_ROLES) == len(set(STYLE_ROLES))


def test_the_text_area_is_what_the_margins_leave() -> None:
    none = Length(0)
    section = PaperSection(Size(inch(8), inch(11)), inch(1), inch(1.5), inch(2), inch(0.5), none, none, (), "")
    assert (section.text_width, section.text_height) == (inch(5.5), inch(8.5))


def test_a_style_is_found_by_the_kind_of_paragraph_and_by_its_role() -> None:
    brand = harbor()
    assert brand.style(ParagraphRole.BODY) is brand.style("body")
    assert brand.style("contents_1").name == "toc 1"


def test_styles_of_harbor_agree_with_the_type_scale_of_the_theme() -> None:
    brand = harbor()
    roles = {
        "heading_1": "paper_heading_1", "heading_2": "paper_heading_2", "heading_3": "paper_heading_3", "heading_4": "paper_heading_4",
        "body": "paper_body", "bullet": "paper_body", "numbered": "paper_body", "lead": "paper_lead", "callout": "paper_callout",
        "table_cell": "paper_table_cell", "table_header": "paper_table_header", "caption_table": "paper_caption",
        "cover_title": "paper_cover_title", "contents_title": "paper_contents_title", "source": "paper_source", "header": "paper_running",
    }  # fmt: skip
    for style, role in roles.items():
        found, wanted = brand.style(style), brand.theme.role(role)
        assert (found.size, found.pitch, found.bold) == (wanted.size, wanted.pitch, wanted.bold), style
    assert brand.style("figure").pitch is None  # an exact pitch would cut a chart down to one line
