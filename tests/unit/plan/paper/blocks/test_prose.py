from __future__ import annotations

from engine.model.blocks import BulletItem, Bullets, Heading, Paragraph, Step, Steps
from engine.model.paper import PaperParagraph
from engine.plan.paper.blocks.prose import write_bullets, write_heading, write_paragraph, write_steps
from engine.plan.paper.flow import NUMBERED_INSET
from engine.plan.paper.texts import bold, joined
from tests.support.papers import flow, told
from tests.support.planning import t


def test_headings_and_paragraphs() -> None:
    made = flow()
    write_heading(Heading(t("小标题")), made)
    write_paragraph(Paragraph(t("正文")), made)
    assert told(made.blocks) == "heading_3: 1. 小标题\nbody: 正文"


def test_a_short_bold_paragraph_is_a_label() -> None:
    made = flow()
    for said in (
        bold(t("具体做法")),
        bold(t("这一条要整段加粗，因为它是全文的结论，而不是下面几条的名字，所以留作正文")),
        joined((bold(t("看产量。")), t("头采有限"))),
    ):
        write_paragraph(Paragraph(said), made)
    assert [line.split(":")[0] for line in told(made.blocks).splitlines()] == ["label", "body", "body"]
    assert isinstance(made.blocks[0], PaperParagraph) and made.blocks[0].keep_next


def test_items_of_numbered_items_stand_under_the_words() -> None:
    made = flow()
    item = (BulletItem(t("甲"), (t("细节"),)),)
    write_bullets(Bullets(item, ordered=True), made)
    write_bullets(Bullets(item), made)
    assert [block.inset for block in made.blocks if isinstance(block, PaperParagraph)] == [0.0, NUMBERED_INSET, 0.0, 0.0]


def test_ordered_items_count_on_and_continued_ones_do_not() -> None:
    made = flow()
    items = (BulletItem(t("前半"), continued=True), BulletItem(t("甲"), (t("细节"),)), BulletItem(t("乙")))
    write_bullets(Bullets(items, ordered=True, first=4), made)
    assert told(made.blocks).splitlines() == ["bullet: 前半", "numbered: （4）甲", "bullet_2: 细节", "numbered: （5）乙"]


def test_steps_are_numbered_with_their_dates() -> None:
    made = flow()
    write_steps(Steps((Step(t("预热期"), t("付定 4.6 万人\n触达 120 万人"), t("5/20–6/1"), (t("分层预热"),)),)), made)
    assert told(made.blocks) == "numbered: （1）预热期（5/20–6/1）。付定 4.6 万人；触达 120 万人\nbullet_2: 分层预热"
