from __future__ import annotations

import re
from pathlib import Path

from lxml import html

from engine.base.diagnostics import Diagnostic, Language, Location, Phrase, Severity, error, warning
from engine.base.errors import EnvironmentFault
from engine.batch.finished import Finished
from engine.batch.index_page import MOST_FINDINGS, index_page
from engine.run_record import FileRecord

PALETTE = dict.fromkeys(("ink", "ink2", "line", "surface", "primary", "met", "missed", "improve"), "112233")
LINE = Location("content/t/report.yaml", 7, 3)


def files(name: str, *inner: str) -> tuple[FileRecord, ...]:
    return tuple(FileRecord(f"{name}/{path}", "0" * 64, 1) for path in inner)


BUILT = Finished(
    Path("t"), "t/华东 一组", "华东<一组>\n复盘", (warning("RULE002", "未达成", "missed", LINE, Phrase("写原因", "say why")),),
    files=files("t/华东 一组", "a.pdf", "a.pptx", "facts.json", "agreement.html", "changes.html", "pages/01.png", "contact.png"), slides=9, facts=40,
)  # fmt: skip
SAME = Finished(Path("t"), "t/b", "二组", unchanged=True)
BROKEN = Finished(Path("t"), "t/c", "三组", (error("YAML021", "没有", "missing", LINE),), files=files("t/c", "c.pptx"))
DISK = Finished(Path("t"), "t/d", fault=EnvironmentFault("磁盘满", "the disk is full", Phrase("腾出空间", "free some space")))


def page(*reports: Finished, earlier: tuple[Finished, ...] = (), language: Language = Language.ZH) -> html.HtmlElement:
    return html.document_fromstring(index_page(reports, earlier, language, PALETTE))


def words(card: html.HtmlElement) -> str:
    return " ".join(card.text_content().split())


def test_reports_that_failed_come_first_then_those_of_the_run_then_earlier_ones() -> None:
    cards = page(BUILT, SAME, BROKEN, DISK, earlier=(Finished(Path("u"), "u", "旧"),)).xpath("//article")
    assert [card.get("class") for card in cards] == ["failed found", "failed", "unchanged", "built found", "earlier"]
    assert words(cards[0]) == "三组▼ 失败 t/c 失败；下面是上一次的文件PPTXYAML021 content/t/report.yaml:7:3 没有"
    assert words(cards[1]) == "t/d▼ 失败 t/d 磁盘满腾出空间"
    assert (
        words(cards[3])
        == "华东<一组> 复盘● 已生成 t/华东 一组 9 页 · 40 个数字PPTX PDF 与基线的差别 一致性 数字RULE002 content/t/report.yaml:7:3 未达成写原因"
    )


def test_filters_count() -> None:
    nav = page(BUILT, SAME, BROKEN, language=Language.EN).xpath("//nav")[0]
    assert words(nav) == "all 3built 1unchanged 1failed 1with findings 2"


def test_links_lead_to_the_files_beside_the_page() -> None:
    card = page(BUILT).xpath("//article")[0]
    base = "t/%E5%8D%8E%E4%B8%9C%20%E4%B8%80%E7%BB%84/"
    assert card.xpath(".//a/@href") == [
        base + name for name in ("contact.png", "a.pptx", "a.pdf", "changes.html", "agreement.html", "facts.json")
    ]
    assert card.xpath(".//img/@src") == [f"{base}pages/01.png"]


def test_of_many_findings_the_first_are_shown_and_notes_are_not() -> None:
    many = tuple(warning("RULE002", f"第 {n} 条", f"no. {n}", LINE) for n in range(MOST_FINDINGS + 3))
    note = Diagnostic("DATA035", Severity.INFO, Phrase("说明", "note"), LINE)
    items = page(Finished(Path("t"), "t", "", (*many, note))).xpath("//li")
    assert (len(items), words(items[-1])) == (MOST_FINDINGS + 1, "另有 3 条，见 run.json")


def test_nothing_is_fetched_and_the_same_reports_give_the_same_bytes() -> None:
    blob = index_page((BUILT, SAME), (), Language.ZH, PALETTE)
    assert blob == index_page((SAME, BUILT), (), Language.ZH, PALETTE)
    assert not re.search(rb"https?:|url\(|@import", blob)
