"""A small report that shows every role of an adopted Word template, and says in a table which style each one took and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from engine.base.diagnostics import Phrase
from engine.brand.adopt.adopted import Choice
from engine.brand.adopt.yaml_text import scalar

_DATA = "月份,数量,去年\n1 月,120,96\n2 月,98,90\n3 月,143,118\n4 月,151,126\n5 月,176,139\n6 月,190,152\n"
_REPORT = """kind: campaign-summary
language: {language}
title: {title}
subtitle: {subtitle}
author: debrief
department: {theme}
date: 2025-07-08
period: 2025H1
theme: {theme}
formats: [docx, pdf]
cover: {{table: monthly, by: 月份, value: sum(数量), peak_label: {peak}, note: {note}}}
agenda:
  facts:
    - {{label: {fact}, value: {theme}}}
data:
  monthly: data/monthly.csv
findings: {{RULE001: off, FACT030: off}}
sections:
  - include: 01-roles.md
"""


def sample_files(theme: str, choices: Sequence[Choice], told: Sequence[Phrase], *, chinese: bool) -> Mapping[str, bytes]:
    """Return the files of the report by name; `told` is what was done to the template."""
    report = _REPORT.format(
        language="zh-CN" if chinese else "en",
        theme=theme,
        title=scalar(_say(Phrase("模板样张", "What the template looks like"), chinese=chinese)),
        subtitle=scalar(
            _say(
                Phrase("每个角色各用一次，表里写着取自哪个样式、为什么", "Every role once; a table says which style it took, and why"),
                chinese=chinese,
            )
        ),
        peak=scalar(_say(Phrase("最高的一月", "The highest month"), chinese=chinese)),
        note=scalar(_say(Phrase("这一行是封面注释（cover_note）", "This line is cover_note"), chinese=chinese)),
        fact=scalar(_say(Phrase("主题", "Theme"), chinese=chinese)),
    )
    words = "\n".join((*_words(choices, told, chinese=chinese), ""))
    return {"report.yaml": report.encode(), "01-roles.md": words.encode(), "data/monthly.csv": _DATA.encode()}


def _say(phrase: Phrase, *, chinese: bool) -> str:
    return phrase.zh if chinese else phrase.en


def _words(choices: Sequence[Choice], told: Sequence[Phrase], *, chinese: bool) -> Iterator[str]:
    def say(zh: str, en: str) -> str:
        return zh if chinese else en

    by_role = {choice.role: choice for choice in choices}

    def named(role: str) -> str:
        taken = by_role[role].taken
        return f"{role} · {_plain(say(taken.zh, taken.en))}"

    yield from (f"# {say('一级标题', 'Heading of a chapter')} {named('heading_1')}", "")
    yield from (f"## {say('二级标题', 'Heading of a topic')} {named('heading_2')}", "")
    yield from ("```topic", f"title: {scalar(say('结论', 'Conclusion') + ' ' + named('lead'))}", "```", "")
    long = say(
        "正文段落要够长，才看得出行距、首行缩进和两端对齐：这一段写了三行多，它的样式决定全文的样子，页数也由它定。报告里的表格、图题、来源都按它的字号推算。",
        "A paragraph long enough to show the distance of lines, indents and alignment: its style decides what the whole report looks like, and how "
        "many pages it has. Captions, tables and sources take their sizes from it.",
    )
    yield from (f"{named('body')}{say('。', '. ')}{long}", "")
    yield from (f"### {say('三级标题', 'Third heading')} {named('heading_3')}", "", long, "")
    yield from (f"#### {say('四级标题', 'Fourth heading')} {named('heading_4')}", "", long, "")
    yield from (f"**{named('label')}**", "")
    yield from (f"1. {named('numbered')}", f"2. {long}", "")
    yield from (f"- {named('bullet')}", f"- {long}", f"    - {named('bullet_2')}", "")
    yield from (
        "```callout",
        f"title: {scalar(named('callout_label'))}",
        f"body: {scalar(named('callout') + say('。', '. ') + long)}",
        "```",
        "",
    )
    yield from (
        "```quotes",
        f"- text: {scalar(named('quote') + say('：', ': ') + long)}",
        f"  person: {scalar(say('某位读者', 'A reader'))}",
        "```",
        "",
    )
    yield from (
        "```chart", "kind: column", f"title: {scalar(named('chart_title'))}", "table: monthly", "by: 月份", "value: sum(数量)",
        f"source: {scalar(named('source'))}", "```", "",
    )  # fmt: skip
    yield from (f"## {say('取了哪些样式', 'Which styles were taken')}", "")
    header = ["角色", "样式", "为什么"] if chinese else ["Role", "Style", "Why"]
    yield from ("```table", f"caption: {scalar(named('caption_table'))}", f"header: [{', '.join(header)}]", "rows:")
    for choice in choices:
        mark = "" if choice.sure else say("（猜的）", " (a guess)")
        why = say("；", "; ").join(_plain(_say(reason, chinese=chinese)) for reason in choice.reasons)
        yield f"  - [{scalar(choice.role)}, {scalar(_plain(_say(choice.taken, chinese=chinese)))}, {scalar(why + mark)}]"
    yield from (f"note: {scalar(named('note'))}", "```", "")
    yield from (f"## {say('对模板做了什么', 'What was done to the template')}", "")
    yield from (f"- {_plain(_say(phrase, chinese=chinese))}" for phrase in told)


def _plain(words: str) -> str:
    """Return words without what Markdown or Jinja would take for their own."""
    return "".join("" if char in "*_`<>[]{}#" else char for char in words.replace("\n", " "))
