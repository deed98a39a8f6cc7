"""What a .docx or .dotx is: the kind of document is told by its content type, not by its name."""

from __future__ import annotations

from engine.base.diagnostics import Phrase
from engine.brand.template_package import TemplateKind

_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
WORD_DOCUMENT = TemplateKind(
    (f"{_WML}.document.main+xml", f"{_WML}.template.main+xml"), Phrase("Word 文档", "Word document"), (".docx", ".dotx"), "ms-word"
)
