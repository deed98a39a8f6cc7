from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.brand.drawing_colors import DrawnColor, drawn_color
from tests.support.decor import xml

COLORS = {"accent1": "1A6585", "bg1": "FFFFFF", "tx1": "000000"}


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ('<a:srgbClr val="a1b2c3"/>', DrawnColor("A1B2C3")),
        ('<a:schemeClr val="accent1"/>', DrawnColor("1A6585", "accent1")),
        ('<a:sysClr val="window" lastClr="FEFEFE"/>', DrawnColor("FEFEFE")),
        ('<a:sysClr val="windowText"/>', DrawnColor("000000")),
        ('<a:prstClr val="navy"/>', DrawnColor("000080")),
        ('<a:scrgbClr r="100000" g="0" b="50000"/>', DrawnColor("FF00BC")),
        ('<a:hslClr hue="7200000" sat="100000" lum="50000"/>', DrawnColor("00FF00")),
        ('<a:schemeClr val="bg1"><a:lumMod val="50000"/></a:schemeClr>', DrawnColor("808080")),
        ('<a:schemeClr val="tx1"><a:lumMod val="50000"/><a:lumOff val="50000"/></a:schemeClr>', DrawnColor("808080")),
        ('<a:schemeClr val="tx1"><a:tint val="50000"/></a:schemeClr>', DrawnColor("BCBCBC")),  # half the light, not half the number
        ('<a:schemeClr val="bg1"><a:shade val="50000"/></a:schemeClr>', DrawnColor("BCBCBC")),
        ('<a:srgbClr val="FF0000"><a:alpha val="40000"/></a:srgbClr>', DrawnColor("FF0000", opacity=0.4)),
        ('<a:srgbClr val="FF0000"><a:alpha val="40%"/></a:srgbClr>', DrawnColor("FF0000", opacity=0.4)),  # strict files
        ('<a:srgbClr val="FF0000"><a:satMod val="0"/></a:srgbClr>', DrawnColor("808080")),
        ('<a:srgbClr val="FF0000"><a:hueOff val="7200000"/></a:srgbClr>', DrawnColor("00FF00")),
        ('<a:srgbClr val="FF0000"><a:inv/></a:srgbClr>', DrawnColor("00FFFF")),
        ('<a:srgbClr val="FF0000"><a:comp/></a:srgbClr>', DrawnColor("00FFFF")),
        ('<a:srgbClr val="00FF00"><a:gray/></a:srgbClr>', DrawnColor("B6B6B6")),
        ('<a:srgbClr val="FF0000"><a:greenOff val="100000"/></a:srgbClr>', DrawnColor("FFFF00")),
        ('<a:schemeClr val="phClr"/>', None),  # means nothing here
        ('<a:srgbClr val="red"/>', None),
        ("", None),
    ],
)
def test_the_colour_that_an_element_means(inner: str, expected: DrawnColor | None) -> None:
    assert drawn_color(xml(f"<a:solidFill>{inner}</a:solidFill>"), COLORS) == expected
    assert drawn_color(None, COLORS) is None


@given(st.sampled_from(["lumMod", "lumOff", "tint", "shade", "satMod", "alpha", "hueMod", "redMod"]), st.integers(-200_000, 300_000))
def test_a_change_always_gives_a_colour(change: str, value: int) -> None:
    found = drawn_color(xml(f'<a:x><a:srgbClr val="1A6585"><a:{change} val="{value}"/></a:srgbClr></a:x>'), COLORS)
    assert found is not None and len(found.hex) == 6 and 0 <= found.opacity <= 1
