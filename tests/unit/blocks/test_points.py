from __future__ import annotations

from pathlib import Path

from tests.support.content import built_with_findings, shown, shown_blocks


def test_all_parts_of_a_card(tmp_path: Path) -> None:
    content = """
    - points: [{title: 甲, body: 说明, figure: "{{ m.gmv }}", caption: 成交, tag: 新, tone: met, share: 77%, share_note: 占比,
          next: {label: 下一步, text: 固化}, stats: [{label: a, value: b}]}]
    """
    assert shown_blocks(tmp_path, content) == [
        (
            "Cards(items=[Card(title='甲', body='说明', figure='[gmv.actual: 600\\xa0元]', caption='成交', tag='新', tone=met, "
            "stats=[Stat(label='a', value='b')], share=0.77, share_note='占比', footer=Stat(label='下一步', value='固化'))])"
        ),
    ]


def test_metric_fills_in_what_is_not_written(tmp_path: Path) -> None:
    content = """
    - points: {style: topped, items: [{title: 甲, metric: gmv}, {title: 乙, metric: share_live}, {title: 丙, metric: gmw},
          {title: 丁, share: 多}]}
    """
    blocks, findings = built_with_findings(tmp_path, content)
    assert findings == [
        "13:121: FACT001 no metric 'gmw'",
        "14:35: YAML025 '多' is no share between 0 and 100%",
    ]
    assert [shown(block) for block in blocks] == [
        (
            "Cards(items=[Card(title='甲', figure='[gmv.attainment: 120.0%]', caption='完成率', tag='[gmv.status: ▲ 超额完成]', "
            "tone=exceed, stats=[Stat(label='实际', value='[gmv.actual: 600\\xa0元]'), Stat(label='目标', "
            "value='[gmv.target: 500\\xa0元]')]), Card(title='乙', figure='[share_live.actual: 50.0%]', caption='直播占比', "
            "stats=[Stat(label='实际', value='[share_live.actual: 50.0%]')]), Card(title='丙'), Card(title='丁')], "
            "style=topped)"
        ),
    ]


def test_labelled_lines(tmp_path: Path) -> None:
    content = """
    - points: [{title: 甲, practice: [一, 二], effect: 三, expectation: [四], owner: 陈立, due: 10/15}]
    """
    assert shown_blocks(tmp_path, content) == [
        "Cards(items=[Card(title='甲', bullets=['**做法：**一', '二', '**效果：**三', '**预期：**四', '**负责人：**陈立', '**时间节点：**10/15'])])",
    ]
