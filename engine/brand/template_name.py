"""The `template:` of a contract: the name of the Office file beside it."""

from __future__ import annotations

import re

from engine.base.diagnostics import Phrase
from engine.brand.yaml_mistakes import refusal


def template_name(value: object, endings: tuple[str, ...]) -> str:
    """Return the file name of a template. Raises when it is none, has another ending, or leads to another folder."""
    text = value if isinstance(value, str) else ""
    known = "、".join(f".{ending}" for ending in endings), " or ".join(f".{ending}" for ending in endings)
    if not text or not text.endswith(tuple(f".{ending}" for ending in endings)):
        raise refusal(Phrase(f"模板是 {known[0]} 文件", f"a template is a {known[1]} file"))
    name = re.split(r"[/\\]", text)[-1]
    if name != text:
        raise refusal(
            Phrase("模板放在契约旁边，只写文件名", "the template stands beside the contract: its file name alone is said"),
            Phrase(f"写 {name}", f"write {name}"),
        )
    return text
