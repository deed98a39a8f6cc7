"""The JSON Schemas of theme and contract files, which editors complete and check them with."""

from __future__ import annotations

from typing import Any

from engine.brand.contract import KNOWN_SLOTS, OPTIONAL_SLOTS, REQUIRED_SLOTS
from engine.brand.paper_style import SECTION_ROLES, STYLE_ROLES
from engine.brand.theme import COLOR_TOKENS, MOTIFS, SCHEME_SLOTS, TYPE_ROLES

DRAFT_7 = "http://json-schema.org/draft-07/schema#"
Schema = dict[str, Any]

_HEX: Schema = {"type": "string", "pattern": "^#?[0-9A-Fa-f]{6}$"}
_COLOR: Schema = {
    "description": "RRGGBB；全是数字的要加引号 / RRGGBB, in quotes if it is digits only; {hex, slot}: also a colour of the Office theme",
    "anyOf": [_HEX, {"type": "number"}, {"$ref": "#/definitions/SlotColor"}],
}
_NUMBER: Schema = {"type": "number"}
_TEXT: Schema = {"type": "string"}
_FRAME: Schema = {
    "type": "array",
    "items": _NUMBER,
    "minItems": 4,
    "maxItems": 4,
    "description": "[x, y, 宽, 高] 英寸；[0, 0, 0, 0] 表示没有 / [x, y, width, height] in inches; [0, 0, 0, 0] for none",
}
_GROUND: Schema = {"enum": ["light", "dark"], "description": "文字的底色是浅是深 / whether the ground of the words is light or dark"}
_COUNT: Schema = {"type": "integer", "minimum": 1}


def theme_json_schema() -> Schema:
    """Return the schema of assets/themes/*.yaml: with a `base`, nothing but name, label and base must be said."""
    parts = {
        "name": {"type": "string", "pattern": "^[a-z][a-z0-9-]*$", "description": "和文件名相同 / that of the file"},
        "label": _object({"zh": _TEXT, "en": _TEXT}, required=("zh", "en")),
        "base": {"type": "string", "description": "没写的取自这个主题 / what is not said here is taken from this theme"},
        "motif": {"enum": list(MOTIFS), "description": "封面上画什么 / what covers draw"},
        "scale": {
            "type": "number",
            "minimum": 0.25,
            "maximum": 5,
            "description": "字号倍数 = 内容区宽 ÷ 12 英寸 / width of the content area over 12 in",
        },
        "colors": _object({key: {"$ref": "#/definitions/Color"} for key in COLOR_TOKENS}),
        "series": {
            "type": "array",
            "maxItems": 12,
            "items": {"$ref": "#/definitions/Color"},
            "description": "图表系列依次用的颜色 / what series of charts take in turn; left out, shades of primary",
        },
        "fonts": _object({key: {"$ref": "#/definitions/Face"} for key in ("heading", "body", "serif")}),
        "radius": _object({key: {"type": "number", "minimum": 0, "maximum": 1} for key in ("card", "chip", "pill")}),
        "cards": _object({"rule": {"type": "number", "minimum": 0, "maximum": 0.2}}),
        "panels": {"enum": ["dark", "light"]},
        "type": _object({key: {"$ref": "#/definitions/TypeRole"} for key in TYPE_ROLES}),
    }
    face = {
        "latin": {**_TEXT, "description": "写进 Office 文件的西文字体 / Latin face named in Office files"},
        "ea": {**_TEXT, "description": "写进 Office 文件的中文字体 / Chinese face named in Office files"},
        "pdf": {**_TEXT, "description": "这台机器上的字体，PDF 和排版用它 / installed family for PDF and measuring"},
    }
    role = {"size": _NUMBER, "pitch": _NUMBER, "min": _NUMBER, "max": _NUMBER, "bold": {"type": "boolean"}}
    definitions = {
        "Color": _COLOR,
        "SlotColor": _object({"hex": {"anyOf": [_HEX, {"type": "number"}]}, "slot": {"enum": list(SCHEME_SLOTS)}}, required=("hex",)),
        "Face": _object(face, required=tuple(face)),
        "TypeRole": _object(role, required=("size", "pitch")),
    }
    return _whole("debrief: assets/themes/*.yaml", parts, ("name", "label"), definitions)


def deck_contract_json_schema() -> Schema:
    """Return the schema of templates/pptx/*.yaml."""
    slot: Schema = {
        "description": "占位符的名字、{idx: 13}，或位置 / the name of a placeholder, {idx: 13}, or a place",
        "anyOf": [{"type": "string", "minLength": 1}, _FRAME, {"$ref": "#/definitions/Detailed"}],
    }
    detailed = {"name": _TEXT, "idx": {"type": "integer", "minimum": 0}, "at": {"$ref": "#/definitions/Frame"}, "ground": _GROUND}
    parts = {
        "template": {"type": "string", "pattern": r"^[^/\\]+\.(pptx|potx)$", "description": "契约旁的文件 / a file beside the contract"},
        "layouts": _object({role: _layout(role) for role in REQUIRED_SLOTS}, required=tuple(REQUIRED_SLOTS)),
    }
    return _whole("debrief: templates/pptx/*.yaml", parts, tuple(parts), {"Slot": slot, "Detailed": _object(detailed), "Frame": _FRAME})


def _layout(role: str) -> Schema:
    slots = dict.fromkeys((*REQUIRED_SLOTS[role], *OPTIONAL_SLOTS.get(role, ()), *sorted(KNOWN_SLOTS)))
    parts = {
        "layout": {**_TEXT, "description": "版式的名字 / the name of a layout: `debrief template inspect` lists them"},
        "master": {**_COUNT, "description": "几个母版都有这个名字时：第几个 / which master, where several have the name"},
        "number": {**_COUNT, "description": "同一母版上重名时：第几个版式 / place on its master, where it has the name twice: 4 of 2.4"},
        "slide": {**_COUNT, "description": "样子在示例页上时：第几页 / the sample slide that carries the brand"},
        "ground": _GROUND,
        "logo": {"$ref": "#/definitions/Frame"},
        "slots": _object({key: {"$ref": "#/definitions/Slot"} for key in slots}, required=REQUIRED_SLOTS[role]),
    }
    return _object(parts, required=("layout", "slots"))


def paper_contract_json_schema() -> Schema:
    """Return the schema of templates/docx/*.yaml."""
    style: Schema = {
        "type": "string",
        "minLength": 1,
        "description": "样式的名字，内置样式用英文名 / the name of a style, built-in ones in English",
    }
    parts = {
        "template": {"type": "string", "pattern": r"^[^/\\]+\.(docx|dotx)$", "description": "契约旁的文件 / a file beside the contract"},
        "sections": _object({key: {**_COUNT, "maximum": 99} for key in SECTION_ROLES}, required=tuple(SECTION_ROLES)),
        "styles": _object(dict.fromkeys(STYLE_ROLES, style), required=tuple(STYLE_ROLES)),
        "table": style,
        "hyperlink": style,
        "english_headings": {**_COUNT, "description": "英文标题编号的 numId / numId of the list that numbers English headings"},
        "cover": {
            "enum": ["dark", "light", "own"],
            "description": "封面：深色块、浅色，或公司自己的 / dark block, light, or the company's own",
        },
    }
    return _whole("debrief: templates/docx/*.yaml", parts, tuple(part for part in parts if part != "cover"), {})


def _object(properties: Schema, required: tuple[str, ...] = ()) -> Schema:
    made: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**made, "required": list(required)} if required else made


def _whole(title: str, properties: Schema, required: tuple[str, ...], definitions: Schema) -> Schema:
    return {"$schema": DRAFT_7, "title": title, **_object(properties, required), "definitions": definitions}
