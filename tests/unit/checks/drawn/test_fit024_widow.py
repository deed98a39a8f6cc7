from __future__ import annotations

from engine.checks.drawn.fit024_widow import CHECK
from engine.probe.drawn import DrawnFile
from tests.support.shown import told


def test_the_paragraph_is_quoted() -> None:
    assert told(CHECK, DrawnFile("docx", loose=("上半年围绕会员经营展开了三项工作，分别是",))) == [
        "plan.file FIT024 the paragraph “上半年围绕会员经营展开了三项工作…” may leave a line alone on a page"
    ]


def test_none_is_no_finding() -> None:
    assert told(CHECK, DrawnFile("docx")) == []
