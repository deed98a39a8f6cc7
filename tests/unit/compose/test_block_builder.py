from __future__ import annotations

from pathlib import Path

from tests.support.content import built_with_findings, shown


def test_all_mistakes_of_a_topic_are_told_and_the_rest_is_built(tmp_path: Path) -> None:
    content = """
    - text: "{{ nothing }}"
    - bullets: []
    - heading: {text: 好, lvl: 2}
    - tablle: {header: [a], rows: [[b]]}
    - points:
        - {title: 甲, metric: gmw}
        - {titel: 乙}
    - kpis: [gmw]
    - text: 尾
    """
    blocks, findings = built_with_findings(tmp_path, content)
    assert findings == [
        "13:23: YAML030 there is no 'nothing'",
        "14:22: YAML024 this value should have at least 1 items",
        "15:32: YAML020 unknown key 'lvl'",
        "16:13: YAML027 unknown block 'tablle'",
        "18:36: FACT001 no metric 'gmw'",
        "19:18: YAML020 unknown key 'titel'",
        "19:18: YAML021 title is missing",
        *[line for line in findings if line.startswith("20:")],
    ]
    assert [line.split(" ")[1] for line in findings if line.startswith("20:")] != []
    assert shown(blocks[0]) == "Paragraph(text='…')"
    assert shown(blocks[1]) == "Heading(text='好')"
    assert shown(blocks[-1]) == "Paragraph(text='尾')"


def test_blocks_inside_blocks_are_rendered_once(tmp_path: Path) -> None:
    content = "- columns: [{width: 6, blocks: [{text: \"{{ '{' ~ '{ x }}' }}\"}]}, {width: 6, blocks: [{heading: b}]}]"
    blocks, findings = built_with_findings(tmp_path, content)
    assert findings == []
    assert shown(blocks) == (
        "[Columns(items=[ColumnItem(weight=6, blocks=[Paragraph(text='{{ x }}')]), ColumnItem(weight=6, blocks=[Heading(text='b')])])]"
    )


def test_a_bad_chart_inside_a_block_is_told_at_its_place(tmp_path: Path) -> None:
    _, findings = built_with_findings(tmp_path, "- callout:\n    title: 甲\n    charts:\n      - {kind: nonsense}")
    assert findings
    assert all(line.startswith("16:") for line in findings)
