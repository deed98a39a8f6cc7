from __future__ import annotations

from pathlib import Path

import pytest

from engine.model.blocks import Cards
from tests.support.content import built, built_with_findings


@pytest.mark.parametrize(
    ("written", "share"),
    [("77%", 0.77), ("0.5", 0.5), ('"{{ m.share_live }}"', 0.5), ("\"{{ m.gmv.share('渠道', '直播') }}\"", 0.5), ("0", 0.0), ("100%", 1.0)],
)
def test_share_is_a_figure_or_a_fact(written: str, share: float, tmp_path: Path) -> None:
    (cards,) = built(tmp_path, f"- points: [{{title: 甲, share: {written}}}]")
    assert isinstance(cards, Cards)
    assert cards.items[0].share == share


@pytest.mark.parametrize("written", ["120%", "-1", "一半", '"{{ m.gmv }}"', '"{{ m.share_live }} 左右"'])
def test_other_shares_are_refused(written: str, tmp_path: Path) -> None:
    _, findings = built_with_findings(tmp_path, f"- points: [{{title: 甲, share: {written}}}]")
    assert len(findings) == 1
    assert findings[0].startswith("13:40: YAML025 ")
    assert findings[0].endswith("is no share between 0 and 100%")


def test_unknown_metric_is_told_at_its_name(tmp_path: Path) -> None:
    _, findings = built_with_findings(tmp_path, "- callout: {title: 甲, status: gnv}")
    assert findings == ["13:41: FACT001 no metric 'gnv'"]
