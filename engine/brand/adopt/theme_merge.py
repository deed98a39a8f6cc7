"""A theme that was adopted from one form, completed by what the template of the other form says: type sizes of decks, serifs of documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass
from engine.brand.adopt.yaml_text import comment
from engine.brand.yaml_file import Steps, YamlFile, read_yaml

WHOLE, INSIDE = ("scale", "type"), ("fonts", "type")
"""What one form alone needs: whole parts, and parts of which single entries are added. Colours are not added: they go together."""
_ADDED = Phrase("采纳另一种模板时补上的", "added when the template of the other form was adopted")


@dataclass(frozen=True, slots=True)
class MergedTheme:
    """`added` are what the theme lacked, as `scale` or `fonts.serif`; empty: the text is as it was."""

    text: str
    added: tuple[str, ...] = ()


def merged_theme(standing: str, new: str) -> MergedTheme:
    """Return the standing theme with what the new one says and it does not; whatever it says itself stays, its comments, too.

    A standing file that cannot be read, or has a part in one line, is left alone there.
    """
    old = read_yaml(standing.encode(), file="", code="TMPL002").value
    fresh = read_yaml(new.encode(), file="", code="TMPL002").value
    if old is None or fresh is None or not isinstance(old.value, dict) or not isinstance(fresh.value, dict):
        return MergedTheme(standing)
    lines, source = standing.splitlines(), new.splitlines()
    tail: list[str] = []
    added: list[str] = []
    for part in INSIDE:
        lacking = [key for key in _entries(fresh, part) if key not in _entries(old, part)]
        block = _block_end(old, part, lines)
        if part in old.value and lacking and block:
            lines[block:block] = [line for key in lacking for line in _said(fresh, (part, key), source)]
            added += [f"{part}.{key}" for key in lacking]
            old = read_yaml("\n".join((*lines, "")).encode(), file="", code="TMPL002").value or old
    for key in WHOLE:
        if key in fresh.value and key not in old.value:
            tail += _said(fresh, (key,), source)
            added.append(key)
    if not added:
        return MergedTheme(standing)
    said = [*comment(_ADDED), *tail] if tail else []
    return MergedTheme("\n".join((*lines, *said, "")), tuple(added))


def _entries(document: YamlFile, part: str) -> Mapping[str, object]:
    whole = document.value
    value = whole.get(part) if isinstance(whole, dict) else None
    return value if isinstance(value, dict) else {}


def _block_end(document: YamlFile, part: str, lines: list[str]) -> int:
    """Return after which line further entries of a part go, 0 where it stands in one line or is missing."""
    entries = [document.keys[part, key].line for key in _entries(document, part)]
    if not entries or min(entries) == document.keys[(part,)].line:
        return 0
    last = max(entries)
    while last < len(lines) and lines[last].startswith("    "):
        last += 1
    return last


def _said(document: YamlFile, steps: Steps, lines: list[str]) -> Iterator[str]:
    """Yield the lines of an entry of the new theme, with the remarks above it."""
    first = document.keys[steps].line - 1
    indent = "  " * (len(steps) - 1)
    last = first + 1
    while last < len(lines) and lines[last].startswith(f"{indent} ") and lines[last].strip():
        last += 1
    start = first
    while start and lines[start - 1].startswith(f"{indent}#"):
        start -= 1
    yield from lines[start:last]
