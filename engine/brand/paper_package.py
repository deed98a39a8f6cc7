"""Opens a .docx or .dotx as parts; the kind of document is told by its content type, not by its name."""

from __future__ import annotations

import zipfile
from pathlib import Path

from engine.base.diagnostics import Location, Outcome, error
from engine.base.zip_guard import inspect_package
from engine.brand.template_package import TemplatePackage

_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT_TYPE = f"{_WML}.document.main+xml"
DOCUMENT_TYPES = (DOCUMENT_TYPE, f"{_WML}.template.main+xml")


def open_document(path: Path, file: str) -> Outcome[TemplatePackage]:
    """Open a Word document or template; `file` is how diagnostics name it.

    TMPL005: it is no package that can be read safely. TMPL006: it is another kind of document, or one with macros.
    """
    where = Location(file)
    if (finding := inspect_package(path)) is not None:
        return Outcome(None, (error("TMPL005", f"模板不可用：{finding.message.zh}", f"unusable template: {finding.message.en}", where),))
    package = TemplatePackage(zipfile.ZipFile(path))
    main = package.main_part()
    kind = package.content_type(main) if main else ""
    if kind in DOCUMENT_TYPES:
        return Outcome(package)
    if "macroEnabled" in kind:
        zh, en = "模板含有宏；请另存为不含宏的 .docx 或 .dotx", "the template has macros; save it as .docx or .dotx without macros"
    else:
        zh, en = "文件不是 Word 文档或模板", "the file is not a Word document or template"
    return Outcome(None, (error("TMPL006", zh, en, where),))
