from __future__ import annotations

from pathlib import Path

import pytest

from engine.checks.skeleton import Number, Sentence, sentences
from tests.support.findings import reading


def parts(root: Path, sentence: str) -> list[Sentence]:
    read = reading(root, f"- text: '{sentence}'")
    (said,) = [said for said in read.texts if said.topic and said.plain not in {"乙", "丙"}]
    return list(sentences(said, read))


def numbers(root: Path, sentence: str) -> list[Number]:
    return [number for part in parts(root, sentence) for clause in part for number in clause.numbers]


def test_numbers_never_break_a_clause(tmp_path: Path) -> None:
    found = parts(tmp_path, "订单 {{ m.orders }}，成交 {{ m.gmv }}。问卷 1,204 份，完。")
    assert [[len(clause.numbers) for clause in part] for part in found] == [[1, 1], [1, 0]]


@pytest.mark.parametrize(
    ("expression", "aspect", "change"),
    [
        ("m.gmv", "actual", None),
        ("m.gmv.yoy", "yoy", 1),
        ("m.gmv.mom", "mom", -1),
        ("m.gmv.mom | abs", "mom", -1),
        ("m.rate - m.rate.previous", "moved", 1),
        ("m.rate.previous - m.rate", "moved", 1),
        ("m.rate.target - m.rate", "gap", -1),
        ("m.gmv - m.cac", "derived", None),
        ("m.gmv.deviation | wan", "deviation", -1),
    ],
)
def test_a_fact_tells_which_way_it_went(expression: str, aspect: str, change: int | None, tmp_path: Path) -> None:
    (number,) = numbers(tmp_path, f"数 {{{{ {expression} }}}}。")
    assert (number.aspect, number.change) == (aspect, change)


@pytest.mark.parametrize(
    ("words", "aspect", "raw", "change"),
    [
        ("完成率 96%", "attainment", 0.96, None),
        ("同比 +18.2%", "written", 0.182, 1),
        ("变化 −3%", "written", -0.03, -1),
        ("占 35%", "written", 0.35, None),
    ],
)
def test_typed_figures_are_numbers_too(words: str, aspect: str, raw: float, change: int | None, tmp_path: Path) -> None:
    (number,) = numbers(tmp_path, words)
    assert (number.aspect, number.raw, number.change, number.kpi) == (aspect, raw, change, None)


def test_a_part_belongs_to_no_whole(tmp_path: Path) -> None:
    whole, part = numbers(tmp_path, """{{ m.gmv }} 与 {{ m.gmv.by("项", "GMV") }}""")
    assert whole.kpi is not None and whole.kpi.id == "gmv"
    assert part.kpi is None and part.stem == "gmv[项=GMV]"
