"""The catalogue of mistakes: each broken report with exactly what its author is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.content import HEAD, TABLES, WITH_TABLES, compose_report, one_topic, told

TOPIC = "sections:\n  - title: 甲\n    topics:\n      - {label: 乙, title: 丙, blocks: [{text: 好}]}\n"
GOOD = HEAD + TOPIC


def report(*lines: str) -> str:
    """Return a good report with further top-level lines from line 5 on."""
    return HEAD + "".join(f"{line}\n" for line in lines) + TOPIC


CASES: dict[str, tuple[str, list[str]]] = {
    # YAML as text
    "full-width colon": (report("author：林晓"), ["5:7: YAML002 a full-width colon stands here"]),
    "full-width colon inside a list": (
        one_topic("- points:\n    - title：一"),
        ["14:22: YAML002 a full-width colon stands here"],
    ),
    "full-width colon makes the file one text": ("标题：述职", ["1:3: YAML002 a full-width colon stands here"]),
    "tab indentation": (HEAD + "agenda:\n\tnote: x\n" + TOPIC, ["6:1: YAML003 indented with a tab"]),
    "every tab is named": (
        HEAD + "agenda:\n\tnote: x\n\tfacts: []\n" + TOPIC,
        ["6:1: YAML003 indented with a tab", "7:1: YAML003 indented with a tab"],
    ),
    "unquoted template": (report("subtitle: {{ m.gmv }}"), ["5:11: YAML004 a text that begins with {{ needs quotes"]),
    "unquoted template with words": (report("subtitle: {{ m.gmv }}，好"), ["5:11: YAML004 a text that begins with {{ needs quotes"]),
    "unquoted template in braces": (
        one_topic("- points: [{title: {{ title }}, body: x}]"),
        ["13:30: YAML004 a text that begins with {{ needs quotes"],
    ),
    "template inside brackets": (
        one_topic("- points: [{title: 成交 {{ m.gmv }}, body: {{ m.gmv }} 元}]"),
        [
            "13:33: YAML004 inside brackets a text that holds {{ needs quotes",
            "13:52: YAML004 a text that begins with {{ needs quotes",
        ],
    ),
    "colon in a value": (report("subtitle: Q3: results"), ["5:13: YAML005 a text that holds a colon and a space needs quotes"]),
    "no space after the colon": (report("author:林晓"), ["5:7: YAML016 a space is missing after the colon"]),
    "duplicate key": (report("author: 林晓", "author: 周敏"), ["6:1: YAML006 key 'author' is used twice, first in line 5"]),
    "anchor": (report("author: &a 林晓"), ["5:9: YAML007 anchors (&) are not supported"]),
    "alias": (report("author: *a"), ["5:9: YAML007 aliases (*) are not supported"]),
    "bold at the beginning": (report("subtitle: **重点**在后"), ["5:11: YAML007 a text that begins with * needs quotes"]),
    "merge key": (report("<<: {author: x}"), ["5:1: YAML007 merge keys (<<) are not supported"]),
    "tag": (report("author: !python/object/apply x"), ["5:9: YAML008 tags such as !python/object/apply are not supported"]),
    "include tag": (report("author: !include /etc/passwd"), ["5:9: YAML008 tags such as !include are not supported"]),
    "key that is a number": (report("2025: x"), ["5:1: YAML009 a key should be text"]),
    "key that is a list": (report("? [a]", ": b"), ["5:3: YAML009 a key should be text"]),
    "empty file": ("", ["1:1: YAML010 the file is empty"]),
    "two documents": (GOOD + "---\na: 1\n", ["9:1: YAML010 the file holds a second document"]),
    "a list": ("- a\n- b\n", ["1:1: YAML010 the whole file should be one mapping (key: value)"]),
    "too deep": ("a: " + "[" * 5000, ["1:67: YAML011 nested deeper than 64 levels"]),
    "not a number": (report("thresholds: {met: .nan}"), ["5:19: YAML012 .nan is no usable number"]),
    "infinite": (report("thresholds: {met: 1.0e+999}"), ["5:19: YAML012 1.0e+999 is no usable number"]),
    "5,000 digits": (report(f"thresholds: {{met: {'9' * 5000}}}"), ["5:19: YAML012 999999999999… is no usable number"]),
    "control character": (report("author: 林\x07晓"), ["5:10: YAML013 character U+0007 cannot be used"]),
    "escaped control character": (report('author: "林\\x07晓"'), ["5:9: YAML013 character U+0007 cannot be used"]),
    "escaped surrogate": (report('author: "\\ud800"'), ["5:12: YAML013 the escape names a character that cannot be used"]),
    "private use": (report("author: \ue000林晓"), ["5:9: YAML013 character U+E000 cannot be used"]),
    "direction override": (report("author: 林\u202e晓"), ["5:10: YAML015 holds U+202E, which turns the direction of text"]),
    "text behind a quote": (report('subtitle: "618" 大促'), ["5:11: YAML001 text follows the closing quote"]),
    "quote never closed": (report('subtitle: "618 大促'), ["5:11: YAML001 a quote is never closed"]),
    "bracket never closed": (HEAD + "formats: [pptx\n" + TOPIC, ["6:9: YAML001 a [ is never closed, or a comma is missing"]),
    "wrong indentation": (report("agenda:", "    note: a", "  facts: []"), ["7:3: YAML001 the indentation does not agree with the lines above"]),
    "a mistake in three lines": (
        report("subtitle: Q3: results", "author：林晓", "department: {{ x }}"),
        [
            "5:13: YAML005 a text that holds a colon and a space needs quotes",
            "6:7: YAML002 a full-width colon stands here",
            "7:13: YAML004 a text that begins with {{ needs quotes",
        ],
    ),
    # Fields
    "unknown key": (report("auther: 林晓"), ["5:1: YAML020 unknown key 'auther'"]),
    "cut off at a comma": (one_topic("- callout: {figure: 1,027 万元}"), ["13:33: YAML020 unknown key '027 万元'"]),
    "missing": (HEAD.replace("period: 2025H1\n", "") + TOPIC, ["1:1: YAML021 period is missing"]),
    "missing in a topic": (GOOD.replace("title: 丙, ", ""), ["8:10: YAML021 title is missing"]),
    "list for text": (report("author: [林晓]"), ["5:9: YAML022 author should be text, not a list"]),
    "true for text": (report("author: true"), ["5:9: YAML022 author should be text, not true"]),
    "text for a mapping": (report("agenda: 约 25 分钟"), ["5:9: YAML022 agenda should be a mapping (key: value), not the text 约 25 分钟"]),
    "text for a number": (report("thresholds: {met: 高}"), ["5:19: YAML022 met should be a number, not the text 高"]),
    "text for a list": (HEAD + "sections: 甲\n", ["5:11: YAML022 sections should be a list, not the text 甲"]),
    "no choice": (report("formats: [pptx, pfd]"), ["5:17: YAML023 formats[2] cannot be 'pfd'; choose pptx, docx, pdf"]),
    "unknown kind": (GOOD.replace("midyear-review", "midyear-reviw"), ["1:7: YAML023 there is no report kind 'midyear-reviw'"]),
    "out of bounds": (report("thresholds: {met: -1}"), ["5:19: YAML024 met should be more than 0"]),
    "too few": (HEAD + "sections: []\n", ["5:11: YAML024 sections should have at least 1 items"]),
    "no such day": (GOOD.replace("2025-07-08", "2024-13-45"), ["3:7: YAML025 there is no day 2024-13-45"]),
    "no date": (GOOD.replace("2025-07-08", "七月八日"), ["3:7: YAML025 七月八日 is not a date"]),
    "no period": (GOOD.replace("2025H1", "2025H3"), ["4:9: YAML025 2025H3 is no period"]),
    # Blocks
    "unknown block": (one_topic("- bulets: [a]"), ["13:13: YAML027 unknown block 'bulets'"]),
    "block without a name": (one_topic("- 一句话"), ["13:13: YAML022 a block should be a mapping (name: content)"]),
    "two names in one block": (one_topic("- text: a\n  heading: b"), ["14:13: YAML027 a block is written under one name"]),
    "empty block": (one_topic("- "), ["13:12: YAML025 the block is empty"]),
    "unknown key in a block": (one_topic("- points: [{titel: a}]"), ["13:23: YAML020 unknown key 'titel'", "13:23: YAML021 title is missing"]),
    "widths": (one_topic("- columns:\n    - {width: 8, blocks: [{text: a}]}\n    - {width: 3, blocks: [{text: b}]}"),
        ["14:15: YAML025 the widths should add up to 12, not 11"]),
    # Templates
    "undefined metric": (one_topic('- text: "成交 {{ m.gmw }}"'), ["13:28: FACT001 no metric 'gmw'"]),
    "undefined aspect": (one_topic('- text: "{{ m.gmv.tagret }}"'), ["13:29: FACT001 metric 'gmv' has no 'tagret'"]),
    "undefined name": (one_topic('- text: "{{ titel }}"'), ["13:23: YAML030 there is no 'titel'"]),
    "undefined column": (one_topic('- text: "{% for r in t.weekly %}{{ r.GMW }}{% endfor %}"'), ["13:48: YAML030 there is no 'GMW'"]),
    "undefined in the second line": (one_topic("- text: |\n    第一行\n    第二行 {{ m.gmw }}"), ["15:24: FACT001 no metric 'gmw'"]),
    "two in one text": (one_topic('- text: "{{ a1 }} {{ b1 }}"'), ["13:23: YAML030 there is no 'a1'", "13:32: YAML030 there is no 'b1'"]),
    "unknown filter": (one_topic('- text: "{{ m.gmv | wann }}"'), ["13:31: YAML031 there is no filter 'wann'"]),
    "never closed": (one_topic('- text: "{{ m.gmv"'), ["13:20: YAML031 {{ is never closed"]),
    "statement": (one_topic("- text: '{% include \"/etc/passwd\" %}'"), ["13:20: YAML032 not allowed in a template: include is not for content files"]),
    "huge text": (one_topic("- text: \"{{ 'x' * 1000000000 }}\""), ["13:23: YAML032 not allowed in a template: * is for numbers"]),
    "parentheses": (one_topic(f'- text: "{{{{ {"(" * 3000}1{")" * 3000} }}}}"'), ["13:23: YAML033 the template is nested too deep"]),
    "division by zero": (one_topic('- text: "{{ 1 / 0 }}"'), ["13:23: YAML034 division by zero"]),
    "whole table": (one_topic('- text: "{{ t.weekly }}"'), ["13:23: YAML034 a whole table, row or list, or all metrics, cannot be printed"]),
    "condition": (GOOD.replace("label: 乙", "label: 乙, when: title"), ["8:26: YAML035 'title' is neither true nor false"]),
    "link": (one_topic("- text: '[x](javascript:alert(1))'"), ["13:24: YAML040 link 'javascript:alert(1)' cannot be used"]),
    "odd bold": (one_topic("- text: 一**二"), ["13:20: YAML041 a ** has no partner and is printed as it is"]),
    # Files
    "missing include": (HEAD + "sections:\n  - include: 02.yaml\n", ["6:14: FILE001 file '02.yaml' does not exist"]),
    "include outside": (HEAD + "sections:\n  - include: ../../../x.yaml\n" + TOPIC[10:], ["6:14: FILE002 path '../../../x.yaml' leads out of the workspace"]),
    "absolute include": (HEAD + "sections:\n  - include: /etc/passwd\n" + TOPIC[10:], ["6:14: FILE002 path '/etc/passwd' is not relative"]),
    "unknown kind of include": (HEAD + "sections:\n  - include: data/weekly.csv\n" + TOPIC[10:], ["6:14: FILE003 files ending in .csv cannot be included"]),
    "missing table": (report("data: {weekly: data/weekli.csv}"), ["5:16: DATA001 data file 'data/weekli.csv' does not exist"]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_mistake_is_told_at_its_place(name: str, tmp_path: Path) -> None:
    content, expected = CASES[name]
    assert told(compose_report(tmp_path, content, TABLES).diagnostics) == expected


def test_good_report_has_no_findings(tmp_path: Path) -> None:
    assert told(compose_report(tmp_path, GOOD).diagnostics) == []
    assert told(compose_report(tmp_path / "b", WITH_TABLES + TOPIC, TABLES).diagnostics) == []


def test_every_message_is_said_in_chinese_too(tmp_path: Path) -> None:
    for number, (content, _) in enumerate(CASES.values()):
        for item in compose_report(tmp_path / str(number), content, TABLES).diagnostics:
            assert any("\u4e00" <= character <= "\u9fff" for character in item.message.zh), item
