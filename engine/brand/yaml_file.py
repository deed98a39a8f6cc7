"""Theme and contract files: YAML read as text values with the place of each.

Every scalar stays the text that was typed (`143450` is a colour, not a number); a schema (`yaml_schema`) turns it into what the field is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import yaml

from engine.base.diagnostics import Location, Outcome, Phrase, error
from engine.base.records import dataclass

Value = str | list["Value"] | dict[str, "Value"]
Steps = tuple[str | int, ...]

SIZE_LIMIT = 256 * 1024
DEPTH_LIMIT = 16
_TABS = Phrase("缩进用空格，不用制表符", "indent with spaces, not with tabs")


@dataclass(frozen=True, slots=True)
class YamlFile:
    """`places` holds where each value starts, by the keys and indexes that lead to it; `keys` the same for mapping keys."""

    file: str
    value: Value
    places: Mapping[Steps, Location]
    keys: Mapping[Steps, Location]

    def place(self, *steps: str | int) -> Location:
        """Return where the value stands, or the nearest one around it."""
        while steps and steps not in self.places:
            steps = steps[:-1]
        return self.places.get(steps, Location(self.file))


class _Refused(Exception):
    """Never leaves this file."""

    def __init__(self, zh: str, en: str, event: yaml.Event) -> None:
        super().__init__(en)
        self.message = Phrase(zh, en)
        self.event = event


def read_yaml_file(path: Path, *, file: str, code: str) -> Outcome[YamlFile]:
    """Read the file at `path` as `read_yaml` does; one that cannot be read at all is told with the same code."""
    try:
        blob = path.read_bytes()
    except OSError as fault:
        reason = fault.strerror or str(fault)
        return _refuse(code, f"文件无法读取：{reason}", f"the file cannot be read: {reason}", Location(file))
    return read_yaml(blob, file=file, code=code)


@lru_cache(maxsize=16)
def read_yaml(blob: bytes, *, file: str, code: str) -> Outcome[YamlFile]:
    """Read one mapping. `code` is the diagnostic code of every refusal: no UTF-8, a YAML mistake, a duplicate key, an alias or a tag.

    The same bytes are read once: nobody changes what is in a `YamlFile`.
    """
    if len(blob) > SIZE_LIMIT:
        return _refuse(code, f"文件大于 {SIZE_LIMIT // 1024} KiB", f"the file is larger than {SIZE_LIMIT // 1024} KiB", Location(file))
    try:
        text = blob.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _refuse(code, "文件不是 UTF-8 编码", "the file is not UTF-8", Location(file))
    reader = _Reader(file)
    try:
        value = reader.document(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        where = Location(file, mark.line + 1, mark.column + 1) if mark else Location(file)
        reason = getattr(problem, "problem", None) or str(problem)
        line = text.splitlines()[where.line - 1] if where.line and where.line <= len(text.splitlines()) else ""
        tab = _TABS if "\t" in line[: len(line) - len(line.lstrip())] else None
        return _refuse(code, f"YAML 写法有误：{reason}", f"not valid YAML: {reason}", where, tab)
    except _Refused as refusal:
        return _refuse(code, refusal.message.zh, refusal.message.en, _place(file, refusal.event))
    return Outcome(YamlFile(file, value, reader.places, reader.keys))


def _refuse(code: str, zh: str, en: str, where: Location, hint: Phrase | None = None) -> Outcome[YamlFile]:
    return Outcome(None, (error(code, zh, en, where, hint),))


def _place(file: str, event: yaml.Event) -> Location:
    mark = event.start_mark
    return Location(file, mark.line + 1, mark.column + 1) if mark else Location(file)


class _Reader:
    """Builds plain values from parser events, so that nesting is counted before anything recurses."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.places: dict[Steps, Location] = {}
        self.keys: dict[Steps, Location] = {}

    def document(self, events: Iterator[yaml.Event]) -> Value:
        value: Value | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if value is not None:
                    raise _Refused("只允许一个 YAML 文档", "only one YAML document is allowed", event)
                value = self._value(next(events), events, ())
                if not isinstance(value, dict):
                    raise _Refused("最外层应是键值映射", "expected one mapping at the top", event)
        return {} if value is None else value

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], steps: Steps) -> Value:
        if len(steps) > DEPTH_LIMIT:
            raise _Refused("嵌套过深", "nested too deeply", event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Refused("不支持锚点与别名", "anchors and aliases are not supported", event)
        if getattr(event, "tag", None):
            raise _Refused("不支持标签", "tags are not supported", event)
        self.places[steps] = _place(self.file, event)
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, steps)
        return self._mapping(events, steps)

    def _sequence(self, events: Iterator[yaml.Event], steps: Steps) -> Value:
        items: list[Value] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._value(event, events, (*steps, len(items))))
        return items

    def _mapping(self, events: Iterator[yaml.Event], steps: Steps) -> Value:
        members: dict[str, Value] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _Refused("键必须是文字", "a key must be text", event)
            key = str(event.value)
            if key in members:
                raise _Refused(f"键“{key}”重复", f"key {key!r} is given twice", event)
            self.keys[(*steps, key)] = _place(self.file, event)
            members[key] = self._value(next(events), events, (*steps, key))
        return members
