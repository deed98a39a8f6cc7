"""What every model of the content is built on: strict fields, no unknown keys, a place, and short forms."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    PrivateAttr,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError

from engine.base.diagnostics import NOWHERE, Location, Phrase
from engine.load.locate import LocatedList, LocatedMap
from engine.load.prose import Prose


class Spec(BaseModel):
    """A mapping of the content. `place` is where it stands.

    `short_form` names the field that a value which is no mapping stands for: with `short_form = "text"`, the sentence `好` means `{text: 好}`.
    `belongs` says of keys that are often written here where they do belong.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)

    short_form: ClassVar[str | None] = None
    belongs: ClassVar[Mapping[str, Phrase]] = {}
    _place: Location = PrivateAttr(default_factory=lambda: NOWHERE)  # a default would be copied deeply for each

    @property
    def place(self) -> Location:
        return self._place

    @model_validator(mode="wrap")
    @classmethod
    def _keep_place(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        short = cls.short_form is not None and value is not None and not isinstance(value, Mapping)
        spec = handler({cls.short_form: value} if short else value)
        spec._place = place_of(value)  # noqa: SLF001  its own, through the wrap validator
        return spec

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Let editors accept the short form as well."""
        schema = handler(core)
        if cls.short_form is None:
            return schema
        field = handler.resolve_ref_schema(schema).get("properties", {}).get(cls.short_form, {})
        return {"anyOf": [field, schema]}


def place_of(value: object) -> Location:
    """Return where a value of the content stands, NOWHERE for values that keep no place."""
    return value.where if isinstance(value, LocatedMap | LocatedList | Prose) else NOWHERE


def said(zh: str, en: str) -> str:
    """Return a field's description in both languages, as the JSON Schema and error messages show it."""
    return f"{zh} / {en}"


def mistake(zh: str, en: str, hint_zh: str = "", hint_en: str = "") -> PydanticCustomError:
    """Return the error a validator raises: said in both languages, with the mend."""
    context = {"zh": zh, "en": en, "hint_zh": hint_zh, "hint_en": hint_en}
    return PydanticCustomError("mistake", "{en}", context)


_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_MONTH = re.compile(r"(\d{4})-(\d{1,2})")


def read_day(value: object) -> object:
    """Return the day that `2025-07-08` names; raises a mistake for other texts."""
    if isinstance(value, dt.date):
        return value
    match = _DAY.fullmatch(str(value).strip()) if isinstance(value, str) else None
    if match is None:
        raise mistake(f"“{value}”不是日期", f"{value!s} is not a date", "写成 2025-07-08", "write it as 2025-07-08")
    try:
        return dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        raise mistake(f"没有 {value} 这一天", f"there is no day {value!s}", "检查月和日", "check month and day") from None


def read_month(value: object) -> object:
    """Return the first day of the month that `2025-07` names; raises a mistake for other texts."""
    if isinstance(value, dt.date):
        return value
    match = _MONTH.fullmatch(str(value).strip()) if isinstance(value, str) else None
    if match is None or not 1 <= int(match[2]) <= 12:
        raise mistake(f"“{value}”不是月份", f"{value!s} is not a month", "写成 2025-01", "write it as 2025-01")
    return dt.date(int(match[1]), int(match[2]), 1)


Day = Annotated[dt.date, BeforeValidator(read_day), WithJsonSchema({"type": "string", "format": "date"})]
"""A calendar day, `2025-07-08`."""

Month = Annotated[dt.date, BeforeValidator(read_month), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}$"})]
"""A month, `2025-01`, as its first day."""


MARK_KEY, BLOCK_MARK, CHART_MARK = "x-debrief", "block", "chart"
"""In a JSON Schema `{"x-debrief": "block"}` stands for any block; `engine.compose.schema`, which knows the blocks, fills it in."""


def _present(value: object) -> object:
    if value is None:
        raise mistake("内容块是空的", "the block is empty", "写成 - text: …", "write - text: …")
    return value


RawBlock = Annotated[Any, BeforeValidator(_present), WithJsonSchema({MARK_KEY: BLOCK_MARK})]
"""A block as it was written; `engine.compose` finds its definition and validates it."""

RawChart = Annotated[Any, BeforeValidator(_present), WithJsonSchema({MARK_KEY: CHART_MARK})]
"""A chart inside another block, written as under `chart:`."""
