from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from engine.sources.contract_spec import ColumnContract, DataContract


def test_a_type_alone_is_enough() -> None:
    contract = DataContract.model_validate({"columns": {"渠道": "text", "曝光": {"type": "number", "min": 0}}})
    assert contract.columns == {"渠道": ColumnContract(type="text"), "曝光": ColumnContract(type="number", min=0)}
    assert (contract.severity, contract.required, contract.rows) == ("error", (), None)


def test_a_day_is_a_date_or_the_end_of_the_period() -> None:
    assert DataContract(fresh_until="period_end").fresh_until == "period_end"
    assert DataContract(fresh_until="2025-06-30").fresh_until == "2025-06-30"


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ({"columns": {"a": {"typ": "text"}}}, "Extra inputs"),
        ({"columns": {"a": "money"}}, "Input should be 'text'"),
        ({"fresh_until": "yesterday"}, "say period_end or a date such as 2025-06-30"),
        ({"fresh_by": "周"}, "fresh_by goes with fresh_until"),
        ({"rows": {"min": 5, "max": 1}}, "min is greater than max"),
        ({"rows": {"min": -1}}, "greater than or equal to 0"),
        ({"severity": "info"}, "'error' or 'warn'"),
    ],
)
def test_mistakes(entry: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError) as caught:
        DataContract.model_validate(entry)
    assert message in str(caught.value)
