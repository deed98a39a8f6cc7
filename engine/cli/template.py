"""`debrief template`: what a company's template offers, and what it lacks."""

from __future__ import annotations

import json
from pathlib import Path

import click

from engine.base.errors import UsageError
from engine.base.workspace import Workspace
from engine.brand.inspect.inspect_file import inspect_template
from engine.brand.inspect.roles import guessed_roles
from engine.brand.inspect.seen_deck import SeenDeck
from engine.cli.options import speaking
from engine.cli.render_diagnostics import OutputFormat, record, render
from engine.cli.template_adopt import adopt
from engine.cli.template_json import plain
from engine.cli.template_text import deck_text, paper_text
from engine.cli.voice import voice_of
from engine.layout.font_files import font_folders
from engine.probe.template_fonts import font_states, missing_fonts

EXIT_UNUSABLE = 1


@click.group("template", short_help="What a company's PowerPoint or Word template offers.")
def template() -> None:
    """What a company's PowerPoint or Word template offers, and what it lacks."""


template.add_command(adopt)


@template.command("inspect", short_help="Layouts, placeholders, colours, fonts, styles and problems.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON; lengths in inches, sizes of text in points.")
@speaking
@click.pass_context
def inspect(context: click.Context, file: Path, as_json: bool) -> None:
    """Tell what FILE (.pptx, .potx, .docx or .dotx) offers as a template, and what is wrong with it. Nothing is written.

    Masters, layouts and placeholders with the places and text looks that they inherit, theme colours through the colour map, fonts and
    which of them are installed, sample slides; of a Word file its styles, sections, headers and footers. Exit code 1 if it can't be read.
    """
    if not file.is_file():
        raise UsageError(f"没有“{file}”这个文件", f"there is no file {file}")
    voice, workspace = voice_of(context), Workspace.open()
    found = inspect_template(file, file.name)
    seen, problems = found.value, found.diagnostics
    fonts = () if seen is None else font_states(seen.fonts, seen.embedded_fonts, font_folders(workspace))
    problems = (*problems, *missing_fonts(fonts, file.name))
    guesses = guessed_roles(seen) if isinstance(seen, SeenDeck) else ()
    if as_json:
        kind = None if seen is None else "deck" if isinstance(seen, SeenDeck) else "paper"
        told = {"file": file.name, "kind": kind, "template": plain(seen, voice.language), "fonts": plain(fonts, voice.language)}
        told["roles"] = [
            {
                "role": guess.role,
                "layout": guess.layout.number if guess.layout is not None else None,
                "points": guess.points,
                "sure": guess.is_sure,
                "reasons": plain(guess.reasons, voice.language),
            }
            for guess in guesses
        ]
        told["problems"] = [record(item, voice.language) for item in problems]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        if isinstance(seen, SeenDeck):
            click.echo(deck_text(file.name, seen, fonts, guesses, voice.language))
        elif seen is not None:
            click.echo(paper_text(file.name, seen, fonts, voice.language))
        click.echo(render(problems, OutputFormat.FULL, workspace, voice.language), nl=False)
    context.exit(EXIT_UNUSABLE if seen is None else 0)
