from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from engine.base.diagnostics import Location, Severity
from engine.base.records import replace
from engine.checks import check_together, shared_by
from engine.checks.rule009_one_definition import DEFINITION
from engine.model.evidence import Shared
from engine.model.facts import MetricNote
from tests.support.findings import reading

AT = Location("content/a/metrics.yaml", 3, 1)
GMV = MetricNote("revenue", "成交额", "支付口径", "中台", "元", "max(本期) · d · 项 = 'GMV'", "2025 年")


def shared(note: MetricNote, *, organisation: str = "", year: int = 2025, unit: str = "元") -> Shared:
    return Shared(organisation, dt.date(year, 1, 1), dt.date(year, 6, 30), note, unit, AT)


def own(root: Path) -> tuple[Shared, ...]:
    return shared_by(reading(root, "- text: 成交额 {{ m.gmv }}。").report)


def told(root: Path, other: Shared) -> list[str]:
    return [item.message.en.partition("defines: ")[2] for item, _ in DEFINITION.run(own(root), (other,))]


@pytest.mark.parametrize(
    ("other", "finding"),
    [
        (shared(GMV), []),
        (shared(replace(GMV, definition="支付口径。", formula="sum(x) · t")), []),
        (shared(replace(GMV, origin="财务")), ["source 中台 / 财务"]),
        (shared(replace(GMV, origin="财务"), year=2024), []),
        (shared(GMV, unit="万元"), ["unit 元 / 万元"]),
        (shared(GMV, unit="人民币"), []),
        (shared(replace(GMV, definition="下单口径")), ["definition '支付口径' / '下单口径'"]),
        (shared(replace(GMV, definition="", formula="sum(本期) · d")), ["formula max(本期) / sum(本期)"]),
        (shared(replace(GMV, definition="", formula="sum(本期) · other")), []),
        (shared(replace(GMV, label="成交额（财务口径）", origin="财务")), []),
        (shared(replace(GMV, origin="财务"), organisation="别家"), []),
    ],
)
def test_what_differs_is_told(other: Shared, finding: list[str], tmp_path: Path) -> None:
    assert told(tmp_path, other) == finding


def test_it_is_told_at_the_definition_and_names_the_other(tmp_path: Path) -> None:
    (finding,) = check_together(own(tmp_path), (shared(GMV, unit="万元"), shared(GMV)))
    assert (finding.severity, str(finding.where).startswith("content/r/metrics.yaml:1")) == (Severity.WARNING, True)
    assert finding.message.zh == "“成交额”与 content/a/metrics.yaml:3:1 的定义不同：单位 元 / 万元"


def test_it_is_as_grave_as_the_report_wants_it(tmp_path: Path) -> None:
    (one,) = own(tmp_path)
    (grave,) = check_together((replace(one, gravity=Severity.ERROR),), (shared(GMV, unit="万元"),))
    assert grave.is_error
    assert check_together((replace(one, gravity=None),), (shared(GMV, unit="万元"),)) == ()


def test_only_what_is_printed_is_shared(tmp_path: Path) -> None:
    (one,) = own(tmp_path)
    assert (one.note.label, one.unit, one.organisation, str(one.first)) == ("成交额", "元", "", "2025-01-01")
