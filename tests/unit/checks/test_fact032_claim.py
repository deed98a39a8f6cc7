from __future__ import annotations

from pathlib import Path

from engine.checks.fact032_claim import DEFINITION
from tests.support.findings import found, reading


def test_a_contradiction_is_found_at_the_word(tmp_path: Path) -> None:
    read = reading(tmp_path, "- text: 成交额完成 {{ m.gmv.attainment }}，超额完成。\n- text: 订单量同比增长 {{ m.orders.yoy }}。")
    assert found("FACT032", read) == [
        "13:48 '超额完成' contradicts 96.0% beside it: the data say the target is not met",
        "14:24 '增长' contradicts \u22123.0% beside it: it is a fall",
    ]


def test_titles_and_notes_are_read_as_well(tmp_path: Path) -> None:
    read = reading(tmp_path, '- points:\n    - {title: "成交额 {{ m.gmv }}，达成目标", body: 好}')
    assert found("FACT032", read) == ["14:42 '达成' contradicts 9,600\u00a0万元 beside it: the data say the target is not met"]


def test_the_message_is_in_both_languages_with_a_mend(tmp_path: Path) -> None:
    (finding,) = DEFINITION.run(reading(tmp_path, "- text: 转化率 {{ m.rate }}，高于目标。"))
    assert finding.message.zh == "“高于目标”与旁边的 3.2% 不符：数据低于目标"
    assert finding.hint and "verdict" in finding.hint.zh
