from __future__ import annotations

from pathlib import Path

from engine.model.blocks import Paragraph
from tests.support.content import built, built_with_findings

CHART = "- chart: {kind: bar, title: 渠道成交, rows: [[甲, 1], [乙, 2]], series: [成交]}"


def test_a_reference_names_a_title(tmp_path: Path) -> None:
    table = "- table: {header: [a], rows: [[1]], caption: 明细}"
    blocks = built(tmp_path, f"- text: 见[图](#渠道 成交)与[表](#明细)。\n{CHART.replace('渠道', '渠道 ')}\n{table}")
    assert isinstance(blocks[0], Paragraph)
    assert [(span.text, span.ref, span.link) for span in blocks[0].text.spans] == [
        ("见", None, None),
        ("图", "渠道 成交", None),
        ("与", None, None),
        ("表", "明细", None),
        ("。", None, None),
    ]


def test_unknown_and_doubtful_titles_are_told(tmp_path: Path) -> None:
    _, findings = built_with_findings(tmp_path, f"- text: 见[图](#渠道成效)\n- text: 见[图](#渠道成交)\n{CHART}\n{CHART}")
    assert findings == [
        "13:19: YAML042 no chart or table is called '渠道成效'",
        "14:19: YAML042 2 things are called '渠道成交'",
    ]
