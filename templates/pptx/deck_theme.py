"""The Office theme of a delivered template, for decks and documents alike: one brand, one theme."""

from __future__ import annotations

from engine.model.theme import FontFace, Theme

DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
SCHEME = {  # slots of the Office theme, in schema order → colour tokens
    "dk1": "ink", "lt1": "bg", "dk2": "deep", "lt2": "surface", "accent1": "primary", "accent2": "p400", "accent3": "p200",
    "accent4": "accent", "accent5": "exceed", "accent6": "missed", "hlink": "primary", "folHlink": "ink3",
}  # fmt: skip


def theme_part(theme: Theme) -> str:
    """Return theme1.xml. All other tokens follow as custom colours, which PowerPoint offers below the theme's own."""
    scheme = "".join(f'<a:{slot}><a:srgbClr val="{theme.color(token).hex}"/></a:{slot}>' for slot, token in SCHEME.items())
    others = {name: color for name, color in theme.colors.items() if not color.slot}
    custom = "".join(f'<a:custClr name="{name}"><a:srgbClr val="{color.hex}"/></a:custClr>' for name, color in others.items())
    return (
        f'<a:theme {DRAWING} name="{theme.name}"><a:themeElements><a:clrScheme name="{theme.name}">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="{theme.name}"><a:majorFont>{theme_font(theme.heading)}</a:majorFont>'
        f"<a:minorFont>{theme_font(theme.body)}</a:minorFont></a:fontScheme>{FORMAT_SCHEME}</a:themeElements>"
        f"<a:objectDefaults/><a:extraClrSchemeLst/><a:custClrLst>{custom}</a:custClrLst></a:theme>"
    )


def theme_font(face: FontFace) -> str:
    # Hans is what a Chinese PowerPoint goes by when it applies the theme to text of its own.
    return (
        f'<a:latin typeface="{face.latin}"/><a:ea typeface="{face.ea}"/><a:cs typeface="{face.latin}"/>'
        f'<a:font script="Hans" typeface="{LOCAL_NAMES.get(face.ea, face.ea)}"/>'
    )


LOCAL_NAMES = {"Microsoft YaHei": "微软雅黑", "STZhongsong": "华文中宋", "SimHei": "黑体"}
_PLAIN = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
FORMAT_SCHEME = (  # flat: three equal fills, three widths of line, no effects
    f'<a:fmtScheme name="flat"><a:fillStyleLst>{_PLAIN * 3}</a:fillStyleLst><a:lnStyleLst>'
    + "".join(f'<a:ln w="{width}">{_PLAIN}<a:prstDash val="solid"/></a:ln>' for width in (6350, 9525, 12700))
    + f"</a:lnStyleLst><a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_PLAIN * 3}</a:bgFillStyleLst></a:fmtScheme>"
)
