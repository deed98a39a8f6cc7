"""How commands speak: the language of messages, how much is said, and where it goes."""

from __future__ import annotations

import sys

import click

from engine.base.diagnostics import Language, Phrase
from engine.base.records import dataclass
from engine.base.workspace import environment, language_of

LANGUAGES = {"zh": Language.ZH, "en": Language.EN}


@dataclass(slots=True)
class Voice:
    """`verbose` shows the traceback of trouble. Made before the options are read, which then change it."""

    language: Language
    verbose: bool = False

    @classmethod
    def of_this_machine(cls) -> Voice:
        return cls(language_of(environment()))

    def say(self, phrase: Phrase, *, aside: bool = False) -> None:
        """Print a sentence; `aside` to standard error, so that standard output stays what a program reads."""
        click.echo(phrase.in_(self.language), err=aside)

    def trouble(self, message: Phrase, hint: Phrase | None = None) -> None:
        """Print trouble and its mend to standard error."""
        label = Phrase("错误：", "error: ").in_(self.language)
        click.echo(f"{label}{message.in_(self.language)}", err=True)
        if hint is not None:
            lead = Phrase("  = 提示：", "  = hint: ").in_(self.language)
            click.echo(f"{lead}{hint.in_(self.language)}", err=True)


def voice_of(context: click.Context) -> Voice:
    """Return the voice of a running command; one of this machine when it was called without `main`."""
    voice = context.find_object(Voice)
    if voice is None:
        voice = context.obj = Voice.of_this_machine()
    return voice


def tolerant_streams() -> None:
    """Let a terminal of another encoding show `?` for a sign it lacks, rather than stop the command."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
