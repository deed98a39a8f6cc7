"""Reports built once for all integration tests of a worker."""

from __future__ import annotations

import pytest

from tests.support.builds import SAMPLE, Built, build_all
from tests.support.small_report import write_small_report


@pytest.fixture(scope="session")
def sample() -> Built:
    """The half-year of 禾间茶集, as `./dev demo` builds it."""
    return build_all(SAMPLE)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Four topics on awkward tables."""
    return build_all(write_small_report(tmp_path_factory.mktemp("small")))


@pytest.fixture(scope="session", params=["sample", "small"])
def built(request: pytest.FixtureRequest) -> Built:
    """Each of them."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Built)
    return found
