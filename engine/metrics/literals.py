"""Numbers as people write them in a definition: `5000万`, `20%`, `¥1,200`, `−3 个百分点`, `4.6 分`."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from engine.base.records import dataclass

MOST = Decimal("1e300")
"""Beyond it sums and scales leave what a float can hold."""
_SCALES = {"百万": 6, "千万": 7, "万亿": 12, "万": 4, "亿": 8, "千": 3, "k": 3, "m": 6, "b": 9}
POINT_UNITS = frozenset({"个百分点", "百分点", "pp", "pct"})
_LITERAL = re.compile(
    r"(?P<sign>[+-])?\s*[¥$]?\s*(?P<sign2>[+-])?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<fraction>\.\d+)?\s*"
    r"(?P<scale>百万|千万|万亿|万|亿|千|[kKmMbB](?![A-Za-z]))?\s*(?P<unit>[^\W\d_][^\d,]{0,15}|[%‰°×])?"
)


@dataclass(frozen=True, slots=True)
class Literal:
    """A written number in base units (20% → 0.2, 5000万 → 50 000 000) and the unit behind it, empty when there is none."""

    raw: float
    unit: str


def parse_literal(text: str) -> Literal | None:
    """Return the number that `text` states, None when it states none, or one beyond MOST. Full-width digits and U+2212 are understood."""
    plain = unicodedata.normalize("NFKC", text).replace("\u2212", "-").replace("\u00a0", " ").strip()
    negative = plain.startswith("(") and plain.endswith(")")
    match = _LITERAL.fullmatch(plain[1:-1].strip() if negative else plain)
    if match is None or (match["sign"] and match["sign2"]):
        return None
    number = Decimal(match["digits"].replace(",", "") + (match["fraction"] or ""))
    number = number.scaleb(_SCALES[match["scale"].lower()]) if match["scale"] else number
    unit = (match["unit"] or "").strip()
    if unit == "%" or unit in POINT_UNITS:
        number = number.scaleb(-2)
    if negative or "-" in (match["sign"], match["sign2"]):
        number = -number
    return Literal(float(number), unit) if abs(number) < MOST else None
