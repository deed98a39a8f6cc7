"""`debrief explain`: what a code means, and the mend."""

from __future__ import annotations

import inspect
import sys

import click

from engine.base.diagnostics import Language, Phrase
from engine.base.errors import UsageError
from engine.base.registry import nearest
from engine.checks import DECK_CHECKS, FILE_CHECKS, PLAN_CHECKS, REPORT_CHECKS, TOGETHER
from engine.checks.bounds import BOUNDS_CHECKS
from engine.checks.branded import BRAND_CHECKS
from engine.checks.drawn import DRAWN_CHECKS
from engine.checks.package import PACKAGE_CHECKS
from engine.checks.rendered import CHECKS as RENDERED
from engine.checks.rendered import DOCUMENT_CHECKS
from engine.cli.codes import CODES, FAMILIES, Code
from engine.cli.options import speaking
from engine.cli.voice import voice_of


@click.command("explain", short_help="Explain a code such as FIT003.")
@click.argument("code", required=False)
@speaking
@click.pass_context
def explain(context: click.Context, code: str | None) -> None:
    """Say what CODE means and how to mend it. CODE may be a family such as FIT; without it, every code is listed."""
    language = voice_of(context).language
    wanted = (code or "").upper()
    if wanted in {"", *FAMILIES}:
        for family in [wanted] if wanted else list(FAMILIES):
            list_family(family, language)
        return
    found = next((known for known in CODES if known.name == wanted), None)
    if found is None:
        raise unknown(wanted)
    click.echo(page(found, language))


def list_family(family: str, language: Language) -> None:
    """Print the codes of one family, one a line; nothing for a family without codes."""
    members = [code for code in CODES if code.family == family]
    if members:
        click.echo(f"{family}  {FAMILIES[family].in_(language)}")
    for code in members:
        click.echo(f"  {code.name}  {code.meaning.in_(language)}")


def page(code: Code, language: Language) -> str:
    """Return the manual page of a code: what it means, the mend, and what the check says of itself."""
    mend = Phrase("办法：", "Mend: ").in_(language)
    text = f"{code.name}  {code.meaning.in_(language)}\n{mend}{code.mend.in_(language)}"
    manual = manual_of_check(code.name)
    return f"{text}\n\n{manual}" if manual else text


def manual_of_check(name: str) -> str:
    """Return the docstrings of the files that define a check: of what is planned, then of finished files, with those of its rules; or none."""
    if (family := PACKAGE_CHECKS.get(name)) is not None:
        rules = "\n".join(f"- {rule.name}: {rule.manual}" for rule in family.rules)
        return f"{_module_manual(family.rules[0].judge.__module__)}\n\nRules:\n{rules}"
    planned = REPORT_CHECKS.get(name) or TOGETHER.get(name) or DECK_CHECKS.get(name) or PLAN_CHECKS.get(name)
    in_files = (
        FILE_CHECKS.get(name),
        DRAWN_CHECKS.get(name),
        RENDERED.get(name),
        DOCUMENT_CHECKS.get(name),
        BRAND_CHECKS.get(name),
        BOUNDS_CHECKS.get(name),
    )
    pages = [_module_manual(check.run.__module__) for check in (planned, *in_files) if check is not None]
    finished = "\n\nIn finished files, `debrief check FILE`:\n"
    return finished.join([*pages[:1], *(page.partition("\n\n")[2] for page in pages[1:])])


def _module_manual(module: str) -> str:
    return inspect.cleandoc(sys.modules[module].__doc__ or "")


def unknown(name: str) -> UsageError:
    close = nearest(name, [code.name for code in CODES])
    hint = Phrase("debrief explain 列出全部", "debrief explain lists all of them")
    if close is not None:
        hint = Phrase(f"是不是 {close}？", f"did you mean {close}?")
    return UsageError(f"没有代码 {name}", f"there is no code {name}", hint)
