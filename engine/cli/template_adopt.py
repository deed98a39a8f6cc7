"""`debrief template adopt`: a company's own template becomes a theme of the workspace."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import click

from engine.base.diagnostics import Diagnostic, Language, Outcome, Phrase
from engine.base.disk import disk_trouble
from engine.base.errors import EngineError, UsageError
from engine.base.records import dataclass, replace
from engine.base.workspace import BUILTIN_ROOT, Workspace
from engine.brand.adopt.adopt_deck import adopt_deck
from engine.brand.adopt.adopt_paper import adopt_paper
from engine.brand.adopt.adopted import Adopted, AdoptedForm, theme_name_of
from engine.brand.adopt.theme_merge import merged_theme
from engine.brand.contract import REQUIRED_SLOTS
from engine.brand.inspect.inspect_file import inspect_template
from engine.brand.inspect.seen_deck import SeenDeck
from engine.cli.adopt_text import adopted_text
from engine.cli.options import speaking
from engine.cli.render_diagnostics import OutputFormat, record, render
from engine.cli.schema import DECK_SCHEMA, MODELINE, PAPER_SCHEMA, SCHEMA_FOLDER, THEME_SCHEMA, schema_files
from engine.cli.template_json import plain
from engine.cli.voice import voice_of
from engine.layout.font_files import find_faces, font_folders
from engine.pipeline import BuildRequest
from engine.project import BuildOptions, Project

EXIT_UNUSABLE = 1


@dataclass(frozen=True, slots=True)
class Written:
    """What adopting left in the workspace: paths from its root. `theme_kept`: a theme of that name was there and stays; `added` to it was what
    it lacked, as `scale`.
    """

    files: tuple[str, ...]
    theme_kept: bool
    sample: str
    added: tuple[str, ...] = ()


@click.command("adopt", short_help="Make a company's template a theme of this workspace.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", default="", help="Name of the theme: small letters, digits, hyphens; by default after the file.")
@click.option("--force", is_flag=True, help="Write over the contract, template, theme and sample of that name.")
@click.option(
    "--role", "roles", multiple=True, metavar="ROLE=LAYOUT", help="The layout of a role, by number (2.4) or name; its slots are found anew."
)
@click.option("--json", "as_json", is_flag=True, help="Print what was chosen and written as JSON.")
@speaking
@click.pass_context
def adopt(context: click.Context, file: Path, name: str, force: bool, roles: tuple[str, ...], as_json: bool) -> None:
    """Adopt FILE (.pptx, .potx, .docx or .dotx) as a theme, so that `theme: NAME` in a report gives it that look.

    Copies it to templates/, writes a contract (which layout plays which role, which placeholder is which slot) and a theme (colours made
    readable, fonts, sizes), both with what was guessed and why, and builds a sample that shows each role filled. Look at the sample, and
    correct contract and theme where they are wrong. Nothing is overwritten without --force. Exit code 1 if FILE can't be used.

    A layout that was guessed wrong: --role divider=1.4 (as `template inspect` numbers it) writes contract and sample again with that one;
    the theme stays as it is.
    """
    if not file.is_file():
        raise UsageError(f"没有“{file}”这个文件", f"there is no file {file}")
    voice, workspace = voice_of(context), Workspace.open()
    name = _valid_name(name or theme_name_of(file.stem))
    found = _adopted(file, name, workspace, voice.language, _wanted(roles))
    written: Written | None = None
    fault: EngineError | None = None
    if found.value is not None:
        written = _write(found.value, file, workspace, force=Force.ALL if force else Force.CONTRACT if roles else Force.NOTHING)
        sample = _built_sample(found.value, workspace)
        written, fault, findings = replace(written, sample=sample[0]), sample[1], sample[2]
        found = Outcome(found.value, (*found.diagnostics, *findings))
    if as_json:
        click.echo(json.dumps(_told(file, found, written, voice.language), ensure_ascii=False, indent=2))
    else:
        if found.value is not None and written is not None:
            kept = written.added if written.theme_kept else None
            click.echo(adopted_text(file.name, found.value, written.files, kept=kept, sample=written.sample, language=voice.language))
        click.echo(render(found.diagnostics, OutputFormat.FULL, workspace, voice.language), nl=False)
    if fault is not None:
        raise fault
    context.exit(EXIT_UNUSABLE if found.value is None else 0)


def _wanted(roles: tuple[str, ...]) -> dict[str, str]:
    """Return the layouts that were asked for, by role. Raises UsageError when one is not said as ROLE=LAYOUT, or there is no such role."""
    wanted: dict[str, str] = {}
    for said in roles:
        role, equals, layout = said.partition("=")
        if role not in REQUIRED_SLOTS or not equals or not layout:
            known = " ".join(REQUIRED_SLOTS)
            raise UsageError(
                f"看不懂 --role {said}",
                f"--role {said} cannot be meant",
                Phrase(f"写成 --role divider=1.4；角色有 {known}", f"write --role divider=1.4; roles are {known}"),
            )
        wanted[role] = layout
    return wanted


def _valid_name(name: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9-]*", name):
        raise UsageError(
            f"“{name}”不能作主题名",
            f"{name!r} is no name for a theme",
            Phrase(
                "用小写字母开头，只含小写字母、数字和连字符，如 --name company",
                "begin with a small letter; small letters, digits, hyphens: --name company",
            ),
        )
    if (BUILTIN_ROOT / "assets" / "themes" / f"{name}.yaml").is_file() and not (
        Workspace.open().root / "assets" / "themes" / f"{name}.yaml"
    ).is_file():
        raise UsageError(
            f"“{name}”是 debrief 自带的主题",
            f"{name} is a theme of debrief itself",
            Phrase("换一个名字：--name company", "choose another: --name company"),
        )
    return name


def _adopted(file: Path, name: str, workspace: Workspace, language: Language, wanted: dict[str, str]) -> Outcome[Adopted]:
    folders = font_folders(workspace)

    def installed(family: str) -> bool:
        return bool(find_faces(family, folders))

    seen = inspect_template(file, file.name)
    if seen.value is None:
        return Outcome(None, seen.diagnostics)
    if isinstance(seen.value, SeenDeck):
        return adopt_deck(file, file.name, name, installed, language, wanted=wanted)
    if wanted:
        raise UsageError(
            "--role 只用于演示文稿", "--role is for PowerPoint files", Phrase("改契约里的 styles", "change `styles` in the contract")
        )
    return adopt_paper(file, file.name, name, installed)


class Force(Enum):
    """What of a name may be written over."""

    NOTHING = "nothing"
    CONTRACT = "contract, template and sample"
    ALL = "the theme, too"


def _write(adopted: Adopted, file: Path, workspace: Workspace, *, force: Force) -> Written:
    """Write everything but the built sample. Raises UsageError when something of that name is there, EnvironmentFault when the disk refuses."""
    root = workspace.root
    folder = adopted.sample_folder
    contract_schema = DECK_SCHEMA if adopted.form is AdoptedForm.DECK else PAPER_SCHEMA
    files = {
        adopted.template_path: file.read_bytes() if adopted.template is None else adopted.template,
        adopted.contract_path: _with_schema(adopted.contract, adopted.contract_path, contract_schema),
    }
    files |= {f"{folder}/{inner}": blob for inner, blob in adopted.sample.items()}
    standing = [path for path in files if (root / path).exists()]
    if standing and force is Force.NOTHING:
        raise UsageError(
            f"已经有“{standing[0]}”，没有动它",
            f"{standing[0]} is there already; nothing was touched",
            Phrase("用 --name 换个名字，或用 --force 覆盖", "choose another --name, or write over it with --force"),
        )
    standing_theme = _standing_theme(root / adopted.theme_path) if force is not Force.ALL else None
    added: tuple[str, ...] = ()
    if standing_theme is None:
        theme = adopted.theme
        other = AdoptedForm.PAPER if adopted.form is AdoptedForm.DECK else AdoptedForm.DECK
        if (root / other.folder / f"{adopted.name}.yaml").exists():  # what the template of the other form needs stays
            theme = merged_theme(theme, _standing_theme(root / adopted.theme_path) or "").text
        files[adopted.theme_path] = _with_schema(theme, adopted.theme_path, THEME_SCHEMA)
    elif (merged := merged_theme(standing_theme, adopted.theme)).added:
        files[adopted.theme_path], added = merged.text.encode(), merged.added
    shown = [path for path in files if not path.startswith(f"{folder}/")]
    files |= {path: blob for name, blob in schema_files().items() if not (root / (path := f"{SCHEMA_FOLDER}/{name}")).exists()}
    with disk_trouble(root / adopted.contract_path, workspace):
        workspace.write_together({root / path: blob for path, blob in files.items()})
    return Written((*shown, f"{folder}/report.yaml"), standing_theme is not None, "", added)


def _standing_theme(path: Path) -> str | None:
    """Return the theme of that name as it stands, None when there is none; a file that is no text is left alone as nothing said."""
    try:
        return path.read_text(encoding="utf-8") if path.exists() else None
    except (OSError, UnicodeDecodeError):
        return ""


def _with_schema(text: str, path: str, schema: str) -> bytes:
    """Return a YAML file whose first line tells editors of its schema."""
    up = "../" * path.count("/")
    return f"{MODELINE}{up}{SCHEMA_FOLDER}/{schema}\n{text}".encode()


def _built_sample(adopted: Adopted, workspace: Workspace) -> tuple[str, EngineError | None, tuple[Diagnostic, ...]]:
    """Build the sample report; return its Office file, empty when it failed, the trouble outside its content, and its errors and warnings of the brand."""
    request = BuildRequest(formats=(adopted.form.value, "pdf") if adopted.form is AdoptedForm.DECK else (adopted.form.value,))
    finished = next(iter(Project(workspace).build([workspace.root / adopted.sample_folder], request, BuildOptions(force=True))))
    findings = tuple(item for item in finished.diagnostics if item.is_error or item.code.startswith("TMPL"))
    place = next((each.path for each in finished.files if each.path.endswith(f".{adopted.form.value}")), "")
    shown = workspace.relative(workspace.out / place) if place and finished.ok else ""
    return shown, finished.fault, findings


def _told(file: Path, found: Outcome[Adopted], written: Written | None, language: Language) -> dict[str, Any]:
    adopted = found.value
    return {
        "file": file.name,
        "name": adopted.name if adopted is not None else None,
        "form": adopted.form.name.lower() if adopted is not None else None,
        "written": list(written.files) if written is not None else [],
        "theme_kept": written.theme_kept if written is not None else False,
        "theme_added": list(written.added) if written is not None else [],
        "sample": written.sample or None if written is not None else None,
        "choices": list(_choices(adopted, language)) if adopted is not None else [],
        "problems": [record(item, language) for item in found.diagnostics],
    }


def _choices(adopted: Adopted, language: Language) -> Iterator[dict[str, Any]]:
    for choice in adopted.choices:
        yield {
            "role": choice.role,
            "slot": choice.slot or None,
            "taken": plain(choice.taken, language),
            "sure": choice.sure,
            "reasons": plain(choice.reasons, language),
        }
