"""FACT031: a typed figure repeats a fact.

What it does: compares every typed figure that looks like a KPI with the metrics of the report and the facts it prints, under the rounding it is
written in; figures of one or two digits count only where the KPI is named in the same clause.
Why it matters: today it agrees with the data; after the next export it will not, and nobody will notice.

Fails: text: 成交额完成率 104.4%，其中直播最好。 (where m.gmv.attainment is 104.4%)
Passes: text: 成交额完成率 {{ m.gmv.attainment }}，其中直播最好。
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Phrase, warning
from engine.checks.definition import ReportCheck
from engine.checks.reading import Reading


def run(reading: Reading) -> Iterator[Diagnostic]:
    for figure in reading.figures:
        known = figure.known
        if known is not None:
            yield warning(
                "FACT031",
                f"“{figure.typed.shown}”是手打的，它就是 {known.expression}（{known.label}）",
                f"{figure.typed.shown!r} is typed; it is {known.expression} ({known.label})",
                figure.typed.where,
                Phrase(f"写成 {{{{ {known.expression} }}}}", f"write {{{{ {known.expression} }}}}"),
            )


DEFINITION = ReportCheck("FACT031", run)
