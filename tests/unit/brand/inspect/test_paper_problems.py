from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm

from tests.support.templates import changed, problems, put_paper, swap, told

DOCUMENT, STYLES, THEME = "word/document.xml", "word/styles.xml", "word/theme/theme1.xml"


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A4, Chinese fonts, the styles that a report is set in."""
    paper = docx.Document()
    paper.sections[0].page_width, paper.sections[0].page_height = Mm(210), Mm(297)
    paper.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    paper.save(str(tmp_path / "x.docx"))
    dark = {STYLES: swap("4F81BD", "1F497D"), THEME: swap('<a:ea typeface=""/>', '<a:ea typeface="宋体"/>')}
    return changed(tmp_path / "x.docx", dark)


def test_a_sound_template(sound: Path) -> None:
    assert told(sound) == []


def test_another_paper_missing_styles_and_no_chinese(tmp_path: Path) -> None:
    hard = (f"x.docx!heading {level}: TMPL020 text #4F81BD on #FFFFFF has a contrast of 4.0:1; 4.5:1 is needed" for level in (2, 3, 4, 8))
    assert told(put_paper(tmp_path / "x.docx")) == [
        "x.docx!1: TMPL014 the paper of section 1 is Letter, 216 × 279 mm, not A4",
        "x.docx: TMPL012 styles are missing: Hyperlink",
        "x.docx: TMPL015 the style Normal names no East Asian face, only the fallback '宋体', which not every program takes",
        *hard,
    ]


def test_a_section_that_names_no_paper(sound: Path) -> None:
    bare = changed(sound, {DOCUMENT: lambda blob: blob[: blob.index(b"<w:sectPr")] + b"<w:sectPr/></w:body></w:document>"})
    (found,) = problems(bare)
    assert (found.code, found.message.zh) == ("TMPL013", "第 1 节没有写纸张大小，Word 按 Letter 处理")


def test_styles_of_one_name(sound: Path) -> None:
    path = changed(sound, {STYLES: swap('<w:name w:val="Title"/>', '<w:name w:val="标题 1"/>')})
    assert told(path) == ["x.docx: TMPL016 2 styles are called 'heading 1' (ids: Heading1, Title)"]


def test_headings_that_are_hard_to_read(sound: Path) -> None:
    pale = changed(sound, {STYLES: swap('<w:color w:val="365F91" w:themeColor="accent1" w:themeShade="BF"/>', '<w:color w:val="DDDDDD"/>')})
    assert told(pale)[0] == "x.docx!heading 1: TMPL020 text #DDDDDD on #FFFFFF has a contrast of 1.4:1; 3:1 is needed"
    on_dark = swap('<w:outlineLvl w:val="0"/>', '<w:shd w:val="clear" w:color="auto" w:fill="0B2239"/><w:outlineLvl w:val="0"/>')
    assert told(changed(pale, {STYLES: on_dark})) == []
