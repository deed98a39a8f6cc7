from __future__ import annotations

import json

from engine.base.diagnostics import Language
from engine.base.workspace import Workspace
from engine.batch.finished import Finished
from engine.cli.machines.as_json import as_json
from engine.cli.machines.merged import merged
from tests.unit.cli.machines.conftest import FILE


def test_json_has_every_part_and_names_the_reports(finished: tuple[Finished, ...], workspace: Workspace) -> None:
    *_, record = json.loads(as_json(merged(finished, workspace), Language.EN))
    assert record == {
        "code": "YAML020", "severity": "error", "message": "unknown key 'tabel'", "hint": "did you mean 'table'?",
        "file": FILE, "line": 2, "column": 5, "end_column": 10, "cell": "", "reports": ["批次/甲", "批次/乙"],
    }  # fmt: skip


def test_nothing_found_is_an_empty_list() -> None:
    assert as_json((), Language.ZH) == "[]\n"
