from __future__ import annotations

from engine.base.diagnostics import Findings
from engine.load.locate import plain
from engine.load.markdown_blocks import MarkdownBlocks, heading_text
from tests.support.markdown import blocks, findings, nodes


def test_paragraphs_and_headings_below_a_topic() -> None:
    assert blocks("### 甲\n一段\n文字。\n\n#### 乙 ##\n##### 丙\n　　又一段\n") == [
        {"heading": {"text": "甲"}},
        {"text": "一段文字。"},
        {"heading": {"text": "乙", "level": 2}},
        {"heading": {"text": "丙", "level": 3}},
        {"text": "又一段"},
    ]


def test_four_spaces_are_no_code_and_dashes_no_heading() -> None:
    assert blocks("    缩进的一段\n") == [{"text": "缩进的一段"}]
    assert findings("# 甲\n## 乙\n正文\n---\n") == ["4:1: YAML058 a rule is not printed"]


def test_a_picture_is_a_paragraph() -> None:
    assert blocks('![现场](images/a b.png "5 月，杭州")\n\n![图](<b.png>)\n\n![图](c.png “中文引号”)\n') == [
        {"image": {"file": "images/a b.png", "alt": "现场", "caption": "5 月，杭州"}},
        {"image": {"file": "b.png", "alt": "图"}},
        {"image": {"file": "c.png", "alt": "图", "caption": "中文引号"}},
    ]


def test_a_quotation_is_a_callout() -> None:
    assert blocks("> **关键结论**\n> 正文一，\n> 二。\n>\n> 又一段\n") == [
        {"callout": {"title": "关键结论", "body": "正文一，二。\n又一段"}}
    ]
    assert blocks("> **提示：**正文\n> - 一\n> - 二\n") == [{"callout": {"title": "提示", "body": "正文", "bullets": ["一", "二"]}}]
    assert blocks("> **注意**：正文\n") == [{"callout": {"title": "注意", "body": "正文"}}]
    assert blocks("> **GMV** 增长\n") == [{"callout": {"body": "**GMV** 增长"}}]
    assert blocks("> **只有标题**\n") == [{"callout": {"title": "只有标题"}}]


def test_parts_know_their_places() -> None:
    source, children = nodes('![现场](a.png "图注")\n\n> **关键：**正文\n')
    reader = MarkdownBlocks(source, Findings())
    assert not reader
    for child in children:
        reader.take(child)
    image, callout = (plain(block) for block in reader.blocks)
    assert [str(text.where) for text in image["image"].values()] == ["a.md:1:7", "a.md:1:3", "a.md:1:14"]
    assert [str(text.where) for text in callout["callout"].values()] == ["a.md:3:5", "a.md:3:10"]


def test_heading_texts() -> None:
    source, (first, second, third) = nodes("#  甲 {{ m.a }}  ##\n## 乙 #1\n##\n")
    said = Findings()
    assert [heading_text(node, source, said) for node in (first, second, third)] == ["甲 {{ m.a }}", "乙 #1", "…"]
    assert [(item.code, item.where.line) for item in said] == [("YAML050", 3)]


def test_lines_that_were_meant_otherwise() -> None:
    assert findings("# 甲\n## 乙\n先做：\n1、调研\n2、投放\n\n###小标题\n\n#春日限定# 上线\n\n＃ 全角\n") == [
        "4:1: YAML056 this line is joined to the one above",
        "7:1: YAML056 it looks like a heading without the space",
        "11:1: YAML056 it looks like a heading without the space",
    ]


def test_what_cannot_stand_there() -> None:
    assert findings("# 甲\n## 乙\n###### 六级\n\n> ```chart\n> a: 1\n> ```\n") == [
        "3:8: YAML050 headings have five levels at most",
        "5:1: YAML054 this cannot stand in a quotation",
    ]
