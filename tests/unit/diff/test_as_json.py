from __future__ import annotations

import json

from engine.base.diagnostics import Language
from engine.diff.as_json import as_json
from engine.diff.difference import Difference


def test_programs_get_everything(mixed: Difference) -> None:
    entry = json.loads(as_json(mixed, Language.EN))
    assert (entry["version"], entry["before"], entry["after"]) == (1, "v1", "v2")
    assert entry["facts"][0] == {
        "id": "gmv.actual",
        "metric": "gmv",
        "label": "活动 GMV",
        "aspect": "actual",
        "unit": "元",
        "before": {"text": "200 元", "raw": 200.0},
        "after": {"text": "250 元", "raw": 250.0},
        "movement": "+25.0%",
    }
    assert entry["facts"][2]["after"] is None
    assert entry["pages"][1] == {
        "kind": "changed",
        "title": "目标",
        "before": 1,
        "after": 2,
        "texts": [{"before": "成交 200 元", "after": "成交 250 元"}],
        "cells": [{"place": "甲_队 · 数", "before": "1", "after": "2"}],
        "points": [],
    }


def test_pages_that_were_not_compared_are_null() -> None:
    assert json.loads(as_json(Difference("a", "b", (), None), Language.EN))["pages"] is None
