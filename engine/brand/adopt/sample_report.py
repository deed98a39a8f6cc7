"""The sample report of an adopted deck: one page a role that lists what was taken of the template and why, and pages to look at."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from engine.base.diagnostics import Language, Phrase
from engine.brand.adopt.contract_text import LOOK, RolePlan
from engine.brand.adopt.yaml_text import scalar

ROLES: Mapping[str, Phrase] = {
    "cover": Phrase("封面", "Cover"),
    "agenda": Phrase("目录", "Agenda"),
    "divider": Phrase("章节页", "Divider"),
    "content": Phrase("内容页", "Content"),
    "closing": Phrase("总结页", "Closing"),
    "blank": Phrase("空白页", "Blank"),
}
SLOTS: Mapping[str, Phrase] = {
    "title": Phrase("标题", "title"),
    "subtitle": Phrase("副标题", "subtitle"),
    "unit": Phrase("单位", "unit"),
    "meta": Phrase("汇报人与日期", "who and when"),
    "note": Phrase("注释", "note"),
    "body_area": Phrase("内容区", "content area"),
    "page_number": Phrase("页码", "page number"),
    "number": Phrase("章节编号", "number of the section"),
    "lead": Phrase("导语", "lead"),
    "takeaway": Phrase("论据", "takeaway"),
    "eyebrow": Phrase("眉标", "eyebrow"),
    "source": Phrase("来源", "source"),
}
_HEADER = (
    Phrase("槽位", "Slot"),
    Phrase("取自", "Taken"),
    Phrase("位置（英寸）", "Frame (in)"),
    Phrase("把握", "Sure"),
    Phrase("原因", "Why"),
)
_QUARTER = Phrase("季度", "Quarter")
_REGIONS = (
    Phrase("华东", "East"),
    Phrase("华南", "South"),
    Phrase("西南", "West"),
    Phrase("华北", "North"),
    Phrase("东北", "Lakes"),
    Phrase("西北", "Hills"),
)
_SERIES = (
    (Phrase("一季度", "Q1"), (52, 34, 21, 40, 18, 11)),
    (Phrase("二季度", "Q2"), (61, 39, 26, 36, 22, 13)),
    (Phrase("三季度", "Q3"), (58, 44, 33, 47, 19, 16)),
    (Phrase("四季度", "Q4"), (74, 47, 38, 52, 25, 14)),
)


def sample_files(name: str, source: str, plans: Sequence[RolePlan], language: Language, *, own_series: bool = False) -> Mapping[str, bytes]:
    """Return the files of the sample report by name; `source` is what the template was called, `own_series` whether charts take its accents."""
    files = {f"data/{plan.role.role}.csv": _table(_slot_rows(plan, language)) for plan in plans}
    files["data/series.csv"] = _table(_series_rows(language))
    files["report.yaml"] = "\n".join((*_report(name, source, plans, _Said(language, own_series=own_series)), "")).encode()
    return files


class _Said:
    """Says phrases in one language, and texts of others so that they are no Markdown and no template."""

    def __init__(self, language: Language, *, own_series: bool) -> None:
        self.language, self.own_series = language, own_series

    def __call__(self, zh: str, en: str) -> str:
        return scalar(zh if self.language is Language.ZH else en)

    def phrase(self, phrase: Phrase) -> str:
        return phrase.in_(self.language)

    def plain(self, text: str) -> str:
        return text.translate(_HARMLESS)


_HARMLESS = str.maketrans(
    {"{": "（", "}": "）", "*": "＊", "_": "-", "[": "（", "]": "）", "<": "‹", ">": "›", "`": "'", "\\": "/", "|": "/", "%": "％"}
)


def _table(rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def _slot_rows(plan: RolePlan, language: Language) -> list[list[str]]:
    rows = [[each.in_(language) for each in _HEADER]]
    sure = Phrase("有", "yes")
    for slot in plan.slots:
        frame = slot.frame
        box = " × ".join(f"{length.inches:.2f}" for length in (frame.width, frame.height))
        at = ", ".join(f"{length.inches:.2f}" for length in (frame.x, frame.y))
        taken = slot.taken(plan.role.layout).in_(language)
        rows.append(
            [SLOTS[slot.slot].in_(language), taken, f"{at} / {box}", (sure if slot.sure else LOOK).in_(language), slot.why.in_(language)]
        )
    return rows


def _series_rows(language: Language) -> list[list[str]]:
    head = [_QUARTER.in_(language), *(region.in_(language) for region in _REGIONS)]
    return [head, *([quarter.in_(language), *map(str, values)] for quarter, values in _SERIES)]


def _report(name: str, source: str, plans: Sequence[RolePlan], said: _Said) -> Iterator[str]:
    zh = said.language is Language.ZH
    yield from (
        "# debrief template adopt",
        "kind: midyear-review",
        f"title: {said(f'{name} 模板对照', f'What was taken of {name}')}",
        f"subtitle: {scalar(said.plain(source))}",
        f"author: {said('debrief', 'debrief')}",
        f"organisation: {said('这里是单位', 'The organisation stands here')}",
        "date: 2025-01-01",
        "period: 2025",
        f"language: {'zh-CN' if zh else 'en'}",
        f"theme: {name}",
        "formats: [pptx, pdf]",
        f"file_name: {name}-sample",
        "findings: {FACT030: off, RULE001: off, RULE010: off}",
        "agenda:",
        f"  note: {said('逐页核对', 'Look at each page')}",
        "  facts:",
        f"    - {{label: {said('合同', 'Contract')}, value: {scalar(f'templates/pptx/{name}.yaml')}}}",
        f"    - {{label: {said('主题', 'Theme')}, value: {scalar(f'assets/themes/{name}.yaml')}}}",
        "data:",
        *(f"  {plan.role.role}_slots: data/{plan.role.role}.csv" for plan in plans),
        "  series: data/series.csv",
        "sections:",
        f"  - title: {said('各角色用了什么', 'What each role took')}",
        f"    summary: {said('版式、占位符和原因', 'Layouts, placeholders and why')}",
        f"    lead: {said('看每一页像不像公司的模板；不像就改合同。', 'Does each page look like the template? If not, change the contract.')}",
        "    topics:",
    )
    for plan in plans:
        yield from _role_topic(plan, said)
    yield from _look_section(said)
    yield from _closing(said)


def _role_topic(plan: RolePlan, said: _Said) -> Iterator[str]:
    role, layout = plan.role.role, plan.role.layout
    label = ROLES[role]
    reasons = "；".join(said.phrase(each) for each in plan.role.reasons)
    layout_name = said.plain(layout.name)
    doubt = "" if plan.role.sure else f" · {said.phrase(LOOK)}"
    took = f"{layout.number} {layout_name}{doubt}"
    yield f"      - label: {said(label.zh, label.en)}"
    yield f"        title: {said(f'{label.zh}用版式 {took}', f'{label.en}: layout {took}')}"
    yield f"        takeaway: {scalar(said.plain(reasons))}"
    notes = "；".join(
        f"{said.phrase(SLOTS[slot.slot])}: {said.phrase(slot.taken(layout))}（{said.phrase(slot.why)}）" for slot in plan.slots
    )
    yield f"        notes: {scalar(said.plain(f'{layout.number} {layout.name}: {reasons}。 {notes}'))}"
    yield "        blocks:"
    yield f"          - table: {{data: {role}_slots}}"


def _look_section(said: _Said) -> Iterator[str]:
    by, names = said.phrase(_QUARTER), [said.phrase(region) for region in _REGIONS]
    series = [f"{{name: {name}, value: sum({name})}}" for name in names]
    title, mend = _SERIES_SAID if said.own_series else _SHADES_SAID
    yield from (
        f"  - title: {said('图表、卡片和要点', 'Charts, cards and points')}",
        f"    summary: {said('颜色与字体', 'Colours and fonts')}",
        f"    lead: {said('颜色来自模板的主题色，文字都调到读得清。', 'Colours are those of the theme, made readable.')}",
        "    topics:",
        f"      - label: {said('图表', 'Charts')}",
        f"        title: {said(title.zh, title.en)}",
        f"        takeaway: {said(mend.zh, mend.en)}",
        f"        source: {said('示例数据', 'example data')}",
        "        blocks:",
        "          - columns:",
    )
    for kind, shown in (("column", series[:3]), ("stacked", series)):
        yield "              - width: 6"
        yield "                blocks:"
        yield (
            f"                  - chart: {{kind: {kind}, title: {said('示例', 'Example')}, table: series, by: {by}, order: table, "
            f"series: [{', '.join(shown)}]}}"
        )
    yield from (
        f"      - label: {said('要点', 'Points')}",
        f"        title: {said('要点、判定和深色面板', 'Points and panels')}",
        "        blocks:",
        "          - points:",
        "              items:",
        *(f"                - {{title: {said(title.zh, title.en)}, body: {said(body.zh, body.en)}}}" for title, body in _POINTS),
    )


_SERIES_SAID = (
    Phrase("图表的系列用公司主题里分得清的颜色", "Charts take the colours of the theme"),
    Phrase(
        "改 assets/themes 里的 series 即可换色、换次序；删掉它就用主色的浅色。",
        "Change series in assets/themes; without it, shades of the main colour.",
    ),
)
_SHADES_SAID = (
    Phrase("图表的系列用主色和它的浅色", "Charts take the main colour and its paler shades"),
    Phrase("改 assets/themes 里的 primary、p400、p200 即可换色。", "Change primary, p400 and p200 in assets/themes to recolour them."),
)
_POINTS = (
    (
        Phrase("字体", "Fonts"),
        Phrase("PPTX 写模板的字体名，PDF 用这台机器上最接近的字体。", "PPTX names the template's faces; PDF takes what is installed."),
    ),
    (
        Phrase("字号", "Sizes"),
        Phrase("按内容区的宽度缩放；标题跟着模板的标题。", "They follow the width of the content area; titles follow the template's."),
    ),
    (
        Phrase("位置", "Places"),
        Phrase("内容只放在内容区里，不压模板的装饰。", "Content stays in its area and off the decor of the template."),
    ),
)


_MENDS = (
    Phrase(
        "版式猜错了：再采纳一次，加 --role divider=1.4，占位符会重新找",
        "A wrong layout: adopt again with --role divider=1.4; its slots are found anew",
    ),
    Phrase("占位符或位置不对：改 templates/pptx 里的合同", "A wrong placeholder or place: change the contract in templates/pptx"),
    Phrase("颜色或字体不对：改 assets/themes 里的主题", "A wrong colour or face: change the theme in assets/themes"),
)


def _closing(said: _Said) -> Iterator[str]:
    yield from (
        "closing:",
        f"  label: {said('下一步', 'Next')}",
        f"  title: {said('改合同和主题，再生成一次', 'Correct contract and theme, then build again')}",
        "  blocks:",
        "    - bullets:",
        *(f"        - {said(mend.zh, mend.en)}" for mend in _MENDS),
    )
