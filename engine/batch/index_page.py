"""out/index.html: every report of the last run on one page, with its first page, its files and what was found in it."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from urllib.parse import quote

from engine.base.diagnostics import Diagnostic, Language, Severity
from engine.base.records import dataclass
from engine.baseline.place import CHANGES_FILE
from engine.batch.finished import Finished
from engine.run_record import Status

Palette = Mapping[str, str]
"""Colours by token of a theme (`ink`, `primary`, `surface` …), each RRGGBB."""
MOST_FINDINGS = 12
"""Findings of one report that are shown; run.json has them all."""
_DOCUMENTS = ("pptx", "docx", "pdf")
EARLIER = "earlier"
_SIGNS = {Status.BUILT.value: "●", Status.UNCHANGED.value: "○", Status.FAILED.value: "▼", EARLIER: "◌"}
_GRAVITY = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.INFO: "note"}

_WORDS = {
    Language.ZH: {
        "title": "报告一览", "all": "全部", "built": "已生成", "unchanged": "未变", "failed": "失败", "earlier": "此前", "found": "有发现",
        "search": "按名字或标题查找", "agreement": "一致性", "changes": "与基线的差别", "facts": "数字", "pages": "全部页面", "more": "另有 {} 条，见 run.json",
        "none": "没有符合的报告", "kept": "失败；下面是上一次的文件", "slides": "页", "figures": "个数字",
    },
    Language.EN: {
        "title": "Reports", "all": "all", "built": "built", "unchanged": "unchanged", "failed": "failed", "earlier": "earlier", "found": "with findings",
        "search": "find by name or title", "agreement": "agreement", "changes": "changes", "facts": "figures",
        "pages": "all pages", "more": "{} more in run.json",
        "none": "no report matches", "kept": "failed; these are the files of an earlier build", "slides": "pages", "figures": "figures",
    },
}  # fmt: skip


def index_page(reports: Sequence[Finished], earlier: Sequence[Finished], language: Language, palette: Palette) -> bytes:
    """Return a page that stands for itself beside the folders of the reports: those of this run, then those that earlier runs left.

    The same reports give the same bytes. Reports that failed come first.
    """
    words = _WORDS[language]
    ordered = [_Card(report, report.status.value) for report in sorted(reports, key=lambda report: (report.ok, report.name))]
    ordered += [_Card(report, EARLIER) for report in sorted(earlier, key=lambda report: report.name)]
    cards = "".join(_card(card, language) for card in ordered)
    body = (
        f"<header><h1>{words['title']}</h1>{_filters(ordered, words)}"
        f'<input type="search" aria-label="{words["search"]}" placeholder="{words["search"]}"></header>'
        f'<main>{cards}</main><p id="none" hidden>{words["none"]}</p><script>{_SCRIPT}</script>'
    )
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{words['title']}</title><style>{_style(palette)}</style>"
    )
    return f'<!DOCTYPE html>\n<html lang="{language.value}"><head>{head}</head><body>{body}</body></html>\n'.encode()


@dataclass(frozen=True, slots=True)
class _Card:
    """A report as it is shown; `status` is the value of a Status, or EARLIER."""

    report: Finished
    status: str


def _filters(cards: Sequence[_Card], words: Mapping[str, str]) -> str:
    counts = {
        "all": len(cards),
        **{status: sum(card.status == status for card in cards) for status in _SIGNS},
        "found": sum(bool(_shown(card.report)) for card in cards),
    }
    buttons = (
        f'<button data-show="{key}" aria-pressed="{str(key == "all").lower()}">{words[key]} <b>{count}</b></button>'
        for key, count in counts.items()
        if count or key == "all"
    )
    return f"<nav>{''.join(buttons)}</nav>"


def _card(card: _Card, language: Language) -> str:
    words, report, status = _WORDS[language], card.report, card.status
    title = html.escape(" ".join((report.title or report.name).split()))
    found = " found" if _shown(report) else ""
    numbers = f"{report.slides} {words['slides']} · {report.facts} {words['figures']}" if report.ok else ""
    kept = f'<p class="bad">{words["kept"]}</p>' if not report.ok and report.files else ""
    return (
        f'<article class="{status}{found}" data-text="{html.escape(f"{report.name} {title}".casefold(), quote=True)}">'
        f"{_picture(report)}<h2>{title}</h2>"
        f'<p class="name"><span class="{status}">{_SIGNS[status]} {words[status]}</span> {html.escape(report.name)} '
        f"<small>{numbers}</small></p>{kept}{_links(report, words)}{_findings(report, language)}</article>"
    )


def _picture(report: Finished) -> str:
    """Return the first page of the report, linked to all of them; nothing where no pages were pictured."""
    paths = {PurePosixPath(file.path).relative_to(report.name).as_posix(): file.path for file in report.files}
    first = next((paths[name] for name in sorted(paths) if name.startswith("pages/")), paths.get("contact.png"))
    if first is None:
        return ""
    target = paths.get("contact.png", first)
    return f'<a href="{quote(target)}"><img loading="lazy" alt="" src="{quote(first)}"></a>'


def _links(report: Finished, words: Mapping[str, str]) -> str:
    links = []
    for file in sorted(report.files):
        path = PurePosixPath(file.path)
        kind = path.suffix.removeprefix(".")
        if kind in _DOCUMENTS:
            links.append((_DOCUMENTS.index(kind), kind.upper(), file.path))
        elif path.name == "agreement.html":
            links.append((10, words["agreement"], file.path))
        elif path.name == CHANGES_FILE:
            links.append((9, words["changes"], file.path))
        elif path.name == "facts.json":
            links.append((11, words["facts"], file.path))
    anchors = (f'<a href="{quote(path)}">{label}</a>' for _, label, path in sorted(links))
    return f'<p class="files">{" ".join(anchors)}</p>' if links else ""


def _findings(report: Finished, language: Language) -> str:
    shown = _shown(report)
    items = [_finding(item, language) for item in shown[:MOST_FINDINGS]]
    if report.fault is not None:
        hint = f"<i>{html.escape(report.fault.hint.in_(language))}</i>" if report.fault.hint else ""
        items.insert(0, f'<li class="bad">{html.escape(report.fault.message.in_(language))}{hint}</li>')
    if len(shown) > MOST_FINDINGS:
        items.append(f"<li>{_WORDS[language]['more'].format(len(shown) - MOST_FINDINGS)}</li>")
    return f"<ul>{''.join(items)}</ul>" if items else ""


def _finding(item: Diagnostic, language: Language) -> str:
    hint = f"<i>{html.escape(item.hint.in_(language))}</i>" if item.hint else ""
    return (
        f'<li class="{_GRAVITY[item.severity]}"><code>{item.code}</code> <span>{html.escape(str(item.where))}</span> '
        f"{html.escape(item.message.in_(language))}{hint}</li>"
    )


def _shown(report: Finished) -> list[Diagnostic]:
    return [item for item in report.diagnostics if item.severity is not Severity.INFO]


def _style(palette: Palette) -> str:
    ink, quiet, line, ground, head, good, bad, warn = (
        f"#{palette[name]}" for name in ("ink", "ink2", "line", "surface", "primary", "met", "missed", "improve")
    )
    return (
        f"body{{margin:0;font:14px/1.55 'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif;color:{ink};background:{ground}}}"
        f"header{{position:sticky;top:0;background:#fff;border-bottom:3px solid {head};padding:12px 32px;display:flex;gap:24px;"
        f"align-items:center;flex-wrap:wrap;z-index:1}}h1{{font-size:22px;margin:0}}nav{{display:flex;gap:8px}}"
        f"button{{font:inherit;border:1px solid {line};background:#fff;color:{quiet};padding:4px 12px;cursor:pointer}}"
        f"button[aria-pressed=true]{{background:{head};border-color:{head};color:#fff}}"
        f"input{{font:inherit;padding:5px 10px;border:1px solid {line};min-width:220px;margin-left:auto}}"
        "main{display:grid;grid-template-columns:repeat(auto-fill,minmax(320px,1fr));gap:20px;padding:24px 32px;align-items:start}"
        f"article{{background:#fff;border:1px solid {line};border-top:3px solid {line};padding:0 16px 12px;content-visibility:auto;"
        f"contain-intrinsic-size:320px 340px}}article.failed{{border-top-color:{bad}}}article.built{{border-top-color:{good}}}"
        "article[hidden]{display:none}img{display:block;width:calc(100% + 32px);margin:0 -16px;aspect-ratio:16/9;object-fit:cover;"
        f"object-position:top;border-bottom:1px solid {line}}}h2{{font-size:16px;margin:12px 0 4px}}"
        f"p{{margin:4px 0}}small{{color:{quiet};white-space:nowrap}}.name{{overflow-wrap:anywhere;color:{quiet}}}"
        f".files a{{color:{head};margin-right:12px;font-weight:600}}ul{{margin:8px 0 0;padding:8px 0 0;border-top:1px solid {line};"
        f"list-style:none;font-size:13px;overflow-wrap:anywhere}}li{{margin:6px 0}}li span{{color:{quiet}}}li i{{display:block;"
        f"font-style:normal;color:{quiet}}}span.built,.good{{color:{good}}}.bad,span.failed,.bad code{{color:{bad}}}.warn code{{color:{warn}}}"
        "#none{text-align:center;padding:48px}@media print{header{position:static}nav,input{display:none}}"
    )


_SCRIPT = """
const cards=[...document.querySelectorAll('article')],buttons=[...document.querySelectorAll('button')],input=document.querySelector('input');
let wanted='all';
function show(){const text=input.value.trim().toLowerCase();let count=0;
for(const card of cards){const hit=(wanted==='all'||card.classList.contains(wanted))&&card.dataset.text.includes(text);card.hidden=!hit;count+=hit}
document.getElementById('none').hidden=count>0}
for(const button of buttons)button.onclick=()=>{wanted=button.dataset.show;
for(const other of buttons)other.setAttribute('aria-pressed',other===button);show()};
input.oninput=show;
"""
