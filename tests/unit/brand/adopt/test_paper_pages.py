from __future__ import annotations

from engine.brand.adopt.paper_pages import Page, chosen_pages, found_sections, has_side, section_xml
from engine.brand.adopt.word_xml import parsed

SIZE = '<w:pgSz w:w="{}" w:h="{}"/>'
MARGINS = '<w:pgMar w:top="1000" w:right="1100" w:bottom="1200" w:left="1300" w:header="700" w:footer="600" w:gutter="100"/>'
LINKS = {"h": "header1.xml", "f": "footer1.xml", "t": "header2.xml"}
RUNNING = '<w:headerReference w:type="default" r:id="h"/><w:headerReference w:type="first" r:id="t"/><w:footerReference w:type="default" r:id="f"/>'


def pages(*sections: str, visible: tuple[str, ...] = ("header1.xml", "footer1.xml")) -> tuple[dict[str, Page], list[str]]:
    inner = "".join(f"<w:p><w:pPr><w:sectPr>{each}</w:sectPr></w:pPr></w:p>" for each in sections[:-1])
    root = parsed(f"<w:document><w:body><w:p/>{inner}<w:p/><w:p/><w:sectPr>{sections[-1]}</w:sectPr></w:body></w:document>")
    made, told = chosen_pages(found_sections(root, LINKS), frozenset(visible))
    return {page.role: page for page in made}, [phrase.en for phrase in told]


def test_one_section_serves_all_pages() -> None:
    made, told = pages(RUNNING + SIZE.format(11906, 16838) + MARGINS)
    body, landscape = made["body"], made["landscape"]
    assert (body.size, body.margins.left, body.text_width) == ((11906, 16838), 1400, 11906 - 2500)
    assert (landscape.size, landscape.margins.left, landscape.margins.right) == ((16838, 11906), 1100, 1100)
    assert body.running == (("header", "default", "header1.xml"), ("footer", "default", "footer1.xml"))
    assert told == ["cover from section 1, body from section 1", "no landscape section: that of the body, turned"]


def test_a_different_first_page_is_that_of_the_cover() -> None:
    made, _ = pages(RUNNING + SIZE.format(11906, 16838) + MARGINS + "<w:titlePg/>", visible=("header1.xml", "header2.xml"))
    assert made["cover"].running == (("header", "default", "header2.xml"),)
    assert made["body"].running == (("header", "default", "header1.xml"),)


def test_a_landscape_section_lends_its_margins() -> None:
    wide = SIZE.format(16838, 11906) + MARGINS.replace("1300", "900")
    made, told = pages(wide, SIZE.format(11906, 16838) + MARGINS)
    assert (made["landscape"].margins.left, made["body"].margins.left) == (1000, 1400)
    assert told == ["cover from section 2, body from section 2"]


def test_a_section_without_paper_is_a4() -> None:
    made, told = pages("")
    assert (made["body"].size, made["body"].margins.left) == ((11906, 16838), 1440)
    assert told[1] == "the template names no paper: A4"


def test_columns_and_narrow_text_are_told() -> None:
    made, told = pages(SIZE.format(11906, 16838) + MARGINS.replace('w:left="1300"', 'w:left="7000"') + '<w:cols w:num="2"/>')
    assert made["body"].text_width >= 5103
    assert told[1:3] == [
        "the template's text stands in 2 columns, the report's in one",
        "the column of text is too narrow: margins leave 9 cm",
    ]


def test_a_column_beside_the_text_is_seen() -> None:
    made, _ = pages(SIZE.format(11906, 16838) + MARGINS)
    wide, _ = pages(SIZE.format(11906, 16838) + MARGINS.replace('w:left="1300"', 'w:left="3300"'))
    assert (has_side(made["body"].margins), has_side(wide["body"].margins)) == (False, True)


def test_pages_are_written_with_their_numbers() -> None:
    made, _ = pages(RUNNING + SIZE.format(11906, 16838) + MARGINS)
    xml = section_xml(made["contents"], {"header1.xml": "rId8", "footer1.xml": "rId9"})
    assert xml.startswith(
        '<w:sectPr><w:headerReference w:type="default" r:id="rId8"/><w:footerReference w:type="default" r:id="rId9"/><w:pgSz'
    )
    assert '<w:pgNumType w:fmt="lowerRoman"/>' in xml
    assert 'w:orient="landscape"' in section_xml(made["landscape"], {"header1.xml": "a", "footer1.xml": "b"})
