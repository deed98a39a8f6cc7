from __future__ import annotations

from xml.etree.ElementTree import Element, tostring

from engine.base.units import Rect, pt
from engine.model.deck import Anchor, Run, TextLine
from engine.model.theme import Color, FontFace
from engine.writers.pdf.page_text import TextWriter, address_of
from engine.writers.pdf.setting import set_paragraphs
from engine.writers.pdf.stylesheet import StyleSheet

INK, RED = Color("14232F"), Color("AE3636")
SANS = FontFace("Microsoft YaHei", "Microsoft YaHei", "Noto Sans CJK SC")
SERIF = FontFace("STZhongsong", "STZhongsong", "Noto Serif CJK SC")


def written(*runs: Run, pitch: float = 18, breaks: tuple[int, ...] = ()) -> tuple[str, dict[str, str]]:
    """Return the element of a paragraph at (10, 20) pt, and what its classes stand for."""
    sheet, parent = StyleSheet(), Element("body")
    (paragraph,) = set_paragraphs((TextLine(runs, pitch, breaks=breaks),), Rect(pt(10), pt(20), pt(100), pt(50)), Anchor.TOP)
    TextWriter(sheet, SANS, lambda family: 0.436 if "Sans" in family else 0.4325).write(parent, "p", paragraph)
    rules = dict(rule.strip(".}").split("{") for rule in sheet.css.splitlines())
    return tostring(parent[0], encoding="unicode"), rules


def test_a_paragraph_is_one_element_with_its_lines_as_they_were_planned() -> None:
    html, rules = written(Run("一二三四", 12, INK), breaks=(2,))
    assert html == '<p class="t s0 s1 s2">一二\n三四</p>'
    assert rules == {
        "s0": "font-size:12pt;color:#14232F;font-weight:400;font-family:'Noto Sans CJK SC';line-height:18pt",
        "s1": "left:10pt;width:100pt",
        "s2": "top:21.37pt",  # 20 + 18 / 2 − (0.2 + 0.436) × 12
    }


def test_the_baseline_does_not_depend_on_the_font() -> None:
    _, sans = written(Run("一", 12, INK))
    _, serif = written(Run("一", 12, INK, face=SERIF))
    assert (sans["s2"], serif["s2"]) == ("top:21.37pt", "top:21.41pt")


def test_runs_of_another_look_are_spans_that_cannot_widen_the_line() -> None:
    html, rules = written(Run("12", 36, INK, bold=True), Run(" 万", 14, RED), Run("元", 14, RED), pitch=44)
    assert html == '<p class="t s0 s1 s2">12<span class="r s3"> 万元</span></p>'
    assert rules["s3"] == "font-size:14pt;color:#AE3636;font-weight:400;font-family:'Noto Sans CJK SC'"


def test_a_line_starts_with_a_smaller_run() -> None:
    html, _ = written(Run("约", 10, INK), Run("12", 20, INK), Run("倍", 10, INK))
    assert html == '<p class="t s0 s1 s2"><span class="r s3">约</span>12<span class="r s3">倍</span></p>'


def test_a_link_is_a_link() -> None:
    html, _ = written(Run("见", 12, INK), Run("问卷", 12, INK, link="https://example.com/?a=1&b=2"), Run("。", 12, INK))
    assert html == '<p class="t s0 s1 s2">见<a href="https://example.com/?a=1&amp;b=2">问卷</a>。</p>'


def test_lines_of_other_sizes_stand_by_themselves_in_one_paragraph() -> None:
    html, _ = written(Run("大\n", 30, INK), Run("小", 14, INK), pitch=36)
    assert html == '<p class="h"><span class="t s0 s1 s2">大</span><span class="t s3 s1 s4">小</span></p>'


def test_an_empty_line_keeps_its_place() -> None:
    html, _ = written(Run("一\n\n二", 12, INK))
    assert html == '<p class="t s0 s1 s2">一\n\n二</p>'


def test_what_authors_type_is_text() -> None:
    html, _ = written(Run("<b>&amp;</b>", 12, INK))
    assert "&lt;b&gt;&amp;amp;&lt;/b&gt;" in html


def spaced(line: TextLine) -> tuple[str, dict[str, str]]:
    sheet, parent = StyleSheet(), Element("body")
    (paragraph,) = set_paragraphs((line,), Rect(pt(10), pt(20), pt(100), pt(50)), Anchor.TOP)
    TextWriter(sheet, SANS, lambda _: 0.436).write(parent, "p", paragraph)
    return tostring(parent[0], encoding="unicode"), dict(rule.strip(".}").split("{") for rule in sheet.css.splitlines())


def test_each_line_has_its_own_space_between_characters() -> None:
    html, rules = spaced(TextLine((Run("一二三四五六", 12, INK),), 18, breaks=(2, 4), spacing=(0.125, -0.05, 0.0), first_indent=pt(24)))
    assert html == '<p class="t s0 s1 s2 s3"><span class="r s4">一二</span>\n<span class="r s5">三四</span>\n五六</p>'
    assert (rules["s3"], rules["s4"], rules["s5"]) == ("text-indent:24pt", "letter-spacing:0.125pt", "letter-spacing:-0.05pt")


def test_bold_words_in_a_spaced_line_are_spaced_too() -> None:
    html, rules = spaced(TextLine((Run("一", 12, INK, bold=True), Run("二三", 12, INK)), 18, breaks=(2,), spacing=(0.2, 0.0)))
    assert html == '<p class="t s0 s1 s2"><span class="r s3">一</span><span class="r s4 s3">二</span>\n<span class="r s4">三</span></p>'
    assert rules["s3"] == "letter-spacing:0.2pt"


def test_a_target_is_a_link_inside_the_document() -> None:
    html, _ = written(Run("见", 12, INK), Run("图 3-1", 12, INK, target="fig_3_1"))
    assert html == '<p class="t s0 s1 s2">见<a href="#fig_3_1">图 3-1</a></p>'
    assert address_of(Run("见", 12, INK)) is None
