"""The settings of an adopted Word template: no macros' leftovers, no protection, and the mode in which Word lays tables out as the PDF does."""

from __future__ import annotations

from lxml import etree

from engine.base.diagnostics import Phrase
from engine.brand.adopt.word_file import WordFile
from engine.brand.adopt.word_xml import DECLARED, drop, node
from engine.brand.paper_template import W

_NOT_OURS = (
    "attachedTemplate", "documentProtection", "writeProtection", "mailMerge", "trackRevisions", "updateFields", "revisionView", "rsids", "docVars",
    "saveThroughXslt", "linkStyles", "formsDesign", "attachedSchema", "schemaLibrary",
)  # fmt: skip
_MODE, _NEWEST = "compatibilityMode", 15
_URI = "http://schemas.microsoft.com/office/word"
_AFTER_COMPAT = frozenset({
    "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures",
    "forceUpgrade", "captions", "readModeInkLockDown", "smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol",
    "listSeparator", "docId", "conflictMode", "discardImageEditingData", "defaultImageDpi", "chartTrackingRefBased",
})  # fmt: skip
"""What stands behind `w:compat` in the schema, with what newer versions of Word put there."""


def fit_settings(word: WordFile, told: list[Phrase], *, even: bool) -> None:
    """Change the settings in place, and tell what a person would notice; `even` keeps headers of even pages."""
    part = word.part("settings")
    if not part:
        part, _ = word.add("settings", f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:settings {DECLARED}/>')
    root = word.tree(part)
    word.drop_links(part, "attachedTemplate", "mailMergeSource", "mailMergeHeaderSource", "transform")
    drop(root, *_NOT_OURS, *(() if even else ("evenAndOddHeaders",)))
    compat = root.find(f"{W}compat")
    if compat is None:
        compat = node("compat")
        _place(root, compat)
    drop(
        compat, "doNotUseHTMLParagraphAutoSpacing"
    )  # white between two paragraphs is the larger of what they ask for, as the planner has it
    mode = next((each for each in compat.iterfind(f"{W}compatSetting") if each.get(f"{W}name") == _MODE), None)
    if mode is None:
        mode = node("compatSetting", name=_MODE, uri=_URI, val=0)
        compat.append(mode)
    if mode.get(f"{W}val") != str(_NEWEST):
        mode.set(f"{W}val", str(_NEWEST))
        told.append(
            Phrase(
                "兼容模式改为 Word 2013 及以后：表格与正文对齐",
                "compatibility mode is that of Word 2013 and later: tables are flush with the text",
            )
        )


def _place(root: etree._Element, compat: etree._Element) -> None:
    before = next((each for each in root if etree.QName(each).localname in _AFTER_COMPAT), None)
    if before is None:
        root.append(compat)
    else:
        before.addprevious(compat)
