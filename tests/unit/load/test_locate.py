from __future__ import annotations

from engine.load.locate import LocatedList, LocatedMap, MapNode, ScalarNode, SeqNode, descend, node_of, plain
from engine.load.prose import Prose
from tests.support.content import tree

NODE = tree("a: [1, {b: 二}]\nc: true\n")


def test_plain_gives_values_with_their_places() -> None:
    value = plain(NODE)
    assert value == {"a": [1, {"b": "二"}], "c": True}
    assert isinstance(value, LocatedMap)
    assert isinstance(value["a"], LocatedList)
    assert str(value["a"].where) == "t.yaml:1:4"
    assert str(value["a"][1]["b"].where) == "t.yaml:1:12"


def test_a_value_leads_back_to_its_node() -> None:
    value = plain(NODE)
    assert node_of(value) is NODE
    assert node_of(value["a"]) is descend(NODE, ("a",))
    assert node_of(value["a"][0]) == ScalarNode(1, value["a"][0].written)
    assert node_of(value["a"][1]["b"]) == ScalarNode("二", Prose("二"))
    assert node_of(value["c"]) is None


def test_descend_stops_at_the_deepest_node_and_passes_over_strange_steps() -> None:
    assert str(descend(NODE, ("a", 1, "b")).where) == "t.yaml:1:12"
    assert str(descend(NODE, ("a", "Model", 1, "x", "b")).where) == "t.yaml:1:12"
    assert isinstance(descend(NODE, ("a", 7)), SeqNode)


def test_keys_have_places() -> None:
    assert isinstance(NODE, MapNode)
    assert NODE.keys == ("a", "c")
    key = NODE.key("c")
    assert key is not None
    assert str(key.where) == "t.yaml:2:1"
    assert NODE.key("x") is None
    assert NODE.get("x") is None
