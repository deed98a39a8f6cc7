from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.layout.kinsoku import NO_END, NO_START, SPACES, libreoffice_parts, may_cut, units


def parts(text: str) -> str:
    """Return the text with | wherever a line may break."""
    starts = [0, *(following for _, following in units(text))]
    return "|".join(text[a:b] for a, b in pairwise(starts))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("上半年曝光", "上|半|年|曝|光"),
        ("完成率，见（附录）。", "完|成|率，|见|（附|录）。"),
        ("真的吗？！", "真|的|吗？！"),
        ("前——后……完", "前——|后……|完"),
        ("“《报告》”好", "“《报|告》”|好"),
        ("曝光／点击", "曝|光／|点|击"),
        ("曝光 5,230 万次", "曝|光 |5,230 |万|次"),
        ("GMV 12,840\u00a0万元，增", "GMV |12,840\u00a0万元，|增"),
        ("达到3.2亿元，提升0.5个百分点", "达|到|3.2亿元，|提|升|0.5个百分点"),
        ("2025年6月18日", "2025年|6月|18日"),
        ("W5–W6 两周", "W5–W6 |两|周"),
        ("同比 −3.2%、+4%", "同|比 |−3.2%、|+4%"),
        ("10%–15%区间", "10%–15%|区|间"),
        ("A/B测试", "A/B|测|试"),
        ("cross-channel re-x A-1", "cross-|channel |re-x |A-1"),
        ("见https://example.com/a/b?x=1&y=2-3。", "见|https://example.com/|a/|b?|x=1&|y=2-|3。"),
        ("don't stop (now) ok", "don't |stop |(now) |ok"),
        ("中\u2060文\u00a0字", "中\u2060文\u00a0字"),
        ("  前导", "  |前|导"),
        ("末尾  ", "末|尾  "),
        ("一\u3000二", "一\u3000|二"),
        ("👨‍👩‍👧家🇨🇳国", "👨‍👩‍👧|家|🇨🇳|国"),
        ("e\u0301t\u0301 中\ufe0f", "e\u0301t\u0301 |中\ufe0f"),
        ("（（（", "（（（"),
        ("，，", "，，"),
        ("", ""),
    ],
)
def test_units(text: str, expected: str) -> None:
    assert parts(text) == expected


def test_spaces_after_a_unit_belong_to_none() -> None:
    assert list(units("中 文")) == [(1, 2), (3, 3)]


TEXTS = st.text(alphabet=st.sampled_from("中文率，。（）“”%3万 a-/\u00a0\u3000https:…—¥👍\u200d"), max_size=60)


@given(TEXTS)
def test_units_cover_the_text_and_respect_both_tables(text: str) -> None:
    at = 0
    for end, following in units(text):
        assert at < end <= following
        assert not text[end:following].strip(" \u3000")
        if end == following < len(text) and text[at] not in SPACES:
            assert text[end] not in NO_START or text[end - 1] in "/?&-", (text[:end], text[end:])
            assert text[end - 1] not in NO_END
        at = following
    assert at == len(text)


def test_long_runs_do_not_take_long() -> None:
    assert list(units("(" * 20_000)) == [(20_000, 20_000)]
    assert len(list(units("(中" * 5_000 + "$" * 5_000))) == 5_001


@pytest.mark.parametrize(
    ("text", "allowed"),
    [("abc|def", True), ("中|，", False), ("（|中", False), ("e|\u0301", False), ("👨\u200d|👩", False), ("🇨|🇳", False)],
)
def test_where_a_unit_too_wide_may_be_cut(text: str, allowed: bool) -> None:
    at = text.index("|")
    assert may_cut(text.replace("|", ""), at) is allowed


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ("目标，|GMV", False),
        ("目标；|GMV", True),
        ("（见）|GMV", False),
        ("中|GMV", True),
        ("中|“GMV", False),
        ("中|“引", True),
        ("“618”|大", False),
        ("“引”|大", True),
        ("GMV|“引", False),
        ("GMV|（含", False),
        ("GMV|中", True),
        ("中，|文", True),
        ("https://a.cn/|b", False),
        ("https://a.cn/?|b", True),
    ],
)
def test_where_libreoffice_breaks_too(text: str, breaks: bool) -> None:
    at = text.index("|")
    assert libreoffice_parts(text.replace("|", ""), at) is breaks
