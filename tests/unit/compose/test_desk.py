from __future__ import annotations

import datetime as dt
from pathlib import Path

from engine.base.diagnostics import Language, Location
from engine.compose.desk import Desk
from engine.compose.jinja import Templates
from engine.load.prose import Prose
from engine.metrics.periods import parse_period
from engine.metrics.store import Metrics
from tests.support.content import marked, told, workspace

HERE = Location("report.yaml", 3, 5)


def desk(root: Path) -> Desk:
    period = parse_period("2025H1")
    assert period is not None
    metrics = Metrics({}, {}, period=period, today=dt.date(2025, 7, 8))
    return Desk(workspace(root), root, Language.ZH, dt.date(2025, 7, 8), metrics, Templates({}))


def test_facts_of_a_text_are_used_at_its_place(tmp_path: Path) -> None:
    here = desk(tmp_path)
    scope = {"cite": here.metrics.cite}
    text = here.text(Prose("满意度 {{ cite('4.62', source='问卷') }} **分**", HERE), scope)
    (fact,) = here.metrics.facts.ledger().facts
    assert marked(text) == f"满意度 [{fact.id}: 4.62] **分**"
    assert [(use.fact, use.where) for use in here.metrics.facts.ledger().uses] == [(fact.id, HERE)]


def test_mistakes_are_gathered(tmp_path: Path) -> None:
    here = desk(tmp_path)
    assert marked(here.text(Prose("{{ x }}", HERE), {})) == "…"
    here.inline(Prose("**a", HERE))
    assert told(here.findings) == ["3:5: YAML030 there is no 'x'", "3:5: YAML041 a ** has no partner and is printed as it is"]
