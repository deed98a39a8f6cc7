"""What pydantic's errors mean to an author."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from engine.base.diagnostics import Diagnostic, Location, Phrase, error
from engine.base.registry import nearest
from engine.load.folding import is_chinese
from engine.load.locate import MapNode, Node, ScalarNode, SeqNode, descend, plain
from engine.load.schema_walk import models_at
from engine.load.yaml_mistakes import full_width_colon

Steps = tuple[str | int, ...]

_EXPECTED = {
    "text_type": Phrase("文字", "text"),
    "string_type": Phrase("文字", "text"),
    "int_type": Phrase("整数", "a whole number"),
    "int_from_float": Phrase("整数", "a whole number"),
    "int_parsing": Phrase("整数", "a whole number"),
    "float_type": Phrase("数", "a number"),
    "float_parsing": Phrase("数", "a number"),
    "bool_type": Phrase("true 或 false", "true or false"),
    "bool_parsing": Phrase("true 或 false", "true or false"),
    "list_type": Phrase("列表", "a list"),
    "tuple_type": Phrase("列表", "a list"),
    "dict_type": Phrase("映射（键: 值）", "a mapping (key: value)"),
    "model_type": Phrase("映射（键: 值）", "a mapping (key: value)"),
    "model_attributes_type": Phrase("映射（键: 值）", "a mapping (key: value)"),
    "none_required": Phrase("空", "nothing"),
}
_MAPPINGS = frozenset({"dict_type", "model_type", "model_attributes_type"})
_BOUNDS = {
    "greater_than": ("gt", Phrase("应大于 {}", "should be more than {}")),
    "greater_than_equal": ("ge", Phrase("应不小于 {}", "should be at least {}")),
    "less_than": ("lt", Phrase("应小于 {}", "should be less than {}")),
    "less_than_equal": ("le", Phrase("应不大于 {}", "should be at most {}")),
    "too_short": ("min_length", Phrase("至少要有 {} 项", "should have at least {} items")),
    "too_long": ("max_length", Phrase("最多 {} 项", "should have at most {} items")),
    "string_too_short": ("min_length", Phrase("至少要有 {} 个字", "should have at least {} characters")),
    "string_too_long": ("max_length", Phrase("最多 {} 个字", "should have at most {} characters")),
}


def real_path(content: Any, loc: Steps) -> Steps:
    """Return the steps of `loc` that the content has: without a missing key, and without pydantic's names of union members."""
    taken: list[str | int] = []
    for step in loc:
        if isinstance(content, dict) and step in content:
            content = content[str(step)]
        elif isinstance(content, list) and isinstance(step, int) and step < len(content):
            content = content[step]
        else:
            continue
        taken.append(step)
    return tuple(taken)


def explain_all(node: Node, details: Sequence[ErrorDetails], schema: type[BaseModel]) -> tuple[Diagnostic, ...]:
    """Return one diagnostic for each mistake.

    A value that fits none of several forms gives pydantic one error for each form; they are told as one, and not at all when the
    value took one of the forms and is wrong further inside.
    """
    content = plain(node)
    by_path: dict[Steps, list[ErrorDetails]] = {}
    for detail in details:
        by_path.setdefault(real_path(content, detail["loc"]), []).append(detail)
    found: list[Diagnostic] = []
    for path, group in by_path.items():
        types = [detail for detail in group if detail["type"] in _EXPECTED]
        others = [detail for detail in group if detail["type"] not in _EXPECTED]
        inside = any(other != path and other[: len(path)] == path for other in by_path)
        if types and not others and not inside:
            found.append(_wrong_type(node, path, types))
        found.extend(_explain(node, path, detail, schema) for detail in _of_one_form(others))
    return tuple(found)


def _of_one_form(details: Sequence[ErrorDetails]) -> Sequence[ErrorDetails]:
    """Keep all missing keys but only the first of other complaints about one value."""
    missing = [detail for detail in details if detail["type"] == "missing"]
    return missing or details[:1]


def _explain(node: Node, path: Steps, detail: ErrorDetails, schema: type[BaseModel]) -> Diagnostic:
    place = descend(node, path).where
    kind, context = detail["type"], detail.get("ctx", {})
    name = _name(path)
    match kind:
        case "missing":
            key = str(detail["loc"][-1])
            return error("YAML021", f"缺少 {key}", f"{key} is missing", place, _missing_hint(detail, schema))
        case "extra_forbidden":
            return _unknown_key(node, path, detail, schema)
        case "literal_error" | "enum" if detail["loc"][-1] == "[key]":
            return _no_such_key(node, path, str(context.get("expected", "")))
        case "literal_error" | "enum":
            return _no_choice(name, detail["input"], str(context.get("expected", "")), place)
        case "mistake":
            hint = Phrase(context["hint_zh"], context["hint_en"]) if context["hint_zh"] else None
            return error("YAML025", context["zh"], context["en"], place, hint)
        case _ if kind in _BOUNDS:
            text = isinstance(detail["input"], str) and kind in {"too_short", "too_long"}
            field, phrase = _BOUNDS[f"string_{kind}" if text else kind]
            limit = f"{context[field]:g}"
            return error("YAML024", f"{name.zh} {phrase.zh.format(limit)}", f"{name.en} {phrase.en.format(limit)}", place)
        case _:
            said = _both(detail["msg"].removeprefix("Value error, "))
            return error("YAML025", f"{name.zh}：{said.zh}", f"{name.en}: {said.en}", place)


def _name(path: Steps) -> Phrase:
    """Return what to call a value: its key, and `[n]` behind it for the n-th item of a list, counting from 1."""
    items = ""
    for step in reversed(path):
        if isinstance(step, str):
            return Phrase(step + items, step + items)
        items = f"[{step + 1}]{items}"
    return Phrase(items or "此处", items or "this value")


def _wrong_type(node: Node, path: Steps, details: Sequence[ErrorDetails]) -> Diagnostic:
    target = descend(node, path)
    expected = list(dict.fromkeys(_EXPECTED[detail["type"]] for detail in details))
    zh, en = "或".join(phrase.zh for phrase in expected), " or ".join(phrase.en for phrase in expected)
    got, name = _shape(target), _name(path)
    if any(detail["type"] in _MAPPINGS for detail in details) and (colon := wide_colon(target)) is not None:
        return full_width_colon(colon)
    return error("YAML022", f"{name.zh} 应为{zh}，得到{got.zh}", f"{name.en} should be {en}, not {got.en}", target.where)


def wide_colon(node: Node) -> Location | None:
    """Return the place of the full-width colon in a text such as `标题：值`, which was meant as a mapping; None for other nodes."""
    match = re.match(r"[^\s：，。；]{1,20}(?=：)", node.text) if isinstance(node, ScalarNode) else None
    return node.text.at(match.end()) if match is not None and isinstance(node, ScalarNode) else None


def _shape(node: Node) -> Phrase:
    match node:
        case MapNode():
            return Phrase("映射", "a mapping")
        case SeqNode():
            return Phrase("列表", "a list")
        case ScalarNode(value=None):
            return Phrase("空值", "nothing")
        case ScalarNode(value=bool()):
            return Phrase(f" {node.text}", f"{node.text}")
        case ScalarNode(value=str()):
            short = node.text if len(node.text) <= 20 else f"{node.text[:20]}…"
            return Phrase(f"文字“{short}”", f"the text {short!s}")
        case ScalarNode():
            return Phrase(f"数 {node.text}", f"the number {node.text}")


def _unknown_key(node: Node, path: Steps, detail: ErrorDetails, schema: type[BaseModel]) -> Diagnostic:
    key = str(detail["loc"][-1])
    parent = descend(node, path[:-1])
    place = parent.key(key) if isinstance(parent, MapNode) else None
    known = [name for model in models_at(schema, detail["loc"][:-1]) for name in field_names(model)]
    unused = [name for name in known if not isinstance(parent, MapNode) or parent.get(name) is None]
    close = nearest(key, unused)
    hint = Phrase(f"是不是“{close}”？", f"did you mean {close!r}?") if close else None
    if isinstance(parent, MapNode) and _is_cut_off(parent.get(key)):
        hint = Phrase('花括号里含逗号的文字要加引号，如 "1,027 万元"', 'inside braces a text with a comma needs quotes, such as "1,027"')
    elif (home := _home(key, schema, detail)) is not None:
        hint = home
    elif hint is None and known:
        hint = Phrase(f"可用的键：{'、'.join(known)}", f"known are {', '.join(known)}")
    return error("YAML020", f"未知的键“{key}”", f"unknown key {key!r}", place.where if place is not None else parent.where, hint)


def _home(key: str, schema: type[BaseModel], detail: ErrorDetails) -> Phrase | None:
    """Return where a key belongs that somebody wrote here, None when nobody knows."""
    homes = (getattr(model, "belongs", {}).get(key) for model in models_at(schema, detail["loc"][:-1]))
    return next((home for home in homes if home is not None), None)


def _is_cut_off(value: Node | None) -> bool:
    """Tell whether a key has nothing behind it, as the rest of `{figure: 1,027 万元}` behind its comma."""
    return isinstance(value, ScalarNode) and value.value is None and not value.text


def field_names(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys an author may write, in declared order."""
    return tuple(info.alias or name for name, info in model.model_fields.items())


def _missing_hint(detail: ErrorDetails, schema: type[BaseModel]) -> Phrase | None:
    key = str(detail["loc"][-1])
    for model in models_at(schema, detail["loc"][:-1]):
        for name, info in model.model_fields.items():
            if (info.alias or name) == key and info.description:
                said = _both(info.description)
                return Phrase(f"{key}：{said.zh}", f"{key}: {said.en}")
    return None


def _both(words: str) -> Phrase:
    """Return the two languages of `中文 / English`, in whichever order they were written; the same words twice when there is one."""
    first, divider, second = words.partition(" / ")
    if not divider:
        return Phrase(words, words)
    return Phrase(first, second) if any(map(is_chinese, first)) else Phrase(second, first)


def _choices(expected: str) -> list[str]:
    """Return what may be written, of pydantic's `'a', 'b' or 'c'`."""
    return [choice.strip().strip("'") for choice in expected.replace(" or ", ",").split(",")]


def _no_such_key(node: Node, path: Steps, expected: str) -> Diagnostic:
    """Tell of a key that a mapping with keys of its own (languages, say) does not have."""
    parent, key, choices = descend(node, path[:-1]), str(path[-1]), _choices(expected)
    place = parent.key(key) if isinstance(parent, MapNode) else None
    hint = Phrase(f"可用的键：{'、'.join(choices)}", f"known are {', '.join(choices)}")
    return error("YAML020", f"未知的键“{key}”", f"unknown key {key!r}", place.where if place is not None else parent.where, hint)


def _no_choice(name: Phrase, value: object, expected: str, where: Location) -> Diagnostic:
    given = str(value).lower() if isinstance(value, bool) else str(value)
    expected = expected.lower() if expected in {"True", "False"} else expected
    choices = _choices(expected)
    close = nearest(given, choices)
    hint = Phrase(f"是不是“{close}”？", f"did you mean {close!r}?") if close else None
    zh = f"{name.zh} 不能是“{given}”，可选：{'、'.join(choices)}"
    return error("YAML023", zh, f"{name.en} cannot be {given!r}; choose {', '.join(choices)}", where, hint)
