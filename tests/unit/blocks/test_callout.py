from __future__ import annotations

from pathlib import Path

from tests.support.content import built_with_findings, shown, shown_blocks


def test_sentence(tmp_path: Path) -> None:
    content = """
    - callout: 一句
    """
    assert shown_blocks(tmp_path, content) == [
        "Panel(body='一句')",
    ]


def test_all_parts(tmp_path: Path) -> None:
    content = """
    - callout: {title: 甲, status: gmv, figure: "{{ m.gmv }}", rows: [{label: a, value: b}], bullets: [c],
          entries: [{figure: 1, title: d, tone: missed}], dark: true}
    """
    assert shown_blocks(tmp_path, content) == [
        (
            "Panel(title='甲', figure='[gmv.actual: 600\\xa0元]', status='[gmv.status: ▲ 超额完成]', tone=exceed, "
            "rows=[Stat(label='a', value='b')], bullets=['c'], entries=[PanelEntry(figure='1', title='d', tone=missed)], "
            "dark=True)"
        ),
    ]


def test_empty_one_is_a_mistake(tmp_path: Path) -> None:
    content = """
    - callout: {dark: true}
    """
    blocks, findings = built_with_findings(tmp_path, content)
    assert findings == [
        "13:13: YAML024 the callout is empty",
    ]
    assert [shown(block) for block in blocks] == [
        "Panel(dark=True)",
    ]


def test_chart_inside(tmp_path: Path) -> None:
    content = """
    - callout: {title: 图, charts: [{kind: column, title: 成交, table: weekly, by: 周, value: sum(GMV)}]}
    """
    assert shown_blocks(tmp_path, content) == [
        (
            "Panel(title='图', charts=[ChartData(kind='column', title='成交', categories=['W1', 'W2'], "
            "series=[Series(name='成交', values=[400.0, 200.0], facts=['weekly.sum(GMV)[周=W1]|chart', "
            "'weekly.sum(GMV)[周=W2]|chart'])], alt='柱状图：成交。W1 400，W2 200。')])"
        ),
    ]
