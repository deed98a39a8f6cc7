from __future__ import annotations

from engine.base.diagnostics import Findings
from engine.base.records import replace
from engine.base.units import inch
from engine.model.inlines import Span, Text, Tone, text
from engine.model.theme import FontFace
from engine.plan.deck.canvas import Canvas
from engine.plan.deck.sheet import Sheet
from tests.support.planning import harbor, sheet, t


def test_lengths_are_at_the_scale_of_the_template() -> None:
    brand, fonts = harbor()
    small = Sheet(brand.theme, fonts, 0.75, sheet().language)
    assert (sheet().u(2), small.u(2)) == (inch(2), inch(1.5))


def test_emphasis_is_the_accent_on_dark_ground() -> None:
    light, dark = sheet(), sheet().on_dark()
    assert light.ink(Tone.MISSED) == light.theme.tone(Tone.MISSED)
    assert [dark.ink(tone) for tone in (Tone.NORMAL, Tone.QUIET, Tone.MISSED)] == [
        dark.color(name) for name in ("ondeep", "ondeep3", "accent")
    ]


def test_runs_keep_bold_tone_fact_and_link_of_their_spans() -> None:
    page = sheet()
    words = Text(
        (Span("GMV "), Span("8,260", bold=True, fact="gmv.actual"), Span(" ▼", tone=Tone.MISSED), Span("看板", link="https://example.com/"))
    )
    runs = page.runs(words, page.style("body", "ink2"))
    assert [(run.text, run.bold, run.fact, run.link) for run in runs] == [
        ("GMV ", False, None, None),
        ("8,260", True, "gmv.actual", None),
        (" ▼", False, None, None),
        ("看板", False, None, "https://example.com/"),
    ]
    assert [run.color for run in runs[1:3]] == [page.color("ink2"), page.theme.tone(Tone.MISSED)]


def test_the_unit_of_a_figure_is_smaller_regular_and_never_tiny() -> None:
    page = sheet()
    big = page.runs(t("8,260 万元"), page.figure_style("kpi_value", Tone.NORMAL, unit_scale=0.42))
    assert [(run.text, run.size, run.bold) for run in big] == [("8,260", 36, True), (" 万元", 15, False)]
    small = page.runs(t("95.5%"), page.figure_style("card_stat").sized(15))
    assert [(run.text, run.size) for run in small] == [("95.5", 15), ("%", 9)]


def test_width_leaves_room_for_the_widest_program() -> None:
    page = sheet()
    body = page.style("body")
    assert round(page.width(t("一二三四五"), body).points, 1) == 71.4  # 5 × 14 pt over 98 %
    assert page.width(t("一二三\n四五"), body) == page.width(t("一二三"), body)
    assert page.width(t("一a"), body) > page.width(t("一"), body) + page.width(t("a"), body)  # the gap LibreOffice adds


def test_lines_breaks_and_height() -> None:
    page = sheet()
    body, words = page.style("body"), t("先看结论，再看证据，最后看动作。")
    assert page.breaks(words, body, inch(1.2)) == (6, 12)
    assert page.line_count(words, body, inch(1.2)) == 4
    assert page.height(words, body, inch(1.2)).points == 90
    assert page.height(text(""), body, inch(1)) == 0


def test_two_lines_part_where_the_sense_does() -> None:
    page = sheet()
    body = page.style("body")
    assert page.balanced(t("曝光超额，转化达标"), body, inch(1.6)).plain == "曝光超额，\n转化达标"
    assert page.balanced(t("曝光超额"), body, inch(1.6)).plain == "曝光超额"
    assert page.balanced(t("先看结论，再看证据，最后看动作。"), body, inch(1.2)).plain == "先看结论，再看证据，最后看动作。"


def test_orphans() -> None:
    page = sheet()
    assert page.is_orphaned(t("一二三四五六七"), page.style("body"), inch(1.2))
    assert not page.is_orphaned(t("一二三四五六七八九"), page.style("body"), inch(1.2))


def test_an_orphan_of_libreoffice_is_one_too() -> None:
    """Its gaps between Han and Latin move characters of a first line, full in PowerPoint, to the next."""
    page = sheet()
    words, body = t("共 26 周分 4 组做完了"), page.style("body")
    assert page.breaks(words, body, inch(1.9)) == ()
    assert page.is_orphaned(words, body, inch(1.9))


def test_what_libreoffice_gives_another_line_is_frail() -> None:
    page = sheet()
    words, body = t("成交 1,937 万元，其中新品 579 万元。"), page.style("body")
    assert [page.is_frail(words, body, inch(width)) for width in (3.2, 4.0)] == [True, False]
    assert not page.is_frail(words, page.figure_style("hero"), inch(3.2))  # a figure is never wrapped


def test_a_last_line_of_one_or_two_characters_gets_a_third() -> None:
    page = sheet()
    body = page.style("body")
    assert page.unorphaned(t("一二三四五六七"), body, inch(1.25)).plain == "一二三四\n五六七"
    assert page.unorphaned(t("一二三四五六七八九"), body, inch(1.25)).plain == "一二三四五六七八九"


def test_memory_is_shared_by_the_grounds_of_one_plan() -> None:
    page = Canvas("slide", sheet(), Findings())
    assert page.on_dark().sheet.memory is page.sheet.memory
    assert sheet().memory is not sheet().memory


def test_titles_and_big_numbers_are_set_and_measured_in_the_heading_face() -> None:
    brand, fonts = harbor()
    wide = replace(fonts, regular=fonts.bold)
    theme = replace(brand.theme, heading=FontFace("Serif", "Serif", "Serif"))
    page = Sheet(theme, fonts, 1.0, sheet().language, display=wide)
    title, words = page.style("page_title", bold=False), page.style("body")
    assert (title.face, words.face) == (theme.heading, theme.body)
    assert (page.book(title), page.book(words)) == (wide, fonts)
    assert page.width(t("GMV 12,840"), title) > Sheet(theme, fonts, 1.0, sheet().language).width(t("GMV 12,840"), title)
    assert page.figure_style("kpi_value").face == theme.heading


def test_panels_are_dark_unless_the_theme_is_for_paper() -> None:
    assert sheet().on_panel().dark
    paper = replace(sheet(), theme=replace(sheet().theme, dark_panels=False)).on_panel()
    assert not paper.dark
    tokens = ("ondeep", "ondeep2", "ondeep3", "deep3", "accent")
    assert [paper.shown(token) for token in tokens] == [paper.color(token) for token in ("ink", "ink2", "ink3", "line", "primary")]
    assert [sheet().on_dark().shown(token) for token in tokens] == [sheet().color(token) for token in tokens]
