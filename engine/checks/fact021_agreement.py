"""FACT021: a finished file prints something else than the ledger inside it.

What it does: opens the file again and compares every printed fact, every value of a chart and its workbook, and every label with the ledger.
Why it matters: a figure that was changed by hand can no longer be traced, and the formats no longer say the same.

Fails: a slide that says 93.4% where the ledger says that gmv.attainment, 92.4%, stands there.
Passes: the same slide with 92.4%.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, error
from engine.checks.agreement import Agreement, Discord

CODE = "FACT021"
MOST_TOLD = 50
"""A file that is another one altogether needs no thousand findings."""

_HINT = Phrase(
    "改数据或内容后重新生成，不要直接改文件里的数", "change the data or the content and build again, instead of the figure in the file"
)


def findings(agreement: Agreement, file: str) -> Iterator[Diagnostic]:
    """Yield one error per place that differs, the first fifty of them."""
    for discord in agreement.discords[:MOST_TOLD]:
        told = _told(discord, agreement.format)
        yield error(CODE, told.zh, told.en, Location(file), _HINT)
    if (rest := len(agreement.discords) - MOST_TOLD) > 0:
        yield error(CODE, f"还有 {rest} 处不一致", f"{rest} more places differ", Location(file), _HINT)


def _told(discord: Discord, format_name: str) -> Phrase:
    unit = ("张幻灯片", "slide") if format_name == "pptx" else ("页", "page")
    where_zh = f"第 {discord.page} {unit[0]}的“{discord.place}”" if discord.page else f"“{discord.place}”"
    where_en = f"{discord.place!r} on {unit[1]} {discord.page}" if discord.page else repr(discord.place)
    fact = f"（{discord.fact}）" if discord.fact else ""
    named = f" ({discord.fact})" if discord.fact else ""
    if not discord.expected:
        if discord.found is None:
            return Phrase(f"{where_zh}不见了", f"{where_en} is gone")
        return Phrase(f"{where_zh}多出“{discord.found}”{fact}", f"{where_en} says {discord.found!r}, which the ledger does not know{named}")
    if discord.found is None:
        return Phrase(
            f"{where_zh}应为“{discord.expected}”{fact}，没有找到", f"{where_en} should say {discord.expected!r}{named}; it does not"
        )
    return Phrase(
        f"{where_zh}应为“{discord.expected}”{fact}，实为“{discord.found}”",
        f"{where_en} should say {discord.expected!r}{named}, and says {discord.found!r}",
    )
