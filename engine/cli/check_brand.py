"""`debrief check FILE`: a finished file against the brand that it says it wears, or that the user names."""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, Severity
from engine.base.errors import UsageError
from engine.base.records import dataclass
from engine.base.workspace import Workspace
from engine.brand.brand_rules import brand_rules
from engine.checks.branded import check_branded
from engine.model.file_ledger import FileLedger


@dataclass(frozen=True, slots=True)
class Wardrobe:
    """Where themes are looked for. `named` is the theme that the user wants files to be judged by, empty for that which each names itself."""

    workspace: Workspace
    named: str = ""

    def findings(self, format_name: str, blob: bytes, file: str, ledger: FileLedger | None) -> Iterator[Diagnostic]:
        """Yield what breaks with the brand; a note when the theme of the file is not here. Nothing for files that name none.

        Raises UsageError when the theme that the user named cannot be used.
        """
        theme = self.named or (ledger.theme if ledger is not None else "")
        if not theme:
            return
        found = brand_rules(self.workspace, theme, format_name)
        if found.value is not None:
            yield from check_branded(format_name, blob, file, found.value)
        elif self.named:
            trouble = next(item for item in found.diagnostics if item.is_error)
            raise UsageError(trouble.message.zh, trouble.message.en, trouble.hint)
        else:
            yield Diagnostic(
                "BRAND010",
                Severity.INFO,
                Phrase(
                    f"没有按品牌检查：这里没有可用的主题“{theme}”", f"the brand was not checked: there is no usable theme {theme!r} here"
                ),
                Location(file),
                Phrase(
                    "在有该主题的工作区里检查，或用 --theme 指定", "check it in a workspace that has the theme, or name one with --theme"
                ),
            )
