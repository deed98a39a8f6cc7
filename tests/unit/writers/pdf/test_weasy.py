from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from dataclasses import replace

import page
import pikepdf
import pytest
from PIL import Image

from engine.base.errors import EnvironmentFault, TemplateError
from engine.base.units import Point, Rect, pt
from engine.model import deck as model
from engine.model.blocks import Align
from engine.model.figure import CategoryAxis, ChartFigure, FigureSeries, GroupKind, Pen, PlotArea, PointLabel, SeriesGroup, ValueAxis
from engine.model.theme import Color, FontFace
from engine.probe.pdf_pages import PdfFacts, pdf_facts
from engine.writers.pdf.weasy import WeasyPrintEngine

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


@pytest.fixture(scope="module")
def engine() -> WeasyPrintEngine:
    return WeasyPrintEngine()


@pytest.fixture
def made(engine: WeasyPrintEngine, box: MakeBox, deck: MakeDeck) -> bytes:
    return engine.render_deck(everything(box, deck), {})


@pytest.fixture
def facts(made: bytes) -> PdfFacts:
    return pdf_facts(made)


def test_there_is_one_page_per_slide_and_all_text_in_reading_order(facts: PdfFacts) -> None:
    assert [page_.text.replace("\n", " ") for page_ in facts.pages[:3]] == [
        "标题一 要点一，粗 要点二，粗 3. 编号，粗 见问卷",
        "标题二 年货节 会员月 0 1,000 2,000 3,000 2,268 1,044",
        "标题三 指标 实际 曝光 5,284 合计 9,999 说明",
    ]
    assert [(page_.width, page_.height) for page_ in facts.pages] == [(720, 360)] * 5


def test_the_outline_has_sections_and_slides(facts: PdfFacts) -> None:
    assert [f"{'  ' * entry.level}{entry.title} {entry.page}" for entry in facts.outline] == [
        "第 1 页 1", "业绩 2", "  第 2 页 2", "  第 3 页 3", "计划 4", "  第 4 页 4", "  第 5 页 5",
    ]  # fmt: skip


def test_fonts_are_embedded_subsets_of_the_theme_s_family(facts: PdfFacts) -> None:
    assert {(font.family, font.embedded, font.subset) for font in facts.fonts} == {("Noto Sans CJK SC", True, True)}


def test_the_file_is_tagged_and_figures_have_their_words(facts: PdfFacts) -> None:
    assert facts.tagged
    assert {"H1", "P", "L", "LI", "Table", "TR", "TH", "TD", "Figure", "Link"} <= set(facts.tags)
    assert facts.alt_texts == ("两场活动的曝光", "渐变")


def test_the_file_conforms_to_pdf_ua(made: bytes, tmp_path: object) -> None:
    path = f"{tmp_path}/deck.pdf"
    with open(path, "wb") as stream:  # noqa: PTH123
        stream.write(made)
    report = page.validate_pdf(path, profile=page.ValidationProfile.PDF_UA_1)
    assert "no failures" in str(report), str(report)
    with pikepdf.open(path) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_the_properties_are_those_of_the_report(made: bytes) -> None:
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert str(pdf.Root.Lang) == "zh-CN"
        assert {key: str(pdf.docinfo[key]) for key in ("/Title", "/Author", "/Keywords", "/CreationDate", "/Creator")} == {
            "/Title": "年中述职",
            "/Author": "林晓, 示例公司",
            "/Keywords": "活动, 述职",
            "/CreationDate": "D:20250708090000Z",
            "/Creator": "debrief",
        }


def test_the_same_deck_gives_the_same_bytes(made: bytes, engine: WeasyPrintEngine, box: MakeBox, deck: MakeDeck) -> None:
    assert engine.render_deck(everything(box, deck), {}) == made


def test_a_time_with_a_zone_is_written_in_utc(engine: WeasyPrintEngine, box: MakeBox, deck: MakeDeck) -> None:
    plan = deck((box("一"),))
    zone = dt.timezone(dt.timedelta(hours=8))
    moved = replace(plan, meta=replace(plan.meta, created=dt.datetime(2025, 7, 8, 17, tzinfo=zone)))
    assert engine.render_deck(moved, {}) == engine.render_deck(plan, {})


def test_a_family_that_is_not_installed_is_named(engine: WeasyPrintEngine, box: MakeBox, deck: MakeDeck) -> None:
    with pytest.raises(EnvironmentFault, match="font family 'Harbor Grotesk' is not installed") as caught:
        engine.render_deck(deck((box("一"),), face=FontFace("x", "x", "Harbor Grotesk")), {})
    assert caught.value.message.zh.startswith("没有安装字体“Harbor Grotesk”")


def test_a_character_no_font_has_is_an_error_and_no_box(engine: WeasyPrintEngine, box: MakeBox, deck: MakeDeck) -> None:
    with pytest.raises((TemplateError, EnvironmentFault), match=r"\U0001f5f8|fonts"):
        engine.render_deck(deck((box("完成 \U0001f5f8"),)), {})


def test_a_picture_that_is_none_is_an_error(engine: WeasyPrintEngine, deck: MakeDeck) -> None:
    with pytest.raises(TemplateError, match="the PDF cannot be drawn"):
        engine.render_deck(deck((replace(picture("渐变"), blob=b"\x89PNG\r\n\x1a\nbroken"),)), {})
