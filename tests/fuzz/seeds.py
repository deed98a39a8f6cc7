"""Sound reports to begin with: the built-in samples and scaffolds, two small ones, and every legal oddity of the catalogue."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from engine.base.workspace import BUILTIN_ROOT
from tests.support.bad_inputs import charts, csv, encoding, filesystem, images, jinja, markdown, sql, templates, text, xlsx, yaml
from tests.support.bad_inputs.case import Run, sound
from tests.support.small_report import write_small_report

Put = Callable[[Path], Path]
"""Writes a report below the root of a workspace and returns its folder."""
FAMILIES = (yaml, encoding, csv, xlsx, sql, jinja, markdown, text, charts, templates, images, filesystem)


def seeds() -> Mapping[str, Put]:
    oddities = {
        case.name: _oddity(case.put) for family in FAMILIES for case in family.CASES if case.exit == 0 and case.run is not Run.OWN_PROCESS
    }
    copies = (*(BUILTIN_ROOT / "content").iterdir(), *(BUILTIN_ROOT / "assets" / "scaffolds").iterdir())
    return {
        "mini": sound,
        "small": write_small_report,
        **oddities,
        **{path.name: _copy(path) for path in sorted(copies) if (path / "report.yaml").is_file()},
    }


def _oddity(put: Callable[[Path], None]) -> Put:
    def write(root: Path) -> Path:
        folder = sound(root)
        put(folder)
        return folder

    return write


def _copy(source: Path) -> Put:
    def write(root: Path) -> Path:
        folder = Path(shutil.copytree(source, root / "content" / source.name))
        teams = folder / "data" / "teams.csv"
        if teams.is_file():  # of a batch the first few: a hundred would be a hundred trials
            teams.write_bytes(b"\n".join(teams.read_bytes().split(b"\n")[:4]) + b"\n")
        return folder

    return write
