"""A planned paper: a flow of styled blocks for Word, and the same flow on measured pages for PDF.

The planner numbers, captions, measures and paginates once. Word gets the flow (it numbers, breaks lines and pages by itself, from the same
styles); PDF gets the pages. Page numbers in the contents come from the measured pages, so both say the same.
"""

from __future__ import annotations

from enum import Enum

from engine.base.diagnostics import NOWHERE, Location
from engine.base.records import dataclass
from engine.base.units import Length, Size, inch
from engine.model.blocks import Align, Stat
from engine.model.deck import Deck, DeckMeta, Slide
from engine.model.facts import Ledger
from engine.model.figure import ChartFigure
from engine.model.inlines import EMPTY, Span, Text, Tone
from engine.model.report import Skyline
from engine.model.theme import Theme


class ParagraphRole(Enum):
    """What a paragraph is; the contract of the Word template names a style for each."""

    __hash__ = object.__hash__  # each is one object, and Enum's own hash is a call

    HEADING_1 = "heading_1"  # 一、
    HEADING_2 = "heading_2"  # （一）
    HEADING_3 = "heading_3"  # 1.
    HEADING_4 = "heading_4"  # （1）
    LEAD = "lead"  # the conclusion under a heading, bold
    BODY = "body"
    BULLET = "bullet"
    BULLET_2 = "bullet_2"
    NUMBERED = "numbered"  # （1） running text
    LABEL = "label"  # a small bold label (做法, 效果, 时间节点)
    CHART_TITLE = "chart_title"
    CAPTION_FIGURE = "caption_figure"
    CAPTION_TABLE = "caption_table"
    SOURCE = "source"
    NOTE = "note"
    CALLOUT_LABEL = "callout_label"
    CALLOUT = "callout"
    QUOTE = "quote"
    TABLE_HEADER = "table_header"
    TABLE_CELL = "table_cell"


HEADINGS = (ParagraphRole.HEADING_1, ParagraphRole.HEADING_2, ParagraphRole.HEADING_3, ParagraphRole.HEADING_4)


@dataclass(frozen=True, slots=True)
class Reference:
    """A span of a paragraph's text (offsets in the plain text) that points at a bookmark: a cross-reference field in Word, a link in PDF."""

    start: int
    end: int
    bookmark: str


@dataclass(frozen=True, slots=True)
class PaperParagraph:
    """`number` is the printed number (`一、`, `（1）`), which Word makes itself by the numbering of the style; captions carry theirs in the text.

    `bookmark` is what references point at, empty for none. `keep_next` keeps it on the page of what follows. `inset` is how many em a nested
    item stands further in than its style says.
    """

    role: ParagraphRole
    text: Text
    number: str = ""
    bookmark: str = ""
    references: tuple[Reference, ...] = ()
    keep_next: bool = False
    align: Align | None = None
    where: Location = NOWHERE
    inset: float = 0.0


@dataclass(frozen=True, slots=True)
class Caption:
    """“图 3-1 题名”: `kind` is 图 or 表 (Figure, Table), `number` the chapter-sequence number; Word makes the sequence by a SEQ field."""

    kind: str
    chapter: int
    sequence: int
    title: Text
    bookmark: str

    @property
    def number(self) -> str:
        return f"{self.chapter}-{self.sequence}"


@dataclass(frozen=True, slots=True)
class PaperCell:
    """`tone` tints the ground when `tinted`; `span` > 1 covers the cells to the right, which are then None in the row.

    `ground` is a colour token of the theme for the ground (calendars, matrices); empty: none, or the tint.
    """

    paragraphs: tuple[Text, ...]
    align: Align = Align.LEFT
    tone: Tone = Tone.NORMAL
    tinted: bool = False
    bold: bool = False
    span: int = 1
    ground: str = ""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """`height` is the measured height, which Word takes as the least. A row that is `joined` stays on the page of the one above it."""

    cells: tuple[PaperCell | None, ...]
    height: Length
    header: bool = False
    total: bool = False
    joined: bool = False


CELL_MARGIN = inch(0.08)


@dataclass(frozen=True, slots=True)
class PaperTable:
    """`widths` add up to the text width of its section. `size` and `pitch` in points are those of the cells.

    `margin` stands at the left and right inside each cell. `trailing` is the part of each width that stays empty at the right (empty: none):
    it parts numbers from the words of the next column. `together` body rows at least stand on either side of a page break: all of them where
    the table stays whole.
    """

    name: str
    widths: tuple[Length, ...]
    rows: tuple[PaperRow, ...]
    size: float
    pitch: float
    caption: Caption | None = None
    note: Text = EMPTY
    source: Text = EMPTY
    ruled: bool = True
    where: Location = NOWHERE
    trailing: tuple[Length, ...] = ()
    margin: Length = CELL_MARGIN
    together: int = 2

    @property
    def is_whole(self) -> bool:
        """Tell whether its rows are too few to be parted."""
        return sum(1 for row in self.rows if not row.header) < self.together * 2


@dataclass(frozen=True, slots=True)
class PaperChart:
    """A native chart of a measured size; `title` and the legend stand above it, the caption below."""

    name: str
    figure: ChartFigure
    size: Size
    title: Text
    alt: str
    caption: Caption | None = None
    source: Text = EMPTY
    facts: tuple[str, ...] = ()
    where: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class PaperPicture:
    name: str
    path: str
    blob: bytes
    size: Size
    alt: str
    caption: Caption | None = None
    source: Text = EMPTY
    where: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class PaperCallout:
    """A tinted box with a bar at its left; the label is its bold first line."""

    label: Text
    paragraphs: tuple[PaperParagraph, ...]
    where: Location = NOWHERE


class BreakKind(Enum):
    """PAGE: next page. LANDSCAPE and PORTRAIT begin a section of that orientation on a new page."""

    PAGE = "page"
    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"


@dataclass(frozen=True, slots=True)
class PaperBreak:
    kind: BreakKind = BreakKind.PAGE


PaperBlock = PaperParagraph | PaperTable | PaperChart | PaperPicture | PaperCallout | PaperBreak


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents or of the list of figures; `page` as printed in the footer.

    `words` are the title with its facts, EMPTY where it has none.
    """

    level: int
    number: str
    title: str
    bookmark: str
    page: str
    words: Text = EMPTY

    @property
    def said(self) -> Text:
        """The title as text."""
        return self.words or Text((Span(self.title),))


@dataclass(frozen=True, slots=True)
class PaperCover:
    """`facts` are the rows of the table at the foot of the cover (unit, author, date, period …). `title_part` and `unit_part` are the sizes of
    title and unit in parts of those of their styles: long ones are set smaller.
    """

    unit: str
    title: Text
    subtitle: Text
    facts: tuple[Stat, ...]
    skyline: Skyline | None = None
    """Its `note` stands at the foot of the cover."""
    title_part: float = 1.0
    unit_part: float = 1.0


@dataclass(frozen=True, slots=True)
class Paper:
    """`pages` are the cover, the contents and the body as measured pages; `template` is the .docx relative to the workspace.

    `header` stands at the left of every page, the chapter at its right; `footer` at the left of every foot. `contents_note` is a line under
    the heading of the contents, whose lines are `contents_squeeze` times as far apart as their styles say; `figures_apart` begins the list of
    figures on a new page. `ledger` are the facts that the file carries with it.
    """

    meta: DeckMeta
    size: Size
    cover: PaperCover
    contents: tuple[ContentsEntry, ...]
    figures: tuple[ContentsEntry, ...]
    flow: tuple[PaperBlock, ...]
    pages: tuple[Slide, ...]
    header: str
    footer: str
    template: str
    theme: Theme
    contents_note: Text = EMPTY
    contents_squeeze: float = 1.0
    figures_apart: bool = False
    ledger: Ledger = Ledger()

    @property
    def paged(self) -> Deck:
        """The measured pages as a deck, which checks judge and the PDF draws."""
        return Deck(self.meta, self.size, self.pages, (), self.template, self.theme, self.ledger)

    def outline(self) -> str:
        """Return one line per heading and per numbered thing, as tests and diffs read it."""
        lines: list[str] = []
        for block in self.flow:
            match block:
                case PaperParagraph() if block.role in HEADINGS:
                    level = HEADINGS.index(block.role)
                    lines.append(f"{'  ' * level}{block.number}{block.text.plain}")
                case PaperTable() | PaperChart() | PaperPicture() if block.caption:
                    caption = block.caption
                    lines.append(f"      [{caption.kind} {caption.number}] {caption.title.plain}")
                case _:
                    pass
        return "\n".join(lines)
