"""`debrief new`: a report laid out with example data, ready to build."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click

from engine.base.diagnostics import Language, Phrase
from engine.base.disk import disk_trouble
from engine.base.errors import EnvironmentFault, UsageError
from engine.base.workspace import BUILTIN_ROOT, Workspace
from engine.cli.options import speaking
from engine.cli.schema import METRICS_SCHEMA, MODELINE, REPORT_SCHEMA, SCHEMA_FOLDER, schema_files
from engine.cli.voice import Voice, voice_of
from engine.kinds import KINDS
from engine.kinds.definition import Form

SCAFFOLDS = Path("assets") / "scaffolds"
"""Below a workspace root or the built-in one: a folder for each kind, copied as it stands. A workspace's own comes first."""
_SCHEMAS = {"report.yaml": REPORT_SCHEMA, "metrics.yaml": METRICS_SCHEMA}


@click.command("new", short_help="Lay out a new report with example data, ready to build.")
@click.argument("kind", required=False)
@click.argument("folder", metavar="DIR", required=False, type=click.Path(path_type=Path))
@speaking
@click.pass_context
def new(context: click.Context, kind: str | None, folder: Path | None) -> None:
    """Lay out a report of KIND in DIR (by default content/KIND): its parts and topics, example data that agree, and editor support.

    Without KIND the kinds are listed. DIR may be anywhere; it must be empty or not exist. The report builds as it is.
    """
    voice = voice_of(context)
    if kind is None:
        list_kinds(voice)
        return
    if kind not in KINDS:
        raise _unknown_kind(kind)
    workspace = Workspace.open(_existing_parent(folder) if folder is not None else None)
    target = Path(os.path.abspath(folder)) if folder is not None else workspace.root / "content" / kind  # noqa: PTH100  not through links
    _expect_empty(target)
    files = dict(_files(workspace, kind, target))
    with disk_trouble(target, workspace):
        workspace.write_together(files)
    tell_what_is_next(KINDS[kind].form, target, workspace, voice)


def list_kinds(voice: Voice) -> None:
    for kind in KINDS:
        click.echo(f"{kind.name}  {kind.title.in_(voice.language)}")
    voice.say(Phrase("新建：debrief new 种类 目录", "To make one: debrief new KIND DIR"), aside=True)


def _unknown_kind(kind: str) -> UsageError:
    close, known = KINDS.nearest(kind), KINDS.names
    hint = Phrase(f"可用的种类：{'、'.join(known)}", f"there are {', '.join(known)}")
    if close is not None:
        hint = Phrase(f"是不是 {close}？", f"did you mean {close}?")
    return UsageError(f"没有报告种类“{kind}”", f"there is no report kind {kind!r}", hint)


def _existing_parent(folder: Path) -> Path:
    """Return the nearest folder at or above DIR that exists: the workspace is found from there."""
    absolute = Path(os.path.abspath(folder))  # noqa: PTH100  DIR need not exist yet
    return next(path for path in (absolute, *absolute.parents) if path.is_dir())


def _expect_empty(target: Path) -> None:
    if target.is_dir():
        if any(target.iterdir()):
            raise UsageError(
                f"“{target}”不是空文件夹，没有动它",
                f"{target} is not empty; nothing was touched",
                Phrase("换一个目录", "choose another DIR"),
            )
    elif target.exists():
        raise UsageError(f"“{target}”是一个文件", f"{target} is a file", Phrase("换一个目录", "choose another DIR"))


def _files(workspace: Workspace, kind: str, target: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield every file of a new report, then the schemas that its first lines name, unless the workspace has them."""
    scaffold = find_scaffold(workspace, kind)
    schemas = workspace.root / SCHEMA_FOLDER
    for source in sorted(path for path in scaffold.rglob("*") if path.is_file()):
        relative = source.relative_to(scaffold)
        blob = source.read_bytes()
        if schema := _SCHEMAS.get(relative.as_posix()):
            place = Path(os.path.relpath(schemas / schema, target)).as_posix()
            blob = f"{MODELINE}{place}\n".encode() + blob
        yield target / relative, blob
    for name, blob in schema_files().items():
        if not (schemas / name).exists():
            yield schemas / name, blob


def find_scaffold(workspace: Workspace, kind: str) -> Path:
    """Return the folder that reports of a kind begin as. Raises EnvironmentFault when debrief was installed without it."""
    for root in (workspace.root, BUILTIN_ROOT):
        if (root / SCAFFOLDS / kind / "report.yaml").is_file():
            return root / SCAFFOLDS / kind
    raise EnvironmentFault(
        f"没有“{kind}”的示例（{SCAFFOLDS.as_posix()}/{kind}）",
        f"there is no example of {kind} ({SCAFFOLDS.as_posix()}/{kind})",
        Phrase("重新安装 debrief", "install debrief again"),
    )


def tell_what_is_next(form: Form, target: Path, workspace: Workspace, voice: Voice) -> None:
    shown = workspace.relative(target) if target.is_relative_to(workspace.root) else str(target)
    shown = "." if shown in {"", "."} else shown
    office = "PPTX" if form is Form.DECK else "DOCX"
    texts = Phrase("", "") if form is Form.DECK else Phrase(" 和同一目录里的 *.md", " and the *.md beside it")
    steps = {
        Language.ZH: (
            f"已新建 {shown}",
            f"  1. 换数据：{shown}/data/ 里的表，口径在 {shown}/metrics.yaml",
            f"  2. 改文字：{shown}/report.yaml{texts.zh}",
            f"  3. debrief check {shown}    看哪里不对",
            f"  4. debrief build {shown}    生成 {office} 和 PDF",
        ),
        Language.EN: (
            f"Made {shown}",
            f"  1. Put your data into {shown}/data/; the metrics are defined in {shown}/metrics.yaml",
            f"  2. Write {shown}/report.yaml{texts.en}",
            f"  3. debrief check {shown}    tells what is wrong",
            f"  4. debrief build {shown}    makes the {office} and the PDF",
        ),
    }
    for line in steps[voice.language]:
        click.echo(line)
