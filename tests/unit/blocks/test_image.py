from __future__ import annotations

from pathlib import Path

from tests.support.content import built_with_findings, shown


def test_missing_picture(tmp_path: Path) -> None:
    content = """
    - image: {file: images/a.png, alt: 现场}
    """
    _, findings = built_with_findings(tmp_path, content)
    assert findings == [
        "13:27: FILE001 file 'images/a.png' does not exist",
    ]


def test_picture_is_named_from_the_workspace_root(tmp_path: Path) -> None:
    content = "- image: {file: images/a.png, alt: 现场, caption: 5 月杭州站}"
    blocks, findings = built_with_findings(tmp_path, content, {"images/a.png": "any bytes: the writer looks at them"})
    assert findings == []
    assert [shown(block) for block in blocks] == ["Image(path='content/r/images/a.png', alt='现场', caption='5 月杭州站')"]


def test_other_files_are_no_pictures(tmp_path: Path) -> None:
    content = "- image: {file: data/weekly.csv, alt: 表}"
    assert built_with_findings(tmp_path, content) == ((), ["13:27: FILE003 'data/weekly.csv' is no picture that can be used"])


def test_alt_text_is_required(tmp_path: Path) -> None:
    assert built_with_findings(tmp_path, "- image: {file: a.png}")[1][0] == "13:21: YAML021 alt is missing"
    assert (
        "13:39: YAML024 alt should have at least 1 characters" in built_with_findings(tmp_path / "b", '- image: {file: a.png, alt: ""}')[1]
    )
