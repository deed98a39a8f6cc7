"""Which layout plays which of the six roles, and on which sample slide its brand stands."""

from __future__ import annotations

from collections.abc import Mapping

from engine.base.diagnostics import Location, Outcome, Phrase, error
from engine.base.records import dataclass
from engine.base.registry import nearest
from engine.brand.inspect.roles import guessed_roles, main_master
from engine.brand.inspect.seen_deck import SeenDeck, SeenLayout

_CHOSEN = Phrase("由 --role 指定", "chosen with --role")


@dataclass(frozen=True, slots=True)
class RoleLayout:
    """`slide` is the sample slide whose shapes are cloned, None for none."""

    role: str
    layout: SeenLayout
    sure: bool
    reasons: tuple[Phrase, ...]
    slide: int | None = None


def role_layouts(
    deck: SeenDeck, cloned: Mapping[str, int], wanted: Mapping[str, SeenLayout] | None = None
) -> tuple[RoleLayout, ...] | None:
    """Return a layout for every role of `contract.REQUIRED_SLOTS`, None when the deck has no layout at all; `cloned` are sample slides by role,
    `wanted` the layouts that somebody chose for some.
    """
    found = _guessed(deck, cloned)
    if found is None or not wanted:
        return found
    return tuple(RoleLayout(each.role, wanted[each.role], sure=True, reasons=(_CHOSEN,)) if each.role in wanted else each for each in found)


def layout_called(deck: SeenDeck, called: str, role: str, where: Location) -> Outcome[SeenLayout]:
    """Return the layout of a number as inspect prints it (`2.4`), or of a name. TMPL008: there is none, or there are several."""
    found = [each for each in deck.layouts if called in (each.number, each.name)]
    if len(found) == 1:
        return Outcome(found[0])
    if found:
        numbers = ", ".join(each.number for each in found)
        zh, en = f"模板有 {len(found)} 个版式叫“{called}”", f"the template has {len(found)} layouts called {called!r}"
        mend = Phrase(
            f"写编号：--role {role}={found[0].number}（{numbers}）", f"say its number: --role {role}={found[0].number} ({numbers})"
        )
    else:
        labels = Phrase("、".join(each.label for each in deck.layouts), ", ".join(each.label for each in deck.layouts))
        close = nearest(called, [each.name for each in deck.layouts])
        zh, en = f"模板中没有版式“{called}”", f"the template has no layout {called!r}"
        mend = Phrase(f"模板中的版式：{labels.zh}", f"layouts of the template: {labels.en}")
        if close:
            mend = Phrase(f"是否想写“{close}”？{mend.zh}", f"did you mean {close!r}? {mend.en}")
    return Outcome(None, (error("TMPL008", zh, en, where, mend),))


def _guessed(deck: SeenDeck, cloned: Mapping[str, int]) -> tuple[RoleLayout, ...] | None:
    guesses = guessed_roles(deck)
    spare = _barest(deck)
    if spare is None:
        return None
    found = []
    for guess in guesses:
        layout, reasons = guess.layout, guess.reasons
        if layout is None:
            layout, reasons = spare, (Phrase("没有合适的版式：用最空的一个", "no layout fits: the barest one"),)
        found.append(RoleLayout(guess.role, layout, guess.is_sure, reasons, cloned.get(guess.role)))
    content = next(each for each in found if each.role == "content")
    titled = next((each for each in _siblings(deck, content.layout) if each.type == "titleOnly" and each.title is not None), None)
    if titled is not None:
        blank = RoleLayout("blank", titled, sure=True, reasons=(Phrase("只有标题的版式", "a layout with a title only"),))
    else:
        blank = RoleLayout(
            "blank",
            content.layout,
            content.sure,
            (Phrase("没有只含标题的版式：用内容版式", "no layout with a title only: that of the content"),),
        )
    return (*found, blank)


def _siblings(deck: SeenDeck, layout: SeenLayout) -> tuple[SeenLayout, ...]:
    return next(master.layouts for master in deck.masters if layout in master.layouts)


def _barest(deck: SeenDeck) -> SeenLayout | None:
    """Return the layout of the brand's master with the fewest shapes and placeholders."""
    layouts = main_master(deck).layouts or tuple(deck.layouts)
    return min(layouts, key=lambda each: (each.shapes, len(each.placeholders)), default=None)
