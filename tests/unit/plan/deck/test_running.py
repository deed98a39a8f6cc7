from __future__ import annotations

from engine.base.diagnostics import Language
from engine.model.inlines import EMPTY
from engine.plan.deck.running import Running, continued, cut_running
from tests.support.planning import harbor, sheet, t

WORDS = Running(t("一二。三四。"), (t("甲乙"), t("丙丁戊")))


def cut(whole: Running, characters: int) -> str:
    """Cut words where at most so many characters fit; bullets begin with •."""

    def size(part: Running) -> int:
        return sum(len(text.plain) for text in part.texts)

    parts = cut_running(whole, lambda part: size(part) <= characters, harbor()[1])
    return " | ".join(map(told, parts)) if parts else "not cut"


def told(words: Running) -> str:
    return " ".join([words.body.plain] * bool(words.body) + [f"•{bullet.plain}" for bullet in words.bullets])


def test_words_are_cut_between_bullets() -> None:
    assert cut(WORDS, 8) == "一二。三四。 •甲乙 | •丙丁戊"
    assert cut(WORDS, 6) == "一二。三四。 | •甲乙 •丙丁戊"


def test_a_body_too_long_is_cut_after_a_sentence() -> None:
    assert cut(WORDS, 5) == "一二。 | 三四。 •甲乙 •丙丁戊"


def test_a_cut_bullet_goes_on_without_a_mark() -> None:
    assert cut(Running(EMPTY, (t("甲乙。丙丁。"), t("戊"))), 4) == "•甲乙。 | 丙丁。 •戊"


def test_nothing_fits_or_nothing_is_there() -> None:
    assert cut(WORDS, 0) == "not cut"
    assert cut(Running(), 9) == "not cut"
    assert not Running()


def test_paragraphs_have_marks_on_bullets_only() -> None:
    page = sheet()
    made = WORDS.paragraphs(page.style("body"), 6.0, page.color("p400"))
    assert [(para.text.plain, para.after, para.bullet is not None) for para in made] == [
        ("一二。三四。", 6.0, False),
        ("甲乙", 6.0, True),
        ("丙丁戊", 6.0, True),
    ]


def test_a_title_is_marked_as_going_on_once() -> None:
    page = sheet()
    assert continued(t("背景"), page).plain == "背景（续）"
    assert continued(continued(t("背景"), page), page).plain == "背景（续）"
    assert continued(EMPTY, page) is EMPTY
    assert continued(t("Background"), sheet(Language.EN)).plain == "Background (cont.)"
