from __future__ import annotations

from pathlib import Path

from engine.brand.adopt.paper_fill import fill_roles
from engine.brand.adopt.paper_roles import taken_styles
from engine.brand.adopt.paper_styles import Styles
from engine.brand.paper_style import STYLE_ROLES
from tests.support.company_papers import company_paper, styles_of
from tests.support.templates import seen_paper

HEADING = (
    '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:rPr><w:rFonts w:ascii="Georgia"/>'
    '<w:color w:val="AA0011"/><w:sz w:val="32"/></w:rPr></w:style>'
)


def filled(inside: str = "", *, light: bool = False, chinese: bool = True) -> Styles:
    styles = styles_of(inside, light=light, chinese=chinese)
    fill_roles(styles, {}, frozenset())
    return styles


def test_every_role_has_a_style_in_the_look_of_the_template() -> None:
    styles = filled()
    assert set(STYLE_ROLES) <= set(styles.ids)
    body, note, cell = (styles.style(role) for role in ("body", "note", "table_cell"))
    assert (body.name, body.size, body.pitch, body.first) == ("Body Text", 11.0, 16.5, 22.0)
    assert (note.size, cell.size, cell.latin, cell.font) == (9.5, 10.0, "Calibri", "宋体")
    assert styles.style("figure").pitch is None  # a picture in an exact line would be cut
    assert styles.made["lead"].en == "missing, made on the basis of 'Body Text'"


def test_headings_follow_the_one_that_there_is(tmp_path: Path) -> None:
    path = company_paper(tmp_path / "a.docx")
    styles = styles_of(HEADING)
    taken = {role: each for role, each in taken_styles(seen_paper(path), {}).items() if role == "heading_1"}
    object.__setattr__(taken["heading_1"].style, "id", "H")
    fill_roles(styles, taken, frozenset())
    one, two, three = (styles.style(f"heading_{level}") for level in (1, 2, 3))
    assert (one.size, two.size, three.size) == (16.0, 13.5, 11.5)
    assert (two.color, two.latin, two.bold) == ("AA0011", "Georgia", False)
    assert two.keep_next


def test_colours_of_the_cover_follow_its_ground() -> None:
    dark, light = filled(), filled(light=True)
    assert [each.style("cover_unit").color for each in (dark, light)] == ["123456", "123456"]
    assert dark.name("cover_title") == "封面标题"
    assert filled(chinese=False).name("cover_title") == "Cover Title"


def test_a_name_that_is_taken_gets_a_number() -> None:
    other = '<w:style w:type="paragraph" w:styleId="o"><w:name w:val="结论"/></w:style>'
    styles = filled(other)
    assert (styles.name("lead"), styles.ids["lead"] != "o") == ("结论 2", True)
