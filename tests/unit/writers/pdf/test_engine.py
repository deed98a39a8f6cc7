"""Both engines pass these: whichever draws a plan, the file has the same pages, words, marks and properties."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from engine.base.errors import EnvironmentFault, TemplateError
from engine.base.units import Point, Rect, pt
from engine.base.workspace import BUILTIN_ROOT, Workspace
from engine.brand.deck_brand import load_deck_brand
from engine.layout.font_files import font_folders
from engine.model import deck as model
from engine.model.blocks import Align
from engine.model.decor import Flat, Gradient, Outline, Paint, PlacedPicture, Stop
from engine.model.decor import Path as GroundPath
from engine.model.facts import Fact, FactSource, Ledger
from engine.model.figure import CategoryAxis, ChartFigure, FigureSeries, GroupKind, Pen, PlotArea, PointLabel, SeriesGroup, ValueAxis
from engine.model.theme import Color, FontFace
from engine.probe.pdf_pages import PdfFacts, pdf_facts
from engine.writers.pdf.engine import Grounds, PdfEngine
from engine.writers.pdf.lettering import set_grounds
from engine.writers.pdf.marks import Words
from engine.writers.pdf.page_marks import GroundMark, TurnedWords
from engine.writers.pdf.typst_engine import TypstEngine
from engine.writers.pdf.weasy import WeasyPrintEngine
from tests.support.pdf_fonts import called
from tests.support.pdf_links import links_of
from tests.support.pdf_ua import ua_findings

HOUSE = Workspace(BUILTIN_ROOT, BUILTIN_ROOT / "out", dt.date(2025, 7, 8))
ENGINES: tuple[PdfEngine, ...] = (WeasyPrintEngine(), TypstEngine(font_folders(HOUSE)))

INK, RED = Color("14232F"), Color("AE3636")
FACE = FontFace("Microsoft YaHei", "Microsoft YaHei", "Noto Sans CJK SC")
FRAME = Rect(pt(72), pt(150), pt(288), pt(72))
MakeDeck = Callable[..., model.Deck]
MakeBox = Callable[..., model.TextBox]


def chart() -> model.ChartBox:
    labels = (PointLabel(0, INK, 10), PointLabel(1, INK, 10))
    series = FigureSeries("实际", (2268.0, 1044.0), RED, format="#,##0", labels=labels)
    axis = ValueAxis(0, 3000, 1000, "#,##0", grid=Pen(INK, 0.5))
    group = SeriesGroup(GroupKind.COLUMN, (series,))
    figure = ChartFigure("column", ("年货节", "会员月"), (group,), PlotArea(0.1, 0.1, 0.8, 0.7), axis, CategoryAxis(color=INK), FACE, INK)
    return model.ChartBox("chart", FRAME, figure, "两场活动的曝光")


def picture(alt: str) -> model.Picture:
    buffer = io.BytesIO()
    Image.new("RGB", (4, 2), (200, 30, 30)).save(buffer, "PNG")
    return model.Picture("picture", FRAME, "images/a.png", buffer.getvalue(), alt)


def table() -> model.TableBox:
    def cell(text: str) -> model.CellBox:
        return model.CellBox((model.TextLine((model.Run(text, 12, INK),), 17, Align.RIGHT),), bottom=model.Stroke(INK, 0.5))

    rows = (("指标", "实际"), ("曝光", "5,284"), ("合计", "9,999"))
    boxes = tuple(model.RowBox(pt(24), tuple(cell(text) for text in row)) for row in rows)
    wide = model.RowBox(pt(24), (replace(cell("说明"), span=2), None))
    return model.TableBox("table", replace(FRAME, height=pt(96)), (pt(144), pt(144)), (*boxes, wide), pt(4), alt="指标表")


def everything(box: MakeBox, deck: MakeDeck) -> model.Deck:
    bullets = tuple(
        model.TextLine((model.Run(text, 12, INK), model.Run("，粗", 12, RED, bold=True)), 18, bullet=model.BulletMark(RED, pt(14), mark))
        for text, mark in (("要点一", "■"), ("要点二", "■"), ("编号", "3."))
    )
    link = model.TextLine((model.Run("见问卷", 12, INK, link="https://example.com/问卷?a=1 2"),), 18)
    line = model.Line("today", Point(pt(80), pt(140)), Point(pt(80), pt(230)), model.Stroke(RED, 1, dashed=True))
    return deck(
        (box("标题一", slot="title"), model.TextBox("points", FRAME, bullets), model.TextBox("link", FRAME, (link,))),
        (box("标题二", slot="title"), chart(), line),
        (box("标题三", slot="title"), table()),
        (model.Shape("panel", FRAME, model.Geometry.ROUND_RECT, RED, radius=pt(6)), picture("渐变"), picture("")),
        (),
        sections=(("业绩", 1), ("计划", 3)),
    )


@pytest.fixture(scope="module", params=ENGINES, ids=lambda engine: engine.name)
def engine(request: pytest.FixtureRequest) -> PdfEngine:
    found: PdfEngine = request.param
    return found


@pytest.fixture
def made(engine: PdfEngine, box: MakeBox, deck: MakeDeck) -> bytes:
    return engine.render_deck(everything(box, deck), {})


@pytest.fixture
def facts(made: bytes) -> PdfFacts:
    return pdf_facts(made)


def test_there_is_one_page_per_slide_and_all_text_in_reading_order(facts: PdfFacts) -> None:
    assert [" ".join(page.text.split()) for page in facts.pages[:3]] == [
        "标题一 要点一，粗 要点二，粗 3. 编号，粗 见问卷",
        "标题二 年货节 会员月 0 1,000 2,000 3,000 2,268 1,044",
        "标题三 指标 实际 曝光 5,284 合计 9,999 说明",
    ]
    assert [(page.width, page.height) for page in facts.pages] == [(720, 360)] * 5


@dataclass(frozen=True, slots=True)
class Ground:
    background: Color | None
    decor: tuple[GroundMark, ...]
    fills: Mapping[str, Color] = field(default_factory=dict)


def test_what_the_template_draws_lies_below_the_slide(engine: PdfEngine, deck: MakeDeck, tmp_path: Path) -> None:
    def box(x: float, y: float, wide: float, high: float) -> Outline:
        return ("m", (x, y)), ("l", (x + wide, y)), ("l", (x + wide, y + high)), ("l", (x, y + high)), ("h", ())

    blue, green = Color("0000FF"), Color("00FF00")
    across = Gradient((Stop(0.0, RED), Stop(1.0, blue)), (720, 0, 0, 720, 0, 0))
    fading = Gradient((Stop(0.0, green, 0.0), Stop(1.0, green)), (100, 0, 0, 100, 500, 100), radial=True)
    pixel = io.BytesIO()
    Image.new("RGB", (2, 1), (255, 255, 0)).save(pixel, "PNG")
    words = Words("机密", 0, 0, 30, INK, bold=True, anchor="start", family=FACE.pdf)
    decor: tuple[GroundMark, ...] = (
        model_path("band", box(0, 0, 720, 50), across),
        model_path("glow", box(400, 50, 200, 100), fading),
        PlacedPicture("logo", pixel.getvalue(), (100, 0, 0, 100, 0, 200), (box(0, 200, 50, 50),), FRAME),
        model_path("clipped", box(100, 200, 100, 100), Flat(RED, 0.5), clip=(box(100, 200, 50, 50),)),
        TurnedWords((words,), (0, 1, -1, 0, 300, 200)),
    )
    made = engine.render_deck(deck(()), {"content": Ground(green, decor)})
    page = pypdfium2.PdfDocument(made)[0]
    shown = page.render(scale=1).to_pil().convert("RGB")

    def close(at: tuple[int, int], red: int, green: int, blue: int) -> bool:
        found = shown.getpixel(at)
        return isinstance(found, tuple) and max(abs(one - other) for one, other in zip(found, (red, green, blue), strict=True)) < 12

    assert close((700, 300), 0, 255, 0)  # the background
    assert close((2, 25), 174, 54, 54) and close((360, 25), 87, 27, 155) and close((717, 25), 0, 0, 255)
    assert close((599, 149), 0, 255, 0)  # fully green upon green
    assert close((25, 225), 255, 255, 0) and close((75, 225), 0, 255, 0)
    assert close((125, 225), 87, 155, 27) and close((175, 225), 0, 255, 0)
    dark = [(x, y) for x in range(260, 340) for y in range(190, 280) if shown.getpixel((x, y)) == (20, 35, 47)]
    assert dark and min(y for _, y in dark) > 195 and max(y for _, y in dark) > 240  # the words run downwards
    path = tmp_path / "decor.pdf"
    path.write_bytes(made)
    assert ua_findings(path) == []
    assert "机密" in pdf_facts(made).pages[0].text


def model_path(name: str, outline: Outline, fill: Paint, clip: tuple[Outline, ...] = ()) -> GroundPath:
    return GroundPath(name, (outline,), Rect(pt(0), pt(0), pt(720), pt(360)), fill, clip=clip)


def test_the_outline_has_sections_and_slides(facts: PdfFacts) -> None:
    assert [f"{'  ' * entry.level}{entry.title} {entry.page}" for entry in facts.outline] == [
        "第 1 页 1", "业绩 2", "  第 2 页 2", "  第 3 页 3", "计划 4", "  第 4 页 4", "  第 5 页 5",
    ]  # fmt: skip


def test_fonts_are_embedded_subsets_of_the_theme_s_family(facts: PdfFacts) -> None:
    assert {(called(font.name), font.embedded, font.subset) for font in facts.fonts} == {("NotoSansCJKSC", True, True)}


def test_the_file_is_tagged_and_figures_have_their_words(facts: PdfFacts) -> None:
    assert facts.tagged
    assert {"H1", "P", "L", "LI", "Table", "TR", "TH", "TD", "Figure", "Link"} <= set(facts.tags)
    assert facts.alt_texts == ("两场活动的曝光", "渐变")


def test_the_file_conforms_to_pdf_ua(made: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deck.pdf"
    path.write_bytes(made)
    assert ua_findings(path) == []
    with pikepdf.open(path) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_the_properties_are_those_of_the_report(made: bytes) -> None:
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert str(pdf.Root.Lang) == "zh-CN"
        assert {key: str(pdf.docinfo[key]) for key in ("/Title", "/Author", "/Keywords", "/CreationDate")} == {
            "/Title": "年中述职",
            "/Author": "林晓, 示例公司",
            "/Keywords": "活动, 述职",
            "/CreationDate": "D:20250708090000Z",
        }


def test_the_same_deck_gives_the_same_bytes(made: bytes, engine: PdfEngine, box: MakeBox, deck: MakeDeck) -> None:
    assert engine.render_deck(everything(box, deck), {}) == made


def test_a_time_with_a_zone_is_written_in_utc(engine: PdfEngine, box: MakeBox, deck: MakeDeck) -> None:
    plan = deck((box("一"),))
    zone = dt.timezone(dt.timedelta(hours=8))
    moved = replace(plan, meta=replace(plan.meta, created=dt.datetime(2025, 7, 8, 17, tzinfo=zone)))
    assert engine.render_deck(moved, {}) == engine.render_deck(plan, {})


def test_a_family_that_is_not_installed_is_named(engine: PdfEngine, box: MakeBox, deck: MakeDeck) -> None:
    with pytest.raises(EnvironmentFault, match="font family 'Harbor Grotesk' is not installed") as caught:
        engine.render_deck(deck((box("一"),), face=FontFace("x", "x", "Harbor Grotesk")), {})
    assert caught.value.message.zh.startswith("没有安装字体“Harbor Grotesk”")


def test_a_character_no_font_has_is_an_error_and_no_box(engine: PdfEngine, box: MakeBox, deck: MakeDeck) -> None:
    with pytest.raises((TemplateError, EnvironmentFault), match=r"\U0001f5f8|fonts"):
        engine.render_deck(deck((box("完成 \U0001f5f8"),)), {})


def test_a_picture_that_is_none_is_an_error(engine: PdfEngine, deck: MakeDeck) -> None:
    with pytest.raises(TemplateError, match="the PDF cannot be drawn"):
        engine.render_deck(deck((replace(picture("渐变"), blob=b"\x89PNG\r\n\x1a\nbroken"),)), {})


def test_headings_are_as_deep_as_the_outline_and_the_first_heads_the_whole(facts: PdfFacts) -> None:
    assert [tag for tag in facts.tags if tag.startswith("H")] == ["H1", "H2"]


def test_links_lead_where_the_plan_says(made: bytes) -> None:
    assert links_of(made) == [(1, "https://example.com/%E9%97%AE%E5%8D%B7?a=1%202")]


def test_links_inside_lead_to_the_page_of_their_bookmark(engine: PdfEngine, box: MakeBox, deck: MakeDeck) -> None:
    link = model.TextLine((model.Run("见", 12, INK), model.Run("图 1", 12, INK, target="fig"), model.Run("。", 12, INK)), 18)
    plan = deck((model.TextBox("see", FRAME, (link,)),), (replace(box("图 1"), bookmark="fig"),))
    assert links_of(engine.render_deck(plan, {})) == [(1, 2)]


def test_a_link_to_nowhere_is_an_error(engine: PdfEngine, deck: MakeDeck) -> None:
    link = model.TextLine((model.Run("图 1", 12, INK, target="fig"),), 18)
    with pytest.raises(TemplateError, match="the PDF cannot be drawn: no bookmark 'fig'"):
        engine.render_deck(deck((model.TextBox("see", FRAME, (link,)),)), {})


HOSTILE = (
    '#panic() #let x = 1 #import "@preview/x:1.0.0" #include "/etc/passwd"',
    "$ x^2 $ *粗* _斜_ `码` = 标题 - 项 + 项 / 词: 义",
    "\\ \\u{41} \\n \" ' [括] {花} <标签> @引用 // 注释 /* 注释 */ ~ --- ... -?",
    "</script><svg onload=1> &amp; %s {0} {{ jinja }} https://example.com",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_are_words_and_never_markup(engine: PdfEngine, deck: MakeDeck, words: str) -> None:
    wide = Rect(pt(20), pt(20), pt(680), pt(40))
    title = model.TextBox("title", wide, (model.TextLine((model.Run(words, 12, INK),), 18),), slot="title")
    cell = model.CellBox((model.TextLine((model.Run(words, 9, INK),), 17),))
    rows = model.TableBox("t", replace(wide, y=pt(100)), (pt(680),), (model.RowBox(pt(24), (cell,)),), pt(4), header_rows=0)
    plan = deck((title, rows, replace(chart(), alt=words)), title=words)
    plan = replace(plan, slides=(replace(plan.slides[0], title=words),), sections=((words, 0),))
    facts = pdf_facts(engine.render_deck(plan, {}))
    assert bare(facts.pages[0].text).count(bare(words)) == 2
    assert facts.title == words
    assert {entry.title for entry in facts.outline} == {words}
    assert facts.alt_texts == (words,)


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("words", ["一\t二", "一\u00a0二", "一\u3000二", "一\u00ad二", "一\u200b二", "\u200e一二", "e\u0301一二", "一 二"])
def test_signs_that_nobody_sees_are_no_boxes(engine: PdfEngine, box: MakeBox, deck: MakeDeck, words: str, tmp_path: Path) -> None:
    path = tmp_path / "deck.pdf"
    path.write_bytes(engine.render_deck(deck((box("标题", slot="title"), box(words))), {}))
    assert ua_findings(path) == []


PUNCTUATED = ("“《一》，”（二）。「三」", "（四）五，六。", "、七！？", "八…九—十")


@pytest.mark.parametrize("align", Align)
@pytest.mark.parametrize("words", PUNCTUATED)
def test_chinese_punctuation_is_as_wide_as_it_was_measured(engine: PdfEngine, deck: MakeDeck, words: str, align: Align) -> None:
    line = model.TextLine((model.Run(words, 10, INK),), 18, align)
    plan = deck((model.TextBox("b", Rect(pt(100), pt(50), pt(300), pt(20)), (line,)),))
    left = 100 + {Align.LEFT: 0.0, Align.CENTER: 0.5, Align.RIGHT: 1.0}[align] * (300 - 10 * len(words))
    assert lefts(engine.render_deck(plan, {})) == pytest.approx([left + 10 * n for n in range(len(words))], abs=0.05)


def test_justified_lines_reach_their_edge(engine: PdfEngine, deck: MakeDeck) -> None:
    first, second = "一二三四五六七八九", "甲乙丙丁戊己庚辛壬"
    spacing = ((97 - 90) / 8, (100 - 90) / 8)
    line = model.TextLine((model.Run(first + second, 10, INK),), 18, breaks=(9,), first_indent=pt(3), spacing=spacing)
    plan = deck((model.TextBox("b", Rect(pt(100), pt(50), pt(100), pt(40)), (line,)),))
    found = lefts(engine.render_deck(plan, {}))
    assert (found[0], found[8], found[9], found[17]) == pytest.approx((103, 190, 100, 190), abs=0.1)


def lefts(pdf: bytes) -> list[float]:
    """Return where each character of the first page begins, in points."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage()
        places = ((text.get_text_range(at, 1), text.get_charbox(at, loose=True)[0]) for at in range(text.count_chars()))
        return [left for sign, left in places if sign.strip()]


FACT = Fact("gmv.actual", "gmv", "actual", 8.2e6, "820 万元", "元", "sum(GMV)", FactSource())


def test_the_ledger_lies_inside(engine: PdfEngine, box: MakeBox, deck: MakeDeck) -> None:
    plan = replace(deck((box("一"),)), ledger=Ledger((FACT,)))
    with pikepdf.open(io.BytesIO(engine.render_deck(plan, {}))) as pdf:
        assert list(pdf.attachments) == ["facts.json"]
        held = pdf.attachments["facts.json"]
        assert held.description == "数据来源与口径"
        assert b'"gmv"' in held.get_file().read_bytes()


def test_pages_look_alike(box: MakeBox, deck: MakeDeck) -> None:
    plan = everything(box, deck)
    first, second = (pypdfium2.PdfDocument(engine.render_deck(plan, {})) for engine in ENGINES)
    for one, other in zip(first, second, strict=True):
        seen, beside = (page.render(scale=1).to_numpy().astype(int) for page in (one, other))
        assert (abs(seen - beside) > 64).mean() < 0.001


@dataclass(frozen=True, slots=True)
class Counting:
    """An engine that needs the planned deck and no HTML: it counts pages and what lies below them."""

    name: str = "counting"

    def render_deck(self, deck: model.Deck, grounds: Grounds) -> bytes:
        decorated = sum(bool(grounds[slide.layout].decor) for slide in deck.slides if slide.layout in grounds)
        return f"{len(deck.slides)} pages, {decorated} decorated".encode()


def test_any_engine_that_takes_a_planned_deck_will_do(deck: MakeDeck) -> None:
    engines: tuple[PdfEngine, ...] = (Counting(), *ENGINES)
    assert [engine.name for engine in engines] == ["counting", "weasyprint", "typst"]
    assert engines[0].render_deck(deck((), ()), {}) == b"2 pages, 0 decorated"


def test_the_layouts_of_a_brand_are_grounds() -> None:
    brand = load_deck_brand(HOUSE, "harbor").value
    assert brand is not None
    grounds: Grounds = set_grounds(brand.layouts, brand.theme, font_folders(HOUSE))
    assert all(ground.background is not None for ground in grounds.values())
