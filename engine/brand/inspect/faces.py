"""What a template's East Asian face lacks: it names none, or a face without Chinese."""

from __future__ import annotations

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning

_WITHOUT_HAN = frozenset({
    "aptos", "arial", "calibri", "calibri light", "cambria", "candara", "century gothic", "consolas", "constantia", "corbel", "courier new",
    "franklin gothic book", "garamond", "georgia", "gill sans mt", "helvetica", "helvetica neue", "lato", "montserrat", "open sans",
    "palatino linotype", "perpetua", "roboto", "segoe ui", "tahoma", "times", "times new roman", "trebuchet ms", "tw cen mt", "verdana",
})  # fmt: skip
"""Widespread faces that have no Chinese signs at all."""


def has_chinese(face: str) -> bool:
    """Tell whether a face may have Chinese signs: it has a name, and is not one of those that are known to have none."""
    return bool(face) and face.casefold() not in _WITHOUT_HAN


def east_asian_trouble(ea: str, hans: str, subject: Phrase, where: Location) -> Diagnostic | None:
    """Return TMPL015 when Chinese text of `subject` has no face of its own; `hans` is what the theme lists for simplified Chinese."""
    mend = Phrase(
        "在 PowerPoint 中：视图 > 幻灯片母版 > 字体 > 自定义字体，设置“中文”字体；Word：设计 > 字体 > 自定义字体",
        "PowerPoint: View > Slide Master > Fonts > Customize Fonts, set the Asian face; Word: Design > Fonts > Customize Fonts",
    )
    if not ea:
        zh = f"{subject.zh}没有中文字体" + (f"，只列了替补“{hans}”，并非所有软件都用" if hans else "，中文由各软件自选字体")
        en = f"{subject.en} names no East Asian face" + (
            f", only the fallback {hans!r}, which not every program takes" if hans else ": each program takes what it likes for Chinese"
        )
        return warning("TMPL015", zh, en, where, mend)
    if not has_chinese(ea):
        zh = f"{subject.zh}的中文字体是“{ea}”，其中没有汉字"
        return warning("TMPL015", zh, f"the East Asian face of {subject.en} is {ea!r}, which has no Chinese signs", where, mend)
    return None
