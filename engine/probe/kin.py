"""The kin of decks and documents, by suffix: with macros, as a show, as a template. A table only: commands that open nothing ask it, too."""

from __future__ import annotations

from collections.abc import Mapping

_SHOWN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_WRITTEN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OFFICE, _OPEN = "application/vnd.ms-", "application/vnd.openxmlformats-officedocument."
KIN: Mapping[str, tuple[str, str, str]] = {
    ".pptm": ("pptx", f"{_OFFICE}powerpoint.presentation.macroEnabled.main+xml", _SHOWN),
    ".ppsx": ("pptx", f"{_OPEN}presentationml.slideshow.main+xml", _SHOWN),
    ".ppsm": ("pptx", f"{_OFFICE}powerpoint.slideshow.macroEnabled.main+xml", _SHOWN),
    ".potx": ("pptx", f"{_OPEN}presentationml.template.main+xml", _SHOWN),
    ".potm": ("pptx", f"{_OFFICE}powerpoint.template.macroEnabled.main+xml", _SHOWN),
    ".docm": ("docx", f"{_OFFICE}word.document.macroEnabled.main+xml", _WRITTEN),
    ".dotx": ("docx", f"{_OPEN}wordprocessingml.template.main+xml", _WRITTEN),
    ".dotm": ("docx", f"{_OFFICE}word.template.macroEnabledTemplate.main+xml", _WRITTEN),
}
"""By suffix: the format that it is read as, the content type of its main part, and that of the format."""
