from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest

from engine.base.records import replace
from engine.metrics.scorecard_columns import SYNONYMS, Layout, Role, header_place, layout_of, role_of, understood
from engine.metrics.scorecard_schema import ScorecardSchema
from engine.model.tables import Cell, DataTable
from tests.support.review import AT, table

CARD = ScorecardSchema(table="kpi")


def sheet(*headers: str) -> DataTable:
    columns: dict[str, Sequence[Cell]] = {header: ["x"] for header in headers}
    return replace(table("kpi", columns, sheet="目标"), header=2)


def told(card: ScorecardSchema, *headers: str) -> list[str]:
    found = layout_of(card, sheet(*headers), AT)
    assert not isinstance(found, Layout)
    return [f"{error.at}: {error.code} {error.message.zh} | {error.hint.zh if error.hint else ''}" for error in found]


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("指标", Role.LABEL),
        ("KPI 名称", Role.LABEL),
        ("目标值", Role.TARGET),
        ("2025年目标", Role.TARGET),
        ("上半年目标（H1）", Role.TARGET),
        ("实际值", Role.ACTUAL),
        ("Actual", Role.ACTUAL),
        ("上半年/完成值", Role.ACTUAL),
        ("去年同期", Role.PREVIOUS),
        ("上期", Role.LAST),
        ("上季度", Role.LAST),
        ("单位", Role.UNIT),
        ("负责人", Role.OWNER),
        ("数据来源", Role.SOURCE),
        ("口径", Role.DEFINITION),
        ("权重(%)", None),
        ("目标（万元）", None),  # cells of such a column are ten thousand times too small
        ("完成率", None),
        ("备注", None),
        ("", None),
    ],
)
def test_what_a_header_says(header: str, role: Role | None) -> None:
    assert role_of(header) is role


def test_each_word_belongs_to_one_role() -> None:
    counts = Counter(word for words in SYNONYMS.values() for word in words)
    assert [word for word, count in counts.items() if count > 1] == []
    assert all(role_of(word) is role for role, words in SYNONYMS.items() for word in words)


def test_columns_are_found_and_the_author_is_told_which() -> None:
    table_ = sheet("指标名称", "年度目标", "完成值", "备注")
    layout = layout_of(CARD, table_, AT)
    assert isinstance(layout, Layout)
    assert {role: column.name for role, column in layout.columns.items()} == {
        Role.LABEL: "指标名称",
        Role.TARGET: "年度目标",
        Role.ACTUAL: "完成值",
    }
    (note,) = understood(CARD, layout, table_, AT)
    assert (note.code, str(note.where)) == ("FACT017", "kpi.xlsx!目标!2:2")
    assert note.message.zh == "计分卡“kpi”按表头理解：指标←A「指标名称」，实际←C「完成值」，目标←B「年度目标」；编号取自指标名"


def test_a_card_mapped_by_its_author_needs_no_note() -> None:
    card = ScorecardSchema(table="kpi", label="指标", actual="实际")
    table_ = sheet("指标", "实际")
    layout = layout_of(card, table_, AT)
    assert isinstance(layout, Layout) and layout.read == ()
    assert list(understood(card, layout, table_, AT)) == []


def test_missing_and_ambiguous_headers_name_the_header_row_and_the_candidates() -> None:
    assert told(CARD, "指标", "目标", "全年目标", "实际（万元）") == [
        "kpi.xlsx!目标!2:2: FACT015 表头里没有“实际”这一列，现有：指标、目标、全年目标、实际（万元） | 是不是“实际（万元）”？写 actual: 实际（万元）",
        "kpi.xlsx!目标!2:2: FACT015 表头里有几列都像“目标”：B「目标」、C「全年目标」 | 写明用哪一列：target: 目标",
    ]
    assert told(CARD, "甲", "乙") == [
        "kpi.xlsx!目标!2:2: FACT015 表头里没有“指标”这一列，现有：甲、乙 | 列名写成 指标、kpi、指标名称、指标名，或写 label: 列名",
        "kpi.xlsx!目标!2:2: FACT015 表头里没有“实际”这一列，现有：甲、乙 | 列名写成 实际、实际值、完成值、实际完成，或写 actual: 列名",
    ]


def test_a_mapped_column_is_no_candidate_for_another_role() -> None:
    layout = layout_of(ScorecardSchema(table="kpi", previous="上期"), sheet("指标", "实际", "上期"), AT)
    assert isinstance(layout, Layout)
    assert (layout.name(Role.PREVIOUS), layout.name(Role.LAST)) == ("上期", None)


def test_a_table_whose_columns_have_names_of_themselves_has_no_header_row() -> None:
    assert header_place(replace(sheet("指标"), header=0), AT) == AT
