"""What an author may say about a table: the entries of `data:` in report.yaml."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, field_validator, model_validator
from pydantic_core import CoreSchema

from engine.sources import limits
from engine.sources.contract_spec import DataContract, TypeWord

InlineCell = str | int | float | bool | None
DELIMITER_WORDS = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";"}
_FILE_SAID = (
    "CSV、XLSX、Parquet 或 SQLite 的相对路径，可含 {{ team.编号 }} 等。 "
    "Path of a CSV, XLSX, Parquet or SQLite file, relative to this file; may hold {{ team.code }} and the like."
)
_DURATION = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,3})?) ?(s|秒|m|min|分钟)?")
_SECONDS = {"s": 1, "秒": 1, "m": 60, "min": 60, "分钟": 60}


class TableSpec(BaseModel):
    """One metric table: a path, or a mapping with a path (or inline rows) and how to read it."""

    model_config = ConfigDict(extra="forbid", frozen=True, title="数据表 / metric table")

    file: Annotated[
        str | None,
        Field(title="文件 / file", description=_FILE_SAID, min_length=1),
    ] = None
    rows: Annotated[
        list[dict[str, InlineCell]] | None,
        Field(title="内联行 / inline rows", description="直接写在 YAML 里的行，每行一个映射。 Rows written here, one mapping each."),
    ] = None
    url_env: Annotated[
        str | None,
        Field(
            title="数据库 / database",
            description="存着数据库地址的环境变量名，如 WAREHOUSE_URL；地址本身不写进内容。 Name of the environment variable with the database URL.",
            pattern=r"^[A-Za-z_][A-Za-z0-9_]*$",
        ),
    ] = None
    table: Annotated[
        str | None,
        Field(title="库表 / table", description="SQLite 里的表或视图；只有一张时可省略。 Table or view of an SQLite file.", min_length=1),
    ] = None
    query: Annotated[
        str | None,
        Field(
            title="查询 / query",
            description="一条 SELECT；值用 :名字 绑定。 One SELECT; values are bound as :name.",
            min_length=1,
            max_length=limits.MAX_QUERY_CHARACTERS,
        ),
    ] = None
    params: Annotated[
        dict[str, InlineCell],
        Field(
            title="参数 / parameters",
            description='query 里 :名字 的值，可写 "{{ period_start }}" 等。 Values of :name in the query, e.g. "{{ period_start }}".',
        ),
    ] = Field(default_factory=dict)
    timeout: Annotated[
        float,
        Field(
            title="时限 / timeout",
            description="查询最多用时，如 30s、2m。 The longest a query may take.",
            gt=0,
            le=limits.MAX_TIMEOUT,
            json_schema_extra={"type": ["number", "string"]},
        ),
    ] = limits.USUAL_TIMEOUT
    max_rows: Annotated[
        int,
        Field(
            title="最多行数 / most rows",
            description="超过即为错误。 More are an error.",
            ge=1,
            le=limits.MAX_ROWS,
            json_schema_extra={"type": ["integer", "string"]},
        ),
    ] = limits.MAX_ROWS
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
    contract: Annotated[
        DataContract | None,
        Field(title="数据约定 / contract", description="列、取值、不重复、更新到何时；违反即报。 Columns, values, keys, freshness."),
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _path_alone(cls, value: object) -> object:
        return {"file": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_origin(self) -> Self:
        if sum(origin is not None for origin in (self.file, self.rows, self.url_env)) != 1:
            raise ValueError("写 file、rows 或 url_env，三者取一 / give one of file, rows and url_env")
        if self.url_env is not None and self.query is None:
            raise ValueError("url_env 要与 query 同写 / url_env goes with query")
        if self.table is not None and self.query is not None:
            raise ValueError("写 table 或 query，二者取一 / give either table or query")
        if self.params and self.query is None:
            raise ValueError("params 是 query 的参数 / params are those of a query")
        return self

    @field_validator("timeout", mode="before")
    @classmethod
    def _in_seconds(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        match = _DURATION.fullmatch(value.strip())
        return value if match is None else float(match[1]) * _SECONDS[match[2] or "s"]

    @field_validator("max_rows", mode="before")
    @classmethod
    def _grouped(cls, value: object) -> object:
        """Read `1_000_000` and `1,000,000`, which are texts in YAML 1.2."""
        return value.replace("_", "").replace(",", "") if isinstance(value, str) else value

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

    def with_contract_types(self, names: Sequence[str]) -> Self:
        """Return the description with the types that its contract promises of columns that there are; `types` win."""
        if self.contract is None:
            return self
        promised = {name: column.type for name, column in self.contract.columns.items() if column.type is not None and name in names}
        return self.model_copy(update={"types": promised | self.types})

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Let editors accept the short form as well: a path alone."""
        long_form = handler(core_schema)
        short_form = {"type": "string", "title": "文件 / file", "description": _FILE_SAID}
        return {"anyOf": [short_form, long_form]}
