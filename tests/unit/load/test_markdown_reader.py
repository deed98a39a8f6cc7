from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.load import markdown_reader
from engine.load.markdown_reader import read_markdown
from engine.load.text_file import SourceText, clean_text
from engine.model.report import Report
from tests.support.content import TABLES, WITH_TABLES, compose_report, shown, told
from tests.support.markdown import findings, sections

FILE = """\
# 成果

```section
summary: 数据与反馈
lead: 三项完成
```

## 数据表现

```topic
title: 成交 {{ m.gmv }}
takeaway: 完成率 {{ m.gmv.attainment }}
```

### 总体

成交 {{ m.gmv }}，**超额：**完成。

| 指标 | 实际 |
|------|-----:|
| 成交额 | {{ m.gmv | wan }} |

```kpis
[gmv, cost]
```

## 用户反馈

正文

# 计划

概述
"""
INCLUDED = WITH_TABLES + "sections:\n  - include: a.md\n"


def composed(root: Path, text: str) -> tuple[Report, list[str]]:
    outcome = compose_report(root, INCLUDED, {**TABLES, "a.md": text})
    assert outcome.value is not None
    return outcome.value, told(outcome.diagnostics)


def test_a_file_is_sections_with_topics() -> None:
    first, second = sections(FILE)
    assert (first["title"], first["summary"], first["lead"]) == ("成果", "数据与反馈", "三项完成")
    assert [(topic["label"], topic["title"]) for topic in first["topics"]] == [("数据表现", "成交 {{ m.gmv }}"), ("用户反馈", "用户反馈")]
    assert [next(iter(block)) for block in first["topics"][0]["blocks"]] == ["heading", "text", "table", "kpis"]
    assert second["topics"] == [{"label": "计划", "title": "计划", "blocks": [{"text": "概述"}]}]


def test_it_composes_like_yaml(tmp_path: Path) -> None:
    report, found = composed(tmp_path, FILE)
    assert not found
    (topic, _) = report.sections[0].topics
    assert shown(topic.blocks[1]) == "Paragraph(text='成交 [gmv.actual: 600\\xa0元]，**超额：**完成。')"
    assert topic.source.plain == "交易中台、财务系统"


def test_the_label_may_be_given_instead_of_the_title() -> None:
    (section,) = sections("# 甲\n## 六月成交超过目标\n```topic\nlabel: 成交\n```\n正文\n")
    assert (section["topics"][0]["label"], section["topics"][0]["title"]) == ("成交", "六月成交超过目标")


def test_comments_are_left_out() -> None:
    assert sections("<!-- 写法说明 -->\n# 甲\n<!--\n多行\n-->\n## 乙\n正文\n")[0]["topics"][0]["blocks"] == [{"text": "正文"}]


CASES: dict[str, tuple[str, list[str]]] = {
    "nothing": ("\n", ["1:1: YAML050 the file holds no section"]),
    "text before the first heading": ("正文\n\n又一段\n\n# 甲\n## 乙\n好\n", ["1:1: YAML050 it stands before the first # heading"]),
    "a topic before the first section": ("## 乙\n好\n", ["1:1: YAML050 it stands before the first # heading"]),
    "front matter": ("---\ntitle: x\n---\n# 甲\n## 乙\n好\n", ["1:1: YAML050 it stands before the first # heading"]),
    "an empty section": ("# 甲\n# 乙\n好\n", ["1:3: YAML050 the section is empty"]),
    "an empty topic": ("# 甲\n## 乙\n## 丙\n好\n", ["2:4: YAML050 the topic is empty"]),
    "an empty heading": ("#\n## 乙\n好\n", ["1:1: YAML050 the heading is empty"]),
    "html": ("# 甲\n## 乙\n<script>alert(1)</script>\n\n字 <b>重</b>\n", [
        "3:1: YAML051 HTML is not read",
        "5:3: YAML051 '<b>' is HTML, which is not read",
        "5:7: YAML051 '</b>' is HTML, which is not read",
    ]),
    "an open comment": ("# 甲\n## 乙\n好\n\n<!-- x\n", ["5:1: YAML051 the comment never ends with -->"]),
    "a late topic fence": ("# 甲\n## 乙\n好\n```topic\nnotes: x\n```\n", ["4:1: YAML053 ```topic stands right below its ## heading"]),
    "a late section fence": ("# 甲\n## 乙\n```section\nlead: x\n```\n好\n", ["3:1: YAML053 ```section stands right below its # heading"]),
    "title and label": ("# 甲\n## 乙\n```topic\ntitle: a\nlabel: b\n```\n好\n", ["5:1: YAML053 write label or title, not both"]),
    "blocks in a topic fence": ("# 甲\n## 乙\n```topic\nblocks: []\n```\n好\n", ["4:1: YAML053 blocks is not written here"]),
    "a key twice": ("# 甲\n## 乙\n```topic\nnotes: a\n```\n```topic\nnotes: b\n```\n好\n", ["7:1: YAML006 key 'notes' is used twice"]),
    "a list as attributes": ("# 甲\n```section\n- a\n```\n## 乙\n好\n", ["3:1: YAML053 a ```section fence holds key: value"]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_mistake_is_told_at_its_place(name: str) -> None:
    content, expected = CASES[name]
    assert findings(content) == expected


COMPOSED: dict[str, tuple[str, list[str]]] = {
    "an unknown attribute": ("```topic\ntaekaway: x\n```\n好", ["a.md:4:1: YAML020 unknown key 'taekaway'"]),
    "an unknown block": ("```chrat\nkind: bar\n```", ["a.md:3:4: YAML027 unknown block 'chrat'"]),
    "a key of a block": ("```chart\nkind: bar\ntitel: x\n```", [
        "a.md:4:1: YAML021 title is missing",
        "a.md:5:1: YAML020 unknown key 'titel'",
    ]),
    "a metric in text": ("一\n二 {{ m.gvm }}", ["a.md:4:8: FACT001 no metric 'gvm'"]),
    "a metric in a cell": ("| a | b |\n|---|---|\n| x | {{ m.gvm | wan }} |", ["a.md:5:12: FACT001 no metric 'gvm'"]),
    "a metric in a list": ("- 一\n- 二\n  - 三 {{ m.gvm }}", ["a.md:5:12: FACT001 no metric 'gvm'"]),
    "a metric in a block": ("```kpis\n- gmv\n- gvm\n```", ["a.md:5:3: FACT001 no metric 'gvm'"]),
    "odd bold": ("甲乙**丙", ["a.md:3:3: YAML041 a ** has no partner and is printed as it is"]),
    "a link": ("[x](javascript:alert)", ["a.md:3:5: YAML040 link 'javascript:alert' cannot be used"]),
    "a picture from elsewhere": ("![a](http://169.254.169.254/x.png)", [
        "a.md:3:6: FILE002 'http://169.254.169.254/x.png' is an address; nothing is fetched",
    ]),
    "a picture outside": ("![a](../../../../etc/passwd)", ["a.md:3:6: FILE002 path '../../../../etc/passwd' leads out of the workspace"]),
    "a picture without words": ("![](b.png)", [
        "a.md:3:3: YAML024 alt should have at least 1 characters",
        "a.md:3:5: FILE001 file 'b.png' does not exist",
    ]),
}  # fmt: skip


@pytest.mark.parametrize("name", COMPOSED)
def test_later_stages_tell_the_place_in_the_file(name: str, tmp_path: Path) -> None:
    content, expected = COMPOSED[name]
    _, found = composed(tmp_path, f"# 甲\n## 乙\n{content}\n")
    assert found == expected


def test_every_message_is_said_in_chinese_too() -> None:
    for content, _ in CASES.values():
        for item in read_markdown(SourceText.of("a.md", content)).diagnostics:
            assert any("\u4e00" <= character <= "\u9fff" for character in item.message.zh), item


def test_size_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown_reader, "MAX_LINES", 5)
    assert findings("a\n" * 6) == [" YAML011 the file has more than 5 lines or 1 MiB"]


@pytest.mark.parametrize(
    "bomb", ["[" * 50_000, "**" * 50_000, "> " * 5_000 + "x", "- " * 5_000 + "x", "```a\n" * 3_000, "|" * 20_000, "<" * 50_000]
)
def test_bombs_are_read_quickly(bomb: str) -> None:
    started = time.perf_counter()
    read_markdown(SourceText.of("a.md", f"# 甲\n## 乙\n{bomb}\n"))
    assert time.perf_counter() - started < 3


@given(st.text(alphabet="#>-1.*`|~:{}[]()!甲a\n <&\\", max_size=80))
@settings(max_examples=150)
def test_any_text_gives_sections_or_findings(text: str) -> None:
    source = clean_text("a.md", text)
    assert source.value is not None
    outcome = read_markdown(source.value)
    assert outcome.value is not None or outcome.diagnostics
