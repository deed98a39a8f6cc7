"""FACT030: a figure is typed that looks like a KPI.

What it does: looks in everything that is printed (sentences, tiles and tables, heads of columns, source lines, notes, captions, titles, series,
categories and marks of charts, alt texts, speaker notes) for rates, amounts of money, 万 and 亿, multiples, measured decimals, counts from a
hundred on, and numbers right behind the name of a quantity or ≥ and ≤, that are neither a fact nor cited. Left alone are dates and periods,
ordinals and list numbers, names (618, 双 11, iPhone 15, B2B, TOP10), sizes, offers (满 300 减 50), small counts of a sentence (四家伙伴, 12 场),
the size of a sample in a source line (n=1,204), and bounds of groups in heads and categories (100–200 元, 500 元以上). Figures in fields that set a
goal (target of a plan, acceptance of a milestone, trigger of a risk), in thresholds, definitions and scenarios are facts already: what sets them is
their source. So are the figures of a written table that names its `source`.
Why it matters: a typed figure stays what it was when the data change, and nobody can trace it.

Fails: text: 问卷显示 85% 的顾客愿意复购。
Passes: text: 问卷显示 {{ cite("85%", source="用户问卷 2025-06，n=1,204") }} 的顾客愿意复购。
Fails: table: {header: [城市, 门店], rows: [[杭州, "1,204"]]}
Passes: table: {header: [城市, 门店], rows: [[杭州, "1,204"]], source: 门店台账 2025-06}
Passes: text: 复购率 {{ m.repurchase }}，共三点原因，10 月 20 日前整改。
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Phrase, warning
from engine.checks.definition import ReportCheck
from engine.checks.reading import Reading
from engine.checks.said import Role, TypedFigure


def run(reading: Reading) -> Iterator[Diagnostic]:
    for figure in reading.figures:
        if figure.known is None and figure.named is None:
            shown = figure.typed.shown
            yield warning(
                "FACT030",
                f"“{shown}”是手打的数字，没有出处",
                f"{shown!r} is typed; nothing says where it comes from",
                figure.typed.where,
                _mend(figure.typed),
            )


def _mend(typed: TypedFigure) -> Phrase:
    zh, en = f'用指标表达式，或写 {{{{ cite("{typed.shown}", source="…") }}}}', f'cite("{typed.shown}", source="…") }}}}'
    table = typed.said.role is Role.CELL
    return Phrase(
        f"{zh}；整张表抄自一处时，给 table 写 source" if table else zh,
        f"write the expression of its metric, or {{{{ {en}" + ("; give a table that was copied as a whole its `source`" if table else ""),
    )


DEFINITION = ReportCheck("FACT030", run)
