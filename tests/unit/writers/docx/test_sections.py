from __future__ import annotations

from engine.writers.docx.sections import Chapter, Sections
from tests.support.paper_sample import harbor


def test_pages_are_counted_from_one_where_the_body_begins_and_nowhere_else() -> None:
    sections = Sections(harbor())
    body = [sections.end(role, Chapter("一、", "甲")) for role in ("cover", "contents", "body", "landscape", "body")]
    assert ["w:start" in one for one in body] == [False, False, True, False, False]
    assert ["lowerRoman" in one for one in body] == [True, True, False, False, False]
    assert 'w:orient="landscape"' in body[3]
    assert "Reference" not in body[0]


def test_each_chapter_has_a_header_and_all_share_the_footer() -> None:
    sections = Sections(harbor())
    for chapter in (Chapter("一、", "甲"), Chapter("二、", "乙"), Chapter("二、", "乙")):
        sections.end("body", chapter)
    assert [(part.relation, part.running.tag, part.chapter.title) for part in sections.parts] == [
        ("rIdRunning1", "header", "甲"),
        ("rIdRunning2", "footer", ""),
        ("rIdRunning3", "header", "乙"),
    ]


def test_a_header_that_names_no_chapter_is_made_once() -> None:
    sections = Sections(harbor(), frozenset())
    for chapter in (Chapter("一、", "甲"), Chapter("二、", "乙")):
        sections.end("body", chapter)
    assert [(part.running.tag, part.chapter.title) for part in sections.parts] == [("header", ""), ("footer", "")]
