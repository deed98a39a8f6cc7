from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.base.diagnostics import sorted_diagnostics
from engine.load import yaml_reader
from engine.load.locate import plain
from engine.load.text_file import clean_text
from engine.load.yaml_reader import read_yaml
from tests.support.content import told


def findings(text: str) -> list[str]:
    source = clean_text("report.yaml", text)
    assert source.value is not None
    return told((*source.diagnostics, *read_yaml(source.value).diagnostics))


def test_columns_count_code_points() -> None:
    assert findings("标题: {一: 1, 一: 2}") == ["1:12: YAML006 key '一' is used twice, first in line 1"]


def test_reading_goes_on_behind_a_mended_line() -> None:
    source = clean_text("report.yaml", "a: Q3: x\nb：2\nc: {{ y }}，z\nd: **粗**\ne: 5\n").expect_clean()
    outcome = read_yaml(source)
    assert outcome.value is not None
    assert plain(outcome.value) == {"a": "Q3: x", "b": 2, "c": "{{ y }}，z", "d": "**粗**", "e": 5}
    assert [item.code for item in sorted_diagnostics(outcome.diagnostics)] == ["YAML005", "YAML002", "YAML004", "YAML007"]


def test_duplicate_keeps_the_first_value() -> None:
    outcome = read_yaml(clean_text("report.yaml", "a: 1\na: 2\n").expect_clean())
    assert outcome.value is not None
    assert plain(outcome.value) == {"a": 1}


def test_node_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reader, "MAX_NODES", 10)
    assert findings("a: [1, 2, 3, 4, 5, 6, 7, 8, 9]") == ["1:26: YAML011 more than 10 nodes"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_nesting_is_refused_at_once(opening: str) -> None:
    """libyaml's own composer would crash the process here."""
    started = time.perf_counter()
    assert findings(opening * 200_000)[-1] == f"1:{64 * len(opening) + 1}: YAML011 nested deeper than 64 levels"
    assert time.perf_counter() - started < 5


def test_aliases_are_refused_without_being_expanded() -> None:
    levels = "".join(f"a{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 9)}]\n" for n in range(1, 9))
    assert {line.split(" ")[1] for line in findings(f"a0: &x0 [1]\n{levels}")} == {"YAML007"}


@given(st.text(alphabet="ab：: -[]{}#&*!|>'\"%@`\n\t{}，一?,", max_size=60))
@example("? [a]: b")
@example("{{{{")
@example("- - - :")
def test_no_text_is_a_traceback(text: str) -> None:
    source = clean_text("report.yaml", text).value
    assert source is not None
    outcome = read_yaml(source)
    assert outcome.value is not None or outcome.has_errors


def test_a_line_is_mended_once() -> None:
    """Quoting a line again and again would double its quotes each time."""
    line = "a: 'b' c: {{ d }} 'e' : f\n"
    assert findings(line * 3 + "  - x: y: z\n")


@given(
    st.lists(st.sampled_from(["a: ", "{{ x }}", "'", '"', ": ", "b", "[", "]", "{", "}", ",", "\n", "  ", "- ", "：", "*"]), max_size=40)
)
def test_no_mixture_of_marks_takes_long(parts: list[str]) -> None:
    source = clean_text("report.yaml", "".join(parts)).expect_clean()
    outcome = read_yaml(source)
    assert sum(len(item.message.en) for item in outcome.diagnostics) < 100_000
