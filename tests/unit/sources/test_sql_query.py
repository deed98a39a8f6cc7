from __future__ import annotations

import sys

import pytest

from engine.base.errors import EnvironmentFault
from tests.unit.sources.conftest import Bench


def test_without_sqlalchemy_the_mend_is_told(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "engine.sources.sql_reader", raising=False)
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    with pytest.raises(EnvironmentFault) as caught:
        bench.table(url_env="WAREHOUSE_URL", query="SELECT 1")
    assert caught.value.exit_code == 3
    assert caught.value.message.zh == "没有安装 SQLAlchemy，不能查询数据库"
    assert caught.value.hint is not None and 'pip install "debrief[sql]"' in caught.value.hint.en
