"""What a PowerPoint file lacks as a template, each with its place and the mend."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from engine.base.diagnostics import Diagnostic, Location, Phrase, Severity, warning
from engine.base.units import ZERO, Length, Rect, Size, inch
from engine.brand.inspect.faces import east_asian_trouble
from engine.brand.inspect.seen_deck import SeenDeck, SeenLayout, SeenPlaceholder
from engine.brand.inspect.seen_theme import SeenTheme
from engine.model.theme import Color, contrast

BODY_TYPES = ("obj", "body", "tbl", "chart", "pic", "dgm")
"""Placeholders that may hold content."""
_TEXT_TYPES = frozenset({"title", "ctrTitle", "subTitle", "body", "obj"})
_LARGE, _LARGE_BOLD = 18.0, 14.0
_SLACK = inch(0.02)
_QUARTER = 0.25


def deck_problems(deck: SeenDeck, file: str) -> Iterator[Diagnostic]:
    """Yield what is wrong with a template; `file` is how diagnostics name it. All are warnings or notes: it can be read."""
    yield from _package_problems(deck, file)
    for master in deck.masters:
        where = _at(file, f"{master.number} {master.theme.name}")
        yield from _without_chinese(master.theme, where)
    yield from _same_names(deck, file)
    yield from _without_title(deck, file)
    for layout in deck.layouts:
        where = _at(file, layout.label)
        yield from _twins(layout, where)
        for placeholder in layout.placeholders:
            yield from _off_slide(placeholder, deck.size, where)
            yield from _hard_to_read(placeholder, where)
    if not any(body_areas(layout, deck.size) for layout in deck.layouts if layout.title is not None):
        zh, en = (
            "没有一个版式既有标题，又有超过页面四分之一的内容占位符",
            "no layout has both a title and a body placeholder of a quarter of the slide",
        )
        mend = Phrase(
            "在母版里加一个“标题和内容”版式；没有它，内容区只能按标题以下的空白来定",
            "add a layout with title and content; without it, the content area is what is left under the title",
        )
        yield warning("TMPL021", zh, en, Location(file), mend)
    yield from _dangling(deck, file)


def body_areas(layout: SeenLayout, size: Size) -> tuple[SeenPlaceholder, ...]:
    """Return the placeholders that take content and cover a quarter of the slide or more."""
    page = float(size.width) * float(size.height)
    return tuple(each for each in layout.of_types(*BODY_TYPES) if each.frame is not None and area(each.frame) >= _QUARTER * page)


def area(frame: Rect) -> float:
    return float(frame.width) * float(frame.height)


def _at(file: str, place: str) -> Location:
    """Return a place inside a template, in the numbers of the listing: `x.pptx!2.3 Title Slide`."""
    return Location(file, cell=f"{file}!{place}")


def _package_problems(deck: SeenDeck, file: str) -> Iterator[Diagnostic]:
    for part in deck.macros:
        zh, en = f"文件里带着宏（{part}），不会被带进成品", f"the file carries macros ({part}); they never reach what is built"
        mend = Phrase("另存为不含宏的 .pptx 或 .potx", "save it as .pptx or .potx without macros")
        yield warning("TMPL006", zh, en, Location(file), mend)
    if deck.form == "slide show" and not file.lower().endswith(".ppsx"):
        zh, en = "扩展名之内是放映文件（.ppsx）", "inside, the file is a slide show (.ppsx)"
        mend = Phrase("在 PowerPoint 里打开，另存为 .pptx", "open it in PowerPoint and save it as .pptx")
        yield Diagnostic("TMPL006", Severity.INFO, Phrase(zh, en), Location(file), mend)


def _without_chinese(theme: SeenTheme, where: Location) -> Iterator[Diagnostic]:
    """Yield one finding for a theme whose headings and body lack the same thing, else one each."""
    major, minor = theme.major, theme.minor
    if (major.ea, major.hans) == (minor.ea, minor.hans):
        found = [east_asian_trouble(minor.ea, minor.hans, Phrase("主题字体", "the theme"), where)]
    else:
        found = [
            east_asian_trouble(fonts.ea, fonts.hans, subject, where)
            for fonts, subject in ((major, Phrase("标题字体", "the heading font")), (minor, Phrase("正文字体", "the body font")))
        ]
    yield from (one for one in found if one is not None)


def _same_names(deck: SeenDeck, file: str) -> Iterator[Diagnostic]:
    numbers: dict[str, list[str]] = {}
    for layout in deck.layouts:
        numbers.setdefault(layout.name, []).append(layout.number)
    for name, found in numbers.items():
        if len(found) > 1:
            zh, en = f"{len(found)} 个版式同名“{name}”：{'、'.join(found)}", f"{len(found)} layouts are called {name!r}: {', '.join(found)}"
            mend = Phrase("在幻灯片母版视图里改成不同的名字", "give them different names in the Slide Master view")
            yield warning("TMPL016", zh, en, Location(file), mend)


def _without_title(deck: SeenDeck, file: str) -> Iterator[Diagnostic]:
    found = [layout for layout in deck.layouts if layout.title is None and layout.type != "blank"]
    if found:
        zh = f"{len(found)} 个版式没有标题占位符：{'、'.join(layout.label for layout in found)}"
        en = f"{len(found)} layouts have no title placeholder: {', '.join(layout.label for layout in found)}"
        if len(found) == 1:
            en = f"one layout has no title placeholder: {found[0].label}"
        mend = Phrase(
            "在母版视图里勾选“标题”；没有标题的页，读屏软件和大纲都叫不出名字",
            "tick Title in the Slide Master view: a slide without one has no name for screen readers and the outline",
        )
        yield warning("TMPL017", zh, en, Location(file), mend)


def _twins(layout: SeenLayout, where: Location) -> Iterator[Diagnostic]:
    for name, count in Counter(each.name for each in layout.placeholders).items():
        if count > 1:
            zh, en = f"{count} 个占位符同名“{name}”", f"{count} placeholders are called {name!r}"
            mend = Phrase("在选择窗格里改成不同的名字", "give them different names in the selection pane")
            yield warning("TMPL009", zh, en, where, mend)


def _off_slide(placeholder: SeenPlaceholder, size: Size, where: Location) -> Iterator[Diagnostic]:
    if placeholder.frame is None:
        zh, en = f"占位符“{placeholder.name}”没有位置", f"the placeholder {placeholder.name!r} has no place"
        yield warning("TMPL018", zh, en, where, Phrase("在母版视图里拖动它一次", "move it once in the Slide Master view"))
        return
    sides = _beyond(placeholder.frame, size)
    if sides:
        zh = f"占位符“{placeholder.name}”伸出页面：{'，'.join(f'{zh} {by.inches:.2f} 英寸' for zh, _, by in sides)}"
        en = f"the placeholder {placeholder.name!r} reaches off the slide: {', '.join(f'{by.inches:.2f} in {en}' for _, en, by in sides)}"
        yield warning("TMPL018", zh, en, where, Phrase("在母版视图里移回页面内", "move it back in the Slide Master view"))


def _beyond(frame: Rect, size: Size) -> list[tuple[str, str, Length]]:
    sides = (
        ("左", "left", ZERO - frame.x),
        ("上", "above", ZERO - frame.y),
        ("右", "right", frame.right - size.width),
        ("下", "below", frame.bottom - size.height),
    )
    return [side for side in sides if side[2] > _SLACK]


def _hard_to_read(placeholder: SeenPlaceholder, where: Location) -> Iterator[Diagnostic]:
    look, ground = placeholder.look, placeholder.ground
    if placeholder.type not in _TEXT_TYPES or not look.color or not ground.colors:
        return
    ratio = min(contrast(Color(look.color), Color(color)) for color in ground.colors)
    size = look.size or _LARGE
    wanted = 3.0 if size >= _LARGE or (look.bold and size >= _LARGE_BOLD) else 4.5
    if ratio < wanted:
        on = "、".join(f"#{color}" for color in ground.colors)
        zh = f"占位符“{placeholder.name}”的文字 #{look.color} 在底色 {on} 上对比度只有 {ratio:.1f}:1，至少要 {wanted:g}:1"
        en = f"text of {placeholder.name!r}, #{look.color} on #{', #'.join(ground.colors)}, has a contrast of {ratio:.1f}:1; {wanted:g}:1 is needed"
        yield warning("TMPL020", zh, en, where, Phrase("把文字改深或改浅", "make the text darker or lighter"))


def _dangling(deck: SeenDeck, file: str) -> Iterator[Diagnostic]:
    for section in deck.sections:
        if section.missing:
            count = len(section.missing)
            zh = f"节“{section.name}”列了 {count} 张不存在的幻灯片，PowerPoint 可能要求修复"
            en = f"the section {section.name!r} lists {count} slides that do not exist; PowerPoint may offer a repair"
            mend = Phrase(
                "在 PowerPoint 里删去这个节（保留幻灯片），再保存", "remove the section (keep its slides) in PowerPoint, and save"
            )
            yield warning("TMPL019", zh, en, _at(file, section.name), mend)
