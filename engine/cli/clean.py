"""`debrief clean`: takes back what `build` wrote, and nothing else."""

from __future__ import annotations

from pathlib import Path

import click

from engine.base.diagnostics import Phrase
from engine.base.disk import disk_trouble
from engine.batch.kept import FOLDER, SUFFIX, Kept, all_kept
from engine.batch.shared_tables import remove_kept_tables
from engine.cli.options import speaking
from engine.cli.voice import voice_of
from engine.load.content import REPORT_FILE
from engine.out_folder import RUN_FILES, expect_own, remove, remove_leftovers
from engine.project import Project


@click.command("clean", short_help="Remove what `build` wrote.")
@click.option("--out", type=click.Path(path_type=Path), help="Folder of the results; default: out/ in the workspace.")
@click.option("--gone", is_flag=True, help="Only reports that their batch no longer has, and those whose folder is gone.")
@speaking
@click.pass_context
def clean(context: click.Context, out: Path | None, gone: bool) -> None:
    """Remove the files that `build` wrote, unless they were changed since, and what killed runs left behind.

    Nothing outside the folder of the results is touched, and no file in it that is not ours.
    """
    project = Project.open(None, out)
    workspace = project.workspace
    expect_own(workspace, workspace.out)
    with disk_trouble(workspace.out, workspace):
        kept = [(path, one) for path, one in all_kept(workspace) if not gone or _is_gone(one, project)]
        recorded = [file for _, one in kept for file in one.report.files]
        removed = len(remove(workspace, recorded)) + remove_leftovers(workspace)
        for path in [path for path, _ in kept] if gone else [*(workspace.out / FOLDER).glob(f"*{SUFFIX}")]:
            path.unlink()
        if not gone:
            for name in RUN_FILES:
                (workspace.out / name).unlink(missing_ok=True)
            remove_kept_tables(workspace)
        _remove_if_empty(workspace.out / FOLDER)
        _remove_if_empty(workspace.out)
    changed = sum((workspace.out / record.path).exists() for record in recorded)
    left = Phrase(f"，保留改动过的 {changed} 个", f"; {changed} kept, for they were changed since") if changed else Phrase("", "")
    voice_of(context).say(Phrase(f"删除 {removed} 个文件{left.zh}", f"removed {removed} file{'' if removed == 1 else 's'}{left.en}"))


def _is_gone(kept: Kept, project: Project) -> bool:
    """Tell whether a report is no longer there: its folder, or its row in the table of its batch."""
    folder = project.workspace.root / kept.report.folder
    if not (folder / REPORT_FILE).is_file():
        return True
    plan = project.chosen((folder,))
    return not plan.stopped and kept.report.name not in {job.name for job in plan.jobs}


def _remove_if_empty(folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
