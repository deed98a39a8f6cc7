"""Word's own styles: the name that is stored, and the one that a Chinese Word shows. WPS and old files may store the shown one."""

from __future__ import annotations

_SHOWN = {
    "Normal": "正文",
    "Title": "标题",
    "Subtitle": "副标题",
    **{f"heading {level}": f"标题 {level}" for level in range(1, 10)},
    **{f"toc {level}": f"TOC {level}" for level in range(1, 10)},
    "TOC Heading": "TOC 标题",
    "List Paragraph": "列表段落",
    "List Bullet": "列表项目符号",
    "List Bullet 2": "列表项目符号 2",
    "List Bullet 3": "列表项目符号 3",
    "List Number": "列表编号",
    "List Number 2": "列表编号 2",
    "Body Text": "正文文本",
    "Quote": "引用",
    "caption": "题注",
    "header": "页眉",
    "footer": "页脚",
    "footnote text": "脚注文本",
    "Hyperlink": "超链接",
    "Strong": "要点",
    "Emphasis": "强调",
    "Default Paragraph Font": "默认段落字体",
    "Normal Table": "普通表格",
    "Table Grid": "网格型",
    "No List": "无列表",
}
_BY_NAME = {name.casefold(): name for name in _SHOWN}
_BY_SHOWN = {shown.replace(" ", "").casefold(): name for name, shown in _SHOWN.items()}


def built_in(name: str) -> tuple[str, str]:
    """Return Word's own name for a stored one and how it was told (`name`, `shown`); two empty texts when it is none of those known here."""
    if (found := _BY_NAME.get(name.casefold())) is not None:
        return found, "name"
    found = _BY_SHOWN.get(name.replace(" ", "").casefold(), "")
    return found, "shown" if found else ""


def shown_in_chinese(name: str) -> str:
    """Return what a Chinese Word lists for a stored name: its own word for a built-in style, else the name itself."""
    own, _ = built_in(name)
    return _SHOWN.get(own, name)
