from __future__ import annotations

from pathlib import Path

from tests.support.content import shown_blocks


def test_one_paragraph(tmp_path: Path) -> None:
    content = """
    - text: 一段 {{ m.gmv }}
    """
    assert shown_blocks(tmp_path, content) == [
        "Paragraph(text='一段 [gmv.actual: 600\\xa0元]')",
    ]


def test_several_paragraphs(tmp_path: Path) -> None:
    content = """
    - text: [甲, "**乙**"]
    """
    assert shown_blocks(tmp_path, content) == [
        "Paragraph(text='甲')",
        "Paragraph(text='**乙**')",
    ]
