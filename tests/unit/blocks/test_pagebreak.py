from __future__ import annotations

from pathlib import Path

from tests.support.content import built_with_findings, shown_blocks


def test_break(tmp_path: Path) -> None:
    content = """
    - pagebreak: true
    """
    assert shown_blocks(tmp_path, content) == [
        "PageBreak()",
    ]


def test_false_is_no_break(tmp_path: Path) -> None:
    content = """
    - pagebreak: false
    """
    _, findings = built_with_findings(tmp_path, content)
    assert findings == [
        "13:24: YAML023 this value cannot be 'false'; choose true",
    ]
