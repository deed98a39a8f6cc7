from __future__ import annotations

from engine.base.diagnostics import Findings
from engine.compose.jinja import Templates
from engine.compose.render_tree import rendered
from engine.load.locate import descend, plain
from tests.support.content import told, tree

TEMPLATES = Templates({})


def test_every_text_is_rendered_in_its_place() -> None:
    node = tree("a: ['{{ x }} 元', 3, true]\nb: {c: 不变}\n")
    findings = Findings()
    result = rendered(node, TEMPLATES, {"x": 5}, findings)
    assert plain(result) == {"a": ["5 元", 3, True], "b": {"c": "不变"}}
    assert str(descend(result, ("a", 0)).where) == "t.yaml:1:5"
    assert findings.items == []


def test_keys_are_no_templates() -> None:
    assert plain(rendered(tree("'{{ x }}': 1"), TEMPLATES, {"x": 5}, Findings())) == {"{{ x }}": 1}


def test_a_failed_text_is_marked_and_all_are_told() -> None:
    findings = Findings()
    result = rendered(tree("a: '{{ y }}'\nb: '{{ z }}'"), TEMPLATES, {}, findings)
    assert plain(result) == {"a": "…", "b": "…"}
    assert told(findings) == ["t.yaml:1:8: YAML030 there is no 'y'", "t.yaml:2:8: YAML030 there is no 'z'"]
