from __future__ import annotations

from engine.base.diagnostics import Language
from engine.diff.difference import Difference
from engine.diff.fact_changes import FactChange
from engine.diff.told import MOST, as_markdown, told
from engine.model.outline import OutlineFact

SAID = """\
v1 → v2

KPIs (2)
  活动 GMV [gmv.actual]  200 元 → 250 元  (+25.0%)
  活动 GMV [gmv.attainment]  90.0% → 95.0%  (+5.0\u00a0pp)

other numbers (1)
  old.cell [old.cell]  7 → (none)

pages (3)
  + 1 新开篇
  ~ 1→2 目标
      − 成交 200 元
      + 成交 250 元
      甲_队 · 数: 1 → 2
  − 2 风险"""

MARKDOWN = """\
### v1 → v2

| 指标 | 之前 | 现在 | 变化 |
| --- | ---: | ---: | ---: |
| 活动 GMV actual | 200 元 | 250 元 | +25.0% |
| 活动 GMV attainment | 90.0% | 95.0% | +5.0\u00a0个百分点 |
| old.cell cell | 7 |  |  |

- **1 新开篇** · 新增

- **1→2 目标** · 有变化
  - − 成交 200 元
  - + 成交 250 元
  - 甲\\_队 · 数: 1 → 2

- **2 风险** · 删去
"""


def test_people_read_kpis_then_other_numbers_then_pages(mixed: Difference) -> None:
    assert told(mixed, Language.EN) == SAID


def test_a_pull_request_gets_a_table_and_a_list(mixed: Difference) -> None:
    assert as_markdown(mixed, Language.ZH) == MARKDOWN


def test_no_difference_is_said() -> None:
    assert told(Difference("a", "b", (), ()), Language.ZH) == "a → b\n没有差别"
    assert as_markdown(Difference("a", "b", (), ()), Language.EN) == "### a → b\n\nno difference\n"


def test_pages_that_cannot_be_compared_are_said() -> None:
    changed = FactChange(None, OutlineFact("a.actual", "a", "甲", "actual", "7", "", 7.0))
    said = told(Difference("a", "b", (changed,), None), Language.EN)
    assert said.splitlines()[-1] == "pages not compared: other formats, or facts only"


def test_a_long_list_ends_with_how_many_more() -> None:
    facts = tuple(FactChange(None, OutlineFact(f"x{number:03}", "", "", "cell", "7", "", 7.0)) for number in range(MOST + 5))
    assert told(Difference("a", "b", facts, ()), Language.EN).splitlines()[-1] == "  … and 5 more lines; --json has all"
    assert "… and 5 more lines" in as_markdown(Difference("a", "b", facts, ()), Language.EN)
