from __future__ import annotations

import pytest

from engine.base.diagnostics import Location, Outcome
from engine.brand.yaml_file import YamlFile, read_yaml


def read(text: str) -> Outcome[YamlFile]:
    return read_yaml(text.encode(), file="themes/t.yaml", code="TMPL002")


def test_every_scalar_stays_the_text_that_was_typed() -> None:
    document = read("dark: 143450\nodd: 1E10\nyes: no\nnull: ~\nlist: [08, 1.50]\n").expect_clean()
    assert document.value == {"dark": "143450", "odd": "1E10", "yes": "no", "null": "~", "list": ["08", "1.50"]}


def test_places_of_values_and_keys() -> None:
    document = read("a:\n  b: [x, yy]\n").expect_clean()
    assert document.place("a", "b", 1) == Location("themes/t.yaml", 2, 10)
    assert document.keys["a", "b"] == Location("themes/t.yaml", 2, 3)
    assert document.place("a", "missing") == Location("themes/t.yaml", 2, 3)  # the nearest value around it


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a: 1\na: 2\n", "themes/t.yaml:2:1", "key 'a' is given twice"),
        ("a: &x 1\nb: *x\n", "themes/t.yaml:1:4", "anchors and aliases are not supported"),
        ("a: !!python/name:os.system x\n", "themes/t.yaml:1:4", "tags are not supported"),
        ("- 1\n", "themes/t.yaml:1:1", "expected one mapping at the top"),
        ("just words", "themes/t.yaml:1:1", "expected one mapping at the top"),
        ("a: 1\n---\nb: 2\n", "themes/t.yaml:2:1", "only one YAML document is allowed"),
        ("? [a]\n: 1\n", "themes/t.yaml:1:3", "a key must be text"),
        ("a: " + "[" * 40, "themes/t.yaml:1:20", "nested too deeply"),
        ("a: [1\nb: 2\n", "themes/t.yaml:2:2", "not valid YAML: did not find expected ',' or ']'"),
    ],
)
def test_refusals(text: str, place: str, message: str) -> None:
    outcome = read(text)
    assert outcome.value is None
    assert [(str(d.where), d.code, d.message.en) for d in outcome.diagnostics] == [(place, "TMPL002", message)]


def test_deep_nesting_never_reaches_the_stack() -> None:
    assert read("a: " + "[" * 100_000).has_errors


def test_files_that_are_no_text_or_too_large() -> None:
    assert read_yaml(b"a: \xd6\xd0", file="t", code="TMPL004").diagnostics[0].message.zh == "文件不是 UTF-8 编码"
    assert read_yaml(b"a" * 300_000, file="t", code="TMPL004").diagnostics[0].message.en == "the file is larger than 256 KiB"


def test_an_empty_file_is_an_empty_mapping() -> None:
    assert read("# nothing yet\n").expect_clean().value == {}


def test_a_tab_is_told_from_other_mistakes() -> None:
    told = read("a:\n\tb: 1\n").diagnostics[0]
    assert told.hint is not None and told.hint.en == "indent with spaces, not with tabs"
