from __future__ import annotations

from engine.base.diagnostics import Findings
from engine.load.markdown_tables import behind, read_table
from engine.load.prose import Prose
from tests.support.markdown import blocks, findings, nodes

TABLE = """\
表：核心指标
| 指标 | 实际 |
|:-----|-----:|
| 销量 | {{ m.units | wan }} |
| 甲\\|乙 | |
注：按支付口径
来源：交易中台
"""


def test_a_table_with_its_caption_note_and_source() -> None:
    assert blocks(TABLE) == [
        {
            "table": {
                "header": ["指标", "实际"],
                "rows": [["销量", "{{ m.units | wan }}"], ["甲|乙", ""]],
                "align": ["left", "right"],
                "caption": "核心指标",
                "note": "按支付口径",
                "source": "交易中台",
            }
        }
    ]


def test_caption_and_note_may_stand_apart_and_other_text_is_a_paragraph() -> None:
    found = blocks("Table: Key figures\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nNote: as paid\n\n后文\n\n注：与表格无关\n")
    assert found == [
        {"table": {"header": ["a", "b"], "rows": [["1", "2"]], "caption": "Key figures", "note": "as paid"}},
        {"text": "后文"},
        {"text": "注：与表格无关"},
    ]


def test_a_caption_without_a_table_is_a_paragraph() -> None:
    assert blocks("表：没有表格\n\n正文\n") == [{"text": "表：没有表格"}, {"text": "正文"}]


def test_cells_know_their_places() -> None:
    source, (node,) = nodes("| 甲 | 乙乙 |\n|---|---|\n| 一 |  二 |\n")
    findings_ = Findings()
    table = read_table(node, source, findings_)
    assert [str(cell.where) for cell in (*table.header, *table.rows[0])] == ["a.md:1:3", "a.md:1:7", "a.md:3:3", "a.md:3:8"]
    assert not findings_.items


def test_mistakes_in_tables() -> None:
    assert findings("# 甲\n## 乙\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 1 |\n后文\n") == [
        "5:1: YAML057 this row has 3 cells, the header 2",
        "6:1: YAML057 this row has 1 cells, the header 2",
        "7:1: YAML057 text follows the table without an empty line",
    ]
    assert findings("# 甲\n## 乙\n| a | <b>x</b> |\n|---|---|\n") == [
        "3:1: YAML057 the table has no row",
        "3:7: YAML051 '<b>' is HTML, which is not read",
        "3:11: YAML051 '</b>' is HTML, which is not read",
    ]


def test_the_end_of_a_text_keeps_its_place() -> None:
    source, _ = nodes("来源：交易中台\n")
    rest = behind(source.paragraph("来源：交易中台", 0), 3)
    assert (rest, str(rest.where), str(rest.at(2))) == ("交易中台", "a.md:1:4", "a.md:1:6")
    assert behind(Prose("来源：甲"), 3) == "甲"
