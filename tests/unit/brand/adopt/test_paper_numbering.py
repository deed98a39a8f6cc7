from __future__ import annotations

from engine.brand.adopt.paper_fill import fill_roles
from engine.brand.adopt.paper_numbering import Numbered, complete_lists
from engine.brand.adopt.paper_styles import Styles
from engine.brand.adopt.word_xml import parsed
from engine.brand.paper_lists import printed_number, read_lists
from tests.support.company_papers import NUMBERS, styles_of

NUMBERED = "".join(
    f'<w:style w:type="paragraph" w:styleId="h{level}"><w:name w:val="heading {level}"/><w:basedOn w:val="a"/><w:pPr><w:numPr>'
    f'<w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    for level in (1, 2)
)


def completed(inside: str, numbering: str) -> tuple[Styles, Numbered, list[str]]:
    styles, root = styles_of(inside, numbering=numbering), parsed(numbering)
    if inside:
        styles.ids |= {"heading_1": "h1", "heading_2": "h2"}
    fill_roles(styles, {}, frozenset())
    done = complete_lists(styles, root)
    lists = read_lists(root)
    printed = []
    for level in (1, 2, 3):
        numbering_of = styles.style(f"heading_{level}").numbering
        printed.append("" if numbering_of is None else printed_number(lists[numbering_of[0]], (3, 2, 1)[:level]).strip())
    for role in ("bullet", "bullet_2", "numbered"):
        where = styles.style(role).numbering
        assert where is not None
        found = lists[where[0]][where[1]]
        printed.append(found.bullet or found.text)
    return styles, done, printed


def test_a_template_without_lists_gets_all_of_them() -> None:
    styles, done, printed = completed("", "<w:numbering/>")
    assert printed == ["三、", "（二）", "1.", "•", "–", "（%1）"]
    assert done.english == 2
    assert [phrase.en.partition(":")[0] for phrase in done.told] == [
        "headings had no numbering",
        "bullets had no list",
        "numbered items had no list",
    ]
    assert (styles.style("bullet").left, styles.style("bullet").first) == (22.0, -11.0)


def test_a_company_s_numbering_stays_and_made_headings_join_it() -> None:
    styles, done, printed = completed(NUMBERED, NUMBERS)
    assert printed[:3] == ["3.", "3.2.", ""]  # its list has two levels
    assert done.english == 1
    assert done.told[0].en == "headings keep the template's numbering (list 1), whatever the language"
    assert styles.style("heading_3").numbering is None
