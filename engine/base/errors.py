"""Trouble that is not in the content: the environment, a template, the command line. Content mistakes are Diagnostics, bugs are asserts.

EngineError
├── UsageError        exit 2: a command or setting that cannot be meant
├── EnvironmentFault  exit 3: a font, a library or the disk; `debrief doctor` names the mend
└── TemplateError     exit 3: a template or theme file that cannot be used
"""

from __future__ import annotations

from engine.base.diagnostics import Phrase


class EngineError(Exception):
    """Root of all errors that a command turns into one readable line and an exit code."""

    exit_code = 3

    def __init__(self, zh: str, en: str, hint: Phrase | None = None) -> None:
        super().__init__(zh, en, hint)  # all of them: an error comes back whole from a worker process
        self.message = Phrase(zh, en)
        self.hint = hint

    def __str__(self) -> str:
        return self.message.en


class UsageError(EngineError):
    exit_code = 2


class EnvironmentFault(EngineError):
    exit_code = 3


class TemplateError(EngineError):
    exit_code = 3
