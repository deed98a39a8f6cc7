from __future__ import annotations

from pathlib import Path

from tests.support.content import built_with_findings, shown


def test_columns_and_a_mistake_inside(tmp_path: Path) -> None:
    content = """
    - columns: [{width: 8, blocks: [{text: 左}]}, {width: 4, blocks: [{text: 右}, {texts: 错}]}]
    """
    blocks, findings = built_with_findings(tmp_path, content)
    assert findings == [
        "13:88: YAML027 unknown block 'texts'",
    ]
    assert [shown(block) for block in blocks] == [
        "Columns(items=[ColumnItem(weight=8, blocks=[Paragraph(text='左')]), ColumnItem(weight=4, blocks=[Paragraph(text='右')])])",
    ]
