from __future__ import annotations

from engine.brand.adopt.paper_tables import complete_others
from tests.support.company_papers import styles_of


def test_the_styles_of_tables_and_links_are_made() -> None:
    styles = styles_of("")
    others = complete_others(styles)
    assert (others.table, others.hyperlink, others.made) == ("报告表格", "Hyperlink", frozenset({"table", "hyperlink"}))
    assert styles.id_of("Normal Table", "table") == "TableNormal"
    assert styles.id_of("Hyperlink", "character")


def test_what_there_is_stays() -> None:
    own = (
        '<w:style w:type="table" w:default="1" w:styleId="T"><w:name w:val="Table"/><w:basedOn w:val="TableNormal"/></w:style>'
        '<w:style w:type="table" w:styleId="R"><w:name w:val="Report Table"/></w:style>'
        '<w:style w:type="character" w:styleId="L"><w:name w:val="Hyperlink"/></w:style>'
    )
    styles = styles_of(own, chinese=False)
    assert complete_others(styles).made == frozenset()
    foundation = styles.node(styles.id_of("Normal Table", "table"))
    assert "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}default" not in foundation.attrib
