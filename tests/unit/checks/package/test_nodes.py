from __future__ import annotations

import pytest

from engine.checks.package.nodes import WATCHED, nodes
from engine.checks.package.places import A, P
from engine.probe.package import Package
from tests.support.package_seeds import TABLE, sound


def test_elements_come_with_their_part_by_tag() -> None:
    found = [(part, str(node.tag)) for part, node in nodes(Package(sound("deck")), (".slide+xml",), f"{A}gridCol", f"{A}tbl")]
    assert found == [(TABLE, f"{A}gridCol")] * 3 + [(TABLE, f"{A}tbl")]


def test_a_tag_that_nobody_watches_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        next(nodes(Package(sound("deck")), (".slide+xml",), f"{P}strange"))


def test_each_tag_is_watched_once() -> None:
    assert len(set(WATCHED)) == len(WATCHED)
