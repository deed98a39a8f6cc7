"""What is told when there is no cluster; tests/integration/test_cluster.py has a real one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from engine.base.errors import EnvironmentFault, UsageError
from engine.cluster.cluster import Cluster
from tests.support.mini_report import put_report
from tests.unit.cli.conftest import Debrief, debrief

__all__ = ["debrief"]


@pytest.mark.parametrize("address", ["dask", "dask://", "dask://host", "dask://:8786", "tcp://host:8786", "dask://host:port"])
def test_an_address_is_a_host_and_a_port(address: str) -> None:
    with pytest.raises(UsageError) as told:
        Cluster(address)
    assert told.value.message.en == f"--executor cannot be {address!r}"


def test_a_scheduler_that_does_not_answer_is_told_in_time() -> None:
    with pytest.raises(EnvironmentFault) as told:
        Cluster("dask://127.0.0.1:9", patience=0.3)
    assert told.value.message.en == "dask://127.0.0.1:9 did not answer within 0.3 s"


def test_without_its_library_the_mend_is_told(tmp_path: Path, debrief: Debrief, monkeypatch: pytest.MonkeyPatch) -> None:
    put_report(tmp_path / "content" / "a")
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.delitem(sys.modules, "engine.cluster.cluster")
    said = debrief("build", "--executor", "dask://127.0.0.1:9")
    assert (said.code, said.err.splitlines()) == (
        3,
        ["error: distributed is not installed: no cluster can be used", '  = hint: pip install "debrief[cluster]"'],
    )
    assert not (tmp_path / "out").exists()
