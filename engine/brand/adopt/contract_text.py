"""The contract of an adopted deck template, as text: roles, layouts and slots, with what was guessed and why beside each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.base.diagnostics import Phrase
from engine.base.records import dataclass
from engine.brand.adopt.placed import NO_PLACE, Placed
from engine.brand.adopt.role_layouts import RoleLayout
from engine.brand.adopt.yaml_text import comment, frame_text, scalar

LOOK = Phrase("请核对", "look at it")
_HEAD = Phrase(
    "哪个版式演哪个角色，哪个占位符是哪个槽位。由 debrief template adopt 猜测，可以改。",
    "Which layout plays which role, and which placeholder is which slot: guessed by `debrief template adopt`; change what is wrong.",
)
_HOW = Phrase(
    "槽位：占位符的名字 · {idx: 13} · [x, y, 宽, 高]（英寸，不用占位符）；要挪动占位符时加 at: [x, y, 宽, 高]。",
    "A slot: the name of a placeholder · {idx: 13} · [x, y, width, height] in inches, no placeholder; `at` gives a placeholder another frame.",
)


@dataclass(frozen=True, slots=True)
class RolePlan:
    """One role with the slots that were found for it; `master` is the number of the master where the layout's name needs it, `number` that
    of the layout on its master where it stands there twice.
    """

    role: RoleLayout
    master: int | None
    slots: tuple[Placed, ...]
    number: int | None = None

    @property
    def ground(self) -> str:
        """Return the ground of all slots where the contract must say that of each, else nothing."""
        grounds = {slot.ground for slot in self.slots if slot.frame != NO_PLACE}
        return next(iter(grounds)) if len(grounds) == 1 else ""


def contract_text(template_file: str, source: str, plans: Sequence[RolePlan]) -> str:
    """Return the file; `source` is what the template was called before it was copied."""
    return "\n".join((*_lines(template_file, source, plans), ""))


def _lines(template_file: str, source: str, plans: Sequence[RolePlan]) -> Iterator[str]:
    yield f"# {' '.join(source.split())} → {template_file}"
    yield from comment(_HEAD)
    yield from comment(_HOW)
    yield f"template: {scalar(template_file)}"
    yield "layouts:"
    for plan in plans:
        role = plan.role
        yield f"  {role.role}:"
        yield from comment(_because(role), 4)
        yield f"    layout: {scalar(role.layout.name)}"
        if plan.master is not None:
            yield f"    master: {plan.master}"
        if plan.number is not None:
            yield f"    number: {plan.number}"
        if role.slide is not None:
            yield f"    slide: {role.slide}"
        if plan.ground:
            yield f"    ground: {plan.ground}"
        yield "    slots:"
        for slot in plan.slots:
            yield f"      {slot.slot}: {slot_text(slot, plan)}  # {_aside(slot)}"


def slot_text(placed: Placed, plan: RolePlan) -> str:
    """Return a slot as the contract has it: the short form where that says all."""
    holder = placed.holder
    ground = "" if plan.ground else placed.ground
    if holder is None:
        frame = frame_text(placed.frame)
        return f"{{at: {frame}, ground: {ground}}}" if ground else frame
    same = [each for each in plan.role.layout.placeholders if each.name == holder.name]
    named = len(same) == 1 and bool(holder.name)
    if named and not placed.moved and not ground:
        return scalar(holder.name)
    parts = [f"name: {scalar(holder.name)}" if named else f"idx: {holder.idx}"]
    if placed.moved:
        parts.append(f"at: {frame_text(placed.frame)}")
    if ground:
        parts.append(f"ground: {ground}")
    return f"{{{', '.join(parts)}}}"


def _because(role: RoleLayout) -> Phrase:
    zh, en = "；".join(each.zh for each in role.reasons), "; ".join(each.en for each in role.reasons)
    head_zh, head_en = ("", "") if role.sure else (f"{LOOK.zh}。", f"{LOOK.en[0].upper()}{LOOK.en[1:]}. ")
    return Phrase(f"{head_zh}版式 {role.layout.number}：{zh}", f"{head_en}Layout {role.layout.number}: {en}")


def _aside(placed: Placed) -> str:
    mark = "" if placed.sure else f"{LOOK.zh} {LOOK.en}: "
    return " ".join(f"{mark}{placed.why.zh} · {placed.why.en}".split())
