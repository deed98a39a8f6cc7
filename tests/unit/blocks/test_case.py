from __future__ import annotations

from pathlib import Path

from tests.support.content import shown_blocks


def test_case(tmp_path: Path) -> None:
    content = """
    - case: {name: 618, facts: 35 天, hero: "{{ m.gmv.attainment }}", caption: 完成率, background: [甲], actions: [乙],
          results: [{figure: "{{ m.gmv }}", label: GMV}], lessons: [丁]}
    """
    assert shown_blocks(tmp_path, content) == [
        (
            "Columns(items=[ColumnItem(weight=4, blocks=[Panel(title='618', subtitle='35 天', "
            "figure='[gmv.attainment: 120.0%]', caption='完成率', dark=True)]), ColumnItem(weight=8, "
            "blocks=[Cards(items=[Card(title='背景', bullets=['甲']), Card(title='行动', bullets=['乙']), Card(title='结果', "
            "stats=[Stat(label='GMV', value='[gmv.actual: 600\\xa0元]')]), Card(title='启示', bullets=['丁'])], "
            "style=numbered)])])"
        ),
    ]
