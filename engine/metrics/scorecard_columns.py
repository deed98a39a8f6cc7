"""Which column of a scorecard is what: as the author mapped them, else by what Chinese and English teams call them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from engine.base.diagnostics import Diagnostic, Location, Phrase, Severity
from engine.base.records import dataclass
from engine.base.registry import nearest
from engine.metrics.problems import FactError, unknown_column
from engine.metrics.scorecard_schema import ScorecardSchema
from engine.model.tables import Column, DataTable

UNDERSTOOD = "FACT017"


class Role(Enum):
    """What a column is for; the value is its key in `scorecards`."""

    ID = "id"
    LABEL = "label"
    ACTUAL = "actual"
    TARGET = "target"
    PREVIOUS = "previous"
    LAST = "last"
    UNIT = "unit"
    OWNER = "owner"
    BETTER = "better"
    SOURCE = "source_column"
    DEFINITION = "definition"
    WEIGHT = "weight"


_WORDS: Mapping[Role, Phrase] = {
    Role.ID: Phrase("编号", "id"),
    Role.LABEL: Phrase("指标", "name"),
    Role.ACTUAL: Phrase("实际", "actual"),
    Role.TARGET: Phrase("目标", "target"),
    Role.PREVIOUS: Phrase("去年同期", "last year"),
    Role.LAST: Phrase("上期", "last period"),
    Role.UNIT: Phrase("单位", "unit"),
    Role.OWNER: Phrase("负责人", "owner"),
    Role.BETTER: Phrase("方向", "polarity"),
    Role.SOURCE: Phrase("数据来源", "source"),
    Role.DEFINITION: Phrase("口径", "definition"),
    Role.WEIGHT: Phrase("权重", "weight"),
}

SYNONYMS: Mapping[Role, tuple[str, ...]] = {
    Role.ID: ("编号", "指标编号", "指标代码", "指标编码", "代码", "id", "指标id", "kpi编号", "code"),
    Role.LABEL: (
        "指标", "kpi", "指标名称", "指标名", "kpi名称", "kpi指标", "考核指标", "考核项", "考核项目", "核心指标", "关键指标",
        "metric", "indicator", "name", "kpiname",
    ),
    Role.ACTUAL: (
        "实际", "实际值", "完成值", "实际完成", "实际完成值", "完成", "完成数", "达成值", "实际达成", "实绩", "本期", "本期值", "本期实际",
        "actual", "actualvalue", "result",
    ),
    Role.TARGET: ("目标", "目标值", "年度目标", "全年目标", "年初目标", "目标数", "考核目标", "计划", "计划值", "计划目标", "target", "goal", "plan"),
    Role.PREVIOUS: ("去年同期", "去年同期值", "上年同期", "同期", "同期值", "去年", "去年实际", "上年", "lastyear", "previousyear", "prioryear"),
    Role.LAST: ("上期", "上期值", "上期实际", "上月", "上季", "上季度", "上周", "环比基数", "lastperiod", "previousperiod", "previous"),
    Role.UNIT: ("单位", "计量单位", "unit"),
    Role.OWNER: ("负责人", "责任人", "指标负责人", "owner", "responsible"),
    Role.BETTER: ("方向", "指标方向", "极性", "指标极性", "better", "polarity", "direction"),
    Role.SOURCE: ("数据来源", "来源", "数据源", "取数来源", "source", "datasource"),
    Role.DEFINITION: ("口径", "统计口径", "指标口径", "计算口径", "定义", "指标定义", "definition"),
    Role.WEIGHT: ("权重", "指标权重", "weight"),
}  # fmt: skip
"""What a header may say, folded: no spaces, lower case, no period in front and no bracket behind. Each word belongs to one role."""

_NEEDED = (Role.LABEL, Role.ACTUAL)
# compiled when first asked for: most reports have no scorecard
_BRACKET = r"\(([^()]*)\)$"
_SCALES = r"[百千万亿%‰]|thousand|million|billion"
_PERIOD = r"^(?:20[0-9]{2}年?)?(?:h[12]|q[1-4]|上半年|下半年|[一二三四]季度|[0-9]{1,2}月份?)?"


@dataclass(frozen=True, slots=True)
class Layout:
    """The column of each role that the sheet has; `read` are the roles that were found by their header."""

    columns: Mapping[Role, Column]
    read: tuple[Role, ...]

    def name(self, role: Role) -> str | None:
        column = self.columns.get(role)
        return None if column is None else column.name


def layout_of(card: ScorecardSchema, table: DataTable, at: Location) -> Layout | tuple[FactError, ...]:
    """Return which column is what; an explicit mapping wins. Else all that is wrong: unknown, missing and ambiguous columns."""
    mapped = {role: name for role in Role if (name := getattr(card, role.value)) is not None}
    errors = [unknown_column(name, table.name, table.names, at) for name in mapped.values() if table.column(name) is None]
    found = {role: column for role, name in mapped.items() if (column := table.column(name)) is not None}
    free = [column for column in table.columns if column.name not in mapped.values()]
    read: list[Role] = []
    for role in Role:
        candidates = [] if role in mapped else [column for column in free if role_of(column.name) is role]
        if len(candidates) == 1:
            found[role] = candidates[0]
            read.append(role)
        elif candidates:
            errors.append(_ambiguous(role, candidates, table, at))
        elif role not in mapped and (role in _NEEDED or (role is Role.WEIGHT and card.score is not None)):
            errors.append(_missing(role, table, at))
    return tuple(errors) if errors else Layout(found, tuple(read))


def role_of(header: str) -> Role | None:
    """Return what a header says its column is; None for one that nobody knows, or that holds a scale such as 万元, which cells do not have."""
    folded = "".join(unicodedata.normalize("NFKC", header).casefold().rpartition("/")[2].split())
    bracket = re.search(_BRACKET, folded)
    if bracket is not None and re.search(_SCALES, bracket[1]):
        return None
    plain = folded if bracket is None else folded[: bracket.start()]
    names = {plain, re.sub(_PERIOD, "", plain)}
    return next((role for role, words in SYNONYMS.items() if not names.isdisjoint(words)), None)


def understood(card: ScorecardSchema, layout: Layout, table: DataTable, at: Location) -> Iterator[Diagnostic]:
    """Yield one note that says how the headers were read; none when the author mapped them all."""
    if not layout.read:
        return
    pairs = [(_WORDS[role], layout.columns[role]) for role in Role if role in layout.columns]
    zh = "，".join(f"{word.zh}←{_column(column)}" for word, column in pairs)
    en = ", ".join(f"{word.en} ← {_column(column)}" for word, column in pairs)
    if Role.ID not in layout.columns:
        zh, en = f"{zh}；编号取自指标名", f"{en}; ids are made of the names"
    message = Phrase(f"计分卡“{card.table}”按表头理解：{zh}", f"scorecard {card.table!r} was understood by its header: {en}")
    yield Diagnostic(UNDERSTOOD, Severity.INFO, message, header_place(table, at))


def header_place(table: DataTable, at: Location) -> Location:
    """Return the header row of a table; `at` for one whose columns have names of themselves."""
    if not table.header or not table.file:
        return at
    address = "!".join(part for part in (table.file.rsplit("/", 1)[-1], table.sheet, f"{table.header}:{table.header}") if part)
    return Location(table.file, table.header, 0, cell=address)


def _column(column: Column) -> str:
    return f"{column.letter}「{column.name}」" if not column.letter.endswith("#") else f"「{column.name}」"


def _ambiguous(role: Role, candidates: Sequence[Column], table: DataTable, at: Location) -> FactError:
    listed = [_column(column) for column in candidates]
    word = _WORDS[role]
    message = Phrase(f"表头里有几列都像“{word.zh}”：{'、'.join(listed)}", f"several columns could be the {word.en}: {', '.join(listed)}")
    hint = Phrase(f"写明用哪一列：{role.value}: {candidates[0].name}", f"name one: {role.value}: {candidates[0].name}")
    return FactError("FACT015", message, hint=hint, at=header_place(table, at))


def _missing(role: Role, table: DataTable, at: Location) -> FactError:
    word, names = _WORDS[role], table.names
    message = Phrase(f"表头里没有“{word.zh}”这一列，现有：{'、'.join(names)}", f"no column is the {word.en}; there are {', '.join(names)}")
    close = next((name for name in names if _resembles(name, role)), None)
    known = "、".join(SYNONYMS[role][:4])
    hint = Phrase(f"列名写成 {known}，或写 {role.value}: 列名", f"call it {known}, or say {role.value}: its name")
    if close is not None:
        hint = Phrase(f"是不是“{close}”？写 {role.value}: {close}", f"is it {close!r}? say {role.value}: {close}")
    return FactError("FACT015", message, hint=hint, at=header_place(table, at))


def _resembles(name: str, role: Role) -> bool:
    return any(word in name for word in SYNONYMS[role][:3]) or nearest(name, SYNONYMS[role]) is not None
