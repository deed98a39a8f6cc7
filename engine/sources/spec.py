"""What an author may say about a table: the entries of `data:` in report.yaml."""

from __future__ import annotations

import codecs
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, field_validator, model_validator
from pydantic_core import CoreSchema

InlineCell = str | int | float | bool | None
TypeWord = Literal["text", "number", "percent", "date", "month", "week"]
DELIMITER_WORDS = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";"}


class TableSpec(BaseModel):
    """One metric table: a path, or a mapping with a path (or inline rows) and how to read it."""

    model_config = ConfigDict(extra="forbid", frozen=True, title="数据表 / metric table")

    file: Annotated[
        str | None,
        Field(title="文件 / file", description="CSV 或 XLSX 的相对路径。 Path of a CSV or XLSX file, relative to this file.", min_length=1),
    ] = None
    rows: Annotated[
        list[dict[str, InlineCell]] | None,
        Field(title="内联行 / inline rows", description="直接写在 YAML 里的行，每行一个映射。 Rows written here, one mapping each."),
    ] = None
    sheet: Annotated[
        str | None,
        Field(title="工作表 / sheet", description="工作表名；只有一张可见表时可省略。 Sheet name; not needed when one is visible."),
    ] = None
    header_row: Annotated[
        int | None, Field(title="表头行 / header row", description="表头所在的行号，从 1 数起。 Row number of the header, from 1.", ge=1)
    ] = None
    header_rows: Annotated[
        Literal[1, 2] | None,
        Field(
            title="表头行数 / header rows", description="表头占几行；两行时列名连成“上/下”。 1 or 2; two rows are joined as upper/lower."
        ),
    ] = None
    drop_total: Annotated[
        bool | Literal["auto"],
        Field(
            title="去掉合计 / drop totals",
            description="auto 只去掉末尾的合计行；true 连中间的小计也去掉；false 全部保留。 "
            "auto drops totals at the bottom; true subtotals too; false none.",
        ),
    ] = "auto"
    fill_down: Annotated[
        tuple[str, ...],
        Field(title="向下填充 / fill down", description="空单元格沿用上一行的列。 Columns whose blanks repeat the cell above."),
    ] = ()
    where: Annotated[
        str | None,
        Field(title="筛选 / filter", description="只取符合条件的行，如 团队 = '华东'。 Keep only rows that meet this condition."),
    ] = None
    encoding: Annotated[
        str | None,
        Field(
            title="编码 / encoding", description="文本编码；不写则按 BOM、UTF-8、GB18030 依次尝试。 Default: BOM, then UTF-8, then GB18030."
        ),
    ] = None
    delimiter: Annotated[
        str, Field(title="分隔符 / delimiter", description="CSV 的分隔符：一个字符，或 tab。 One character, or the word tab.")
    ] = ","
    types: Annotated[
        dict[str, TypeWord],
        Field(title="列类型 / column types", description="声明列的类型，不靠推断。 Declares types instead of inferring them."),
    ] = Field(default_factory=dict)
    missing: Annotated[
        tuple[str, ...],
        Field(title="缺失记号 / missing marks", description="另外哪些写法表示没有数据。 Further spellings of “no data”, e.g. '#N/A'."),
    ] = ()
    rename: Annotated[
        dict[str, str],
        Field(title="改列名 / rename", description="原列名: 新列名；其他设置里写新列名。 old: new; the other settings use the new names."),
    ] = Field(default_factory=dict)
    decimal_comma: Annotated[
        bool, Field(title="逗号小数 / decimal comma", description="1.234,5 表示一千二百三十四点五。 1.234,5 means 1234.5.")
    ] = False
    date_format: Annotated[
        str | None,
        Field(title="日期格式 / date format", description="如 DD/MM/YYYY。 For dates like 03/04/2025: DD/MM/YYYY or MM/DD/YYYY."),
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _path_alone(cls, value: object) -> object:
        return {"file": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_origin(self) -> Self:
        if (self.file is None) == (self.rows is None):
            raise ValueError("写 file 或 rows，二者取一 / give either file or rows")
        return self

    @field_validator("delimiter")
    @classmethod
    def _one_character(cls, value: str) -> str:
        character = DELIMITER_WORDS.get(value, value)
        if len(character) != 1 or character in '"\r\n':
            raise ValueError("分隔符应是一个字符，如 , ; 或 tab / a delimiter is one character such as , ; or the word tab")
        return character

    @field_validator("encoding")
    @classmethod
    def _known_encoding(cls, value: str | None) -> str | None:
        if value is None:
            return None
        try:
            return codecs.lookup(value).name
        except LookupError:
            raise ValueError(f"未知编码“{value}”，常用 utf-8、gb18030 / unknown encoding {value!r}, try utf-8 or gb18030") from None

    @field_validator("date_format")
    @classmethod
    def _complete_format(cls, value: str | None) -> str | None:
        if value is not None and not all(token in value.upper() for token in ("YY", "M", "D")):
            raise ValueError("日期格式应含年月日，如 DD/MM/YYYY / a date format has day, month and year, e.g. DD/MM/YYYY")
        return value

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Let editors accept the short form as well: a path alone."""
        long_form = handler(core_schema)
        short_form = {"type": "string", "title": "文件 / file", "description": "CSV 或 XLSX 的相对路径。 Path of a CSV or XLSX file."}
        return {"anyOf": [short_form, long_form]}
