"""What `template adopt` prints for people: the files, each role with what it took, what to look at, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.base.diagnostics import Language, Phrase
from engine.brand.adopt.adopted import Adopted, AdoptedForm, Choice
from engine.cli.template_text import aligned

_LOOK = Phrase("（请核对）", "(look at it)")


def adopted_text(file: str, adopted: Adopted, files: Sequence[str], *, kept: Sequence[str] | None, sample: str, language: Language) -> str:
    """Return the whole text but for the problems; `kept` is what was added to a theme that was there, None when there was none; `sample` is
    the file that was built, empty when it failed.
    """
    return "\n".join((*_lines(file, adopted, files, (kept, sample), language), ""))


def _lines(
    file: str, adopted: Adopted, files: Sequence[str], outcome: tuple[Sequence[str] | None, str], language: Language
) -> Iterator[str]:
    kept, sample = outcome

    def say(zh: str, en: str) -> str:
        return zh if language is Language.ZH else en

    yield say(f"已采纳 {file}，主题名 {adopted.name}", f"Adopted {file} as theme {adopted.name}")
    yield ""
    yield say("写了", "Written")
    yield from (f"  {path}" for path in files)
    if kept:
        parts = "、".join(kept), ", ".join(kept)
        yield say(
            f"  {adopted.theme_path} 已有：补上 {parts[0]}，其余没有动（--force 重写）",
            f"  {adopted.theme_path} was there: {parts[1]} added, the rest stays (--force writes it anew)",
        )
    elif kept is not None:
        yield say(
            f"  {adopted.theme_path} 已有，没有动（--force 重写）", f"  {adopted.theme_path} was there and stays (--force writes it anew)"
        )
    yield ""
    yield say("角色", "Roles")
    yield from aligned((_row(choice, language) for choice in adopted.choices if not choice.slot), 2)
    slots = [choice for choice in adopted.guesses if choice.slot]
    if slots:
        yield ""
        yield say("槽位里要核对的", "Slots to look at")
        yield from aligned(((f"{each.role}.{each.slot}", *_row(each, language)[1:]) for each in slots), 2)
    yield ""
    yield say("接下来", "Next")
    office = "PowerPoint" if adopted.form is AdoptedForm.DECK else "Word"
    shown = sample or adopted.sample_folder
    yield say(f"  1. 用 {office} 打开 {shown}，逐页看", f"  1. Open {shown} in {office} and look at each page")
    yield say(
        f"  2. 不对的地方改 {adopted.contract_path} 和 {adopted.theme_path}，再 debrief build {adopted.sample_folder}",
        f"  2. Correct {adopted.contract_path} and {adopted.theme_path}, then debrief build {adopted.sample_folder}",
    )
    if adopted.form is AdoptedForm.DECK and any(not choice.slot for choice in adopted.guesses):
        guess = next(choice.role for choice in adopted.guesses if not choice.slot)
        command = f"debrief template adopt {adopted.template_path} --name {adopted.name} --role {guess}=1.4"
        yield say(
            f"     版式猜错了：{command}（编号见 template inspect），占位符会重新找，主题不动",
            f"     A wrong layout: {command} (numbers: template inspect) finds its slots anew and leaves the theme alone",
        )
    yield say(f"  3. 报告里写 theme: {adopted.name}", f"  3. Say theme: {adopted.name} in a report")


def _row(choice: Choice, language: Language) -> tuple[str, str, str, str]:
    reasons = ("；" if language is Language.ZH else "; ").join(each.in_(language) for each in choice.reasons)
    return choice.role, choice.taken.in_(language), "" if choice.sure else _LOOK.in_(language), reasons
