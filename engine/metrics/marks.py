r"""How a fact travels through a rendered string: `\ue000 id \ue001 text \ue002`. Content itself may not hold these characters."""

from __future__ import annotations

import re

from engine.model.facts import Fact

OPEN, MIDDLE, CLOSE = "\ue000", "\ue001", "\ue002"
MARK = re.compile(f"{OPEN}(?P<id>[^{OPEN}{MIDDLE}{CLOSE}]*){MIDDLE}(?P<text>[^{OPEN}{MIDDLE}{CLOSE}]*){CLOSE}")
_FORBIDDEN = str.maketrans("", "", OPEN + MIDDLE + CLOSE)


def mark(fact: Fact) -> str:
    """Return the fact's text with its id wrapped around it."""
    return f"{OPEN}{fact.id}{MIDDLE}{fact.text}{CLOSE}"


def unmarked(text: str) -> str:
    """Return what readers see: every mark replaced by its text."""
    return MARK.sub(lambda match: match["text"], text)


def cleaned(text: str) -> str:
    """Return `text`, taken from a data cell, without the characters that marks are made of."""
    return text.translate(_FORBIDDEN) if OPEN in text or MIDDLE in text or CLOSE in text else text
