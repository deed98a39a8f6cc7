"""What a schema of theme and contract files found wrong, in the words of who wrote the file, and the mend."""

from __future__ import annotations

from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails, PydanticCustomError

from engine.base.diagnostics import Diagnostic, Phrase, error
from engine.base.registry import nearest
from engine.brand.yaml_file import Steps, YamlFile


def refusal(reason: Phrase, hint: Phrase | None = None) -> PydanticCustomError:
    """Return what a validator raises to say, in both languages, what a value should be, and the mend."""
    mend = {} if hint is None else {"hint_zh": hint.zh, "hint": hint.en}
    return PydanticCustomError("phrase", "{en}", {"en": reason.en, "zh": reason.zh, **mend})


def did_you_mean(name: str, known: Mapping[str, object] | tuple[str, ...]) -> Phrase | None:
    close = nearest(name, known)
    return Phrase(f"是否想写“{close}”？", f"did you mean {close!r}?") if close else None


def mistake(details: ErrorDetails, schema: type[BaseModel], document: YamlFile, code: str) -> Diagnostic:
    """Return one mistake at its place: of an unknown field where its name stands, of anything else where the value stands."""
    steps: Steps = details["loc"]
    match details["type"]:
        case "missing":
            path = _path(steps)
            return error(code, f"缺少“{path}”", f"{path!r} is missing", document.place(*steps), _fields_named(schema, steps, document))
        case "extra_forbidden":
            where = document.keys.get(steps) or document.place(*steps)
            path, fields = _path(steps), _fields(_at(schema, steps[:-1]))
            hint = did_you_mean(str(steps[-1]), fields)
            if hint is None and fields:
                hint = Phrase(f"这里可以写：{'、'.join(fields)}", f"known here: {', '.join(fields)}")
            return error(code, f"未知字段“{path}”", f"unknown field {path!r}", where, hint)
        case _:
            return _wrong_value(details, _at(schema, steps), document, code)


def _wrong_value(details: ErrorDetails, kind: Any, document: YamlFile, code: str) -> Diagnostic:
    steps: Steps = details["loc"]
    where = document.place(*steps)
    while steps and steps not in document.places:  # a colour alone is written without its `hex`
        steps = steps[:-1]
    path, given, context = _path(steps), details["input"], details.get("ctx", {})
    if details["type"] == "phrase":
        reason = Phrase(context["zh"], context["en"])
        hint = Phrase(context["hint_zh"], context["hint"]) if "hint" in context else None
    else:
        reason, hint = _reason(details["type"], kind, context) or Phrase(details["msg"], details["msg"]), _meant(given, kind)
    if given == "":
        zh, en = f"“{path}”没有值：{reason.zh}", f"{path!r} has no value: {reason.en}"
    else:
        zh, en = f"“{path}”的值“{_shown(given)}”无效：{reason.zh}", f"{path!r} cannot be {given!r}: {reason.en}"
    return error(code, zh, en, where, hint)


def _shown(value: Any) -> str:
    return f"[{', '.join(map(_shown, value))}]" if isinstance(value, list) else str(value)


def _reason(kind_of_mistake: str, kind: Any, context: Mapping[str, Any]) -> Phrase | None:
    """Return what pydantic says of itself, in plain words; None: in its own."""
    fields = ", ".join(_fields(kind))
    match kind_of_mistake:
        case "float_parsing" | "float_type":
            return Phrase("应为数字，如 0.75", "it should be a number, such as 0.75")
        case "int_parsing" | "int_type" | "int_from_float":
            return Phrase("应为整数，如 2", "it should be a whole number, such as 2")
        case "bool_parsing" | "bool_type":
            return Phrase("应为 true 或 false", "it should be true or false")
        case "greater_than_equal":
            return Phrase(f"最小是 {context['ge']:g}", f"{context['ge']:g} is the least")
        case "less_than_equal":
            return Phrase(f"最大是 {context['le']:g}", f"{context['le']:g} is the most")
        case "too_long":
            return Phrase(f"最多 {context['max_length']} 项", f"{context['max_length']} entries are the most")
        case "model_type" | "dict_type":
            said = f"（{fields}）" if fields else "", f": {{{fields}}}" if fields else ""
            return Phrase(f"应为键值映射{said[0]}", f"it should be a mapping{said[1]}")
        case "list_type":
            return Phrase("应为列表，每项前面写“- ”", "it should be a list, each entry after “- ”")
        case "string_type":
            return Phrase("应为文字", "it should be text")
        case "literal_error":
            choices = [str(choice) for choice in get_args(_bare(kind))]
            return Phrase(f"只能是 {'、'.join(choices)}", f"it is one of {', '.join(choices)}") if choices else None
    return None


def _meant(given: object, kind: Any) -> Phrase | None:
    choices = tuple(str(choice) for choice in get_args(_bare(kind))) if not isinstance(_bare(kind), type) else ()
    return did_you_mean(given, choices) if isinstance(given, str) and given else None


def _fields_named(schema: type[BaseModel], steps: Steps, document: YamlFile) -> Phrase | None:
    """Return what a field is probably called in the file: an unknown one beside the missing one that is much like it."""
    fields = _fields(_at(schema, steps[:-1]))
    beside = tuple(str(keys[-1]) for keys in document.keys if keys[:-1] == steps[:-1] and keys[-1] not in fields)
    written = nearest(str(steps[-1]), beside)
    return Phrase(f"“{written}”要改成“{steps[-1]}”？", f"is {written!r} meant?") if written else None


def _path(steps: Steps) -> str:
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in steps)


def _fields(kind: Any) -> tuple[str, ...]:
    bare = _bare(kind)
    return tuple(bare.model_fields) if isinstance(bare, type) and issubclass(bare, BaseModel) else ()


def _at(schema: type[BaseModel], steps: Steps) -> Any:
    """Return the type that these keys and indexes lead to, None when the schema does not say."""
    kind: Any = schema
    for step in steps:
        bare = _bare(kind)
        if isinstance(bare, type) and issubclass(bare, BaseModel):
            kind = bare.model_fields[step].annotation if step in bare.model_fields else None
        else:
            kind = get_args(bare)[-1] if get_origin(bare) in {dict, list} else None
    return kind


def _bare(kind: Any) -> Any:
    """Return a type without what is said about it, and without the None that it may be."""
    origin = get_origin(kind)
    if origin is Annotated:
        return _bare(get_args(kind)[0])
    if origin in {Union, UnionType}:
        return next((_bare(one) for one in get_args(kind) if one is not NoneType), kind)
    return kind
