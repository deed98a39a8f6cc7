"""RULE004: a module, measure, milestone or risk has no owner, or several.

What it does: counts the names in `owner`; several are those joined by 、 ， / & 和 与, “and”. A department with such a word in its name
(品牌与公关部) is one.
Why it matters: what two people answer for, nobody answers for (DOCUMENTS §4, one owner).

Fails: owner: 陈立、周敏
Fails: owner: 各部门
Passes: owner: 陈立
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from engine.base.diagnostics import Diagnostic, Phrase, warning
from engine.checks.definition import ReportCheck
from engine.checks.reading import Reading
from engine.model.evidence import Duty


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(r"\s*(?:[、，,;；/／&＆+]|\band\b)\s*|(?<=[\u4e00-\u9fff]{2})[和与及](?=[\u4e00-\u9fff]{2})")


@cache
def _nobody() -> re.Pattern[str]:
    return re.compile(
        r"(?:各|相关|有关|所有|全体)\S{0,4}|待定|待确认|未定|[-—–/?？]+|暂无|TBD|TBC|N/?A|everyone|all teams|all", re.IGNORECASE
    )


@cache
def _department() -> re.Pattern[str]:
    return re.compile(r"(?:部|组|中心|室|处|委|团队|公司|department|team|office|group)$", re.IGNORECASE)


def owners(words: str) -> tuple[str, ...]:
    """Return the owners that a field names."""
    words = words.strip()
    if not words or _nobody().fullmatch(words):
        return ()
    parts = tuple(part.strip() for part in _joint().split(words) if part.strip())
    is_one = _department().search(words) is not None and not re.search(r"[、，,;；/／+]", words) and not _department().search(parts[0])
    return (words,) if is_one else parts


def run(reading: Reading) -> Iterator[Diagnostic]:
    for duty in reading.evidence(Duty):
        named = owners(duty.owner.plain)
        if len(named) != 1:
            what = duty.what.plain.replace("\n", " ")
            several = Phrase(f"有 {len(named)} 个负责人：{'、'.join(named)}", f"has {len(named)} owners: {', '.join(named)}")
            count = several if named else Phrase("没有负责人", "has no owner")
            yield warning(
                "RULE004",
                f"“{what}”{count.zh}",
                f"{what!r} {count.en}",
                duty.where,
                Phrase("只写一位负责人，其余写成协作", "name one owner; the others help"),
            )


DEFINITION = ReportCheck("RULE004", run)
