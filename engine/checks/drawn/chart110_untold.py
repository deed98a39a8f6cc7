"""CHART110: a chart does not say what it shows, in what unit, or where its numbers come from.

What it does: looks for a title in the chart or right beside it; for a unit in its title, on an axis, in the format of its numbers or in the
words around it; and for a source on the same slide, or in the document. A file with a ledger of debrief inside says by that where each number
comes from, and needs no source in words.
Why it matters: a chart without them cannot be checked, and is copied into the next deck as it is.

Fails: columns 12, 15, 18 below the slide's title 回顾, with nothing else.
Passes: 季度 GMV（万元） above the columns, and 来源：交易中台 at the foot of the slide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.drawn.definition import DrawnCheck, on_page, quoted
from engine.probe.drawn import DrawnChart, DrawnFile

_COUNTED = r"[十百千万亿]{0,2}(?:元|人|次|件|个|单|份|家|台|天|小时|分钟|吨|公斤|篇|条|户|名|倍|分|例|票|场|百分点)"
UNIT = (
    rf"[%％‰¥￥$€£]|(?:\d\s*|[（(，,：:/]\s*|单位\s*){_COUNTED}|[率]|占比|比例|指数"
    r"|[,(]\s*(?:[KMB]\s)?[A-Za-z]{1,8}\)?\s*$|(?i:\b(?:usd|cny|rmb|eur|percent|points|share|shares|rate|ratio|index|score|roi|number of|count)\b)"
)
"""Words of a unit, or of a quantity that has none: a bare 个 in a sentence is neither."""
SOURCE = r"来源|出处|(?i:\bsource\b|\bsources\b)"
_TITLE, _UNIT, _SOURCE = ("标题", "title"), ("单位", "unit"), ("来源", "source")


def missing(chart: DrawnChart, *, traced: bool = False) -> tuple[tuple[str, str], ...]:
    """Return what a chart does not tell; `traced` when the file says elsewhere where its numbers come from."""
    around = f"{chart.title}\n{chart.near}\n{chart.alt}"
    lacks = []
    if not chart.title and not chart.near.strip():
        lacks.append(_TITLE)
    if not chart.has_unit and re.search(UNIT, around, re.MULTILINE) is None:
        lacks.append(_UNIT)
    if not traced and re.search(SOURCE, chart.page_words) is None:
        lacks.append(_SOURCE)
    return tuple(lacks)


def run(drawn: DrawnFile, where: Location) -> Iterator[Diagnostic]:
    for chart in drawn.charts:
        if lacks := missing(chart, traced=drawn.is_traced):
            at, called = on_page(drawn, chart.page), quoted(chart.title or chart.name, Phrase("", ""))
            yield warning(
                "CHART110",
                f"{at.zh}的图表{called.zh}没有写{'、'.join(zh for zh, _ in lacks)}",
                f"the chart {called.en} {at.en} gives no {' and no '.join(en for _, en in lacks)}".replace("  ", " "),
                where,
                Phrase(
                    "在图上方写明量的名称和单位，页脚写数据来源",
                    "name the quantity and its unit above the chart, and the source at the foot",
                ),
            )


CHECK = DrawnCheck("CHART110", ("pptx", "docx"), run)
