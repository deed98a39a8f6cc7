"""What the look of every form is made of: theme, contract and template of one name, each read or the reason why not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from engine.base.diagnostics import NOWHERE, Diagnostic, Location, Outcome, Phrase, error, warning
from engine.base.records import dataclass
from engine.base.shared import Shared, of_file
from engine.base.workspace import Workspace
from engine.brand.theme import base_of, load_theme
from engine.brand.yaml_file import YamlFile, read_yaml_file
from engine.brand.yaml_mistakes import did_you_mean
from engine.model.theme import Theme


class NamesTemplate(Protocol):
    """A contract says the file name of its template."""

    @property
    def template(self) -> str: ...


C = TypeVar("C", bound=NamesTemplate)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class BrandParts(Generic[C, T]):
    """`document` is the contract as it was written, with the places of its parts; `template_file` the template's name in diagnostics."""

    theme: Theme
    document: YamlFile
    contract: C
    template_path: Path
    template_file: str
    template: T


@dataclass(frozen=True, slots=True)
class BrandReader(Generic[C, T]):
    """How one form reads its brands: `folder` holds contracts and templates, `shared` the templates read last."""

    folder: str
    parse: Callable[[YamlFile], Outcome[C]]
    read: Callable[[Path, str], Outcome[T]]
    shared: Shared[Outcome[T]] = field(default_factory=lambda: Shared(8))

    def parts(self, workspace: Workspace, theme_name: str, chosen_at: Location) -> Outcome[BrandParts[C, T]]:
        """Return the parts of a brand, or what is wrong with the first that cannot be used; `chosen_at` is blamed when there is no such theme.

        TMPL001, TMPL002: the theme file. TMPL003: contract or template is not there. TMPL004: the contract. TMPL005 to TMPL007: the template.
        TMPL025 (warning): the theme has no template of this form, so that of its base stands in.
        """
        theme = load_theme(workspace, theme_name, chosen_at)
        contract_file = f"{self.folder}/{theme_name}.yaml"
        if theme.value is None:
            return Outcome(None, theme.diagnostics)
        contract_path = workspace.find_input(contract_file)
        if contract_path is None:
            blamed = chosen_at if chosen_at != NOWHERE else Location(contract_file)
            base = base_of(workspace, theme_name)
            return (
                self._of_base(workspace, (theme_name, base), blamed)
                if base
                else Outcome(None, (_absent(contract_file, blamed, self.kind),))
            )
        document = read_yaml_file(contract_path, file=workspace.relative(contract_path), code="TMPL004")
        if document.value is None:
            return Outcome(None, document.diagnostics)
        contract = self.parse(document.value)
        if contract.value is None:
            return Outcome(None, contract.diagnostics)
        template_path = workspace.find_input(f"{self.folder}/{contract.value.template}")
        if template_path is None:
            missing, where = f"{self.folder}/{contract.value.template}", document.value.place("template")
            return Outcome(None, (_absent(missing, where, beside=_beside(contract_path)),))
        template_file = workspace.relative(template_path)
        try:
            template = of_file(self.shared, template_path, template_file, lambda: self.read(template_path, template_file))
        except OSError as fault:
            return Outcome(None, (_unreadable(template_file, fault),))
        if template.value is None:
            return Outcome(None, template.diagnostics)
        return Outcome(BrandParts(theme.value, document.value, contract.value, template_path, template_file, template.value))

    def _of_base(self, workspace: Workspace, names: tuple[str, str], blamed: Location) -> Outcome[BrandParts[C, T]]:
        """Return the parts of the theme that a theme without a template of this form is based on: all of them, so that nothing is mixed."""
        name, base = names
        found = self.parts(workspace, base, blamed)
        if found.value is None:
            return found
        zh = f"主题“{name}”没有 {self.kind.zh} 模板，这一形式整体用主题“{base}”的样子（模板、颜色、字体）"
        en = f"the theme {name!r} has no {self.kind.en} template: this form looks as the theme {base!r} does, colours and fonts too"
        return Outcome(found.value, (*found.diagnostics, warning("TMPL025", zh, en, blamed, _adopt(name, self.kind))))

    @property
    def kind(self) -> Phrase:
        """The program whose templates stand in the folder."""
        name = {"pptx": "PowerPoint", "docx": "Word"}.get(self.folder.rpartition("/")[2], self.folder)
        return Phrase(name, name)


def _unreadable(file: str, fault: OSError) -> Diagnostic:
    reason = fault.strerror or str(fault)
    return error("TMPL005", f"模板不可用，无法读取：{reason}", f"unusable template, it cannot be read: {reason}", Location(file))


def _adopt(name: str, kind: Phrase) -> Phrase:
    suffix = {"PowerPoint": "pptx", "Word": "docx"}.get(kind.en, "…")
    command = f"debrief template adopt FILE.{suffix} --name {name}"
    return Phrase(
        f"采纳公司的模板：{command}；或在 formats 里去掉这种格式", f"adopt the company's: {command}; or leave the format out of `formats`"
    )


def _beside(contract: Path) -> tuple[str, ...]:
    """Return the Office files that stand beside a contract."""
    return tuple(sorted(path.name for path in contract.parent.iterdir() if path.suffix in {".pptx", ".potx", ".docx", ".dotx"}))


def _absent(file: str, where: Location, kind: Phrase | None = None, beside: tuple[str, ...] = ()) -> Diagnostic:
    mend = _adopt(file.rpartition("/")[2].removesuffix(".yaml"), kind) if kind is not None else None
    if beside:
        listed = Phrase(f"旁边有：{'、'.join(beside)}", f"beside the contract: {', '.join(beside)}")
        mend = did_you_mean(file.rpartition("/")[2], beside) or listed
    return error("TMPL003", f"找不到文件“{file}”", f"the file {file!r} is not there", where, mend)
