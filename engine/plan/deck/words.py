"""The fixed words of a deck, in the language of the report."""

from __future__ import annotations

from engine.base.diagnostics import Language, Phrase

APPENDIX = Phrase("附录：数据来源与口径", "Appendix: data sources and definitions")
AGENDA = Phrase("目录", "Agenda")
SOURCE = Phrase("来源：", "Source: ")
PRESENTER = Phrase("汇报人", "Presented by")
DATE = Phrase("汇报日期", "Date")
QUESTIONS = Phrase("本章回答{count}个问题", "Questions this part answers: {count}")
CONTENTS = Phrase("本章内容", "In this part")
CONTINUED = Phrase("（续 {page}/{pages}）", " (cont. {page}/{pages})")
GOES_ON = Phrase("（续）", " (cont.)")
FRONT = Phrase("封面与目录", "Cover and agenda")
SOURCE_MORE = Phrase("；其余见备注", "; more in the notes")
UNIT_GAP = Phrase("  ", " · ")
COLON, COMMA, CLAUSE = Phrase("：", ": "), Phrase("、", ", "), Phrase("，", ", ")
OPEN, CLOSE = Phrase("（", " ("), Phrase("）", ")")
SEPARATOR = Phrase("；", "; ")

_HAN = "零一二三四五六七八九十"


def number_word(count: int, language: Language) -> str:
    """Return a small number as a word that counts things in Chinese (两, 三), as digits otherwise and above ten."""
    if language is not Language.ZH or count > 10:
        return str(count)
    return "两" if count == 2 else _HAN[count]
