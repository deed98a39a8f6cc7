from __future__ import annotations

from pathlib import Path

from tests.support.content import built_with_findings


def test_missing_picture(tmp_path: Path) -> None:
    content = """
    - image: {file: images/a.png, alt: 现场}
    """
    _, findings = built_with_findings(tmp_path, content)
    assert findings == [
        "13:27: FILE001 file 'images/a.png' does not exist",
    ]
