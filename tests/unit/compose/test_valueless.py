from __future__ import annotations

from pathlib import Path

from tests.support.content import TABLES, built_with_findings

FILES = {
    "data/weekly.csv": "周,渠道,GMV,费用\nW1,直播,100,0\nW2,直播,200,0\nW1,私域,300,0\n",
    "metrics.yaml": TABLES["metrics.yaml"]
    + """\
roi: {label: 投产比, table: weekly, value: sum(GMV) / sum(费用), target: 2}
roi2: {label: 稳妥的投产比, table: weekly, value: "sum(GMV) / nullif(sum(费用), 0)"}
share: {label: 份额, formula: gmv / cost}
""",
}


def found(root: Path, words: str) -> list[str]:
    _, findings = built_with_findings(root, f'- text: "{words}"', FILES)
    return findings


def test_a_number_over_zero_is_told_where_it_is_printed(tmp_path: Path) -> None:
    assert found(tmp_path, "投产 {{ m.roi }}") == [
        "13:19: FACT014 '投产比' has no value and is printed as '—': it is divided by zero",
    ]
    assert found(tmp_path, "{{ m.roi2 }}") == ["13:19: FACT014 '稳妥的投产比' has no value and is printed as '—': it is divided by zero"]
    assert len(found(tmp_path, "{{ m.gmv / m.cost }}")) == 1


def test_an_author_who_asks_first_is_told_nothing(tmp_path: Path) -> None:
    assert found(tmp_path, "{% if m.roi.value is not none %}{{ m.roi }}{% else %}没有费用{% endif %}") == []
    assert found(tmp_path, "{{ m.gmv }}") == []


def test_an_attainment_over_zero_is_what_tables_of_targets_show(tmp_path: Path) -> None:
    assert found(tmp_path, "{{ m.roi.attainment }}") == []
