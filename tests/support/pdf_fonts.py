"""The names of fonts, as the two PDF engines write them."""

from __future__ import annotations


def called(name: str) -> str:
    """Return the family in the PostScript name of a font: `Noto-Sans-CJK-SC-Bold` and `NotoSansCJKsc-Bold` are of `NotoSansCJKSC`."""
    return name.replace("-", "").removesuffix("Bold").removesuffix("Regular").replace("CJKsc", "CJKSC")
