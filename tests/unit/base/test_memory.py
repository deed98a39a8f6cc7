from __future__ import annotations

import errno

import pytest

from engine.base.memory import is_out_of_memory, out_of_memory


@pytest.mark.parametrize(
    "trouble",
    [
        MemoryError(),
        OSError(errno.ENOMEM, "Cannot allocate memory"),
        ImportError("libpango.so: failed to map segment from shared object"),
        OSError("libharfbuzz.so: cannot allocate memory in static TLS block"),
    ],
)
def test_every_way_of_saying_it_is_known(trouble: Exception) -> None:
    assert is_out_of_memory(trouble)


def test_what_it_led_to_counts_too() -> None:
    later = ValueError("no fonts")
    later.__cause__ = MemoryError()
    assert is_out_of_memory(later)


@pytest.mark.parametrize("trouble", [ValueError("x"), OSError(errno.ENOSPC, "full"), ImportError("No module named x")])
def test_other_trouble_is_something_else(trouble: Exception) -> None:
    assert not is_out_of_memory(trouble)


def test_it_is_trouble_of_the_environment_with_a_mend() -> None:
    fault = out_of_memory()
    assert fault.exit_code == 3
    assert fault.hint is not None and "ulimit -v" in fault.hint.zh
