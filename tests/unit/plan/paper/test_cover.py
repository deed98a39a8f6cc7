from __future__ import annotations

from dataclasses import replace

from engine.base.diagnostics import Findings
from engine.base.units import inch
from engine.model.blocks import Stat
from engine.model.deck import Shape, TextBox
from engine.model.report import Skyline
from engine.plan.paper.art.definition import DEFAULT_HEIGHTS
from engine.plan.paper.cover import cover_of, draw_cover
from engine.plan.paper.cover_places import cover_places
from tests.support.papers import canvas, frame, sheet
from tests.support.planning import AT, report, t, topic


def drawn(cover_report: object = None) -> list[object]:
    whole = report(topic()) if cover_report is None else cover_report
    page = canvas()
    draw_cover(cover_of(whole), frame(), page, Findings(), AT)  # type: ignore[arg-type]
    return list(page.elements)


def test_a_cover_knows_period_author_and_date() -> None:
    facts = cover_of(report(topic())).facts
    assert [(fact.label.plain, fact.value.plain) for fact in facts] == [
        ("报告期间", "2025 年上半年"),
        ("编制人", "林晓"),
        ("编制日期", "2025 年 7 月 8 日"),
        ("密级", "内部资料"),
    ]


def test_what_the_author_says_comes_first() -> None:
    given = tuple(Stat(t(f"事项{n}"), t(f"内容{n}")) for n in range(3))
    facts = cover_of(replace(report(topic()), agenda_facts=given)).facts
    assert [fact.label.plain for fact in facts] == ["事项0", "事项1", "事项2", "编制人", "编制日期"]


def test_without_a_series_the_skyline_labels_nothing() -> None:
    elements = drawn()
    assert sum(1 for each in elements if isinstance(each, Shape) and each.name.startswith("page-1/sky")) == len(DEFAULT_HEIGHTS)
    assert not any(isinstance(each, TextBox) and "peak" in each.name for each in elements)


def test_the_peak_stands_on_the_horizon_and_is_named() -> None:
    skyline = Skyline((1.0, 4.0, 2.0), 1, t("4 万元"), t("当周"), (2,), t("三周"))
    elements = drawn(replace(report(topic()), skyline=skyline))
    bars = [each for each in elements if isinstance(each, Shape) and each.name.startswith("page-1/sky")]
    assert abs(bars[1].frame.bottom - inch(7.46)) < 10
    assert bars[1].frame.height == inch(2.55)
    words = [each.plain for each in elements if isinstance(each, TextBox)]
    assert {"4 万元", "当周", "三周"} <= set(words)


def test_a_title_that_never_ends_is_an_error() -> None:
    findings = Findings()
    whole = report(topic())
    draw_cover(cover_of(replace(whole, meta=replace(whole.meta, title="很长" * 80))), frame(), canvas(), findings, AT)
    assert [finding.code for finding in findings] == ["FIT001"]


def test_a_light_cover_leaves_the_page_to_the_company() -> None:
    page, skyline = canvas(), Skyline((1.0, 4.0, 2.0), 1, t("4 万元"), t("当周"), (2,), t("三周"))
    draw_cover(cover_of(replace(report(topic()), skyline=skyline)), frame(), page, Findings(), AT, cover_places(frame(), light=True))
    shapes = {each.name: each for each in page.elements if isinstance(each, Shape)}
    assert "page-1/ground" not in shapes
    assert [shapes[f"page-1/sky{tail}"].fill for tail in ("", "-2", "-3")] == [
        sheet().color(token) for token in ("p200", "primary", "p400")
    ]
    assert shapes["page-1/sky"].frame.x > frame().body.x


def test_on_a_cover_of_the_companys_own_no_motif_is_drawn() -> None:
    page = canvas()
    draw_cover(cover_of(report(topic())), frame(), page, Findings(), AT, cover_places(frame(), light=True, own=True))
    names = {element.name.partition("/")[2].partition("-")[0] for element in page.elements}
    assert {"title", "fact"} <= names and not names & {"bar", "sky", "dash", "reflection", "horizon", "ground"}
