from __future__ import annotations

from engine.writers.pdf.font_faults import characters_missing, font_missing


def test_missing_characters_are_listed_once() -> None:
    fault = characters_missing("✔✔☑", ["Noto Sans CJK SC"])
    assert fault.message.en == "these characters are in none of the fonts Noto Sans CJK SC: ☑✔"
    assert fault.message.zh == "字体 Noto Sans CJK SC 里没有这些字符：☑✔"


def test_a_family_that_is_not_there_is_named_with_the_mend() -> None:
    fault = font_missing("Harbor Grotesk")
    assert fault.message.en.startswith("the font family 'Harbor Grotesk' is not installed")
    assert fault.hint is not None
    assert "fonts-noto-cjk" in fault.hint.zh
