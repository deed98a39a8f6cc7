from __future__ import annotations

import pytest

from engine.brand.face_kinds import is_serif


@pytest.mark.parametrize(
    ("face", "serifs"),
    [
        ("宋体", True), ("SimSun", True), ("仿宋_GB2312", True), ("Times New Roman", True), ("Noto Serif CJK SC", True), ("楷体", True),
        ("微软雅黑", False), ("黑体", False), ("Calibri", False), ("Noto Sans CJK SC", False), ("等线", False), ("", False),
    ],
)  # fmt: skip
def test_a_name_tells_whether_a_face_has_serifs(face: str, serifs: bool) -> None:
    assert is_serif(face) is serifs
