"""The contract of an adopted Word template, as text: which style plays which role, and what was guessed and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass
from engine.brand.adopt.adopted import Choice
from engine.brand.adopt.paper_tables import Others
from engine.brand.adopt.yaml_text import comment, scalar
from engine.brand.paper_style import SECTION_ROLES, STYLE_ROLES

_GROUPS = {
    "cover_unit": Phrase("封面", "cover"),
    "contents_title": Phrase("目录", "contents"),
    "heading_1": Phrase("标题与正文", "headings and running text"),
    "chart_title": Phrase("图与表", "figures and tables"),
    "header": Phrase("页眉页脚", "headers and footers"),
}
_COVERS = {
    "own": Phrase(
        "封面用模板自己的设计（在封面的页眉里）；字的位置随封面节的页边距。改成 light 或 dark 就画主题的图案",
        "the cover has the template's own design, in its header; the margins of its section place the words. light or dark: a motif of the theme",
    ),
    "light": Phrase(
        "封面的字直接印在页面上，页眉页脚（标志）看得见",
        "the cover's words stand on the page: the marks in its header or footer are seen",
    ),
    "dark": Phrase("首页没有页眉页脚，封面用深色底", "the first page has neither header nor footer: the cover stands on a dark block"),
}
_ORDER = (
    *(role for role in STYLE_ROLES if role.startswith("cover_")),
    *(role for role in STYLE_ROLES if role.startswith("contents_")),
    "heading_1", "heading_2", "heading_3", "heading_4", "lead", "body", "bullet", "bullet_2", "numbered", "label", "quote", "callout_label",
    "callout", "chart_title", "figure", "caption_figure", "caption_table", "source", "note", "table_header", "table_cell", "gap", "header",
    "footer",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PaperChoices:
    """`source` is the file that was adopted, `template` the one that stands beside the contract; `told` is what was done to it."""

    source: str
    template: str
    styles: Mapping[str, str]
    choices: Sequence[Choice]
    others: Others
    english_headings: int
    cover: str
    told: Sequence[Phrase]


def contract_text(given: PaperChoices) -> str:
    return "\n".join((*_lines(given), ""))


def _lines(given: PaperChoices) -> Iterator[str]:
    yield from comment(
        Phrase(
            f"由“{given.source}”采纳而来（debrief template adopt），可以改。标“？”的是猜的，请看一看。",
            f"adopted from {given.source} by `debrief template adopt`; change what is wrong. What is marked “?” was guessed: look at it.",
        )
    )
    yield "#"
    for phrase in given.told:
        yield from comment(Phrase(f"- {phrase.zh}", f"- {phrase.en}"))
    yield ""
    yield f"template: {scalar(given.template)}"
    yield ""
    yield from comment(_COVERS[given.cover])
    yield f"cover: {given.cover}"
    yield ""
    yield f"sections: {{{', '.join(f'{role}: {number}' for number, role in enumerate(SECTION_ROLES, 1))}}}"
    yield ""
    yield "styles:"
    by_role = {choice.role: choice for choice in given.choices}
    for role in _ORDER:
        if role in _GROUPS:
            yield from comment(_GROUPS[role], 2)
        choice = by_role[role]
        mark = "" if choice.sure else "？"
        reasons = "；".join(reason.zh for reason in choice.reasons), "; ".join(reason.en for reason in choice.reasons)
        said = " · ".join(dict.fromkeys(" ".join(each.split()) for each in reasons))
        yield f"  {role}: {scalar(given.styles[role])}  # {mark}{said}"
    yield ""
    for key, name in (("table", given.others.table), ("hyperlink", given.others.hyperlink)):
        made = "  # 模板没有，新建 · made" if key in given.others.made else ""
        yield f"{key}: {scalar(name)}{made}"
    yield f"english_headings: {given.english_headings}"
