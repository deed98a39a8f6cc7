"""What adopting a company's template gives, of a deck or a paper alike: files to write, what was chosen and why, a report that shows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass

Installed = Callable[[str], bool]
"""Tells whether this machine has a font family: `brand` itself never looks at the machine."""

USUAL_NAME = "company"


class AdoptedForm(Enum):
    """The form that a template is for; the value is the format of its Office file and the folder of `templates/`."""

    DECK = "pptx"
    PAPER = "docx"

    @property
    def folder(self) -> str:
        return f"templates/{self.value}"


@dataclass(frozen=True, slots=True)
class Choice:
    """What of the template one role, or one slot of it, was given.

    `role` and `slot` are those of the contract (a slot of "" is the role itself; a paper has roles only); `taken` names what was taken
    as the template calls it; a choice that is not `sure` asks to be looked at; `reasons` say why, the strongest first.
    """

    role: str
    slot: str
    taken: Phrase
    sure: bool
    reasons: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Adopted:
    """An adopted template, nothing of it written yet.

    `template_file` is the name of the copy inside `form.folder`, `template` its bytes, None: the file as it is; `contract` and `theme`
    are YAML files as text; `sample` are the files of a small report in the new theme, by name, one of them `report.yaml`: built, it shows
    each role filled and tells in its notes (of a deck) or its text (of a paper) what was taken and why.
    """

    form: AdoptedForm
    name: str
    template_file: str
    contract: str
    theme: str
    choices: tuple[Choice, ...]
    sample: Mapping[str, bytes]
    template: bytes | None = None

    @property
    def contract_path(self) -> str:
        """Return where the contract stands, from the root of the workspace."""
        return f"{self.form.folder}/{self.name}.yaml"

    @property
    def template_path(self) -> str:
        return f"{self.form.folder}/{self.template_file}"

    @property
    def theme_path(self) -> str:
        return f"assets/themes/{self.name}.yaml"

    @property
    def sample_folder(self) -> str:
        """Return where the sample report stands; its name tells deck and paper apart, for results are named after it."""
        return f"{self.form.folder}/{self.name}-{self.form.name.lower()}-sample"

    @property
    def guesses(self) -> tuple[Choice, ...]:
        """Return the choices that a person should look at."""
        return tuple(choice for choice in self.choices if not choice.sure)


def theme_name_of(stem: str) -> str:
    """Return the name of a file without its ending as the name of a theme: small Latin letters, digits and hyphens; `company` if none are left."""
    words = re.findall(r"[a-z0-9]+", stem.casefold())
    while words and not words[0][0].isalpha():
        words.pop(0)
    return "-".join(words)[:40].rstrip("-") or USUAL_NAME
