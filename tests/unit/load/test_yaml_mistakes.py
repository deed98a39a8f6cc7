from __future__ import annotations

import pytest
import yaml

from engine.load.text_file import clean_text
from engine.load.yaml_mistakes import Explained, explain
from tests.support.content import told


def explained(text: str) -> Explained:
    source = clean_text("report.yaml", text).expect_clean()
    with pytest.raises(yaml.MarkedYAMLError) as trouble:
        list(yaml.parse(text, Loader=yaml.CSafeLoader))
    return explain(trouble.value, source, source)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("a：1\nb: 2", "a: 1\nb: 2"),
        ("a: x: y", "a: 'x: y'"),
        ("a: {{ x }}，y", "a: '{{ x }}，y'"),
        ("- a: *b*", "- a: '*b*'"),
        ("- @b", "- '@b'"),
        ("a: {b: 成交 {{ m.x }} 元, c: 1}", "a: {b: '成交 {{ m.x }} 元', c: 1}"),
        ("a: [x, 成交 {{ m.x }}]", "a: [x, '成交 {{ m.x }}']"),
        ("a: {b: 甲 {{ m.x }}、{{ m.y }}}", "a: {b: '甲 {{ m.x }}、{{ m.y }}'}"),
        ('a: "x" y\'s', "a: '\"x\" y''s'"),
        ("a:b\nc: d", "a: b\nc: d"),
    ],
)
def test_a_line_that_is_understood_is_mended(text: str, mended: str) -> None:
    result = explained(text)
    assert result.mended is not None
    assert result.mended.text == mended
    assert len(result.diagnostics) == 1


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("a: 'x", "1:4: YAML001 a quote is never closed"),
        ("a: [1\nb: 2", "2:2: YAML001 a [ is never closed, or a comma is missing"),
        ("a: {b: 1\nc: 2", "2:2: YAML001 a { is never closed, or a comma is missing"),
        ("- a\nb: 1", "2:1: YAML001 a line without “- ” stands in a list"),
        ("a: - b", "1:4: YAML001 a list begins on a line of its own"),
        ("a: > b", "1:6: YAML001 a line break must follow | or >"),
        ('a: "b\\q"', "1:6: YAML001 unknown backslash escape inside double quotes"),
        ("a: b\n c: d", "2:3: YAML001 the indentation is wrong, or a “: ” is missing above"),
        ("a:\n\tb: 1\n  \tc: 2", "2:1: YAML003 indented with a tab"),
    ],
)
def test_other_mistakes_end_the_reading(text: str, finding: str) -> None:
    result = explained(text)
    assert result.mended is None
    assert told(result.diagnostics)[0] == finding
