"""The subset of Excel number formats that our charts use, printed as Office prints them.

Understood: up to three `;` sections (positive, negative, zero), `#,##0`, decimals with 0, `%`, quoted words, plain signs.
ECMA-376 part 1, 18.8.31; rounding is half away from zero, as in Excel.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

MINUS = "−"

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|([#0,]*[#0](?:\.0+)?)|(%)|(.)', re.DOTALL)


def format_number(value: float, code: str) -> str:
    """Return `value` printed by the number format `code`; `General` prints the shortest decimal form."""
    if code == "General":
        return _general(value)
    sections = _sections(code)
    if value < 0 and len(sections) > 1:
        return _section(abs(value), sections[1])
    if value == 0 and len(sections) > 2:
        return _section(value, sections[2])
    text = _section(abs(value), sections[0])
    return f"-{text}" if value < 0 and any(mark in text for mark in "123456789") else text


def with_minus(code: str) -> str:
    """Return the format with a true minus sign (U+2212) for negative numbers, unless it already says how they look."""
    return code if code == "General" or ";" in code else f'{code};"{MINUS}"{code}'


def signed(code: str) -> str:
    """Return the format of a change: + or − always printed, zero plain."""
    base = _sections(code)[0]
    base = "0" if base == "General" else base.removeprefix("+")
    return f'"+"{base};"{MINUS}"{base};{base}'


def _sections(code: str) -> list[str]:
    parts, current, quoted = [], "", False
    for character in code:
        quoted ^= character == '"'
        if character == ";" and not quoted:
            parts.append(current)
            current = ""
        else:
            current += character
    return [*parts, current]


def _section(value: float, section: str) -> str:
    tokens = _TOKEN.findall(section)
    factor = 100 ** sum(1 for token in tokens if token[3])
    return "".join(
        quoted or escaped or percent or plain or _digits(value * factor, number) for quoted, escaped, number, percent, plain in tokens
    )


def _digits(value: float, pattern: str) -> str:
    if not pattern:
        return ""
    whole, _, fraction = pattern.partition(".")
    exact = Decimal(repr(value)).quantize(Decimal(1).scaleb(-len(fraction)), rounding=ROUND_HALF_UP)
    text = f"{exact:,f}" if "," in whole else f"{exact:f}"
    return text if "0" in whole or exact >= 1 else text.removeprefix("0")


def _general(value: float) -> str:
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else f"{value:.10g}"
