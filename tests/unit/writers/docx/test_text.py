from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.model.inlines import Span, Text, Tone, text
from engine.model.paper import Reference
from engine.writers.docx.marks import Marks
from tests.unit.writers.docx.xml_of import W, tree, words, writer


def test_the_style_is_not_said_again() -> None:
    assert writer().runs(text("GMV 4,147")) == '<w:r><w:t xml:space="preserve">GMV 4,147</w:t></w:r>'


def test_chinese_asks_for_the_east_asian_face_of_quotation_marks() -> None:
    assert writer().run("“口径”").startswith('<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>')
    assert "hint" not in writer(language="en").run("“scope”")


def test_bold_tones_and_sizes() -> None:
    spans = Text((Span("▲ 超额完成", bold=True, tone=Tone.EXCEED),))
    assert writer().runs(spans, size=8.5) == (
        '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:b/><w:bCs/><w:color w:val="0B6B63" w:themeColor="accent5"/><w:sz w:val="17"/><w:szCs w:val="17"/>'
        '</w:rPr><w:t xml:space="preserve">▲ 超额完成</w:t></w:r>'
    )


def test_soft_returns_and_marks_of_xml() -> None:
    assert words(f"<w:p>{writer().run(chr(10).join(('a<b', 'c&d', '')))}</w:p>") == "a<b↵c&d↵"
    assert writer().run("") == ""


def test_a_link_is_related_with_an_address_that_word_takes() -> None:
    marks = Marks()
    made = writer(marks).runs(Text((Span("办法", link="https://example.com/规定 A?b=1"),)))
    assert marks.targets == ["https://example.com/%E8%A7%84%E5%AE%9A%20A?b=1"]
    assert made.startswith('<w:hyperlink r:id="rId1" w:history="1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/>')


def test_other_links_never_come_here() -> None:
    with pytest.raises(AssertionError, match="loaders refuse other links"):
        writer().runs(Text((Span("x", link="file:///etc/passwd"),)))


def test_a_reference_to_a_caption_is_a_field_and_any_other_a_link() -> None:
    made = writer(_fig="图 3-1").runs(text("见图 3-1 与（一）。"), references=(Reference(1, 6, "_fig"), Reference(8, 11, "_Toc_1")))
    assert words(f"<w:p>{made}</w:p>") == r"见{REF _fig \h \* MERGEFORMAT}图 3-1 与（一）。"
    assert made.count("<w:noBreakHyphen/>") == 1
    assert '<w:hyperlink w:anchor="_Toc_1" w:history="1">' in made


@given(st.lists(st.text("ab图1 -", min_size=1, max_size=6), min_size=1, max_size=5), st.data())
def test_references_never_lose_a_character(pieces: list[str], data: st.DataObject) -> None:
    whole = Text(tuple(Span(piece, bold=index % 2 == 0) for index, piece in enumerate(pieces)))
    start = data.draw(st.integers(0, len(whole.plain)))
    end = data.draw(st.integers(start, len(whole.plain)))
    made = tree(f"<w:p>{writer(_x='图 1').runs(whole, references=(Reference(start, end, '_x'),))}</w:p>")
    assert "".join(node.text or "" for node in made.iter(f"{W}t")) == whole.plain


def test_facts_stand_between_bookmarks_also_beside_references() -> None:
    spans = Text((Span("见"), Span("图 1-1"), Span("，完成 "), Span("92.4%", fact="gmv")))
    made = writer().runs(spans, references=(Reference(1, 6, "fig"),))
    assert "".join(node.text or "" for node in tree(made).iter(f"{W}t")) == "见图 1-1，完成 92.4%"
    assert [node.get(f"{W}name") for node in tree(made).iter(f"{W}bookmarkStart")] == ["_Fact1"]
