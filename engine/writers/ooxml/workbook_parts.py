"""The parts of a workbook that are the same in every workbook: content types, relationships, the sheet list and the theme Excel expects."""

from __future__ import annotations

from engine.writers.ooxml.chart_sheet import SHEET_NAME
from engine.writers.ooxml.xml import DECLARATION, element

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
OFFICE_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def _document(root: str) -> bytes:
    return (DECLARATION + root).encode()


def _override(part: str, kind: str) -> str:
    return element("Override", {"PartName": part, "ContentType": kind})


def _relationship(number: int, kind: str, target: str) -> str:
    return element("Relationship", {"Id": f"rId{number}", "Type": f"{OFFICE_RELATIONSHIPS}/{kind}", "Target": target})


def _relationships(*targets: tuple[str, str]) -> bytes:
    listed = (_relationship(number, kind, target) for number, (kind, target) in enumerate(targets, 1))
    return _document(element("Relationships", {"xmlns": PACKAGE_RELATIONSHIPS}, *listed))


CONTENT_TYPES_PART = _document(
    element(
        "Types",
        {"xmlns": CONTENT_TYPES},
        element("Default", {"Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"}),
        element("Default", {"Extension": "xml", "ContentType": "application/xml"}),
        _override("/xl/workbook.xml", f"{SPREADSHEET}.sheet.main+xml"),
        _override("/xl/worksheets/sheet1.xml", f"{SPREADSHEET}.worksheet+xml"),
        _override("/xl/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
        _override("/xl/styles.xml", f"{SPREADSHEET}.styles+xml"),
        _override("/xl/sharedStrings.xml", f"{SPREADSHEET}.sharedStrings+xml"),
    )
)
ROOT_RELATIONSHIPS_PART = _relationships(("officeDocument", "xl/workbook.xml"))
WORKBOOK_RELATIONSHIPS_PART = _relationships(
    ("worksheet", "worksheets/sheet1.xml"), ("theme", "theme/theme1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")
)
WORKBOOK_PART = _document(
    element(
        "workbook",
        {"xmlns": MAIN, "xmlns:r": OFFICE_RELATIONSHIPS},
        element("sheets", None, element("sheet", {"name": SHEET_NAME, "sheetId": 1, "r:id": "rId1"})),
    )
)

# The colour scheme is Office's own; nobody sees it, but Excel repairs a workbook without a theme.
_COLORS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6", "accent1": "4472C4", "accent2": "ED7D31", "accent3": "A5A5A5",
    "accent4": "FFC000", "accent5": "5B9BD5", "accent6": "70AD47", "hlink": "0563C1", "folHlink": "954F72",
}  # fmt: skip
_FACE = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"

THEME_PART = _document(
    element(
        "a:theme",
        {"xmlns:a": DRAWING, "name": "Office"},
        element(
            "a:themeElements",
            None,
            element(
                "a:clrScheme",
                {"name": "Office"},
                *(element(f"a:{name}", None, element("a:srgbClr", {"val": code})) for name, code in _COLORS.items()),
            ),
            element("a:fontScheme", {"name": "Office"}, element("a:majorFont", None, _FACE), element("a:minorFont", None, _FACE)),
            element(
                "a:fmtScheme",
                {"name": "Office"},
                element("a:fillStyleLst", None, _FILL * 3),
                element("a:lnStyleLst", None, _LINE * 3),
                element("a:effectStyleLst", None, _EFFECT * 3),
                element("a:bgFillStyleLst", None, _FILL * 3),
            ),
        ),
    )
)
