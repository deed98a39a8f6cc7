"""The report of agreement beside the outputs: JSON for machines, one page of HTML for people."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from engine.checks.finished import Reopened
from engine.model.file_ledger import FileLedger, Standing, TracedFact
from engine.model.ledger_json import Places

VERSION = 1
MOST_PLACES = 6
"""Places of one fact in one format that are named; the rest is a number."""

Palette = Mapping[str, str]
"""Colours by token of the theme (`ink`, `primary`, `surface` …), each RRGGBB."""

_WORDS = {
    "zh": {
        "title": "一致性报告", "agree": "全部一致", "differ": "处不一致", "file": "文件", "places": "文字位置", "facts": "打印的数字", "values": "图表数值",
        "result": "结果", "expected": "台账", "found": "文件", "where": "位置", "fact": "数字", "metric": "指标", "formula": "公式", "source": "来源",
        "more": "另 {} 处", "gone": "没有找到", "every": "台账：每个数字、它的来源和印出的位置",
    },
    "en": {
        "title": "Agreement report", "agree": "all agree", "differ": "differ", "file": "File", "places": "Texts", "facts": "Printed figures",
        "values": "Chart values", "result": "Result", "expected": "Ledger", "found": "File", "where": "Place", "fact": "Figure", "metric": "Metric",
        "formula": "Formula", "source": "Source", "more": "{} more", "gone": "not found",
        "every": "The ledger: every figure, its source and where it is printed",
    },
}  # fmt: skip


def agreement_json(files: Sequence[Reopened]) -> bytes:
    """Return what was compared and what differs, file by file."""
    entries = [{"file": one.file, **asdict(one.agreement)} for one in files]
    agreed = not any(one.agreement.discords for one in files)
    content = {"version": VERSION, "agree": agreed, "files": entries}
    return f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode()


def agreement_html(files: Sequence[Reopened], ledger: FileLedger, places: Places, language: str, palette: Palette) -> bytes:
    """Return one page that stands for itself: a line per file, what differs, and the ledger."""
    words = _WORDS["zh" if language.startswith("zh") else "en"]
    title = f"{html.escape(ledger.title)} · {words['title']}".replace("\n", " ")
    body = f"<h1>{title}</h1>{_files(files, words)}{_discords(files, words)}<h2>{words['every']}</h2>{_facts(ledger, places, words)}"
    head = (
        f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title><style>{_style(palette)}</style>'
    )
    return f'<!DOCTYPE html>\n<html lang="{html.escape(language)}"><head>{head}</head><body><main>{body}</main></body></html>\n'.encode()


def _files(files: Iterable[Reopened], words: Mapping[str, str]) -> str:
    rows = []
    for one in files:
        made, count = one.agreement, len(one.agreement.discords)
        result = f'<td class="bad">▼ {count} {words["differ"]}</td>' if count else f'<td class="good">● {words["agree"]}</td>'
        rows.append([_cell(one.file), _cell(made.places, "n"), _cell(made.facts, "n"), _cell(made.values, "n"), result])
    return _table([words[name] for name in ("file", "places", "facts", "values", "result")], rows)


def _discords(files: Iterable[Reopened], words: Mapping[str, str]) -> str:
    rows = [
        [_cell(one.file), _cell(f"{each.page or ''} {each.place}".strip()), _cell(each.fact), _cell(each.expected),
         _cell(words["gone"] if each.found is None else each.found, "bad")]
        for one in files
        for each in one.agreement.discords
    ]  # fmt: skip
    return _table([words[name] for name in ("file", "where", "fact", "expected", "found")], rows) if rows else ""


def _facts(ledger: FileLedger, places: Places, words: Mapping[str, str]) -> str:
    formats = [printed.format for printed in ledger.files]
    rows = [
        [
            f"<td><b>{html.escape(fact.text)}</b></td>",
            _cell(fact.label if fact.label != fact.formula else ""),
            _cell(fact.formula, "q"),
            _cell(_source(fact), "q"),
            *(_cell(_where(places.get(fact.id, ()), name, words), "q") for name in formats),
        ]
        for fact in ledger.facts
    ]
    heads = [*(words[name] for name in ("fact", "metric", "formula", "source")), *(name.upper() for name in formats)]
    return _table(heads, rows, ("9%", "15%", "26%", "26%"))


def _source(fact: TracedFact) -> str:
    cells = (f"{_short(one.cells)} ({one.row_numbers})" if "," in one.row_numbers else _short(one.cells) for one in fact.ranges)
    return "; ".join((*cells, *(part for part in (fact.citation, fact.defined_at if not fact.ranges else "") if part)))


def _short(cells: str) -> str:
    """Return cells without the folders above their file."""
    file, mark, rest = cells.partition("!")
    return f"{file.rsplit('/', 1)[-1]}{mark}{rest}"


def _where(places: Iterable[Standing], format_name: str, words: Mapping[str, str]) -> str:
    found = list(dict.fromkeys(str(place.page) if place.page else place.shape for place in places if place.format == format_name))
    more = len(found) - MOST_PLACES
    return ", ".join((*found[:MOST_PLACES], *([words["more"].format(more)] if more > 0 else [])))


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]], widths: Iterable[str] = ()) -> str:
    """Return a table; `widths` are those of the first columns."""
    columns = "".join(f'<col style="width:{width}">' for width in widths)
    head = "".join(f"<th>{html.escape(name)}</th>" for name in heads)
    body = "".join(f"<tr>{''.join(row)}</tr>" for row in rows)
    fixed = ' class="fixed"' if columns else ""
    return f"<table{fixed}>{columns}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(text: object, look: str = "") -> str:
    return f"<td{f' class={chr(34)}{look}{chr(34)}' if look else ''}>{html.escape(str(text))}</td>"


def _style(palette: Palette) -> str:
    ink, quiet, line, ground, head, good, bad = (
        f"#{palette[name]}" for name in ("ink", "ink2", "line", "surface", "primary", "met", "missed")
    )
    return (
        f"body{{margin:0;font:14px/1.6 'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif;color:{ink}}}"
        f"main{{max-width:1280px;margin:32px auto;padding:0 24px}}h1{{font-size:24px;border-bottom:3px solid {head};padding-bottom:12px}}"
        f"h2{{font-size:16px;margin-top:32px;color:{head}}}table{{border-collapse:collapse;width:100%;margin:16px 0}}"
        f"th{{text-align:left;background:{ground};color:{quiet};font-weight:600}}th,td{{padding:6px 10px;border-bottom:1px solid {line};"
        f"vertical-align:top;overflow-wrap:anywhere}}.n{{font-variant-numeric:tabular-nums}}.q{{color:{quiet};font-size:12px}}"
        f".fixed{{table-layout:fixed}}.good{{color:{good};font-weight:600}}.bad{{color:{bad};font-weight:600}}"
    )
