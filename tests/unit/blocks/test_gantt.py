from __future__ import annotations

from pathlib import Path

from tests.support.content import built_with_findings, shown, shown_blocks


def test_calendar(tmp_path: Path) -> None:
    content = """
    - gantt: {start: 2025-01, end: 2025-12, today: true, lanes: [{label: 大促, bars: [{label: 双 11, from: 2025-11-01,
          to: 2025-11, state: peak, value: "5,600"}]}], milestones: [{date: 2025-08-31, label: 合一}], periods: [{label: 三季度,
          from: 2025-07, to: 2025-09, strong: true}]}
    """
    assert shown_blocks(tmp_path, content) == [
        (
            "Gantt(start=2025-01-01, end=2025-12-31, lanes=[GanttLane(label='大促', bars=[GanttBar(label='双 11', "
            "start=2025-11-01, end=2025-11-30, progress=peak, value='5,600')])], milestones=[Milestone(date=2025-08-31, "
            "label='合一')], periods=[GanttPeriod(label='三季度', start=2025-07-01, end=2025-09-30, strong=True)], "
            "today=2025-07-08, today_label='汇报日 7 月 8 日')"
        ),
    ]


def test_what_lies_outside_is_told(tmp_path: Path) -> None:
    content = """
    - gantt: {start: 2025-01, end: 2025-02, today: true, lanes: [{label: 大促, bars: [{label: 双 11, from: 2025-11,
          to: 2025-11}, {label: 年货, from: 2025-01, to: 2025-01}]}]}
    """
    blocks, findings = built_with_findings(tmp_path, content)
    assert findings == [
        "13:99: YAML025 2025-11-01 of '双 11' is outside the calendar",
    ]
    assert [shown(block) for block in blocks] == [
        (
            "Gantt(start=2025-01-01, end=2025-02-28, lanes=[GanttLane(label='大促', bars=[GanttBar(label='年货', "
            "start=2025-01-01, end=2025-01-31)])])"
        ),
    ]


def test_dates_in_the_wrong_order(tmp_path: Path) -> None:
    content = """
    - gantt: {start: 2025-03, end: 2025-02, lanes: [{label: 大促, bars: [{label: 年货, from: 2025-01-05, to: 2025-01-03}]}]}
    """
    _, findings = built_with_findings(tmp_path, content)
    assert findings == [
        "13:79: YAML025 2025-01-03 is before 2025-01-05",
    ]
