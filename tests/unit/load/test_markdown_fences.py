from __future__ import annotations

from engine.base.diagnostics import Findings
from engine.load.markdown_fences import attributes, read_fence
from tests.support.markdown import blocks, findings, nodes


def test_a_fence_is_a_block_with_its_yaml() -> None:
    assert blocks("```chart\nkind: bar\ntitle: 渠道\n```\n\n~~~kpis\n[a, b]\n~~~\n") == [
        {"chart": {"kind": "bar", "title": "渠道"}},
        {"kpis": ["a", "b"]},
    ]


def test_an_indented_fence_and_an_empty_one() -> None:
    assert blocks("   ```chart\n   kind: bar\n   ```\n\n```pagebreak\n```\n") == [{"chart": {"kind": "bar"}}, {"pagebreak": True}]
    assert blocks("```kpis\n# nothing\n```\n") == [{"kpis": None}]


def test_mistakes_inside_the_yaml_stand_at_their_lines() -> None:
    assert findings("# 甲\n\n## 乙\n\n```chart\nkind: bar\ntitle：渠道\nunit: a: b\n```\n") == [
        "7:6: YAML002 a full-width colon stands here",
        "8:8: YAML005 a text that holds a colon and a space needs quotes",
    ]


def test_mistakes_of_fences() -> None:
    assert findings("# 甲\n## 乙\n```\nx\n```\n```chart 渠道\na: 1\n```\n```kpis\n[a, b]\n") == [
        "3:1: YAML053 the fence does not name its block",
        "6:4: YAML053 a fence has the name of its block only",
        "9:1: YAML053 the fence ```kpis never ends",
    ]


def test_attributes_are_a_mapping() -> None:
    source, (node,) = nodes("```topic\n- a\n```\n")
    said = Findings()
    fence = read_fence(node, source, said)
    assert fence is not None
    assert attributes(fence, said) is None
    assert [(item.code, item.where.line, item.message.en) for item in said] == [("YAML053", 2, "a ```topic fence holds key: value")]
