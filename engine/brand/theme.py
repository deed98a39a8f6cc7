"""Theme files: `assets/themes/<name>.yaml` → `Theme`. A file with `base:` says only what differs from another theme."""

from __future__ import annotations

import re
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator

from engine.base.diagnostics import NOWHERE, Diagnostic, Findings, Location, Outcome, Phrase, error
from engine.base.registry import nearest
from engine.base.units import inch
from engine.base.workspace import BUILTIN_ROOT, Workspace
from engine.brand.theme_base import with_base
from engine.brand.yaml_file import YamlFile, read_yaml_file
from engine.brand.yaml_mistakes import did_you_mean, refusal
from engine.brand.yaml_schema import parse_as
from engine.model.theme import Color, FontFace, Theme, TypeRole

FOLDER = "assets/themes"

COLOR_TOKENS = (
    "bg", "surface", "surface2", "line", "line2", "ink", "ink2", "ink3", "deep", "deep2", "deep3", "ondeep", "ondeep2", "ondeep3",
    "primary", "p400", "p200", "p100", "muted", "accent", "exceed", "exceed_tint", "met", "met_tint", "improve", "improve_tint",
    "missed", "missed_tint", "sky", "sky_current", "sky_reflect", "sky_reflect_current", "sky_reflect_peak", "horizon",
)  # fmt: skip
TYPE_ROLES = (
    "cover_title", "cover_subtitle", "cover_unit", "cover_meta", "cover_note", "agenda_title", "agenda_number", "agenda_item",
    "agenda_summary", "agenda_page", "divider_number", "divider_title", "divider_lead", "question", "question_answer", "eyebrow",
    "page_title", "takeaway", "source", "page_number", "tracker", "kpi_value", "hero", "hero_small", "card_value", "result_value",
    "side_figure", "strip_figure", "stat_value", "card_title", "card_title_large", "body", "body_small", "quote", "quote_mark", "caption",
    "label", "pill", "note", "table_body", "table_dense", "table_header", "chart_title", "chart_label", "chart_axis", "legend",
    "tile_name", "strip_title", "strip_note", "band_figure", "equation_value", "card_title_medium", "card_stat", "card_bullet",
    "stat_caption", "stat_line", "caption_strong", "footer_strong", "entry_title", "panel_text", "panel_row", "step_title",
    "group_label", "value_name", "value_cell", "side_value", "share_amount", "bar_label", "bar_value", "milestone_date",
    "paper_cover_title", "paper_cover_subtitle", "paper_cover_unit", "paper_cover_peak", "paper_cover_peak_label", "paper_cover_label",
    "paper_cover_value", "paper_cover_note", "paper_contents_title", "paper_contents_1", "paper_contents_2", "paper_contents_label",
    "paper_contents_figure", "paper_heading_1", "paper_heading_2", "paper_heading_3", "paper_heading_4", "paper_lead", "paper_body",
    "paper_label", "paper_callout_label", "paper_callout", "paper_quote", "paper_chart_title", "paper_legend", "paper_caption",
    "paper_source", "paper_note", "paper_table_header", "paper_table_cell", "paper_running", "paper_page_number",
)  # fmt: skip
PAPER_ROLES = "paper_"
"""How the names of the type roles of documents begin: `scale` leaves them alone."""
Motif = Literal["none", "skyline", "beams", "strokes"]
"""What a cover draws above the decor of its layout; `engine.plan.deck.motifs` has a function for each."""
MOTIFS: tuple[Motif, ...] = get_args(Motif)
SCHEME_SLOTS = ("tx1", "bg1", "tx2", "bg2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _hex(value: object) -> str:
    """Return RRGGBB; a `#` before it is let pass."""
    digits = value.removeprefix("#") if isinstance(value, str) else ""
    if re.fullmatch(r"[0-9A-Fa-f]{6}", digits):
        return digits.upper()
    hint = None
    if value == "":
        hint = Phrase("YAML 里 # 后面是注释：去掉 #，或给颜色加引号", "in YAML a comment begins at #: leave it out, or quote the colour")
    elif re.fullmatch(r"[0-9A-Fa-f]{3}", digits):
        whole = "".join(digit * 2 for digit in digits.upper())
        hint = Phrase(f"写成 {whole}", f"write {whole}")
    raise refusal(Phrase("颜色是六位十六进制数 RRGGBB，如 002776", "a colour is six hexadecimal digits RRGGBB, such as 002776"), hint)


def _slot(value: object) -> str:
    if isinstance(value, str) and value in {"", *SCHEME_SLOTS}:
        return value
    names = " ".join(SCHEME_SLOTS)
    raise refusal(Phrase(f"颜色位只能是 {names}", f"a slot is one of {names}"), did_you_mean(str(value), SCHEME_SLOTS))


def _name(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(r"[a-z][a-z0-9-]*", value):
        return value
    raise refusal(
        Phrase(
            "主题名以小写字母开头，只含小写字母、数字和连字符，和文件名相同",
            "a theme's name begins with a small letter and has small letters, digits and hyphens: it is that of its file",
        )
    )


class _ColorSchema(_Strict):
    hex: Annotated[str, PlainValidator(_hex)]
    slot: Annotated[str, PlainValidator(_slot)] = ""


def _hex_alone(value: object) -> object:
    return {"hex": value} if isinstance(value, str) else value


class _LabelSchema(_Strict):
    zh: str
    en: str


class _FaceSchema(_Strict):
    latin: str
    ea: str
    pdf: str


class _FontsSchema(_Strict):
    heading: _FaceSchema
    body: _FaceSchema
    serif: _FaceSchema | None = None


class _RadiusSchema(_Strict):
    card: Annotated[float, Field(ge=0, le=1)]
    chip: Annotated[float, Field(ge=0, le=1)]
    pill: Annotated[float, Field(ge=0, le=1)] | None = None


class _CardsSchema(_Strict):
    rule: Annotated[float, Field(ge=0, le=0.2)] = 0.0


class _RoleSchema(_Strict):
    size: Annotated[float, Field(ge=6, le=400)]
    pitch: Annotated[float, Field(ge=6, le=600)]
    min: Annotated[float, Field(ge=6, le=400)] | None = None
    max: Annotated[float, Field(ge=6, le=400)] | None = None
    bold: bool = False


class _ThemeSchema(_Strict):
    """`scale` multiplies the deck's type sizes, which are given for a body area 12 in wide; `base` is only read by `based`."""

    name: Annotated[str, PlainValidator(_name)]
    label: _LabelSchema
    base: str = ""
    motif: Motif = "none"
    scale: Annotated[float, Field(ge=0.25, le=5)] = 1.0
    colors: dict[str, Annotated[_ColorSchema, BeforeValidator(_hex_alone)]]
    fonts: _FontsSchema
    radius: _RadiusSchema
    cards: _CardsSchema = _CardsSchema()
    panels: Literal["dark", "light"] = "dark"
    series: Annotated[list[Annotated[_ColorSchema, BeforeValidator(_hex_alone)]], Field(max_length=12)] = []
    type: dict[str, _RoleSchema]


def theme_names(workspace: Workspace) -> tuple[str, ...]:
    """Return the themes that exist in the workspace and among the built-in ones."""
    folders = (workspace.root / FOLDER, BUILTIN_ROOT / FOLDER)
    return tuple(sorted({path.stem for folder in folders for path in folder.glob("*.yaml")}))


def load_theme(workspace: Workspace, name: str, chosen_at: Location = NOWHERE) -> Outcome[Theme]:
    """Load a theme by name, completed by its base: TMPL001 there is no such theme, TMPL002 a file says something that cannot be meant.

    `chosen_at` is where a report names it; nowhere, the file that is missing is blamed.
    """
    document = _read(workspace, name, chosen_at)
    whole = with_base(document.value, lambda base, by: _read(workspace, base, by.place("base")), (name,)) if document.value else document
    if whole.value is None:
        return Outcome(None, whole.diagnostics)
    schema = parse_as(_ThemeSchema, whole.value, code="TMPL002")
    if schema.value is None:
        return Outcome(None, schema.diagnostics)
    findings = _completeness(schema.value, whole.value)
    return findings.outcome(None if findings.has_errors else _theme(schema.value))


def base_of(workspace: Workspace, name: str) -> str:
    """Return the theme that a theme is based on, empty for none; it was loaded before."""
    document = _read(workspace, name, NOWHERE).value
    value = document.value if document is not None else None
    base = value.get("base") if isinstance(value, dict) else None
    return base if isinstance(base, str) else ""


def _read(workspace: Workspace, name: str, chosen_at: Location) -> Outcome[YamlFile]:
    file = f"{FOLDER}/{name}.yaml"
    path = workspace.find_input(file) if re.fullmatch(r"[a-z][a-z0-9-]*", name) else None
    if path is None:
        return Outcome(None, (_unknown_theme(name, theme_names(workspace), chosen_at),))
    return read_yaml_file(path, file=workspace.relative(path), code="TMPL002")


def _unknown_theme(name: str, known: tuple[str, ...], chosen_at: Location) -> Diagnostic:
    close = nearest(name, known)
    wish = Phrase(f"是否想写“{close}”？", f"did you mean {close!r}?") if close else None
    listing = Phrase(f"现有主题：{'、'.join(known)}", f"themes that exist: {', '.join(known)}")
    where = chosen_at if chosen_at != NOWHERE else Location(f"{FOLDER}/{name}.yaml")
    return error("TMPL001", f"没有主题“{name}”", f"there is no theme {name!r}", where, wish or listing)


def _completeness(schema: _ThemeSchema, document: YamlFile) -> Findings:
    findings = Findings()
    for part, names, given in (("colors", COLOR_TOKENS, set(schema.colors)), ("type", TYPE_ROLES, set(schema.type))):
        for name in names:
            if name not in given:
                findings.add(error("TMPL002", f"“{part}”缺少“{name}”", f"{part!r} lacks {name!r}", document.place(part)))
        for name in sorted(given.difference(names)):
            hint = did_you_mean(name, names)
            where = document.keys.get((part, name), Location(document.file))
            findings.add(error("TMPL002", f"“{part}”中没有名为“{name}”的项", f"{part!r} knows no {name!r}", where, hint))
    for name, role in schema.type.items():
        if role.min is not None and role.min > role.size:
            zh, en = f"“{name}”的最小字号大于字号", f"the smallest size of {name!r} is larger than its size"
            findings.add(error("TMPL002", zh, en, document.place("type", name, "min")))
        if role.max is not None and role.max < role.size:
            zh, en = f"“{name}”的最大字号小于字号", f"the largest size of {name!r} is smaller than its size"
            findings.add(error("TMPL002", zh, en, document.place("type", name, "max")))
        if role.pitch < role.size:
            zh, en = f"“{name}”的行距小于字号", f"the line pitch of {name!r} is smaller than its size"
            findings.add(error("TMPL002", zh, en, document.place("type", name, "pitch")))
    return findings


def _theme(schema: _ThemeSchema) -> Theme:
    fonts = schema.fonts
    return Theme(
        name=schema.name,
        colors={name: _color(color) for name, color in schema.colors.items()},
        heading=_face(fonts.heading),
        body=_face(fonts.body),
        type_scale={name: _role(role, 1.0 if name.startswith(PAPER_ROLES) else schema.scale) for name, role in schema.type.items()},
        card_radius=inch(schema.radius.card),
        chip_radius=inch(schema.radius.chip),
        serif=_face(fonts.serif) if fonts.serif else None,
        scale=schema.scale,
        motif=schema.motif,
        pill_radius=None if schema.radius.pill is None else inch(schema.radius.pill),
        card_rule=inch(schema.cards.rule),
        dark_panels=schema.panels == "dark",
        series=tuple(map(_color, schema.series)),
    )


def _color(color: _ColorSchema) -> Color:
    return Color(color.hex, color.slot)


def _role(role: _RoleSchema, scale: float) -> TypeRole:
    least = role.size if role.min is None else role.min
    most = None if role.max is None else _points(role.max * scale)
    return TypeRole(_points(role.size * scale), _points(role.pitch * scale), _points(least * scale), role.bold, most)


def _points(points: float) -> float:
    """Return a size that Office files can hold: they count hundredths of a point."""
    return round(points, 2)


def _face(face: _FaceSchema) -> FontFace:
    return FontFace(face.latin, face.ea, face.pdf)
