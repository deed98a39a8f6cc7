from __future__ import annotations

import pytest

from engine.sources.number_formats import Shown, shown_by_code, shown_by_id


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (0, Shown.NUMBER),
        (9, Shown.PERCENT),
        (10, Shown.PERCENT),
        (14, Shown.DATE),
        (20, Shown.NUMBER),
        (31, Shown.DATE),
        (44, Shown.NUMBER),
        (57, Shown.DATE),
    ],
)
def test_built_in_formats(number: int, kind: Shown) -> None:
    assert shown_by_id(number) is kind


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("General", Shown.NUMBER),
        ("0.0%", Shown.PERCENT),
        ('0.0"%"', Shown.NUMBER),
        ("#,##0.00_);[Red](#,##0.00)", Shown.NUMBER),
        ('0!.0,"万"', Shown.NUMBER),
        ("[$¥-804]#,##0.00", Shown.NUMBER),
        ("yyyy-mm-dd", Shown.DATE),
        ("yyyy\\-mm\\-dd;@", Shown.DATE),
        ('yyyy"年"m"月"d"日"', Shown.DATE),
        ("[$-804]yyyy年m月", Shown.DATE),
        ("mmm", Shown.DATE),
        ("m/d/yy h:mm", Shown.DATE),
        ("h:mm:ss", Shown.NUMBER),
        ("mm:ss", Shown.NUMBER),
        ("[h]:mm", Shown.NUMBER),
        ("0.00E+00", Shown.NUMBER),
        ("@", Shown.NUMBER),
        ('0"日"', Shown.NUMBER),
    ],
)
def test_custom_formats(code: str, kind: Shown) -> None:
    assert shown_by_code(code) is kind
