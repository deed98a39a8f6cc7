"""A .potx or .ppsx as the .pptx that it becomes: only the content type of its main part differs."""

from __future__ import annotations

import io
import zipfile
from typing import Final

_TYPES: Final = "[Content_Types].xml"
_PML: Final = b"application/vnd.openxmlformats-officedocument.presentationml."
_OTHERS: Final = (_PML + b"template.main+xml", _PML + b"slideshow.main+xml")


def as_presentation(template: bytes) -> bytes:
    """Return the package with a presentation as its main part, which python-pptx asks for; one that has it comes back as it is."""
    with zipfile.ZipFile(io.BytesIO(template)) as package:
        types = package.read(_TYPES)
        if not any(other in types for other in _OTHERS):
            return template
        for other in _OTHERS:
            types = types.replace(other, _PML + b"presentation.main+xml")
        changed = io.BytesIO()
        with zipfile.ZipFile(changed, "w") as target:
            for entry in package.infolist():
                if not entry.is_dir():
                    target.writestr(entry.filename, types if entry.filename == _TYPES else package.read(entry))
    return changed.getvalue()
