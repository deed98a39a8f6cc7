from __future__ import annotations

import platform

from engine.cluster.kit import PARTS, differences, kit


def test_a_kit_says_all_that_decides_the_bytes() -> None:
    assert list(kit()) == list(PARTS)
    assert kit()["python"] == platform.python_version()
    assert all(kit().values())


def test_equal_kits_do_not_differ() -> None:
    assert differences(kit(), dict(kit())) == ()


def test_each_part_that_differs_is_named() -> None:
    assert differences(kit(), {**kit(), "python": "3.9.0", "fonts": "-"}) == ("python", "fonts")
    assert differences(kit(), {}) == tuple(PARTS)
