"""`adopt_deck`: a company's PowerPoint file becomes a template of debrief: contract, theme, and a report that shows what was taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from engine.base.diagnostics import Diagnostic, Language, Location, Outcome, Phrase, error, warning
from engine.base.records import dataclass
from engine.base.units import Rect
from engine.brand.adopt.adopted import Adopted, AdoptedForm, Choice, Installed
from engine.brand.adopt.body_room import BodyRoom, body_room
from engine.brand.adopt.content_slots import content_slots
from engine.brand.adopt.contract_text import RolePlan, contract_text
from engine.brand.adopt.cover_slots import cover_slots
from engine.brand.adopt.deck_pages import DeckPages
from engine.brand.adopt.divider_slots import divider_slots
from engine.brand.adopt.list_slots import agenda_slots, blank_slots
from engine.brand.adopt.palette import Seen, palette
from engine.brand.adopt.placed import Canvas, Placed
from engine.brand.adopt.role_layouts import RoleLayout, layout_called, role_layouts
from engine.brand.adopt.sample_report import sample_files
from engine.brand.adopt.sample_slides import cloned_slides
from engine.brand.adopt.series_colors import series_colors
from engine.brand.adopt.shades import READABLE, WHITE, is_dark, least_ratio, ratio
from engine.brand.adopt.theme_text import NewTheme, theme_text
from engine.brand.adopt.type_roles import deck_scale, sized_roles
from engine.brand.adopt.typefaces import chosen_face
from engine.brand.ground import GroundKind
from engine.brand.inspect.inspect_file import inspect_template
from engine.brand.inspect.roles import main_master
from engine.brand.inspect.seen_deck import SeenDeck, SeenLayout
from engine.brand.template_package import PRESENTATION, TemplatePackage, open_template

_SHARE = 0.15
"""Part of a text's frame that a colour must cover to be one of its grounds."""
_EVEN = 0.97
_LARGE = 2.0


def adopt_deck(
    path: Path, file: str, name: str, installed: Installed, language: Language = Language.ZH, *, wanted: Mapping[str, str] | None = None
) -> Outcome[Adopted]:
    """Return what the deck at `path` becomes as the template and theme `name`; `file` is how diagnostics name it.

    TMPL005 to TMPL007: it cannot be read. TMPL022: there is no layout. Warnings are those of `inspect`, and TMPL023, TMPL024 for what was
    guessed or can hardly be read. `language` is that of the sample report; `wanted` are layouts by role, by number (`2.4`) or name, that somebody
    chose (TMPL008: there is no such layout). Raises OSError when the file cannot be read at all.
    """
    seen = inspect_template(path, file)
    opened = open_template(path, file, PRESENTATION)
    if not isinstance(seen.value, SeenDeck) or opened.value is None:
        return Outcome(None, seen.diagnostics or opened.diagnostics)
    chosen: dict[str, SeenLayout] = {}
    for role, called in (wanted or {}).items():
        layout = layout_called(seen.value, called, role, Location(file))
        if layout.value is None:
            return Outcome(None, layout.diagnostics)
        chosen[role] = layout.value
    return _adopted(_Given(seen.value, opened.value, chosen, seen.diagnostics), (file, name), installed, language)


@dataclass(frozen=True, slots=True)
class _Given:
    """A deck as it was seen and opened, the layouts that somebody chose, and what was noticed."""

    deck: SeenDeck
    package: TemplatePackage
    chosen: Mapping[str, SeenLayout]
    noticed: tuple[Diagnostic, ...]


def _adopted(given: _Given, names: tuple[str, str], installed: Installed, language: Language) -> Outcome[Adopted]:
    deck, package, noticed = given.deck, given.package, given.noticed
    file, name = names
    pages = DeckPages(package, deck)
    roles = role_layouts(deck, cloned_slides(package, deck), given.chosen)
    if roles is None:
        return Outcome(None, (*noticed, _no_layouts(file)))
    content = next(each for each in roles if each.role == "content")
    room = body_room(content.layout, pages.drop(content), deck.size)
    canvas = _canvas(content, pages, deck, deck_scale(room.frame, deck.size))
    kept = content_slots(canvas, room)
    body = next(each.frame for each in kept if each.slot == "body_area")
    scale = deck_scale(body, deck.size)
    plans = [RolePlan(role, _master_number(deck, role), _slots(role, pages, deck, scale), _layout_number(deck, role)) for role in roles]
    seen = _seen(deck, pages, plans, body)
    master = main_master(deck).theme
    tokens = palette(seen)
    theme = NewTheme(
        name=name,
        source=file,
        tokens=tokens,
        series=series_colors(seen, tokens),
        faces={"heading": chosen_face(master.major, installed), "body": chosen_face(master.minor, installed)},
        scale=scale,
        roles=sized_roles(plans, scale, deck.size),
    )
    template = f"{name}{'.potx' if deck.form == 'template' else '.pptx'}"
    adopted = Adopted(
        form=AdoptedForm.DECK,
        name=name,
        template_file=template,
        contract=contract_text(template, file, plans),
        theme=theme_text(theme),
        choices=tuple(_choices(plans)),
        sample=sample_files(name, file, plans, language, own_series=bool(theme.series.colors)),
    )
    return Outcome(adopted, (*noticed, *_problems(plans, pages, file)))


def _slots(role: RoleLayout, pages: DeckPages, deck: SeenDeck, scale: float) -> tuple[Placed, ...]:
    canvas = _canvas(role, pages, deck, scale)
    match role.role:
        case "cover":
            return cover_slots(canvas)
        case "divider":
            return divider_slots(canvas)
        case "agenda":
            return agenda_slots(canvas, _room(canvas))
        case "blank":
            return blank_slots(canvas, _room(canvas))
        case _:
            return content_slots(canvas, _room(canvas))


def _canvas(role: RoleLayout, pages: DeckPages, deck: SeenDeck, scale: float) -> Canvas:
    return Canvas(role.layout, pages.drop(role), deck.size, scale, pages.spoken(role), pages.numbered(role))


def _room(canvas: Canvas) -> BodyRoom:
    return body_room(canvas.layout, canvas.drop, canvas.page)


def _master_number(deck: SeenDeck, role: RoleLayout) -> int | None:
    """Return the number of the layout's master where another master has a layout of that name, else None."""
    owners = [master.number for master in deck.masters if any(layout.name == role.layout.name for layout in master.layouts)]
    own = next(master.number for master in deck.masters if role.layout in master.layouts)
    return own if len(owners) > 1 else None


def _layout_number(deck: SeenDeck, role: RoleLayout) -> int | None:
    """Return the layout's place on its master where that has another one of the name, else None."""
    own = next(master for master in deck.masters if role.layout in master.layouts)
    same = [layout for layout in own.layouts if layout.name == role.layout.name]
    return own.layouts.index(role.layout) + 1 if len(same) > 1 else None


def _seen(deck: SeenDeck, pages: DeckPages, plans: Sequence[RolePlan], body: Rect) -> Seen:
    """Return what the palette is made of: the colours of the brand's master, and every ground that words of a role stand on."""
    content = next(plan for plan in plans if plan.role.role == "content")
    ground = pages.drop(content.role).color_under(body)
    dark: dict[str, None] = {}
    panels: dict[str, None] = {}
    light: dict[str, None] = {}
    for plan in plans:
        for slot in plan.slots:
            for color in text_grounds(slot, plan, pages):
                (dark if is_dark(color) else light)[color] = None
            even = pages.drop(plan.role).colors_under(slot.frame)[0]
            if even[1] >= _EVEN and is_dark(even[0]):
                panels[even[0]] = None
    flat = {color.slot: color.hex for color in main_master(deck).theme.colors}
    return Seen(flat, ground, tuple(dark), tuple(panels), tuple(light), _title_color(content, ground))


def text_grounds(slot: Placed, plan: RolePlan, pages: DeckPages) -> tuple[str, ...]:
    """Return the colours that the words of a slot stand on: its placeholder's own fill, else what is painted there."""
    if (slot.slot == "body_area" and plan.role.role not in {"agenda", "divider"}) or not slot.frame.width:
        return ()
    own = slot.holder.ground if slot.holder is not None else None
    if own is not None and own.kind is GroundKind.FLAT and not slot.ground:
        return own.colors
    return tuple(color for color, _ in pages.drop(plan.role).colors_under(slot.frame, _SHARE))


def _title_color(plan: RolePlan, ground: str) -> str:
    """Return the colour of the titles of content, empty where that is no colour for text on the ground of the content."""
    title = next(each for each in plan.slots if each.slot == "title")
    color = title.holder.look.color if title.holder is not None else ""
    return color if color and ratio(color, ground) >= _LARGE else ""


def _choices(plans: Sequence[RolePlan]) -> Iterator[Choice]:
    for plan in plans:
        role = plan.role
        label = Phrase(f"版式 {role.layout.label}", f"layout {role.layout.label}")
        yield Choice(role.role, "", label, role.sure, role.reasons)
        for slot in plan.slots:
            yield Choice(role.role, slot.slot, slot.taken(role.layout), slot.sure, (slot.why,))


def _problems(plans: Sequence[RolePlan], pages: DeckPages, file: str) -> Iterator[Diagnostic]:
    unsure = [plan.role.role for plan in plans if not plan.role.sure]
    if unsure:
        zh = f"这些角色的版式是猜的：{'、'.join(unsure)}"
        en = f"the layouts of these roles are guesses: {', '.join(unsure)}"
        mend = Phrase(
            "看示例稿里对应的页；不对就在合同里换版式",
            "look at their pages of the sample; change the layout in the contract if it is wrong",
        )
        yield warning("TMPL023", zh, en, Location(file), mend)
    for plan in plans:
        found = [slot for slot in plan.slots if _hardly_readable(text_grounds(slot, plan, pages))]
        if found:
            names = [slot.slot for slot in found]
            where = Location(file, cell=f"{file}!{plan.role.layout.label}")
            zh = f"“{plan.role.role}”的 {'、'.join(names)} 所在的底色深浅不一，哪种文字颜色的对比度都到不了 {READABLE:g}:1"
            en = f"{', '.join(names)} of {plan.role.role!r} stand on a ground on which neither light nor dark text reaches {READABLE:g}:1"
            mend = Phrase(
                "在合同里把它们挪到底色均匀的地方，或换一个版式", "move them to an even ground in the contract, or take another layout"
            )
            yield warning("TMPL024", zh, en, where, mend)


def _hardly_readable(grounds: Sequence[str]) -> bool:
    return bool(grounds) and least_ratio(WHITE, grounds) < READABLE and least_ratio("000000", grounds) < READABLE


def _no_layouts(file: str) -> Diagnostic:
    mend = Phrase("在幻灯片母版视图里加一个版式再保存", "add a layout in the Slide Master view, and save")
    return error("TMPL022", "模板没有任何版式", "the template has no layout at all", Location(file), mend)
