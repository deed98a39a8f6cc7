from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.model.inlines import Span, Text
from engine.plan.deck.telling.sentences import full_stopped, has_figure, lead, sentences, stressed, without_pointers
from tests.support.planning import t

NO_STATEMENT = "按投入产出比分级，小程序商城、企微社群、线下茶馆与即时零售都列为最高一级。"
REF = Span("表", ref="活动目标")


def said(words: str) -> list[str]:
    return [sentence.plain for sentence in sentences(t(words))]


def test_sentences_end_at_their_marks_but_not_inside_quotes_and_brackets() -> None:
    assert said("先请人喝。再请人买！他说“好。不过”才走（见表。）。") == ["先请人喝。", "再请人买！", "他说“好。不过”才走（见表。）。"]
    assert said("Revenue grew 4.2%. Orders fell.") == ["Revenue grew 4.2%.", "Orders fell."]


def test_clauses_parted_by_a_semicolon_are_sentences_unless_a_colon_announces_them() -> None:
    assert said("商城与直播间超出的金额最多，完成情况最好；茶馆与种草没有完成，缺口都在预热期。") == [
        "商城与直播间超出的金额最多，完成情况最好；",
        "茶馆与种草没有完成，缺口都在预热期。",
    ]
    assert len(said("两处超支有原因：效果投放超出计划，七月用得最多；新品上市超出计划，用于首发。")) == 1
    assert len(said("主打送礼；主打办公室。")) == 1  # too short to stand alone


def lead_of(words: str) -> tuple[str, str]:
    title, rest = lead(t(words))
    return title.plain, rest.plain


@pytest.mark.parametrize(
    ("sentence", "title", "rest"),
    [
        ("现场有一处调整：首周试饮装按门店配发，周五下午已有告罄。", "现场有一处调整", "首周试饮装按门店配发，周五下午已有告罄。"),
        ("扫码入会即得一泡茶样，入会页只填手机号与口味。", "扫码入会即得一泡茶样", "入会页只填手机号与口味。"),
        ("因此，把种草一概归为“低效”并不准确，问题在于考核。", "因此，把种草一概归为“低效”并不准确", "问题在于考核。"),
        ("与往年相比，今年的峰更宽，节后三周仍有成交。", "与往年相比，今年的峰更宽", "节后三周仍有成交。"),
        ("两条线不再互相压价。", "两条线不再互相压价", ""),
        (NO_STATEMENT, "", NO_STATEMENT),
    ],
)  # fmt: skip
def test_a_sentence_begins_with_a_statement(sentence: str, title: str, rest: str) -> None:
    assert lead_of(sentence) == (title, rest)


def test_a_statement_never_ends_inside_a_fact() -> None:
    amount = Text((Span("成交额为 "), Span("1，234", fact="m.gmv"), Span(" 万元，同比增长三成，创下历年新高。")))
    title, rest = lead(amount)
    assert (title.plain, title.facts, rest.plain) == ("成交额为 1，234 万元", ("m.gmv",), "同比增长三成，创下历年新高。")


def kept(*spans: Span | str) -> str:
    return without_pointers(Text(tuple(Span(each) if isinstance(each, str) else each for each in spans))).plain


def test_what_sends_a_reader_to_a_table_is_left_out() -> None:
    assert kept("逐项写明负责人，见", REF, "。") == "逐项写明负责人。"
    assert kept("来源并不重合，见", REF, "：种草占流量的一半。") == "来源并不重合：种草占流量的一半。"
    assert kept("五项总目标见", REF, "，七项模块指标见下一节。") == ""
    assert kept("确认后没有调整：五项总目标见", REF, "，七项模块指标见下一节。") == "确认后没有调整。"
    assert kept("三个动作起了主要作用：") == ""
    assert kept("日期与结果如下。") == ""


def test_a_pointer_with_a_figure_stays() -> None:
    assert kept("共 12 项，见", REF, "。") == "共 12 项。"
    assert kept("12 项见", REF, "。") == "12 项见表。"


def test_figures_are_facts_digits_and_stress_but_not_those_in_sight() -> None:
    fact = Text((Span("完成 "), Span("106.9%", fact="m.gmv")))
    assert has_figure(fact)
    assert not has_figure(fact, {"m.gmv"})
    assert has_figure(t("共 12 家"), {"m.gmv"})
    assert has_figure(t("先请人喝", bold=True))
    assert not has_figure(Text((Span("见"), REF)))


def test_stress_and_full_stop() -> None:
    assert [(span.text, span.bold) for span in stressed(t("两条线各有主推"), 3).spans] == [("两条线", True), ("各有主推", False)]
    assert full_stopped(t("先喝；")).plain == "先喝。"
    assert full_stopped(t("先喝")).plain == "先喝"


@given(st.text(alphabet="茶第二泡，。；：“”（）1 2.；见表！ab", max_size=60))
def test_nothing_is_lost_in_parting(words: str) -> None:
    parts = sentences(t(words))
    assert "".join("".join(part.plain.split()) for part in parts) == "".join(words.split())
    for part in parts:
        title, rest = lead(part)
        assert "".join((title.plain + rest.plain).split()) in "".join(part.plain.split()) or title.plain in part.plain
