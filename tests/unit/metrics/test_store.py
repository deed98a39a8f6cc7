from __future__ import annotations

import pytest

from engine.metrics.marks import unmarked
from engine.metrics.problems import FactError
from tests.support.review import AT, DEFINITIONS, NB, metrics


def test_m_offers_metrics_by_name() -> None:
    m = metrics().namespace()
    assert unmarked(str(m.gmv)) == unmarked(str(m["gmv"])) == f"12,840{NB}万元"
    assert "gmv" in m and "gmw" not in m
    assert next(iter(m)) == "gmv"


def test_an_unknown_metric_is_named_with_the_nearest() -> None:
    with pytest.raises(FactError) as caught:
        metrics().namespace().gmw  # noqa: B018
    assert (caught.value.code, caught.value.message.zh) == ("FACT001", "没有指标“gmw”")
    assert caught.value.hint is not None and caught.value.hint.zh == "是否指“gmv”？"
    with pytest.raises(AttributeError):
        metrics().namespace()._metric  # noqa: B018


def test_a_cited_figure_prints_as_written_and_names_its_source() -> None:
    fact = metrics().cite("85%", source="用户问卷 2025-06，n=1,204").fact()
    assert (fact.id, fact.raw, fact.text, fact.unit) == ("cite(85%; 用户问卷 2025-06，n=1,204)", 0.85, "85%", "%")
    assert fact.source.citation == "用户问卷 2025-06，n=1,204"
    assert metrics().cite("八成", source="访谈").fact().raw is None


def test_a_citation_needs_a_source() -> None:
    with pytest.raises(FactError, match="needs a source"):
        metrics().cite("85%", source=" ")


def test_how_many_metrics_reached_their_target() -> None:
    found = metrics()
    m = found.namespace()
    fact = found.reached(m.gmv, m.cost, m.roi).fact()  # 107 %, 104.2 % of a cost that should be low, 111 %
    assert (fact.id, fact.raw, fact.text, fact.aspect) == ("reached(gmv, cost, roi)", 3.0, "3", "reached")
    assert "data/sales.csv!D2:D7" in [str(cells) for cells in fact.source.ranges]
    assert found.reached(m.by_event.by("活动", "开年焕新"), m.by_event.by("活动", "618")).fact().text == "1"


def test_how_many_metrics_have_a_verdict() -> None:
    found = metrics()
    m = found.namespace()
    counts = {word: found.rated(word, m.gmv, m.cost, m.roi).fact().text for word in ("exceeded", "met", "improve", "missed")}
    assert counts == {"exceeded": "2", "met": "1", "improve": "0", "missed": "0"}  # 107 %, 104.2 %, 111 %
    assert found.rated("met", m.gmv, m.cost).fact().id == "rated(met; gmv, cost)"
    with pytest.raises(FactError, match="verdicts are exceeded, met, improve, missed"):
        found.rated("good", m.gmv)


def test_only_metrics_with_a_target_can_reach_it() -> None:
    found = metrics()
    for wrong in ((), ("gmv",), (found.namespace().gmv, 3)):
        with pytest.raises(FactError, match="counts metrics only"):
            found.reached(*wrong)
    with pytest.raises(FactError, match="target"):
        found.reached(found.namespace().events)


def test_check_finds_what_nobody_uses() -> None:
    assert metrics().check() == ()
    broken = metrics({**DEFINITIONS, "unused": {"label": "U", "table": "sales", "value": "sum(GNV)"}})
    assert [(item.code, item.where) for item in broken.check()] == [("FACT003", AT)]


def test_a_metric_is_evaluated_once() -> None:
    found = metrics()
    assert found.get("gmv") is found.get("gmv")
    assert found.ids[0] == "gmv"
