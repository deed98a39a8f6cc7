"""One difference with a bit of everything, for the tests of how it is said."""

from __future__ import annotations

import pytest

from engine.diff.difference import Difference, difference
from engine.model.outline import Outline, OutlineFact, OutlinePage, OutlineTable


def _fact(identity: str, text: str, raw: float, unit: str) -> OutlineFact:
    metric, _, aspect = identity.partition(".")
    return OutlineFact(identity, metric, "活动 GMV" if metric == "gmv" else "", aspect, text, unit, raw)


@pytest.fixture
def mixed() -> Difference:
    before = Outline(
        "v1",
        (_fact("gmv.actual", "200 元", 200.0, "元"), _fact("gmv.attainment", "90.0%", 0.9, "%"), _fact("old.cell", "7", 7.0, "")),
        (OutlinePage("目标", ("成交 200 元",), (OutlineTable((("队", "数"), ("甲_队", "1"))),)), OutlinePage("风险", ("断货与舆情",))),
    )
    after = Outline(
        "v2",
        (_fact("gmv.actual", "250 元", 250.0, "元"), _fact("gmv.attainment", "95.0%", 0.95, "%")),
        (OutlinePage("新开篇", ("八个字不同",)), OutlinePage("目标", ("成交 250 元",), (OutlineTable((("队", "数"), ("甲_队", "2"))),))),
    )
    return difference(before, after)
