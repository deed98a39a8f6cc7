from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.compose.inline import parse_inline
from engine.load.prose import Prose
from engine.metrics.marks import unmarked
from engine.model.inlines import Span
from tests.support.content import marked, told

FACT = "\ue000gmv.actual\ue00185%\ue002"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("正文**强调：**后文", "正文**强调：**后文"),
        ("**“引号”**之后", "**“引号”**之后"),
        ("**甲**和**乙**", "**甲**和**乙**"),
        ("**a**b**c**", "**a**b**c**"),
        ("一*二_三`四`", "一*二_三`四`"),
        (r"\*\*不是粗体\*\*", "**不是粗体**"),
        (r"a\b", r"a\b"),
        ("<b>原样</b> &amp;", "<b>原样</b> &amp;"),
        ("第一行\n第二行\n", "第一行\n第二行"),
        ("# 不是标题", "# 不是标题"),
        ("[不是链接] (x)", "[不是链接] (x)"),
        (f"完成 {FACT}", "完成 [gmv.actual: 85%]"),
        (f"**{FACT}**", "**[gmv.actual: 85%]**"),
        (f"**完成 {FACT}！**好", "**完成 ****[gmv.actual: 85%]****！**好"),
        ("", ""),
    ],
)
def test_bold_and_facts(written: str, shown: str) -> None:
    assert marked(parse_inline(Prose(written)).expect_clean()) == shown


def test_links() -> None:
    text = parse_inline(Prose("见[口径**说明**](https://a.b/中?q=(1))。")).expect_clean()
    address = "https://a.b/%E4%B8%AD?q=(1)"
    assert text.spans == (Span("见"), Span("口径", link=address), Span("说明", bold=True, link=address), Span("。"))


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "../x", "//a.b", "x"])
def test_other_links_are_refused_and_their_words_stay(address: str) -> None:
    outcome = parse_inline(Prose(f"[甲]({address})"))
    assert [item.code for item in outcome.diagnostics] == ["YAML040"]
    assert outcome.value is not None
    assert outcome.value.spans == (Span("甲"),)


def test_a_pair_of_asterisks_without_partner_is_a_warning() -> None:
    outcome = parse_inline(Prose("**甲** 乙**"))
    assert told(outcome.diagnostics) == [": YAML041 a ** has no partner and is printed as it is"]
    assert outcome.value is not None
    assert marked(outcome.value) == "**甲** 乙**"


@pytest.mark.parametrize("bomb", ["[" * 50_000, "**" * 50_000, "[a](" * 20_000, "\\" * 50_000])
def test_repetition_takes_no_time(bomb: str) -> None:
    started = time.perf_counter()
    parse_inline(Prose(bomb))
    assert time.perf_counter() - started < 2


def test_a_text_has_a_limit() -> None:
    assert not parse_inline(Prose("a" * 20_000)).diagnostics
    (found,) = parse_inline(Prose("a" * 20_001)).diagnostics
    assert found.code == "YAML011"
    assert found.message.en == "20,001 characters in one text, the limit is 20,000"


@given(st.text(alphabet="ab*[]()\\ 汉，：\n", max_size=40))
def test_no_word_is_lost(written: str) -> None:
    """What is left of a text without markup characters is the same before and after."""
    text = parse_inline(Prose(written)).value
    assert text is not None
    bare = str.maketrans("", "", "*[]()\\ \n")
    assert unmarked(text.plain).translate(bare) == written.translate(bare) or "](" in written
