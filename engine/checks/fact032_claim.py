"""FACT032: a word contradicts the fact beside it.

What it does: judges the words of every clause by its facts: 超额完成, 达成, 未达成, exceeded, missed by the grade; 高于目标, below target by the
two numbers; 增长, 下降, rose, fell by the sign of 同比 and 环比; “由 A 降至 B” by A and B; 改善, worsened by polarity; 领先, 落后 by 时间进度;
numbers in words (两成, 三分之一, 过半, 翻番, half, a third, doubled) by the change, attainment or share beside them.
Negation is understood (没有达成, did not exceed), and clauses that hope or ask (若, 力争, will, whether) are left alone. A cost that goes down is
good, and is still a fall.
Why it matters: data move on, words stay; a heading that says the opposite of its figure is the one thing everybody sees.

Fails: text: 成交额完成 {{ m.gmv.attainment }}，超额完成目标。 (where it is 96.0%)
Fails: text: 成交额同比增长两成（{{ m.gmv.yoy }}）。 (where it is +3.0%)
Passes: text: 成交额完成 {{ m.gmv.attainment }}，{{ m.gmv.verdict }}。
Passes: text: 获客成本由 {{ m.cac.previous }} 降至 {{ m.cac }}。 (where it went down)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from engine.base.diagnostics import Diagnostic, Phrase, warning
from engine.checks.claims import contradictions, may_claim
from engine.checks.definition import ReportCheck
from engine.checks.reading import Reading
from engine.checks.skeleton import sentences
from engine.checks.worded_claims import worded_contradictions


def run(reading: Reading) -> Iterator[Diagnostic]:
    for said in reading.texts:
        if not may_claim(said):
            continue
        for sentence in sentences(said, reading):
            for found in chain(contradictions(sentence), worded_contradictions(sentence)):
                yield warning(
                    "FACT032",
                    f"“{found.words}”与旁边的 {found.number.text} 不符：{found.truth.zh}",
                    f"{found.words!r} contradicts {found.number.text} beside it: {found.truth.en}",
                    reading.place(said.text, found.words),
                    Phrase("改掉这个词，或用 {{ m.….verdict }} 让它随数据变", "change the word, or let {{ m.….verdict }} say it"),
                )


DEFINITION = ReportCheck("FACT032", run)
