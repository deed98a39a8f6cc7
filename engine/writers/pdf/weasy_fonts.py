"""Fonts as WeasyPrint will find them: by family name through fontconfig, never a substitute."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from functools import cache
from pathlib import Path
from typing import Any

from weasyprint.text.ffi import ffi, fontconfig, pangoft2
from weasyprint.text.fonts import FontConfiguration

from engine.base.records import dataclass
from engine.writers.pdf.font_faults import font_missing


@dataclass(slots=True)
class InstalledFonts:
    """One fontconfig configuration for all documents of a process, and the families it was asked for; `kept` are fonts met so far."""

    configuration: FontConfiguration = field(default_factory=FontConfiguration)
    families: set[str] = field(default_factory=set)
    added: set[Path] = field(default_factory=set)
    kept: dict[int, Any] = field(default_factory=dict)

    @staticmethod
    @cache
    def cached() -> InstalledFonts:
        return InstalledFonts()

    def add(self, files: Iterable[Path]) -> None:
        """Make font files known to this process alone: fontconfig's own folders and settings stay as they are."""
        for file in files:
            if file not in self.added:
                self.added.add(file)
                self.kept.clear()
                fontconfig.FcConfigAppFontAddFile(self.configuration._config, str(file).encode())
                pangoft2.pango_fc_font_map_config_changed(ffi.cast("PangoFcFontMap *", self.configuration.font_map))

    def expect(self, family: str) -> None:
        """Allow a family in documents. Raises EnvironmentFault if it is not installed."""
        if family not in self.families:
            if self._match(family) != family:
                raise font_missing(family)
            self.families.add(family)

    def files(self, family: str) -> tuple[Path, ...]:
        """Return the files that hold faces of a family."""
        found: dict[Path, None] = {}
        for origin in (fontconfig.FcSetSystem, fontconfig.FcSetApplication):
            fonts = fontconfig.FcConfigGetFonts(self.configuration._config, origin)
            for pattern in ffi.unpack(fonts.fonts, fonts.nfont) if fonts else ():
                if family in _strings(pattern, b"family"):
                    found.update(dict.fromkeys(map(Path, _strings(pattern, b"file"))))
        return tuple(found)

    def _match(self, family: str) -> str:
        """Return the first family name of the font that fontconfig chooses."""
        pattern = ffi.gc(fontconfig.FcPatternCreate(), fontconfig.FcPatternDestroy)
        fontconfig.FcPatternAddString(pattern, b"family", family.encode())
        fontconfig.FcConfigSubstitute(self.configuration._config, pattern, fontconfig.FcMatchFont)
        fontconfig.FcDefaultSubstitute(pattern)
        result = ffi.new("FcResult *")
        match = ffi.gc(fontconfig.FcFontMatch(self.configuration._config, pattern, result), fontconfig.FcPatternDestroy)
        names = _strings(match, b"family")
        return family if family in names else names[0] if names else ""


def _strings(pattern: Any, key: bytes) -> list[str]:
    """Return the values of a pattern that are words."""
    found: list[str] = []
    value = ffi.new("FcChar8 **")
    while fontconfig.FcPatternGetString(pattern, key, len(found), value) == fontconfig.FcResultMatch:
        found.append(ffi.string(value[0]).decode())
    return found
