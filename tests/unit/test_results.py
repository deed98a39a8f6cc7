from __future__ import annotations

from engine.base.diagnostics import Location, error, warning
from engine.results import ReportResult

PLACE = Location("content/h1/report.yaml", 3, 1)


def test_only_errors_count_as_errors() -> None:
    result = ReportResult("h1", "半年小结", (), (warning("FIT006", "挤", "tight", PLACE),), {})
    assert not result.has_errors
    worse = ReportResult("h1", "半年小结", (), (*result.diagnostics, error("FACT003", "缺", "missing", PLACE)), {})
    assert worse.has_errors
