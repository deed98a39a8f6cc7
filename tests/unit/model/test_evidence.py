from __future__ import annotations

from engine.model.evidence import Kpi
from engine.model.facts import Better


def test_a_kpi_knows_how_authors_write_it() -> None:
    assert Kpi("gmv", "成交额", "元", Better.HIGHER).expression == "m.gmv"
