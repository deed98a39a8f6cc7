"""`adopt_paper`: a company's Word template becomes one that reports are built on, its contract and its theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from engine.base.diagnostics import Diagnostic, Location, Outcome, Phrase, error, warning
from engine.base.records import replace
from engine.brand.adopt.adopted import Adopted, AdoptedForm, Choice, Installed
from engine.brand.adopt.palette import palette
from engine.brand.adopt.paper_contract_text import PaperChoices, contract_text
from engine.brand.adopt.paper_cover import header_with, kept_cover, lent_ids
from engine.brand.adopt.paper_fill import fill_roles
from engine.brand.adopt.paper_numbering import Numbered, complete_lists
from engine.brand.adopt.paper_pages import LEAST_TOP, Found, Margins, Page, chosen_pages, found_sections, has_side, section_xml
from engine.brand.adopt.paper_palette import paper_faces, paper_seen
from engine.brand.adopt.paper_roles import Taken, taken_styles
from engine.brand.adopt.paper_running import has_page_number, height, is_visible, made_footer, made_header, put_title, says_the_title
from engine.brand.adopt.paper_sample import sample_files
from engine.brand.adopt.paper_settings import fit_settings
from engine.brand.adopt.paper_styles import PaperFaces, SheetLook, Styles
from engine.brand.adopt.paper_tables import complete_others
from engine.brand.adopt.paper_words import SampleText, sample_text
from engine.brand.adopt.series_colors import series_colors
from engine.brand.adopt.theme_text import NewTheme, theme_text
from engine.brand.adopt.word_file import WordFile
from engine.brand.adopt.word_xml import DECLARED
from engine.brand.inspect.inspect_file import inspect_template
from engine.brand.inspect.seen_paper import SeenPaper, SeenStyle
from engine.brand.paper_lists import read_lists
from engine.brand.paper_style import STYLE_ROLES
from engine.brand.paper_template import StyleReader, theme_faces

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TWIPS = 20
_TITLE = Phrase(
    "页眉里示例文档的标题换成报告自己的标题（内容控件 title）",
    "the sample's title in the header gives way to the report's (content control `title`)",
)
_BOTH_MADE = Phrase(
    "模板正文没有页眉页脚，新建：标题、章名、单位、页码",
    "the body had no header or footer: made, with title, chapter, unit and page number",
)
_FOOTER_MADE = Phrase("模板正文没有页脚，新建：单位、页码", "the body had no footer: made, with unit and page number")
_TURNED = Phrase(
    "横向页不用模板的页眉页脚（版心偏在一侧，转过来会压住表格），另做一份",
    "landscape pages have a header and footer of their own: those of the template belong to a column beside the text",
)
_NO_NUMBER = Phrase(
    "模板的页眉页脚没有页码，目录里的页码在纸面上看不到",
    "header and footer have no page number: the pages don't say what the contents call them",
)


def adopt_paper(path: Path, file: str, name: str, installed: Installed) -> Outcome[Adopted]:
    """Adopt the Word template at `path` under the name of a theme; `file` is how diagnostics name it. Nothing is written.

    The template's styles, lists, headers and footers stay; what a report needs and it lacks is made in its look; its sample text is left
    behind. TMPL005 to TMPL007: it cannot be read. Comes with the problems that `template inspect` names, and TMPL026 when pages have no number.
    """
    seen = inspect_template(path, file)
    if not isinstance(seen.value, SeenPaper):
        return Outcome(None, seen.diagnostics)
    if not any(style.kind == "paragraph" for style in seen.value.styles):
        zh, en = "模板里一个段落样式也没有", "the template has no paragraph style at all"
        mend = Phrase("用 Word 打开并另存一次", "open it in Word, and save it again")
        return Outcome(None, (*seen.diagnostics, error("TMPL012", zh, en, Location(file), mend)))
    made = _Adopter(seen.value, WordFile(path.read_bytes()), file, name, installed).adopted()
    return Outcome(made.value, (*seen.diagnostics, *made.diagnostics))


class _Adopter:
    def __init__(self, paper: SeenPaper, word: WordFile, file: str, name: str, installed: Installed) -> None:
        self.paper, self.word, self.file, self.name, self.installed = paper, word, file, name, installed
        self.document = word.tree(word.main)
        self.told: list[Phrase] = []
        self.findings: list[Diagnostic] = []

    def adopted(self) -> Outcome[Adopted]:
        text = sample_text(self.document, self.paper)
        taken = taken_styles(self.paper, text.letters)
        seen = paper_seen(self.paper)
        tokens = palette(seen)
        body = taken["body"].style if "body" in taken else self.paper.style("Normal") or _first(self.paper)
        faces = paper_faces(self.paper, body, self.installed)
        pages, made_running = self._pages(text)
        pages, own_cover = self._with_cover(pages)
        light = bool(pages[0].running)
        colors = {token.name: token.color.hex for token in tokens}
        width = pages[2].text_width / _TWIPS
        look = SheetLook(colors, PaperFaces(faces["serif"].ea, faces["heading"].ea), width, light, text.chinese)
        styles = self._styles(look)
        fill_roles(styles, taken, made_running)
        numbered = self._lists(styles)
        others = complete_others(styles)
        pages = self._with_running(pages, styles, made_running)
        pages = self._roomy(pages, styles)
        fit_settings(self.word, self.told, even=any(kind == "even" for page in pages for _, kind, _ in page.running))
        template = self.word.save(self._body(pages, styles))
        choices = tuple(self._choices(styles, taken))
        self._left_behind(text, own_cover=own_cover)
        given = PaperChoices(
            self.file, f"{self.name}.docx", styles.ids and {role: styles.name(role) for role in STYLE_ROLES}, choices, others, numbered.english,
            "own" if own_cover else "light" if light else "dark", (*self.told, *numbered.told),
        )  # fmt: skip
        theme = theme_text(NewTheme(self.name, self.file, tokens, faces, series=series_colors(seen, tokens)))
        sample = sample_files(self.name, choices, (*self.told, *numbered.told), chinese=text.chinese)
        adopted = Adopted(AdoptedForm.PAPER, self.name, f"{self.name}.docx", contract_text(given), theme, choices, sample, template)
        return Outcome(adopted, tuple(self.findings))

    def _styles(self, look: SheetLook) -> Styles:
        theme = self.word.part("theme")
        part = self.word.part("numbering")
        lists = read_lists(self.word.tree(part)) if part else {}
        return Styles(self.word.tree(self.word.part("styles")), theme_faces(self.word.tree(theme)) if theme else {}, look, lists)

    def _lists(self, styles: Styles) -> Numbered:
        part = self.word.part("numbering")
        if not part:
            part, _ = self.word.add("numbering", f"{_DECLARATION}<w:numbering {DECLARED}/>")
        return complete_lists(styles, self.word.tree(part))

    # pages

    def _pages(self, text: SampleText) -> tuple[tuple[Page, ...], frozenset[str]]:
        """Return the pages with the template's headers and footers, and which of both must be made: `header`, `footer`."""
        links = {link.id: link.target for link in self.word.links(self.word.main) if link.kind in {"header", "footer"}}
        sections = found_sections(self.document, links)
        visible = frozenset(part for part in set(links.values()) if is_visible(self.word.tree(part)))
        pages, told = chosen_pages(sections or (_no_section(),), visible)
        self.told += told
        parts = {part for page in pages for _, _, part in page.running}
        for part in sorted(parts):
            root = self.word.tree(part)
            if etree.QName(root).localname == "hdr" and says_the_title(root, text.opening):
                put_title(root)
                self.told.append(_TITLE)
        tags = {tag for tag, _, _ in pages[2].running}
        numbered = any(has_page_number(self.word.tree(part)) for _, _, part in pages[2].running)
        made = {"header", "footer"} if not tags else {"footer"} if "footer" not in tags and not numbered else set()
        if made:
            self.told.append(_BOTH_MADE if "header" in made else _FOOTER_MADE)
        elif not numbered:
            mend = Phrase(
                "在 Word 的页脚里插入页码（插入 > 页码），再采纳一次",
                "insert page numbers in Word (Insert > Page Number), and adopt it again",
            )
            self.findings.append(warning("TMPL026", _NO_NUMBER.zh, _NO_NUMBER.en, Location(self.file), mend))
        return pages, frozenset(made)

    def _with_cover(self, pages: tuple[Page, ...]) -> tuple[tuple[Page, ...], bool]:
        """Return the pages with the template's cover in the header of the first, and whether it has one; it stands in the way of no other."""
        part = self.word.part("styles")
        faces = self.word.part("theme")
        reader = StyleReader(self.word.tree(part), theme_faces(self.word.tree(faces)) if faces else {})
        cover = kept_cover(self.document, pages[0], {style.id: style for style in reader.paragraphs()})
        if cover is None:
            return pages, False
        running = tuple(each for each in pages[0].running if each[0] == "footer")
        standing = next((name for tag, kind, name in pages[0].running if (tag, kind) == ("header", "default")), "")
        header, _ = self.word.add("header", f"{_DECLARATION}{header_with(cover, self.word.tree(standing) if standing else None)}")
        self.word.lend(header, lent_ids(cover), standing)
        self.told.append(cover.told)
        first = replace(pages[0], margins=cover.margins, running=(("header", "default", header), *running))
        return (first, *pages[1:]), True

    def _with_running(self, pages: tuple[Page, ...], styles: Styles, made: frozenset[str]) -> tuple[Page, ...]:
        """Return the pages with headers and footers made where they are missing, and on turned pages where the company's leave no room."""
        done = [pages[0]]
        for page in pages[1:]:
            wanted = made
            if page.role == "landscape" and page.running == pages[2].running and has_side(pages[2].margins):
                wanted = frozenset({"header", "footer"})
                page = replace(page, running=())  # noqa: PLW2901
                self.told.append(_TURNED)
            done.append(self._made_running(page, styles, wanted))
        return tuple(done)

    def _made_running(self, page: Page, styles: Styles, tags: frozenset[str]) -> Page:
        running = list(page.running)
        for tag in sorted(tags, reverse=True):
            style, stops = styles.ids[tag], styles.tab_stops(tag)
            if tag == "header":
                xml = made_header(style, page.text_width, stops, contents=page.role == "contents")
            else:
                xml = made_footer(style, page.text_width, stops)
            running.append((tag, "default", self.word.add(tag, f"{_DECLARATION}{xml}")[0]))
        return replace(page, running=tuple(running))

    def _roomy(self, pages: tuple[Page, ...], styles: Styles) -> tuple[Page, ...]:
        """Move the body below its header and above its footer, where these reach into it: Word would do so by itself, the PDF must know."""
        reader = styles.reader
        done = []
        for page in pages:
            needs = {"header": 0.0, "footer": 0.0}
            for tag, _, part in page.running:
                needs[tag] = max(needs[tag], height(self.word.tree(part), reader))
            top = max(page.margins.top, page.margins.header + round(needs["header"] * _TWIPS) + 80 if needs["header"] else 0)
            bottom = max(page.margins.bottom, page.margins.footer + round(needs["footer"] * _TWIPS) + 80 if needs["footer"] else 0)
            if page.role == "body" and (top, bottom) != (page.margins.top, page.margins.bottom):
                self.told.append(
                    Phrase("页眉或页脚伸进了版心，上下边距按它们放宽", "header or footer reach into the text: the margins make way")
                )
            if page.role == "cover":
                top = max(top, LEAST_TOP)
            done.append(replace(page, margins=replace(page.margins, top=top, bottom=bottom)))
        return tuple(done)

    def _body(self, pages: tuple[Page, ...], styles: Styles) -> bytes:
        """Return the document: a line in each style, in four sections."""
        ids = {part: self.word.refer(tag, part) for page in pages for tag, _, part in page.running}
        where = {"cover": 0, "contents": 1}
        lines: list[list[str]] = [[], [], [], []]
        for role in STYLE_ROLES:
            if role not in {"gap", "header", "footer", "figure"}:
                lines[where.get(role.partition("_")[0], 2)].append(role)
        lines[3].append("body")
        made = []
        for page, roles in zip(pages, lines, strict=True):
            section = section_xml(page, ids)
            for index, role in enumerate(roles):
                ending = section if index == len(roles) - 1 and page.role != "landscape" else ""
                words = etree.Element("t")
                words.text = f"{styles.name(role)}（{role}）"
                text = etree.tostring(words, encoding="unicode")[3:-4]
                ground = '<w:shd w:val="clear" w:color="auto" w:fill="808080"/>' if page.role == "cover" and not styles.look.light else ""
                made.append(
                    f'<w:p><w:pPr><w:pStyle w:val="{styles.ids[role]}"/>{ground}{ending}</w:pPr>'
                    f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>{text}</w:t></w:r></w:p>'
                )
            made += [section] if page.role == "landscape" else []
        return f"{_DECLARATION}<w:document {DECLARED}><w:body>{''.join(made)}</w:body></w:document>".encode()

    # what is told

    def _choices(self, styles: Styles, taken: Mapping[str, Taken]) -> Iterator[Choice]:
        for role in STYLE_ROLES:
            name = styles.name(role)
            if role in styles.made:
                yield Choice(role, "", Phrase(f"{name}（新建）", f"{name} (made)"), True, (styles.made[role],))
            else:
                found = taken[role]
                yield Choice(role, "", Phrase(name, name), found.sure, (found.reason, *styles.changed.get(role, ())))

    def _left_behind(self, text: SampleText, *, own_cover: bool) -> None:
        if not text.blocks:
            return
        if own_cover:
            zh, en = (
                f"模板里有示例内容（{text.blocks} 段），没有带过来",
                f"the template holds sample content ({text.blocks} blocks): left behind",
            )
            self.told.append(Phrase(zh, en))
            return
        cover_zh, cover_en = ("，也有一张封面", ", and a cover page") if text.has_cover else ("", "")
        zh = f"模板里有示例内容（{text.blocks} 段）{cover_zh}，都没有带过来；封面按报告自己的内容画，用模板的颜色和样式"
        en = (
            f"the template holds sample content ({text.blocks} blocks){cover_en}: left behind; the cover is drawn from the report, "
            "in the template's colours and styles"
        )
        self.told.append(Phrase(zh, en))


def _first(paper: SeenPaper) -> SeenStyle:
    return next(style for style in paper.styles if style.kind == "paragraph")


def _no_section() -> Found:
    return Found(1, None, Margins(1440, 1440, 1440, 1440, 720, 720), first_differs=False, columns=1, running={}, blocks=0, others=())
