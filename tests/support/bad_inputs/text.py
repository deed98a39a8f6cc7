"""Rows 73 to 79: characters and lengths of texts."""

from __future__ import annotations

from collections.abc import Callable

from tests.support.bad_inputs.case import Case, Put, Run, blocks, both, replaced, table, text, written
from tests.support.mini_report import REPORT, WEEKLY

AT = "report.yaml:14:"
LABELLED = "- chart: {kind: column, title: 额, table: weekly, by: 周次, value: sum(GMV), unit: 元}"

_SENTENCE = "上半年围绕会员经营、内容种草与转化召回展开三项工作，成交额完成年度目标的一半。"


def many_texts(count: int) -> Put:
    return blocks(*(f"- text: 第{number}段，{_SENTENCE * 37}" for number in range(count)))


def many_items(count: int) -> Put:
    return blocks("- bullets:", *(f"    - 第{number}项，{_SENTENCE}" for number in range(count)))


def many_topics(count: int) -> Put:
    body = "".join(f"      - {{label: 题{n}, title: 第{n}题, blocks: [{{text: 第{n}段，{_SENTENCE * 250}}}]}}\n" for n in range(count))
    return written(REPORT + body)


def full_topics(block: Callable[[int], str], count: int, *, times: int = 3) -> Put:
    """Topics that have nearly as much text as they may, made of `count` blocks each."""
    topics = (
        f"      - {{label: 题{n}, title: 第{n}题, blocks: [{', '.join(block(number) for number in range(count))}]}}\n" for n in range(times)
    )
    return written(REPORT + "".join(topics))


def long_list(count: int) -> str:
    return f"[{', '.join(f'第{number}项{_SENTENCE}' for number in range(count))}]"


CASES = (
    Case(73, "100,000 characters", text("字" * 100_000), "YAML011", ("20,000",), AT, run=Run.OWN_PROCESS),
    Case(73, "1,700 texts of 1,500 characters", many_texts(1_700), "YAML011", ("60,000",), "report.yaml:11:", run=Run.OWN_PROCESS),
    Case(73, "a list of 20,000 items", many_items(20_000), "YAML011", ("60,000",), "report.yaml:11:", run=Run.OWN_PROCESS),
    Case(73, "60 topics of 10,000 characters", many_topics(60), "YAML011", ("200,000",), "report.yaml:", run=Run.OWN_PROCESS),
    Case(73, "lists of 1,300 items", full_topics(lambda _: f"{{bullets: {long_list(1300)}}}", 1), exit=0, run=Run.OWN_PROCESS),
    Case(73, "1,300 texts", full_topics(lambda n: f"{{text: 第{n}段{_SENTENCE}}}", 1_300), exit=0, run=Run.OWN_PROCESS),
    Case(73, "1,100 headings", full_topics(lambda n: f"{{heading: 第{n}节}}, {{text: {_SENTENCE}}}", 1_100), exit=0, run=Run.OWN_PROCESS),
    Case(
        73,
        "points of 600 bullets",
        full_topics(lambda n: f"{{points: [{{title: 第{n}点, bullets: {long_list(600)}}}, {{title: 又, bullets: {long_list(600)}}}]}}", 1),
        exit=0,
        run=Run.OWN_PROCESS,
    ),
    Case(
        73,
        "a title too long for its box",
        replaced("title: 完成 ", f"title: {'很长的标题' * 60} 完成 "),
        "FIT001",
        ("characters",),
        "report.yaml:12:",
    ),
    Case(
        73,
        "a cell taller than a slide",
        blocks(f"- table: {{header: [项, 说明], rows: [[甲, {_SENTENCE * 100}]]}}"),
        "FIT002",
        ("row 1",),
        AT,
    ),
    Case(74, "control character in the report", text("甲\x07乙"), "YAML013", ("U+0007",), "report.yaml:14:20"),
    Case(74, "control character in a cell", both(blocks(LABELLED), table(WEEKLY.replace("W2", "W\x072"))), exit=0),
    Case(74, "vertical tab in a title", replaced("title: 半年小结", "title: 半年\x0b小结"), "YAML013", ("U+000B",), "report.yaml:2:10"),
    Case(75, "U+FFFE", text("甲\ufffe乙"), "YAML013", ("U+FFFE",), "report.yaml:14:20"),
    Case(75, "U+FFFE in a cell", both(blocks(LABELLED), table(WEEKLY.replace("W2", "W\ufffe2"))), exit=0),
    Case(
        76,
        "direction override in a title",
        replaced("title: 半年小结", "title: 半年\u202e小结"),
        "YAML015",
        ("U+202E",),
        "report.yaml:2:10",
        exit=0,
    ),
    Case(
        76,
        "direction override in a file name",
        replaced("title: 半年小结", "title: 半年小结\nfile_name: a\u202efdp"),
        "YAML015",
        ("U+202E",),
        "report.yaml:3:13",
        exit=0,
    ),
    Case(76, "direction override in a cell", both(blocks(LABELLED), table(WEEKLY.replace("W2", "W\u202e2"))), exit=0),
    Case(76, "zero-width space", text("甲\u200b乙"), "YAML015", ("U+200B",), AT, exit=0),
    Case(77, "emoji", text("增长 👩‍👩‍👧 🇨🇳"), "FONT003", (), AT, exit=0),
    Case(77, "right to left", text("增长 שלום"), "FONT003", (), AT),
    Case(78, "a letter no font has", text("增长 ꙮ𒀀"), "FONT003", (), AT),
    Case(
        79,
        "dollars in a chart",
        both(blocks(LABELLED.replace("title: 额", "title: '$5 与 $6'")), table(WEEKLY.replace("W2", "$\\frac{$"))),
        exit=0,
    ),
)
