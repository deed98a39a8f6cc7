"""What is said of fonts that are not there and of characters that no font has, whatever draws the PDF."""

from __future__ import annotations

from engine.base.diagnostics import Phrase
from engine.base.errors import EnvironmentFault


def characters_missing(characters: str, families: list[str]) -> EnvironmentFault:
    shown, named = "".join(sorted(set(characters))), ", ".join(families)
    return EnvironmentFault(
        f"字体 {named} 里没有这些字符：{shown}",
        f"these characters are in none of the fonts {named}: {shown}",
        Phrase("换一种写法，或在主题中换用含有它们的字体", "write it another way, or name a font in the theme that has them"),
    )


def font_missing(family: str) -> EnvironmentFault:
    return EnvironmentFault(
        f"没有安装字体“{family}”，PDF 中的文字会变成方框",
        f"the font family {family!r} is not installed: text in the PDF would turn into boxes",
        Phrase("运行 debrief doctor；Debian：apt-get install fonts-noto-cjk", "run debrief doctor; Debian: apt-get install fonts-noto-cjk"),
    )
