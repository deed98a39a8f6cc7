"""Random reports over all author blocks, with values at the ends of what is legal: built in every format, and judged by every judge."""

from __future__ import annotations

import json
import random
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf

from engine.base.workspace import BUILTIN_ROOT, Workspace
from engine.load.content import read_content
from engine.load.locate import plain
from engine.pipeline import BuildRequest, ReportResult, build_report, check_report
from tests.fuzz import workshop
from tests.fuzz.stretching import SHORT, TEXTS, stretched, without_references
from tests.gate.office import audit_findings, chart_findings, embedded_workbooks, rule_findings
from tests.support.pdf_ua import ua_findings
from tests.support.small_report import TODAY

Tree = dict[str, Any]
FORMATS = ("pptx", "docx", "pdf")
SHARES = (0.5, 0.3, 0.15, 0.08)
"""Shares of a block's values that are stretched: the first that stays legal is taken."""
KINDS = ("midyear-review", "annual-plan", "campaign-summary", "strategy-tracker")


@dataclass(frozen=True, slots=True)
class Stock:
    """A sound report to take blocks from: its folder, what stands above its sections, and all blocks in them."""

    name: str
    folder: Path | None
    header: Tree
    blocks: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of a model: the author blocks in it, and what was found, which should be nothing. `legal`: it could be built."""

    number: int
    stock: str
    blocks: tuple[str, ...]
    legal: bool
    findings: tuple[str, ...] = ()


@cache
def stocks() -> tuple[Stock, ...]:
    copies = sorted((*(BUILTIN_ROOT / "content").iterdir(), *(BUILTIN_ROOT / "assets" / "scaffolds").iterdir()))
    found = [_stock(path) for path in copies if (path / "report.yaml").is_file()]
    own = Stock(workshop.NAME, None, workshop.HEADER, workshop.BLOCKS)
    return (*(stock for stock in found if "batch" not in stock.header), *[own] * (len(found) // 2))


def _stock(folder: Path) -> Stock:
    content = read_content(Workspace.open(folder), folder).value
    assert content is not None
    tree = without_references(json.loads(json.dumps(plain(content.tree), default=str)))
    header = {key: value for key, value in tree.items() if key not in {"sections", "closing", "formats", "file_name"}}
    return Stock(folder.name, folder, header, tuple(_blocks([tree["sections"], tree.get("closing", {})])))


def _blocks(tree: object) -> Iterator[Tree]:
    match tree:
        case dict():
            for key, value in tree.items():
                if key == "blocks" and isinstance(value, list):
                    yield from (block if isinstance(block, dict) else {"text": block} for block in value)
                yield from _blocks(value)
        case list():
            for item in tree:
                yield from _blocks(item)


def models(numbers: range, salt: int = 0) -> Iterator[Judged]:
    """Yield what is found in each model. The same numbers and salt are the same models."""
    for number in numbers:
        chance = random.Random(f"{salt}/model/{number}")
        with tempfile.TemporaryDirectory(prefix="model-") as place:
            yield _judged(number, chance.choice(stocks()), Path(place).resolve(), chance)


def _judged(number: int, stock: Stock, place: Path, chance: random.Random) -> Judged:
    bench = _Bench(stock, place / "workspace", chance)
    content = bench.content()
    names = tuple(sorted({name for block in _blocks(content["sections"]) for name in block}))
    if not bench.is_legal(content):
        return Judged(number, stock.name, names, legal=False)
    result = build_report(bench.workspace, bench.folder, BuildRequest(FORMATS))
    found = tuple(_findings(result, place, deep=number % 10 == 0))
    return Judged(number, stock.name, names, legal=True, findings=found)


class _Bench:
    """A workspace in which content is tried before it is built."""

    def __init__(self, stock: Stock, root: Path, chance: random.Random) -> None:
        self.stock, self.chance = stock, chance
        if stock.folder is None:
            self.folder = workshop.write_workshop(root, chance if chance.random() < 0.5 else None)
        else:
            self.folder = Path(shutil.copytree(stock.folder, root / "content" / stock.name))
        self.workspace = Workspace(root, root / "out", TODAY)

    def content(self) -> Tree:
        """Return a report of one to three sections, each block stretched as far as it stays legal by itself."""
        header = {**self.stock.header, "formats": list(FORMATS)}
        header["kind"] = self.chance.choice((header["kind"], *KINDS))
        header["pdf"] = {"engine": self.chance.choice(("weasyprint", "weasyprint", "typst"))}
        for key in ("title", "subtitle", "author", "department", "organisation", "classification"):
            if self.chance.random() < 0.2:
                header[key] = self.chance.choice(SHORT)
        if self.chance.random() < 0.2:
            header["language"] = self.chance.choice(("zh-CN", "en"))
        sections = [self._section() for _ in range(self.chance.choice((1, 1, 2, 3)))]
        return {**header, "sections": sections}

    def _section(self) -> Tree:
        topics = [self._topic() for _ in range(self.chance.choice((1, 1, 2)))]
        return {"title": self._words("业绩"), "lead": self._words("一句结论"), "topics": topics}

    def _topic(self) -> Tree:
        blocks = [self._block() for _ in range(self.chance.choice((1, 2, 3)))]
        return {
            "label": self._words("目标"),
            "title": self._words("达成"),
            "takeaway": self._words(""),
            "notes": self._words(""),
            "blocks": blocks,
        }

    def _words(self, usual: str) -> str:
        return self.chance.choice(TEXTS if self.chance.random() < 0.3 else SHORT) if self.chance.random() < 0.3 else usual

    def _block(self) -> Tree:
        block = self.chance.choice(self.stock.blocks)
        for share in SHARES:
            candidate: Tree = stretched(block, self.chance, share)
            if self.is_legal(self._alone(candidate)):
                return candidate
        return block

    def _alone(self, block: Tree) -> Tree:
        topic = {"label": "目标", "title": "达成", "blocks": [block]}
        return {**self.stock.header, "formats": list(FORMATS), "sections": [{"title": "业绩", "topics": [topic]}]}

    def is_legal(self, content: Tree) -> bool:
        """Tell whether content can be built, and leave it in the folder."""
        (self.folder / "report.yaml").write_text(json.dumps(content, ensure_ascii=False), "utf-8")
        return not check_report(self.workspace, self.folder).has_errors


def _findings(result: ReportResult, place: Path, *, deep: bool) -> Iterator[str]:
    """Yield what judges find in the files; `deep` asks them about workbooks inside, too."""
    if result.has_errors:
        yield from (f"{item.code} {item.message.en}" for item in result.diagnostics if item.is_error)
    made = {artifact.format: artifact for artifact in result.artifacts}
    if missing := [name for name in FORMATS if name not in made]:
        yield f"not built: {', '.join(missing)}"
        return
    paths = {name: place / f"report.{name}" for name in FORMATS}
    for name, path in paths.items():
        path.write_bytes(made[name].blob)
    for name in ("pptx", "docx"):
        yield from _of_office(name, paths[name], place if deep else None)
    yield from (f"pdf: {finding}" for finding in _of_pdf(paths["pdf"]))


def _of_office(name: str, path: Path, scratch: Path | None) -> Iterator[str]:
    for judge in (rule_findings, audit_findings, chart_findings):
        yield from (f"{name} {judge.__name__}: {finding}" for finding in judge(path))
    for workbook in embedded_workbooks(path, scratch) if scratch is not None else ():
        yield from (f"{name} {workbook.name}: {finding}" for finding in audit_findings(workbook))


def _of_pdf(path: Path) -> Sequence[str]:
    with pikepdf.open(path) as document:
        return [*map(str, document.check_pdf_syntax()), *ua_findings(path)]
