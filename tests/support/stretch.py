"""Finding every text inside a frozen value, and putting a longer one in its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from engine.base.diagnostics import Location
from engine.model.charts import ChartData
from engine.model.inlines import Text, text

T = TypeVar("T")
Path = tuple[str | int, ...]

SENTENCES: Mapping[str, str] = {
    "chinese": "第{n}点，渠道投放效率仍在提高，会员复购占比逐月上升，下半年继续执行。",
    "unbroken": "第{n}点渠道投放效率仍在提高会员复购占比逐月上升下半年继续执行",
    "english": "Point {n}: the internationalization of cross-departmental accountability notwithstanding, results improved. ",
    "mixed": "第{n}点：GMV 8,260 万元（ROI 4.12），Campaign review 618/双 11 与 W5–W6；",
    "address": "https://example.com/reports/2025/mid-year?channel=live-stream&week={n}&team=operations ",
    "number": "{n}2,345,678,901,234,567.89",
    "word": "Donaudampfschifffahrtsgesellschaft{n}",
}
"""One sentence of each kind of writing; `{n}` counts them."""


def long_words(kind: str, length: int) -> str:
    """Return numbered sentences of at least `length` characters."""
    sentences: list[str] = []
    while sum(map(len, sentences)) < length:
        sentences.append(SENTENCES[kind].format(n=len(sentences) + 1))
    return "".join(sentences).strip()


def text_paths(value: object, path: Path = ()) -> Iterator[tuple[str, Path]]:
    """Yield (`Card.body`, path) for every text that has words; the words of chart data that are plain strings are not among them."""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from text_paths(item, (*path, index))
    elif is_dataclass(value) and not isinstance(value, Location | type):
        for field in fields(value):
            inner = getattr(value, field.name)
            if isinstance(inner, Text):
                if inner:
                    yield f"{type(value).__name__}.{field.name}", (*path, field.name)
            elif isinstance(inner, tuple) and inner and isinstance(inner[0], Text):
                for index in range(len(inner)):
                    yield f"{type(value).__name__}.{field.name}", (*path, field.name, index)
            else:
                yield from text_paths(inner, (*path, field.name))


def text_at(value: Any, path: Path) -> Text:
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    assert isinstance(value, Text)
    return value


def with_text(value: T, path: Path, words: str) -> T:
    """Return the value with the text at a path replaced by plain words written at the same place."""
    changed: Any = _changed(value, path, words)
    return changed  # type: ignore[no-any-return]


def _changed(value: Any, path: Path, words: str) -> Any:
    if not path:
        return text(words, where=value.where)
    step, *rest = path
    if isinstance(step, int):
        return (*value[:step], _changed(value[step], tuple(rest), words), *value[step + 1 :])
    return replace(value, **{step: _changed(getattr(value, step), tuple(rest), words)})


def all_texts(value: object) -> list[Text]:
    return [text_at(value, path) for _, path in text_paths(value)]


def repeated(items: tuple[T, ...], count: int) -> tuple[T, ...]:
    """Return `count` items: those given, over and over."""
    return tuple(items[index % len(items)] for index in range(count))


def chart_words(data: ChartData, words: str) -> Iterator[tuple[str, ChartData]]:
    """Yield a chart with each of its plain strings replaced: the first category, series name, band or note."""
    yield "categories", replace(data, categories=(words, *data.categories[1:]))
    yield "series", replace(data, series=(replace(data.series[0], name=words), *data.series[1:]))
    if data.bands:
        yield "bands", replace(data, bands=(replace(data.bands[0], label=words), *data.bands[1:]))
    if data.notes:
        yield "notes", replace(data, notes=(replace(data.notes[0], label=words), *data.notes[1:]))
