from __future__ import annotations

from pathlib import Path

import pytest

from engine.model.report import Skyline
from tests.support.content import TABLES, WITH_TABLES, compose_report, marked, told

SECTIONS = "sections: [{title: 甲, topics: [{label: 乙, title: 丙, blocks: [{text: 好}]}]}]\n"
WEEKS = {**TABLES, "data/weekly.csv": "周,渠道,GMV,费用\nW1,直播,100,1\nW2,直播,300,1\nW3,私域,200,1\nW3,直播,50,1\n"}


def cover(root: Path, spec: str) -> tuple[Skyline | None, list[str]]:
    outcome = compose_report(root, f"{WITH_TABLES}cover: {{{spec}}}\n{SECTIONS}", WEEKS)
    assert outcome.value is not None
    return outcome.value.skyline, told(outcome.diagnostics)


def test_bars_in_the_order_of_the_table_with_the_peak_as_a_fact(tmp_path: Path) -> None:
    skyline, findings = cover(
        tmp_path, "table: weekly, by: 周, value: sum(GMV), unit: 元, peak_label: 618 当周, current: last 2, note: 说明"
    )
    assert findings == []
    assert skyline is not None
    assert (skyline.values, skyline.peak, skyline.current) == ((100.0, 300.0, 250.0), 1, (1, 2))
    assert (marked(skyline.peak_value), marked(skyline.peak_label), marked(skyline.note)) == (
        "[cover.peak: 300\u00a0元]",
        "618 当周",
        "说明",
    )


def test_rows_can_be_chosen(tmp_path: Path) -> None:
    skyline, _ = cover(tmp_path, "table: weekly, by: 周, value: sum(GMV), where: \"渠道 = '直播'\", current: first 9")
    assert skyline is not None
    assert (skyline.values, skyline.current) == ((100.0, 300.0, 50.0), (0, 1, 2))


@pytest.mark.parametrize(
    ("spec", "finding"),
    [
        ("table: weekli, by: 周, value: sum(GMV)", "FACT002 no data table 'weekli'"),
        ("table: weekly, by: 月, value: sum(GMV)", "FACT003 table 'weekly' has no column '月'"),
        ("table: weekly, by: 渠道, value: sum(GMV)", "FACT013 the cover needs three values or more, none of them negative"),
        ("table: weekly, by: 周, value: -sum(GMV)", "FACT013 the cover needs three values or more, none of them negative"),
    ],
)
def test_what_cannot_be_drawn_is_told(spec: str, finding: str, tmp_path: Path) -> None:
    skyline, findings = cover(tmp_path, spec)
    assert skyline is None
    assert [line.split(": ", 1)[1] for line in findings] == [finding]


def test_no_cover_is_no_series(tmp_path: Path) -> None:
    assert compose_report(tmp_path, WITH_TABLES + SECTIONS, WEEKS).expect_clean().skyline is None
