"""Text that remembers where it was written, character by character."""

from __future__ import annotations

from typing import Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from engine.base.diagnostics import NOWHERE, Location
from engine.base.records import dataclass
from engine.load.text_file import SourceText

Index = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Origin:
    """The stretch of a file that a text was written in. Lines count from 1, columns from 1; `style` is YAML's: `'`, `"`, `|`, `>` or empty."""

    source: SourceText
    line: int
    column: int
    end_line: int
    end_column: int
    style: str

    def align(self, value: str) -> list[Index]:
        r"""Return the line and column that each character of `value` comes from.

        White space is folded and escapes are resolved between file and value, so the two are walked together: a visible character
        is looked for from where the one before it was found; one that is not found (an escape such as `\u4e2d`) stays there.
        """
        line, column = (self.line + 1, 1) if self.style in {"|", ">"} else (self.line, self.column + len(self.style))
        places: list[Index] = []
        for character in value:
            at = (line, column) if character.isspace() else self._find(character, line, column)
            line, column = at or (line, column)
            places.append((line, column))
            if character == "\n" and self.style == "|":
                line, column = line + 1, 1
            elif at:
                column += 1
        return places

    def _find(self, character: str, line: int, column: int) -> Index | None:
        while line <= self.end_line:
            text = self.source.line(line)
            end = self.end_column - 1 if line == self.end_line and self.style not in {"|", ">"} else len(text)
            found = text.find(character, column - 1, end)
            if found >= 0:
                return line, found + 1
            line, column = line + 1, 1
        return None


class Prose(str):
    """A string of the content with its place; passes through validation as the very instance that was read.

    `where` is where the value begins; `at(offset)` the place of a character of it. `origin` is None for text that no file holds.
    """

    __slots__ = ("origin", "where")
    where: Location
    origin: Origin | None

    def __new__(cls, value: str = "", where: Location = NOWHERE, origin: Origin | None = None) -> Self:
        prose = super().__new__(cls, value)
        prose.where = where
        prose.origin = origin
        return prose

    def at(self, offset: int, length: int = 1) -> Location:
        """Return the place of `length` characters from `offset` on."""
        if self.origin is None or not self:
            return self.where
        places = self.origin.align(self[: offset + length])
        line, column = places[min(offset, len(places) - 1)]
        last_line, last_column = places[-1]
        end = last_column + 1 if last_line == line else 0
        return Location(self.where.file, line, column, end)

    def rendered(self, text: str) -> Prose:
        """Return what a template made of this text: other words, same place."""
        return Prose(text, self.where, None)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_as_prose)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": ["string", "number"]}


class WrittenInt(int):
    """A whole number with the characters it was written in (`017`)."""

    written: Prose


class WrittenFloat(float):
    """A decimal number with the characters it was written in (`1.10`)."""

    written: Prose


def _as_prose(value: object) -> Prose:
    match value:
        case Prose():
            return value
        case WrittenInt() | WrittenFloat():
            return value.written
        case str():
            return Prose(value)
        case _:
            raise PydanticCustomError("text_type", "should be text")
