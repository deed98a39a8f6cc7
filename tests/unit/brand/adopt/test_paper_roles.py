from __future__ import annotations

from pathlib import Path

from engine.brand.adopt.paper_roles import taken_styles
from tests.support.company_papers import company_paper
from tests.support.templates import changed, seen_paper, swap

STYLES = "word/styles.xml"


def told(path: Path, letters: dict[str, tuple[int, int]] | None = None) -> dict[str, str]:
    taken = taken_styles(seen_paper(path), letters or {})
    return {role: f"{'' if each.sure else '? '}{each.style.name}: {each.reason.en}" for role, each in taken.items()}


def test_word_s_own_styles_are_known_by_name(tmp_path: Path) -> None:
    found = told(company_paper(tmp_path / "a.docx"))
    assert found["heading_1"] == "heading 1: Word's own style"
    assert found["bullet"] == "List Bullet: Word's own style"
    assert "lead" not in found
    assert "table_cell" not in found


def test_ids_are_no_key_and_shown_names_are(tmp_path: Path) -> None:
    renamed = {STYLES: swap('w:styleId="Heading1"><w:name w:val="heading 1"/>', 'w:styleId="3"><w:name w:val="标题 1"/>')}
    assert (
        told(changed(company_paper(tmp_path / "a.docx"), renamed))["heading_1"]
        == "? 标题 1: its name '标题 1' is what Word shows for heading 1"
    )


def test_the_outline_level_tells_a_heading(tmp_path: Path) -> None:
    renamed = {STYLES: swap('w:styleId="Heading1"><w:name w:val="heading 1"/>', 'w:styleId="Kap"><w:name w:val="Kapitel"/>')}
    assert told(changed(company_paper(tmp_path / "a.docx"), renamed))["heading_1"] == "? Kapitel: its outline level 1"


def test_names_of_people_and_the_use_of_the_sample_are_guesses(tmp_path: Path) -> None:
    own = "".join(f'<w:style w:type="paragraph" w:styleId="{n}"><w:name w:val="{n}"/></w:style>' for n in ("Table Text", "House Text"))
    path = changed(company_paper(tmp_path / "a.docx"), {STYLES: swap("</w:styles>", f"{own}</w:styles>")})
    found = told(path, {"House Text": (900, 9), "Normal": (300, 5)})
    assert found["table_cell"] == "? Table Text: its name 'Table Text'"
    assert found["body"] == "? House Text: most of the sample's text is set in it (9 paragraphs)"
    assert told(path)["body"] == "Body Text: Word's own style"
