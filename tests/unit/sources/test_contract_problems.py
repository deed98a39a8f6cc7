from __future__ import annotations

import datetime as dt

from engine.base.diagnostics import Location, Phrase
from engine.model.tables import ColumnType
from engine.sources import contract_problems

CELL = Location("data/kpi.xlsx", 17, 3, cell="kpi.xlsx!目标!C17")


def test_a_breach_names_value_rule_and_mend() -> None:
    found = contract_problems.out_of_range("曝光", "-3", "min", "0", CELL)
    assert (str(found.where), found.message.zh) == ("kpi.xlsx!目标!C17", "「曝光」应不小于 0，得到 -3")
    assert found.hint == Phrase("改正单元格，或放宽约定的 min", "mend the cell, or widen min of the contract")


def test_a_mark_that_means_no_data_is_shown() -> None:
    assert contract_problems.cell_empty("曝光", "—", CELL).message.zh == "「曝光」必填，这里的“—”是没有数据"
    assert contract_problems.cell_empty("曝光", "", CELL).message.en == "曝光 is required, but empty here"


def test_the_nearest_of_the_allowed_values_is_offered() -> None:
    found = contract_problems.not_one_of("渠道", "抖因", ["抖音", "小红书"], CELL)
    assert found.message.en == "渠道 should be one of 抖音, 小红书; found '抖因'"
    many = contract_problems.not_one_of("渠道", "线下", [f"渠道{number}" for number in range(20)], CELL)
    assert many.message.en.count(",") == 8 and "…" in many.message.en


def test_dates_and_counts_are_told_as_people_write_them() -> None:
    assert (
        contract_problems.stale("周", dt.date(2025, 6, 2), dt.date(2025, 6, 30), CELL).message.zh
        == "「周」最新是 2025-06-02，应到 2025-06-30"
    )
    assert contract_problems.row_count(3, "max", 2, CELL).message.en == "there are 3 rows, there should be at most 2"


def test_why_nobody_can_tell_how_fresh_a_table_is() -> None:
    assert "没有日期列" in contract_problems.which_dates(None, [], CELL).message.zh
    assert "周、月" in contract_problems.which_dates(None, ["周", "月"], CELL).message.zh
    assert "「渠道」不是日期列" in contract_problems.which_dates("渠道", ["周"], CELL).message.zh


def test_settings_that_do_not_suit_a_column() -> None:
    assert contract_problems.unsuitable("min", "渠道", ColumnType.TEXT, CELL).message.zh == "「渠道」是文字列，约定的 min 对它没有意义"
    assert contract_problems.types_differ("a", "text", "number", CELL).message.en == "a is text under types and number in the contract"
