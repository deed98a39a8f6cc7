"""What a Word file lacks as a template, each with its place and the mend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, warning
from engine.brand.inspect.faces import east_asian_trouble
from engine.brand.inspect.seen_paper import SeenPaper, SeenStyle
from engine.model.theme import Color, contrast

NEEDED = (
    ("heading 1", "paragraph"), ("heading 2", "paragraph"), ("heading 3", "paragraph"), ("List Bullet", "paragraph"),
    ("List Number", "paragraph"), ("caption", "paragraph"), ("Table Grid", "table"), ("Hyperlink", "character"),
)  # fmt: skip
"""Word's own styles that a report is set in, with their kinds."""
_LARGE, _LARGE_BOLD = 18.0, 14.0
_PAGE = "FFFFFF"


def paper_problems(paper: SeenPaper, file: str) -> Iterator[Diagnostic]:
    """Yield what is wrong with a template; `file` is how diagnostics name it. All are warnings: it can be read."""
    where = Location(file)
    for part in paper.macros:
        zh, en = f"文件里带着宏（{part}），不会被带进成品", f"the file carries macros ({part}); they never reach what is built"
        yield warning("TMPL006", zh, en, where, Phrase("另存为不含宏的 .docx 或 .dotx", "save it as .docx or .dotx without macros"))
    yield from _pages(paper, file)
    missing = [(name, kind) for name, kind in NEEDED if paper.style(name, kind) is None]
    if missing:
        zh = f"缺少样式：{'、'.join(name for name, _ in missing)}"
        en = f"styles are missing: {', '.join(name for name, _ in missing)}"
        mend = Phrase(
            "在 Word 里各用一次（样式窗格 > 选项 > 所有样式），再保存",
            "use each once in Word (Styles pane > Options > All styles), and save",
        )
        yield warning("TMPL012", zh, en, where, mend)
    yield from _same_names(paper, where)
    normal = paper.style("Normal")
    if normal is not None:
        hans = paper.theme.minor.hans if paper.theme is not None else ""
        trouble = east_asian_trouble(normal.ea, hans, Phrase("正文样式", "the style Normal"), where)
        if trouble is not None:
            yield trouble
    for style in paper.styles:
        if style.kind == "paragraph" and (style.outline or style.built_in == "Normal"):  # what others stand on is for the page to say
            yield from _hard_to_read(style, file)


def _pages(paper: SeenPaper, file: str) -> Iterator[Diagnostic]:
    for section in paper.sections:
        where = Location(file, cell=f"{file}!{section.number}")
        page = section.page
        if not page.states_size:
            zh, en = (
                f"第 {section.number} 节没有写纸张大小，Word 按 Letter 处理",
                f"section {section.number} names no paper size; Word takes Letter",
            )
            mend = Phrase("在 Word 中：布局 > 纸张大小 > A4", "in Word: Layout > Size > A4")
            yield warning("TMPL013", zh, en, where, mend)
        elif page.page != "A4":
            size = f"{page.size.width.inches * 25.4:.0f} × {page.size.height.inches * 25.4:.0f} mm"
            name = "" if page.page == "other" else f"{page.page}, "
            zh = f"第 {section.number} 节的纸张是 {name.replace(', ', '，')}{size}，不是 A4"
            en = f"the paper of section {section.number} is {name}{size}, not A4"
            yield warning("TMPL014", zh, en, where, Phrase("在 Word 中：布局 > 纸张大小 > A4", "in Word: Layout > Size > A4"))


def _same_names(paper: SeenPaper, where: Location) -> Iterator[Diagnostic]:
    counts = Counter((style.kind, style.built_in or style.name.casefold()) for style in paper.styles if style.name)
    for (_, name), count in counts.items():
        if count > 1:
            ids = ", ".join(style.id for style in paper.styles if (style.built_in or style.name.casefold()) == name)
            zh, en = f"{count} 个样式同名“{name}”（id：{ids}）", f"{count} styles are called {name!r} (ids: {ids})"
            yield warning("TMPL016", zh, en, where, Phrase("在 Word 里改名或删去一个", "rename or delete one of them in Word"))


def _hard_to_read(style: SeenStyle, file: str) -> Iterator[Diagnostic]:
    ground = style.ground or _PAGE
    if not style.color or len(ground) != len(_PAGE):
        return
    ratio = contrast(Color(style.color), Color(ground))
    wanted = 3.0 if style.size >= _LARGE or (style.bold and style.size >= _LARGE_BOLD) else 4.5
    if ratio < wanted:
        zh = f"文字 #{style.color} 在底色 #{ground} 上对比度只有 {ratio:.1f}:1，至少要 {wanted:g}:1"
        en = f"text #{style.color} on #{ground} has a contrast of {ratio:.1f}:1; {wanted:g}:1 is needed"
        where = Location(file, cell=f"{file}!{style.name}")
        yield warning("TMPL020", zh, en, where, Phrase("把文字改深，或改底纹", "make the text darker, or change its shading"))
