"""What `template inspect` prints for people: headings, and lines of aligned columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from engine.base.diagnostics import Language, Phrase
from engine.base.units import Rect
from engine.brand.ground import Ground, GroundKind
from engine.brand.inspect.roles import Guess
from engine.brand.inspect.seen_deck import SeenDeck, SeenLayout, SeenMaster, SeenPlaceholder, SeenSlide
from engine.brand.inspect.seen_paper import SeenPaper, SeenPaperSection, SeenRunning, SeenStyle
from engine.brand.inspect.seen_theme import FontSet, SeenTheme
from engine.cli.render_diagnostics import display_width
from engine.probe.template_fonts import FontState

_FORMS = {
    "presentation": Phrase("PowerPoint 演示文稿", "PowerPoint presentation"),
    "slide show": Phrase("PowerPoint 放映", "PowerPoint slide show"),
    "template": Phrase("模板", "template"),
    "document": Phrase("Word 文档", "Word document"),
}
_GROUNDS = {
    GroundKind.FLAT: Phrase("", ""),
    GroundKind.GRADIENT: Phrase("渐变", "gradient "),
    GroundKind.PICTURE: Phrase("图片", "picture"),
    GroundKind.PATTERN: Phrase("图案", "pattern"),
    GroundKind.UNCLEAR: Phrase("不明", "unclear"),
}
_ROLES = {
    "cover": Phrase("封面", "cover"),
    "agenda": Phrase("目录", "agenda"),
    "divider": Phrase("章节", "divider"),
    "content": Phrase("内容", "content"),
    "closing": Phrase("总结", "closing"),
}
_OWNERS = {
    "slide": Phrase("自身", "slide"),
    "layout": Phrase("版式", "layout"),
    "master": Phrase("母版", "master"),
    "": Phrase("无", "nobody"),
}
_TAGS = {
    ("header", "default"): Phrase("页眉", "header"),
    ("header", "first"): Phrase("首页页眉", "first header"),
    ("header", "even"): Phrase("偶数页页眉", "even header"),
    ("footer", "default"): Phrase("页脚", "footer"),
    ("footer", "first"): Phrase("首页页脚", "first footer"),
    ("footer", "even"): Phrase("偶数页页脚", "even footer"),
}
_PRIVATE = range(0xE000, 0xF900)
_MM = 25.4


def aligned(rows: Iterable[Sequence[str]], indent: int) -> Iterator[str]:
    """Yield one line a row, its columns two apart and aligned by display width."""
    rows = list(rows)
    widths = [max(display_width(row[at]) for row in rows if at < len(row)) for at in range(max(map(len, rows), default=0))]
    for row in rows:
        cells = (cell + " " * (widths[at] - display_width(cell)) for at, cell in enumerate(row))
        yield (" " * indent + "  ".join(cells)).rstrip()


def ranges(numbers: Iterable[int]) -> str:
    """Return whole numbers as people list them: `1–4, 7`."""
    parts: list[list[int]] = []
    for number in sorted(numbers):
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(str(part[0]) if len(part) == 1 else f"{part[0]}–{part[-1]}" for part in parts)


def counted(count: int, noun: str) -> str:
    """Return a number with its English noun, in the plural but for one."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def deck_text(name: str, deck: SeenDeck, fonts: Sequence[FontState], guesses: Sequence[Guess], language: Language) -> str:
    """Return the whole listing of a PowerPoint file but for its problems."""
    tell = _Teller(language)
    layouts = len(list(deck.layouts))
    page = "" if deck.page == "other" else f"{deck.page}, "
    size = f"{deck.size.width.inches:.4g} × {deck.size.height.inches:.4g} in"
    counts = tell(
        f"{len(deck.masters)} 个母版，{layouts} 个版式，{len(deck.slides)} 张示例页",
        f"{counted(len(deck.masters), 'master')}, {counted(layouts, 'layout')}, {counted(len(deck.slides), 'sample slide')}",
    )
    lines = [f"{name}  {tell.phrase(_FORMS[deck.form])} · {page}{size} · {counts}", ""]
    for master in deck.masters:
        lines += [*tell.master(master), ""]
    lines += tell.fonts(fonts)
    if deck.slides:
        lines += ["", tell("示例页", "Sample slides"), *aligned((tell.slide(slide) for slide in deck.slides), 2)]
    if deck.sections:
        lines += ["", tell("节", "Sections"), *aligned((tell.section(one.name, one.slides, one.missing) for one in deck.sections), 2)]
    lines += ["", tell("可用作", "Would be taken as"), *aligned((tell.guess(guess) for guess in guesses), 2), ""]
    return "\n".join(lines)


def paper_text(name: str, paper: SeenPaper, fonts: Sequence[FontState], language: Language) -> str:
    """Return the whole listing of a Word file but for its problems. Styles that are neither Word's own nor used nor in the outline are counted."""
    tell = _Teller(language)
    sections, styles = len(paper.sections), len(paper.styles)
    counts = tell(f"{sections} 节，{styles} 个样式", f"{counted(sections, 'section')}, {counted(styles, 'style')}")
    lines = [f"{name}  {tell.phrase(_FORMS[paper.form])} · {counts}", ""]
    if paper.theme is not None:
        lines += [f"{tell('主题', 'Theme')}  {paper.theme.name}", *aligned(tell.theme(paper.theme), 2), ""]
    for section in paper.sections:
        lines += tell.paper_section(section)
    shown = [style for style in paper.styles if style.kind == "paragraph" and (style.used or style.built_in or style.outline)]
    shown += [style for style in paper.styles if style.kind == "table" and (style.used or style.built_in == "Table Grid")]
    lines += ["", tell("样式", "Styles"), *aligned((tell.style(style) for style in shown), 2)]
    if styles > len(shown):
        others = styles - len(shown)
        lines.append(tell(f"  另有 {others} 个（--json 全部列出）", f"  and {others} more (--json lists them all)"))
    return "\n".join([*lines, "", *tell.fonts(fonts), ""])


class _Teller:
    """Says facts in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, zh: str, en: str) -> str:
        return zh if self.language is Language.ZH else en

    def phrase(self, phrase: Phrase) -> str:
        return phrase.in_(self.language)

    def slides(self, numbers: Sequence[int]) -> str:
        if not numbers:
            return ""
        return self(f"示例页 {ranges(numbers)}", f"slides {ranges(numbers)}")

    def theme(self, theme: SeenTheme) -> list[tuple[str, str]]:
        colors = "  ".join(f"{color.slot}={color.scheme} #{color.hex}" for color in theme.colors)
        return [
            (self("颜色", "colours"), colors),
            (self("标题字体", "headings"), self.font_set(theme.major)),
            (self("正文字体", "body"), self.font_set(theme.minor)),
        ]

    def font_set(self, fonts: FontSet) -> str:
        none = self("无", "none")
        hans = self(f"（替补 {fonts.hans}）", f" (fallback {fonts.hans})") if fonts.hans and not fonts.ea else ""
        return f"latin {fonts.latin or none} · ea {fonts.ea or none}{hans} · cs {fonts.cs or none}"

    def master(self, master: SeenMaster) -> Iterator[str]:
        used = self.slides(master.slides)
        yield f"{self('母版', 'Master')} {master.number}  {master.theme.name}{'  ' + used if used else ''}"
        yield from aligned(self.theme(master.theme), 2)
        rows = [self.layout(layout) for layout in master.layouts]
        heads = list(aligned(rows, 2))
        for head, layout in zip(heads, master.layouts, strict=True):
            yield head
            yield from aligned((self.placeholder(each) for each in layout.placeholders), 6)

    def layout(self, layout: SeenLayout) -> tuple[str, ...]:
        kind = layout.type or "–"
        shapes = self(f"{layout.shapes} 个装饰形状", counted(layout.shapes, "static shape")) if layout.shapes else ""
        return (layout.number, layout.name, kind, f"{self('底', 'on')} {self.ground(layout.ground)}", shapes, self.slides(layout.slides))

    def ground(self, ground: Ground) -> str:
        return self.phrase(_GROUNDS[ground.kind]) + " ".join(f"#{color}" for color in ground.colors)

    def placeholder(self, each: SeenPlaceholder) -> tuple[str, ...]:
        look = each.look
        size = f"{look.size:g} pt{self(' 粗', ' bold') if look.bold else ''}" if look.size else ""
        color = f"#{look.color}" if look.color else self("颜色不明", "colour unclear")
        owner = self(f"位置来自{_OWNERS[each.frame_from].zh}", f"placed by {_OWNERS[each.frame_from].en}")
        on = f"{color} {self('底', 'on')} {self.ground(each.ground)}"
        return (each.type, each.name, f"idx {each.idx}", _box(each.frame), owner, size, on)

    def slide(self, slide: SeenSlide) -> tuple[str, ...]:
        inside = (
            (slide.charts, "图表", "chart"),
            (slide.tables, "表", "table"),
            (slide.pictures, "图片", "picture"),
        )
        found = self("，", ", ").join(self(f"{count} {zh}", counted(count, en)) for count, zh, en in inside if count)
        hidden = self("隐藏", "hidden") if slide.hidden else ""
        return (str(slide.number), slide.layout or "?", slide.title or "–", found, hidden)

    def section(self, name: str, slides: Sequence[int], missing: Sequence[int]) -> tuple[str, ...]:
        gone = self(f"{len(missing)} 张不存在", f"{len(missing)} do not exist") if missing else ""
        return (name, self.slides(slides), gone)

    def guess(self, guess: Guess) -> tuple[str, ...]:
        label = guess.layout.label if guess.layout is not None else self("无", "none")
        sure = "" if guess.is_sure else self("（请核对）", "(look at it)")
        separator = self("；", "; ")
        because = self("因为", "because")
        return (self.phrase(_ROLES[guess.role]), label, sure, f"{because} {separator.join(self.phrase(one) for one in guess.reasons)}")

    def fonts(self, fonts: Sequence[FontState]) -> Iterator[str]:
        yield self("字体", "Fonts")
        names = {
            "theme": self("主题", "theme"),
            "layouts": self("版式", "layouts"),
            "slides": self("示例页", "slides"),
            "styles": self("样式", "styles"),
            "text": self("正文", "text"),
        }
        rows = []
        for state in fonts:
            here = self("已安装", "installed") if state.installed else self("未安装", "not installed")
            carried = self("，文件内嵌", ", embedded") if state.embedded else ""
            rows.append(
                (state.use.name, state.use.script, here + carried, self("、", ", ").join(names[place] for place in state.use.places))
            )
        yield from aligned(rows, 2)

    def paper_section(self, section: SeenPaperSection) -> Iterator[str]:
        page = section.page
        name = "" if page.page == "other" else f"{page.page} "
        unsaid = "" if page.states_size else self("（没有写）", " (not stated)")
        size = f"{name}{page.size.width.inches * _MM:.0f} × {page.size.height.inches * _MM:.0f} mm{unsaid}"
        way = self("横向", "landscape") if page.landscape else self("纵向", "portrait")
        width = f"{page.text_width.inches * _MM:.0f} mm"
        columns = self(f"，{page.columns} 栏", f", {page.columns} columns") if page.columns > 1 else ""
        head = self(f"第 {section.number} 节", f"Section {section.number}")
        yield f"{head}  {size} · {way} · {self('版心宽', 'text width')} {width}{columns}"
        yield from aligned((self.running(one, section) for one in section.running), 2)

    def running(self, one: SeenRunning, section: SeenPaperSection) -> tuple[str, ...]:
        notes = [] if one.own else [self("同前一节", "as before")]
        if one.kind == "first" and not section.different_first:
            notes.append(self("未启用", "not shown"))
        if one.pictures:
            notes.append(self(f"{one.pictures} 个图形", counted(one.pictures, "drawing")))
        return (self.phrase(_TAGS.get((one.tag, one.kind), Phrase(one.kind, one.kind))), one.text[:60] or "–", ", ".join(notes))

    def style(self, style: SeenStyle) -> tuple[str, ...]:
        shown = self(style.shown if style.shown != style.name else "", style.built_in if style.built_in != style.name else "")
        level = self(f"大纲 {style.outline} 级", f"outline {style.outline}") if style.outline else ""
        number = f"{self('编号', 'number')} {_printed(style.numbering)}" if style.numbering else ""
        face = f"{style.latin or '–'} / {style.ea or '–'}"
        color = (f"#{style.color}" if style.color else self("自动", "automatic")) + (
            f" {self('底', 'on')} #{style.ground}" if style.ground else ""
        )
        used = self(f"用 {style.used} 次", f"used {style.used} ×") if style.used else ""
        bold = self(" 粗", " bold") if style.bold else ""
        return (style.name, shown, f"{style.size:g} pt{bold}", face, color, level, number, used)


def _printed(numbering: str) -> str:
    """Return the text of a number, with the bullets of symbol fonts as a plain one."""
    return "".join("•" if ord(char) in _PRIVATE else char for char in numbering)


def _box(frame: Rect | None) -> str:
    if frame is None:
        return "–"
    return f"{frame.x.inches:6.2f},{frame.y.inches:6.2f}  {frame.width.inches:5.2f} × {frame.height.inches:5.2f} in"
