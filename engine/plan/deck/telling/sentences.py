"""Sentences of a paragraph, the statement each begins with, and what it says only to a reader of pages (见表)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise

from engine.base.records import replace
from engine.layout.slices import cut_text, slice_spans
from engine.model.inlines import EMPTY, Span, Text

OPENING, CLOSING = "“‘（(《「『【[", "”’）)》」』】]"
ENDS = "。！？!?\n"
PAUSES = "，；：;:"
LONGEST_LEAD, LONGEST_WHOLE, LONGEST_LABEL, SHORTEST_LEAD, SHORTEST_REST = 24.0, 16.0, 18.0, 4.0, 4.0
"""Em of a statement that stands over its sentence, of a sentence never parted, of a label before a colon, of what is too short to be either."""
SHORTEST_PART = 14.0
"""Em of a clause that is a sentence of its own behind a semicolon."""
SHORT = 20
"""A point of fewer characters has no full stop (DESIGN-SYSTEM §7)."""
NARROW_CHARACTER, SPACE = 0.56, 0.25

_DEPENDENT = re.compile(
    r"^(?:与|由于|虽然|尽管|如果|若|当|除|为了|随着|对于|按|从|在|自(?=\s?\d)|因此|所以|但|而|却|其中|其一|其二|其三|也就是说|换句话说|值得)"
    r"|^(?:到|待)第|(?:相比|看|而言|来说|期间|之后|以后|之前|以前|时|起|中|不过|注意的是)$"
)
"""A clause that only says when, or beside what, the next one holds."""
_POINTER = re.compile(r"(?:如下|见下[表图]|见下一[节章页]|见附录)$")


def ems(words: str) -> float:
    """Return about how wide words are, in em."""
    return sum(1.0 if ord(char) > 0x2E7F or char in OPENING + CLOSING else SPACE if char.isspace() else NARROW_CHARACTER for char in words)


def sentences(text: Text) -> tuple[Text, ...]:
    """Return the sentences of a text, each with its mark and without spaces around it; quotes and brackets are never parted.

    Clauses that only a semicolon joins are sentences of their own; where a colon announces them, they stay together.
    """
    whole = (sentence for piece in cut_text(text, _ends(text.plain)) if (sentence := stripped(piece)))
    return tuple(part for sentence in whole for part in _coordinated(sentence))


def _coordinated(sentence: Text) -> tuple[Text, ...]:
    cuts = pauses(sentence, "；")
    colon = next(iter(pauses(sentence, "：")), None)
    if not cuts or (colon is not None and colon < cuts[-1]):
        return (sentence,)
    parts = tuple(stripped(part) for part in cut_text(sentence, cuts))
    return parts if all(ems(part.plain) >= SHORTEST_PART for part in parts) else (sentence,)


def _ends(plain: str) -> list[int]:
    found = []
    for at, char, depth in _outline(plain):
        closes = (
            depth == 0 and char in CLOSING and at > 0 and plain[at - 1] in "。！？" and plain[at + 1 : at + 2] not in tuple(ENDS + PAUSES)
        )
        stops = char == "." and bool(re.match(r"\.\s+[A-Z“]", plain[at:]))
        if depth == 0 and (char in ENDS or closes or stops) and at + 1 < len(plain):
            found.append(at + 1)
    return found


def _outline(plain: str) -> Iterator[tuple[int, str, int]]:
    """Yield each character with how many quotes and brackets are open behind it."""
    depth = 0
    for at, char in enumerate(plain):
        if char in OPENING:
            depth += 1
        elif char in CLOSING:
            depth = max(0, depth - 1)
        yield at, char, depth


def pauses(text: Text, marks: str = PAUSES) -> list[int]:
    """Return the offsets behind the marks that part clauses; none stands inside a quote, a bracket or a fact."""
    plain = text.plain
    facts = {at for start, end, is_fact in _stretches(text) if is_fact for at in range(start, end)}
    return [
        at + 1
        for at, char, depth in _outline(plain)
        if char in marks and not depth and at not in facts and (ord(char) > 0x7F or plain[at + 1 : at + 2].isspace())
    ]


def _stretches(text: Text) -> Iterator[tuple[int, int, bool]]:
    at = 0
    for span in text.spans:
        yield at, at + len(span.text), span.fact is not None
        at += len(span.text)


def stripped(text: Text, marks: str = "") -> Text:
    """Return a text without spaces around it, and without the given marks at its end."""
    plain = text.plain
    start, end = len(plain) - len(plain.lstrip()), len(plain.rstrip().rstrip(marks).rstrip() if marks else plain.rstrip())
    return text if (start, end) == (0, len(plain)) else Text(slice_spans(text.spans, start, end), text.where) if end > start else EMPTY


def lead(sentence: Text) -> tuple[Text, Text]:
    """Return the statement that a sentence begins with and the rest, both without the mark between: all of a short one, EMPTY for none.

    It is the label before a colon, else the first clauses that say something by themselves.
    """
    plain = sentence.plain
    if any(span.ref is not None for span in sentence.spans):
        return EMPTY, sentence
    if ems(plain) <= LONGEST_WHOLE and not pauses(sentence, "：:；;"):
        return stripped(sentence, "。；;"), EMPTY
    label = next(iter(pauses(sentence, "：:")), 0)
    if label and SHORTEST_LEAD - 1 <= ems(plain[: label - 1]) <= LONGEST_LABEL:
        return _parted(sentence, label)
    begun = 0
    for cut in pauses(sentence, "，；："):
        if ems(plain[: cut - 1]) > LONGEST_LEAD:
            break
        clause, said = plain[begun : cut - 1], plain[: cut - 1]
        begun = cut
        if ems(said) >= SHORTEST_LEAD and not _DEPENDENT.search(clause) and ems(plain[cut:]) >= SHORTEST_REST:
            return _parted(sentence, cut)
    return (stripped(sentence, "。；;"), EMPTY) if ems(plain) <= LONGEST_LEAD else (EMPTY, sentence)


def _parted(sentence: Text, cut: int) -> tuple[Text, Text]:
    head, tail = cut_text(sentence, [cut])
    return stripped(head, PAUSES), stripped(tail)


def without_pointers(sentence: Text) -> Text:
    """Return a sentence without the clauses that send a reader to a table or chart by its side: EMPTY if there is nothing else in it."""
    kept = sentence
    while pointer := next(_pointers(kept), None):
        start, end = pointer
        before, after = slice_spans(kept.spans, 0, max(0, start - 1)), slice_spans(kept.spans, end - 1, len(kept.plain))
        kept = Text((*before, *after), kept.where) if start else stripped(Text(slice_spans(kept.spans, end, len(kept.plain)), kept.where))
    ends_open = kept.plain.endswith(("：", ":")) and not has_figure(kept)
    return EMPTY if ends_open or not kept.plain.strip("。，；：. ") else kept


def _pointers(sentence: Text) -> Iterator[tuple[int, int]]:
    """Yield (start, end with its mark) of clauses that only point: the short ones anywhere, longer ones at the end."""
    plain = sentence.plain
    edges = [0, *pauses(sentence), len(plain)] if plain else []
    for start, end in pairwise(edges):
        clause = Text(slice_spans(sentence.spans, start, end), sentence.where)
        words = clause.plain.strip().rstrip("。，；：")
        names = [span.text for span in clause.spans if span.ref is not None]
        points = any(words.endswith(name) for name in names) or bool(_POINTER.search(words))
        if points and not has_figure(clause) and (end == len(plain) or ems(words) <= SHORTEST_LEAD) and (start or end == len(plain)):
            yield start, end


def has_figure(text: Text, visible: AbstractSet[str] = frozenset()) -> bool:
    """Tell whether a text carries a fact, a figure or a stress of its author; facts that are visible beside it do not count."""
    return any(
        span.fact not in visible if span.fact else span.bold or re.search(r"\d", span.text) for span in text.spans if span.ref is None
    )


def full_stopped(sentence: Text) -> Text:
    """Return a sentence that ends as one, where only a semicolon stood."""
    if not sentence.plain.endswith(("；", ";")):
        return sentence
    stop = "。" if sentence.plain.endswith("；") else "."
    return Text((*stripped(sentence, "；;").spans, Span(stop)), sentence.where)


def stressed(sentence: Text, characters: int) -> Text:
    """Return a text whose first characters are bold."""
    head, tail = cut_text(sentence, [characters]) if 0 < characters < len(sentence.plain) else (sentence, EMPTY)
    return Text((*(replace(span, bold=True) for span in head.spans), *tail.spans), sentence.where)
