"""`debrief show`: all pages of a finished file on one sheet."""

from __future__ import annotations

import os
from pathlib import Path

import click

from engine.base.diagnostics import Phrase
from engine.base.disk import disk_trouble
from engine.base.errors import UsageError
from engine.base.workspace import Workspace
from engine.cli.options import speaking
from engine.cli.voice import voice_of
from engine.probe.office_render import pdf_of
from engine.probe.page_images import contact_sheet, drawn_pages

OFFICE = frozenset({".pptx", ".docx", ".xlsx", ".ppt", ".doc", ".odp"})
CELL_WIDTH = 480


@click.command("show", short_help="Picture all pages of a PPTX or PDF on one sheet.")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="PNG", help="Where the sheet goes; default: FILE-sheet.png beside FILE."
)
@click.option("--columns", type=click.IntRange(1, 12), default=4, show_default=True, help="Pages in a row.")
@speaking
@click.pass_context
def show(context: click.Context, file: Path | None, output: Path | None, columns: int) -> None:
    """Picture all pages of FILE on one sheet: a PDF as it is, a PPTX as LibreOffice draws it.

    Without FILE, the newest PDF in out/ is taken.
    """
    workspace = Workspace.open()
    file = file if file is not None else newest_pdf(workspace)
    sheet = contact_sheet(drawn_pages(pdf_bytes(file), width_px=CELL_WIDTH * 2), columns, CELL_WIDTH)
    output = Path(os.path.abspath(output if output is not None else file.with_name(f"{file.stem}-sheet.png")))  # noqa: PTH100  not through links
    with disk_trouble(output, workspace):
        workspace.write_atomically(output, sheet)
    voice_of(context).say(Phrase(f"已写入 {output}", f"wrote {output}"))


def pdf_bytes(file: Path) -> bytes:
    """Return a file as PDF. Raises UsageError when it is none that can be shown, EnvironmentFault without LibreOffice."""
    if not file.is_file():
        raise UsageError(f"没有“{file}”这个文件", f"there is no file {file}")
    if file.suffix.lower() in OFFICE:
        return pdf_of(file)
    blob = file.read_bytes()
    if not blob.lstrip().startswith(b"%PDF"):
        raise UsageError(f"“{file.name}”不是 PDF 或 Office 文件", f"{file.name} is neither a PDF nor an Office file")
    return blob


def newest_pdf(workspace: Workspace) -> Path:
    """Return the PDF in out/ that was written last. Raises UsageError when there is none."""
    found = [path for path in workspace.out.glob("*/*.pdf") if path.is_file()]
    if not found:
        raise UsageError(
            "out/ 里没有 PDF",
            "there is no PDF in out/",
            Phrase("先运行 debrief build，或写明文件", "run debrief build first, or name a file"),
        )
    return max(found, key=lambda path: (path.stat().st_mtime_ns, path.name))
