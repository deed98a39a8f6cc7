"""FONT010: Chinese text is set without a font for it.

What it does: follows each run with Han characters through shape, placeholder, style, master and theme, and looks for the font that East Asian text
is set in (`a:ea`, `w:eastAsia`). A theme counts that names one, also for the script Hans.
Why it matters: each program then takes a font of its own: the same file looks different everywhere, and lines break elsewhere.

Fails: 年中述职 in Calibri alone, where neither styles nor theme name a font for East Asian text.
Passes: the same with `<a:ea typeface="+mn-ea"/>` and a theme that names 微软雅黑.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.checks.drawn.definition import DrawnCheck, on_page, quoted
from engine.probe.drawn import HAN, DrawnFile


def run(drawn: DrawnFile, where: Location) -> Iterator[Diagnostic]:
    told = set()
    for text in drawn.texts:
        if not text.has_ea and HAN.search(text.words) and (text.page, text.place) not in told:
            told.add((text.page, text.place))
            at, called = on_page(drawn, text.page), quoted(text.words, Phrase("", ""))
            yield warning(
                "FONT010",
                f"{at.zh}的{called.zh}没有中文字体",
                f"{called.en} {at.en} has no font for Chinese",
                where,
                Phrase(
                    "在主题字体里设“东亚字体”，或给文字选一个中文字体",
                    "set an East Asian font in the theme, or give the text a Chinese font",
                ),
            )


CHECK = DrawnCheck("FONT010", ("pptx", "docx"), run)
