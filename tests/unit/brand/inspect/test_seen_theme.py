from __future__ import annotations

from lxml import etree

from engine.brand.inspect.seen_theme import FontSet, read_seen_theme

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
SCHEME = "".join(
    f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
    for name, value in {"dk1": "111111", "lt1": "eeeeee", "dk2": "222222", "lt2": "dddddd", "accent1": "0B5FFF"}.items()
)
THEME = etree.fromstring(
    f'<a:theme xmlns:a="{A}" name="Company"><a:themeElements><a:clrScheme>{SCHEME}</a:clrScheme><a:fontScheme>'
    '<a:majorFont><a:latin typeface="Georgia"/><a:ea typeface="微软雅黑"/><a:cs typeface=""/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Arial"/><a:ea typeface=""/><a:font script="Hans" typeface="宋体"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)
DARK = etree.fromstring('<clrMap bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent1"/>')


def test_colours_pass_through_the_map() -> None:
    usual, dark = read_seen_theme(THEME, None), read_seen_theme(THEME, DARK)
    assert [f"{each.slot}={each.scheme} {each.hex}" for each in usual.colors[:2]] == ["bg1=lt1 EEEEEE", "tx1=dk1 111111"]
    assert [f"{each.slot}={each.scheme} {each.hex}" for each in dark.colors] == [
        "bg1=dk1 111111", "tx1=lt1 EEEEEE", "bg2=dk2 222222", "tx2=lt2 DDDDDD", "accent1=accent1 0B5FFF",
    ]  # fmt: skip


def test_scheme_names_keep_their_value_under_any_map() -> None:
    dark = read_seen_theme(THEME, DARK).values
    assert (dark["dk1"], dark["lt1"], dark["bg1"], dark["tx1"]) == ("111111", "EEEEEE", "111111", "EEEEEE")


def test_fonts_by_script_and_what_a_reference_means() -> None:
    theme = read_seen_theme(THEME, None)
    assert theme.name == "Company"
    assert theme.major == FontSet("Georgia", "微软雅黑", "", "")
    assert theme.minor == FontSet("Arial", "", "", "宋体")
    assert [theme.face(name) for name in ("+mj-lt", "+mj-ea", "+mn-lt", "+mn-ea", "Lato", "")] == [
        "Georgia",
        "微软雅黑",
        "Arial",
        "",
        "Lato",
        "",
    ]


def test_a_theme_without_anything() -> None:
    empty = read_seen_theme(etree.fromstring(f'<a:theme xmlns:a="{A}"/>'), None)
    assert (empty.name, empty.colors, empty.major.latin) == ("", (), "")
