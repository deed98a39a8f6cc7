from __future__ import annotations

from engine.writers.docx.fields import field, field_end, field_start
from tests.unit.writers.docx.xml_of import W, tree


def test_a_field_has_its_code_and_its_result_between_three_marks() -> None:
    made = tree(f"<w:p>{field('PAGE', '<w:r><w:t>7</w:t></w:r>', '<w:b/>')}</w:p>")
    assert [node.get(f"{W}fldCharType") for node in made.iter(f"{W}fldChar")] == ["begin", "separate", "end"]
    assert [node.text for node in made.iter(f"{W}instrText", f"{W}t")] == [" PAGE ", "7"]
    assert len(list(made.iter(f"{W}b"))) == 4


def test_quotation_marks_in_a_code_are_escaped_where_they_must_be() -> None:
    assert 'TOC \\t "A&amp;B,3"' in field_start('TOC \\t "A&B,3"')
    assert field_end() == '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
