from __future__ import annotations

import gc

import pytest

from engine.base.garbage import search_put_off


@pytest.fixture(autouse=True)
def on() -> None:
    gc.enable()


def test_the_search_rests_and_goes_on() -> None:
    with search_put_off():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_a_fault_too() -> None:
    @search_put_off()
    def fail() -> None:
        raise ValueError("x")

    for _ in range(2):
        with pytest.raises(ValueError, match="x"):
            fail()
    assert gc.isenabled()


def test_who_had_it_off_keeps_it_off() -> None:
    gc.disable()
    with search_put_off():
        pass
    assert not gc.isenabled()
    gc.enable()
