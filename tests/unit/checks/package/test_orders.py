from __future__ import annotations

from engine.checks.package.orders import ORDERS
from engine.checks.package.places import A, C, P, W


def before(parent: str, first: str, second: str) -> bool:
    return ORDERS[parent][first][0] < ORDERS[parent][second][0]


def test_steps_follow_the_format() -> None:
    assert before(f"{A}rPr", f"{A}solidFill", f"{A}latin")
    assert before(f"{P}sldMaster", f"{P}clrMap", f"{P}sldLayoutIdLst")
    assert before(f"{C}ser", f"{C}cat", f"{C}val")
    assert before(f"{W}pPr", f"{W}pStyle", f"{W}jc")


def test_choices_are_one_step() -> None:
    assert ORDERS[f"{A}bodyPr"][f"{A}normAutofit"] == ORDERS[f"{A}bodyPr"][f"{A}spAutoFit"]


def test_a_child_stands_once_unless_it_may_be_repeated() -> None:
    assert ORDERS[f"{A}p"] == {
        f"{A}pPr": (0, False),
        f"{A}r": (1, True),
        f"{A}br": (1, True),
        f"{A}fld": (1, True),
        f"{A}endParaRPr": (2, False),
    }


def test_a_frame_holds_names_of_two_namespaces() -> None:
    assert before(f"{P}graphicFrame", f"{P}xfrm", f"{A}graphic")
