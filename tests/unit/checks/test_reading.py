from __future__ import annotations

from pathlib import Path

from engine.model.evidence import Duty, Kpi
from tests.support.findings import reading


def test_a_report_is_read_once(tmp_path: Path) -> None:
    read = reading(tmp_path, "- text: 成交额 {{ m.gmv }}，好评率 98.6%。\n- plan:\n    - {action: 改版, owner: 陈立, due: 8/31}")
    assert [figure.typed.shown for figure in read.figures] == ["98.6%"]
    assert read.facts["gmv.actual"].metric == "gmv"
    assert list(read.kpis) == ["gmv", "orders", "cac", "newcomers", "rate"]
    assert [duty.owner.plain for duty in read.evidence(Duty)] == ["陈立"]
    assert len(list(read.evidence(Kpi))) == 5


def test_a_word_has_its_place_and_else_that_of_its_text(tmp_path: Path) -> None:
    read = reading(tmp_path, "- text: 成交额 {{ m.gmv }}，好评。")
    said = next(said for said in read.texts if "好评" in said.plain)
    assert str(read.place(said.text, "好评")) == "content/r/report.yaml:13:35"
    assert read.place(said.text, "没有") == said.text.where
