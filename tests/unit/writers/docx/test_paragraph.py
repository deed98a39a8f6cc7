from __future__ import annotations

from engine.model.blocks import Align
from engine.writers.docx.paragraph import Layout, ending_section, paragraph
from tests.support.paper_sample import harbor


def test_a_plain_paragraph_names_its_style_alone() -> None:
    assert paragraph(harbor().style("body"), "<w:r/>") == '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r/></w:p>'


def test_properties_stand_in_the_order_of_the_schema() -> None:
    layout = Layout(
        keep_next=True, page_break=True, frame="<w:framePr/>", numbering=(7, 0), borders="<w:pBdr/>", tabs="<w:tabs/>", before=0, after=2.5,
        line=12.5, align=Align.RIGHT,
    )  # fmt: skip
    assert paragraph(harbor().style("note"), "", layout) == (
        '<w:p><w:pPr><w:pStyle w:val="Note"/><w:keepNext/><w:pageBreakBefore/><w:framePr/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'
        '<w:pBdr/><w:tabs/><w:spacing w:before="0" w:after="50" w:line="250" w:lineRule="exact"/><w:jc w:val="right"/></w:pPr></w:p>'
    )


def test_indents_of_first_lines() -> None:
    assert '<w:ind w:left="210" w:hanging="210"/>' in paragraph(harbor().style("bullet"), "", Layout(indent=(10.5, -10.5)))
    assert '<w:ind w:left="0" w:firstLineChars="0" w:firstLine="0"/>' in paragraph(harbor().style("body"), "", Layout(indent=(0, 0)))


def test_a_section_ends_in_the_properties_of_the_outer_paragraph() -> None:
    outer = "<w:p><w:pPr><w:x/></w:pPr><w:r><w:p><w:pPr></w:pPr></w:p></w:r></w:p>"
    assert ending_section(outer, "<S/>") == outer.replace("<w:x/></w:pPr>", "<w:x/><S/></w:pPr>")
    assert ending_section("<w:tbl></w:tbl>", "<S/>") is None
