"""The faces of a theme: what the template names, what Chinese takes where it names none, and what measures and PDFs take here."""

from __future__ import annotations

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass
from engine.brand.adopt.adopted import Installed
from engine.brand.inspect.faces import has_chinese
from engine.brand.inspect.seen_theme import FontSet

USUAL_LATIN = USUAL_EA = "Microsoft YaHei"
_SERIF_SIGNS = ("宋", "仿", "楷", "明", "song", "ming", "serif", "fang", "kai", "times", "georgia", "garamond", "cambria", "palatino")
_SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "SimHei", "WenQuanYi Micro Hei")
_SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "Songti SC", "STZhongsong")


@dataclass(frozen=True, slots=True)
class ChosenFace:
    """`latin` and `ea` go into Office files, `pdf` is the family that text is measured with here; `notes` say what was chosen and why."""

    latin: str
    ea: str
    pdf: str
    notes: tuple[Phrase, ...]


def chosen_face(fonts: FontSet, installed: Installed) -> ChosenFace:
    """Choose the faces of headings or body.

    A theme without a Chinese face takes the one it lists for simplified Chinese if that has serifs where the Latin face has them, else a
    usual one.
    """
    notes: list[Phrase] = []
    latin = fonts.latin or USUAL_LATIN
    if not fonts.latin:
        notes.append(Phrase(f"模板没有西文字体，用 {latin}", f"the template names no Latin face: {latin}"))
    ea = fonts.ea if has_chinese(fonts.ea) else ""
    if not ea:
        fitting = bool(fonts.hans) and is_serif(fonts.hans) == is_serif(latin)
        ea = fonts.hans if fitting else USUAL_EA
        zh_why, en_why = ("主题给简体中文列的替补", "its fallback for simplified Chinese") if fitting else ("常用的一种", "a usual one")
        zh, en = f"模板没有中文字体，用“{ea}”（{zh_why}）", f"the template names no Chinese face: {ea!r}, {en_why}"
        notes.append(Phrase(zh, en))
    pdf = _measured(ea, installed)
    if pdf != ea:
        notes.append(Phrase(f"这台机器没有“{ea}”，PDF 和排版用“{pdf}”", f"{ea!r} is not installed here: PDF and measuring take {pdf!r}"))
    if not installed(latin) and latin != ea:
        notes.append(
            Phrase(
                f"这台机器没有“{latin}”，PDF 里的西文也用“{pdf}”",
                f"{latin!r} is not installed here: Latin text of the PDF is in {pdf!r}, too",
            )
        )
    return ChosenFace(latin, ea, pdf, tuple(notes))


def is_serif(face: str) -> bool:
    name = face.casefold()
    return any(sign in name for sign in _SERIF_SIGNS) and "sans" not in name


def _measured(ea: str, installed: Installed) -> str:
    """Return the installed family with Chinese signs that is most like a face; the first usual one when none is installed."""
    likely = (*_SERIF, *_SANS) if is_serif(ea) else _SANS
    return next((name for name in (ea, *likely) if installed(name)), likely[0])
