"""`risks`: a 3 × 3 matrix of probability and impact beside the table of triggers, plans and owners.

- risks:
    - {risk: 双 11 主推款缺货, trigger: 备货率低于 85%, probability: 高, impact: 高, plan: 启用两款备选, owner: 吴桐}
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from engine.base.diagnostics import Language, Phrase
from engine.blocks.definition import BlockContext, BlockDef
from engine.blocks.parts import cell, column
from engine.load.prose import Prose
from engine.load.spec import Spec, said
from engine.model.blocks import Align, Badge, Block, ColumnItem, Columns, Matrix, MatrixItem, MatrixZone, Table, TableRow
from engine.model.evidence import Duty
from engine.model.inlines import EMPTY, Text, Tone, text

LevelWord = Literal["低", "中", "高", "low", "medium", "high"]
LEVELS: dict[LevelWord, int] = {"低": 0, "中": 1, "高": 2, "low": 0, "medium": 1, "high": 2}
LEVEL_NAMES = (Phrase("低", "Low"), Phrase("中", "Medium"), Phrase("高", "High"))
TITLE = Phrase("**风险矩阵**，纵轴为影响、横轴为发生概率", "**Risk matrix**: impact upwards, probability to the right")
NUMBER, RISK, TRIGGER = Phrase("编号", "No."), Phrase("风险", "Risk"), Phrase("触发条件", "Trigger")
PLAN, OWNER = Phrase("应对预案", "Plan"), Phrase("责任人", "Owner")
ACT, WATCH, TRACK = Phrase("立即处置", "Act now"), Phrase("重点监控", "Watch"), Phrase("常规跟踪", "Track")
MATRIX_WIDTH, TABLE_WIDTH = 5, 7


class RiskSpec(Spec):
    code: Prose = Field(default=Prose(), description=said("编号，默认 R1、R2 …", "code, by default R1, R2 …"))
    risk: Prose = Field(description=said("风险", "the risk"))
    trigger: Prose = Field(description=said("触发条件", "what sets it off"))
    probability: LevelWord = Field(description=said("发生概率", "probability"))
    impact: LevelWord = Field(description=said("影响程度", "impact"))
    plan: Prose = Field(description=said("应对预案", "what is done then"))
    owner: Prose = Field(description=said("一位负责人", "the one owner"))


class RisksSpec(Spec):
    short_form = "rows"
    rows: list[RiskSpec] = Field(min_length=1, description=said("风险", "the risks"))
    matrix: bool = Field(default=True, description=said("画出矩阵", "draw the matrix"))


def build(spec: RisksSpec, context: BlockContext) -> tuple[Block, ...]:
    codes = tuple(context.text(row.code) if row.code else text(f"R{number}") for number, row in enumerate(spec.rows, 1))
    table = _table(spec, codes, context)
    if not spec.matrix:
        return (table,)
    return (Columns((ColumnItem(MATRIX_WIDTH, (_matrix(spec, codes, context),)), ColumnItem(TABLE_WIDTH, (table,))), context.where),)


def severity(probability: int, impact: int) -> Tone:
    """Return MISSED for a risk to act on now, IMPROVE for one to watch, QUIET and NORMAL for those to track."""
    return (Tone.NORMAL, Tone.QUIET, Tone.IMPROVE, Tone.MISSED, Tone.MISSED)[probability + impact]


def _tone(row: RiskSpec) -> Tone:
    tone = severity(LEVELS[row.probability], LEVELS[row.impact])
    return Tone.QUIET if tone is Tone.NORMAL else tone  # a badge needs a colour, a ground does not


def _matrix(spec: RisksSpec, codes: tuple[Text, ...], context: BlockContext) -> Matrix:
    names = tuple(text(context.say(name)) for name in LEVEL_NAMES)
    zones = tuple(
        MatrixZone(column, row, severity(column, row), _zone_label(column, row, context)) for column in range(3) for row in range(3)
    )
    items = tuple(
        MatrixItem(code, LEVELS[row.probability], LEVELS[row.impact], _tone(row)) for code, row in zip(codes, spec.rows, strict=True)
    )
    return Matrix(context.text(Prose(context.say(TITLE))), names, names, zones, items, context.where)


def _zone_label(column: int, row: int, context: BlockContext) -> Text:
    """Return the name of a zone, written once in its corner cell."""
    words = {(2, 2): ACT, (1, 1): WATCH, (0, 0): TRACK}.get((column, row))
    return EMPTY if words is None else text(context.say(words))


def _table(spec: RisksSpec, codes: tuple[Text, ...], context: BlockContext) -> Table:
    columns = (
        column(context.say(NUMBER), 0.72 if context.language is Language.ZH else 0.8, Align.CENTER),
        column(context.say(RISK), 1.56),
        column(context.say(TRIGGER), 1.76),
        column(context.say(PLAN), 2.10),
        column(context.say(OWNER), 0.76),
    )
    rows = tuple(
        TableRow(
            (
                cell(code, tone=_tone(row), badge=Badge.ROUND),
                cell(context.text(row.risk), bold=True),
                cell(context.promised(row.trigger)),
                cell(context.text(row.plan)),
                cell(_owner(row, context)),
            )
        )
        for code, row in zip(codes, spec.rows, strict=True)
    )
    return Table(columns, rows, where=context.where)


def _owner(row: RiskSpec, context: BlockContext) -> Text:
    owner = context.text(row.owner)
    context.note(Duty(context.text(row.risk), owner, row.owner.where))
    return owner


DEFINITION = BlockDef("risks", RisksSpec, build, said("风险矩阵与预案", "risk matrix and plans"))
