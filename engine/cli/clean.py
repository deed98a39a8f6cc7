"""`debrief clean`: takes back what `build` wrote, and nothing else."""

from __future__ import annotations

from pathlib import Path

import click

from engine.base.diagnostics import Phrase
from engine.base.disk import disk_trouble
from engine.base.workspace import TEMPORARY_SUFFIX, Workspace
from engine.cli.options import speaking
from engine.cli.voice import voice_of
from engine.out_folder import expect_own, remove
from engine.run_record import RUN_FILE, files_of_earlier_runs


@click.command("clean", short_help="Remove what `build` wrote.")
@click.option("--out", type=click.Path(path_type=Path), help="Folder of the results; default: out/ in the workspace.")
@speaking
@click.pass_context
def clean(context: click.Context, out: Path | None) -> None:
    """Remove the files that out/run.json says `build` wrote, unless they were changed since, and what killed runs left behind.

    Nothing outside the folder of the results is touched, and no file in it that is not ours.
    """
    workspace = Workspace.open(None, out)
    expect_own(workspace, workspace.out)
    recorded = [record for files in files_of_earlier_runs(workspace).values() for record in files]
    with disk_trouble(workspace.out, workspace):
        gone = remove(workspace, recorded)
        leftovers = list(workspace.out.rglob(f".*{TEMPORARY_SUFFIX}"))
        for leftover in leftovers:
            leftover.unlink()
        if (workspace.out / RUN_FILE).is_file():
            (workspace.out / RUN_FILE).unlink()
        if workspace.out.is_dir() and not any(workspace.out.iterdir()):
            workspace.out.rmdir()
    changed = sum((workspace.out / record.path).exists() for record in recorded)
    kept = Phrase(f"，保留改动过的 {changed} 个", f"; {changed} kept, for they were changed since") if changed else Phrase("", "")
    total = len(gone) + len(leftovers)
    voice_of(context).say(Phrase(f"删除 {total} 个文件{kept.zh}", f"removed {total} file{'' if total == 1 else 's'}{kept.en}"))
