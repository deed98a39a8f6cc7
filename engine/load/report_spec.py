"""What an author may write in report.yaml and in the section files it includes. Blocks stay as written; `engine.compose` gives them to `engine.blocks`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from pydantic import Field, field_validator, model_validator

from engine.base.diagnostics import Phrase
from engine.load.prose import Prose
from engine.load.rules_spec import GravityWord, RulesSpec
from engine.load.spec import Day, RawBlock, Spec, mistake, said
from engine.metrics.periods import parse_period

SCOPE_NAMES = frozenset(
    {"m", "t", "cite", "reached", "rated", "title", "author", "department", "organisation", "classification", "date", "kind", "language"}
    | {"year", "period", "period_label", "period_start", "period_end"}
)
"""What every template of a report knows: no variable of a batch may be called so."""


class LabelledSpec(Spec):
    label: Prose = Field(description=said("名称", "what it is"))
    value: Prose = Field(description=said("内容", "what it says"))


class CoverSpec(Spec):
    """The series that draws the cover."""

    table: Prose = Field(description=said("数据表", "table"))
    by: Prose = Field(description=said("按哪一列展开", "column that orders the bars"))
    value: Prose = Field(description=said("取值：SQL 聚合，如 sum(GMV)", "an SQL aggregate such as sum(GMV)"))
    where: Prose = Field(default=Prose(), description=said("筛选条件", "condition on the rows"))
    unit: Prose = Field(default=Prose(), description=said("峰值的单位", "unit of the peak value"))
    peak_label: Prose = Field(default=Prose(), description=said("峰值的名称", "what the peak is called"))
    current: Prose | None = Field(default=None, description=said("强调的一段，如 last 5", "the stretch that stands out, such as last 5"))
    note: Prose = Field(default=Prose(), description=said("封面小字", "small print of the cover"))

    @field_validator("current")
    @classmethod
    def _stretch(cls, value: Prose | None) -> Prose | None:
        if value is not None and not re.fullmatch(r"(first|last) [1-9]\d{0,2}", value):
            raise mistake(f"“{value}”不是一段", f"{value} is no stretch", "写成 last 5 或 first 5", "write last 5 or first 5")
        return value


class AgendaSpec(Spec):
    note: Prose = Field(default=Prose(), description=said("目录下的一句话", "a line below the agenda's title"))
    facts: list[LabelledSpec] = Field(default=[], max_length=4, description=said("最多四条说明", "up to four labelled facts"))


class ThresholdsSpec(Spec):
    """Bounds of the verdicts, as attainment."""

    exceeded: float = Field(default=1.05, gt=0, description=said("超额完成的下限", "lowest attainment that exceeds"))
    met: float = Field(default=1.0, gt=0, description=said("达成的下限", "lowest attainment that meets"))
    improve: float = Field(default=0.9, gt=0, description=said("待改进的下限", "lowest attainment still to improve, not missed"))
    tolerance: float = Field(
        default=0.0, ge=0, lt=1, description=said("差多少仍算达成，如 0.02；指标可另写", "a miss that still counts as met, such as 0.02")
    )

    @model_validator(mode="after")
    def _falling(self) -> ThresholdsSpec:
        if not self.exceeded >= self.met >= self.improve:
            zh, en = "exceeded、met、improve 应从高到低", "exceeded, met and improve should fall"
            raise mistake(f"判定界限{zh}", f"bounds of the verdicts: {en}", "如 1.05、1.0、0.9", "e.g. 1.05, 1.0, 0.9")
        return self


class VerdictWordsSpec(Spec):
    """The house's own words for the four verdicts."""

    exceeded: Prose = Field(min_length=1, description=said("超额完成", "exceeded"))
    met: Prose = Field(min_length=1, description=said("达成", "met"))
    improve: Prose = Field(min_length=1, description=said("待改进", "to improve"))
    missed: Prose = Field(min_length=1, description=said("未达成", "missed"))


class PdfSpec(Spec):
    """`typst` needs `pip install "debrief[typst]"`."""

    engine: Literal["weasyprint", "typst"] = Field(
        default="weasyprint",
        description=said("生成 PDF 的程序；typst 更快，需另装", "what draws the PDF; typst is faster and installed apart"),
    )


class HouseSpec(Spec):
    """What a report may settle for itself, and content/settings.yaml for every report of the workspace."""

    thresholds: ThresholdsSpec | None = Field(default=None, description=said("判定界限", "bounds of the verdicts"))
    verdict_words: dict[Literal["zh-CN", "en"], VerdictWordsSpec] = Field(
        default={}, description=said("四级评定的用词，按语言写", "words of the four verdicts, by language")
    )
    deviation: Literal["actual-target", "target-actual"] | None = Field(
        default=None,
        description=said("偏差怎么算：实际−目标（默认）或 目标−实际", "sign of deviations: actual − target, or target − actual"),
    )
    rules: RulesSpec | None = Field(default=None, description=said("行业规则的界限", "bounds of the field's rules"))
    findings: dict[str, GravityWord] = Field(
        default={},
        description=said("发现的轻重：代码: error、warning、note 或 off", "how grave findings are — code: error, warning, note or off"),
    )
    pdf: PdfSpec = Field(default=PdfSpec(), description=said("PDF 怎样生成", "how the PDF is made"))


class QuestionSpec(Spec):
    question: Prose = Field(description=said("这一部分要回答的问题", "a question the section answers"))
    answer: Prose = Field(description=said("一句话的回答", "its answer in one line"))
    topics: list[Prose] = Field(default=[], description=said("在哪些主题里回答（写 label）", "labels of the topics that answer it"))


class TopicSpec(Spec):
    """One topic: a slide, or a numbered part of a document."""

    label: Prose = Field(min_length=1, description=said("短名称，用于目录和页眉", "short name for agenda and eyebrow"))
    title: Prose = Field(min_length=1, description=said("结论式标题", "title that says the conclusion"))
    takeaway: Prose = Field(default=Prose(), description=said("标题下的一句论据", "the line of evidence under the title"))
    notes: Prose = Field(default=Prose(), description=said("演讲备注", "speaker notes"))
    source: Prose | None = Field(
        default=None, description=said("来源；不写则由指标汇总", "source line; by default collected from the metrics")
    )
    layout: Prose | None = Field(default=None, description=said("指定版式", "a certain slide layout, by role"))
    when: Prose | bool | None = Field(default=None, description=said("满足条件才出现", "shown only when this expression is true"))
    for_each: dict[str, Prose] | None = Field(default=None, description=said("逐行重复：变量: 表", "one topic per row — variable: table"))
    blocks: list[RawBlock] = Field(description=said("内容块", "content blocks"))

    @field_validator("for_each")
    @classmethod
    def _one_variable(cls, value: dict[str, Prose] | None) -> dict[str, Prose] | None:
        if value is not None and (len(value) != 1 or not next(iter(value)).isidentifier()):
            raise mistake(
                "for_each 应写一个变量", "for_each takes one variable", "写成 {channel: t.channels}", "write {channel: t.channels}"
            )
        return value


class SectionSpec(Spec):
    title: Prose = Field(min_length=1, description=said("部分的标题", "title of the section"))
    summary: Prose = Field(default=Prose(), description=said("目录里的说明", "line in the agenda"))
    lead: Prose = Field(default=Prose(), description=said("章节页上的两行结论", "two-line conclusion on the divider"))
    questions: list[QuestionSpec] = Field(default=[], max_length=3, description=said("章节页上的问题", "questions on the divider"))
    when: Prose | bool | None = Field(default=None, description=said("满足条件才出现", "shown only when this expression is true"))
    topics: list[TopicSpec] = Field(min_length=1, description=said("主题", "topics"))


class BatchSpec(Spec):
    """One report for each row of a table; the row is known everywhere by the name before the colon."""

    for_each: dict[str, Prose] = Field(description=said("一行一份：变量: t.表", "one report per row — variable: t.table"))
    name: Prose | None = Field(
        default=None,
        description=said(
            "每份的文件名，如 {{ team.name }}；不写取第一列文字", "name of each report's files; by default the first text column"
        ),
    )

    @field_validator("for_each")
    @classmethod
    def _one_variable(cls, value: dict[str, Prose]) -> dict[str, Prose]:
        variable, table = next(iter(value.items()), ("", Prose()))
        if len(value) != 1 or not variable.isidentifier() or not re.fullmatch(r"t\.[^\W\d]\w*", table):
            raise mistake(
                "for_each 应写一个变量和一张表",
                "for_each takes one variable and one table",
                "写成 {team: t.teams}",
                "write {team: t.teams}",
            )
        if variable in SCOPE_NAMES:
            raise mistake(
                f"“{variable}”已有别的意思",
                f"{variable} already means something else",
                "换一个变量名，如 team",
                "choose another name, such as team",
            )
        return value

    @property
    def variable(self) -> str:
        return next(iter(self.for_each))

    @property
    def table(self) -> str:
        return self.for_each[self.variable].removeprefix("t.")


class ReportSpec(HouseSpec):
    """report.yaml after its includes were read."""

    belongs: ClassVar[Mapping[str, Phrase]] = {
        "scorecards": Phrase("计分卡写在 metrics.yaml 里，或 metrics: 之下", "scorecards belong in metrics.yaml, or below metrics:"),
        "topics": Phrase("主题写在 sections: 的某一部分之下", "topics belong below one of the sections:"),
        "blocks": Phrase("内容块写在某个主题的 blocks: 之下", "blocks belong below a topic"),
    }

    kind: Prose = Field(description=said("报告种类", "report kind"))
    title: Prose = Field(min_length=1, description=said("报告标题，可换行", "title of the report; may hold a line break"))
    subtitle: Prose = Field(default=Prose(), description=said("副标题", "subtitle"))
    author: Prose = Field(default=Prose(), description=said("汇报人", "author"))
    department: Prose = Field(default=Prose(), description=said("部门", "department"))
    organisation: Prose = Field(default=Prose(), description=said("公司或组织", "organisation"))
    classification: Prose = Field(default=Prose(), description=said("密级", "classification"))
    date: Day = Field(description=said("汇报日期", "date of the report"))
    period: Prose = Field(description=said("报告期：2025H1、2025Q3、2025-09 …", "period: 2025H1, 2025Q3, 2025-09 …"))
    language: Literal["zh-CN", "en"] = Field(default="zh-CN", description=said("语言", "language"))
    theme: Prose = Field(default=Prose("harbor"), description=said("主题样式", "theme"))
    formats: list[Literal["pptx", "docx", "pdf"]] = Field(
        default=["pptx", "pdf"], min_length=1, description=said("输出格式", "output formats")
    )
    file_name: Prose | None = Field(default=None, description=said("输出文件名，不带后缀", "name of the output files, without suffix"))
    batch: BatchSpec | None = Field(
        default=None, description=said("批量：按表中每一行各出一份", "batch: one report for each row of a table")
    )
    tags: list[Prose] = Field(default=[], description=said("标签，供 --select tag: 选用", "tags that --select tag: finds"))
    cover: CoverSpec | None = Field(default=None, description=said("封面图形的数据", "series that draws the cover"))
    agenda: AgendaSpec | None = Field(default=None, description=said("目录页", "agenda page"))
    as_of: Day | None = Field(
        default=None, description=said("数据截止日；不写则取数据的最后一天", "day the data reach; by default the last day with data")
    )
    data: dict[str, Any] = Field(default={}, description=said("数据表", "metric tables"))
    metrics: Any = Field(default=None, description=said("指标定义，或定义所在的文件", "metric definitions, or the file that holds them"))
    sections: list[SectionSpec] = Field(min_length=1, description=said("各部分", "sections"))
    closing: TopicSpec | None = Field(default=None, description=said("结束页", "closing page"))
    appendix: Literal["none", "sources"] = Field(
        default="none", description=said("附录：sources 列出数据来源与口径", "appendix: sources lists where the figures come from")
    )
    speaker_notes: Literal["own", "facts"] = Field(
        default="own", description=said("备注：facts 附上本页数字的来源", "speaker notes: facts adds the sources of the slide's figures")
    )

    @field_validator("period")
    @classmethod
    def _known_period(cls, value: Prose) -> Prose:
        if parse_period(value) is None:
            raise mistake(
                f"“{value}”不是报告期", f"{value} is no period", "写成 2025H1、2025Q3 或 2025-09", "write 2025H1, 2025Q3 or 2025-09"
            )
        return value
