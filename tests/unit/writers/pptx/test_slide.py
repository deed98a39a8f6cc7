from __future__ import annotations

from dataclasses import replace

from lxml import etree

from engine.base.units import Rect
from engine.model.deck import Shape, Slide
from engine.model.inlines import text as model_text
from engine.writers.pptx.ink import Ink
from engine.writers.pptx.references import References
from engine.writers.pptx.slide import SlideWriter, notes_xml
from engine.writers.pptx.text import TextWriter
from tests.unit.writers.pptx.sample_deck import content, harbor, sample_deck, shapes

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


def tree(slide: Slide) -> etree._Element:
    return etree.fromstring(SlideWriter(sample_deck(), harbor()).write(slide).xml)


def heads(root: etree._Element) -> list[tuple[int, str]]:
    return [(int(node.get("id", "")), node.get("name", "")) for node in root.iter(f"{{{NS['p']}}}cNvPr")]


def test_names_are_readable_and_ids_count_up() -> None:
    assert heads(tree(content())) == [
        (1, ""),
        (2, "topic-2-1/eyebrow"),
        (3, "topic-2-1/title"),
        (4, "topic-2-1/takeaway"),
        (5, "topic-2-1/source"),
        (6, "topic-2-1/page_number"),
        (7, "topic-2-1/gmv"),
        (8, "topic-2-1/targets"),
        (9, "topic-2-1/card"),
        (10, "topic-2-1/points"),
        (11, "topic-2-1/link"),
    ]


def test_a_name_met_twice_is_told_apart_and_a_full_one_is_kept() -> None:
    items = tuple(Shape(name, Rect.inches(1, 1, 1, 1)) for name in ("bar", "bar", "s/bar", "s/other"))
    names = [name for _, name in heads(tree(Slide("s", "blank", "t", items)))]
    assert names == ["", "s/title", "s/bar", "s/bar~2", "s/bar~3", "s/other"]


def test_what_a_slide_refers_to() -> None:
    written = SlideWriter(sample_deck(), harbor()).write(content())
    kinds = [type(target).__name__ for target in written.references.targets]
    assert kinds == ["ChartBox", "str"]
    assert written.references.targets[1] == "https://example.com/%E6%8A%A5%E8%A1%A8?%E5%91%A8=26"
    assert b'r:id="rId2"/></a:graphicData>' in written.xml and b'<a:hlinkClick r:id="rId3"/>' in written.xml
    assert written.layout.name == "内容 Content"


def test_one_picture_shown_twice_is_one_reference() -> None:
    references = References()
    assert [references.shared(item) for item in (b"red", b"blue", b"red", "http://x")] == ["rId2", "rId3", "rId2", "rId4"]
    assert len(SlideWriter(sample_deck(), harbor()).write(shapes()).references.targets) == 2


def test_every_slide_has_one_title() -> None:
    for slide in sample_deck().slides:
        titles = tree(slide).xpath("//p:ph[@type='title' or @type='ctrTitle']", namespaces=NS)
        assert isinstance(titles, list) and len(titles) == 1, slide.id


def test_a_title_that_is_not_drawn_stands_above_the_slide() -> None:
    bare = Slide("s", "content", "两行\n标题", ())
    first = tree(bare).find("p:cSld/p:spTree/p:sp", NS)
    assert first is not None
    offset = first.find("p:spPr/a:xfrm/a:off", NS)
    height = first.find("p:spPr/a:xfrm/a:ext", NS)
    assert offset is not None and height is not None
    assert int(offset.get("y", "0")) + int(height.get("cy", "0")) < 0
    assert "".join(node.text or "" for node in first.iter(f"{{{NS['a']}}}t")) == "两行标题"
    inherited = tree(replace(bare, layout="blank")).find("p:cSld/p:spTree/p:sp/p:spPr", NS)
    assert inherited is not None and len(inherited) == 0  # the layout has its title up there already


def test_meaning_has_words_and_decoration_says_so() -> None:
    root = tree(content())
    described = {node.get("name"): node.get("descr") for node in root.iter(f"{{{NS['p']}}}cNvPr") if node.get("descr")}
    assert described == {
        "topic-2-1/gmv": "四场活动的 GMV 柱形图，最高为年货节 2,268 万元",
        "topic-2-1/targets": "两场活动的目标与实际",
    }
    assert etree.tostring(root).count(b"decorative") == etree.tostring(root).count(b"adec:decorative ") * 2 == 2


def test_notes_are_one_paragraph_a_line() -> None:
    brand = harbor()
    text = TextWriter(brand.theme, brand.office, Ink(brand.office), "zh-CN")
    root = etree.fromstring(notes_xml(Slide("s", "content", "标题", (), model_text("先讲结论。\n再讲口径。\n")), sample_deck(), text))
    assert [node.text for node in root.iter(f"{{{NS['a']}}}t")] == ["先讲结论。", "再讲口径。"]
    assert [node.get("type") for node in root.iter(f"{{{NS['p']}}}ph")] == ["sldImg", "body"]
