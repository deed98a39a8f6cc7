"""The formulas of DrawingML guides (ECMA-376-1, 20.1.9.11): names for numbers that follow from the size of a shape."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping

DEGREE = 60_000


def _angle(x: float, y: float) -> float:
    return math.atan2(y, x)


_FORMULAS: Mapping[str, tuple[int, Callable[..., float]]] = {
    "val": (1, lambda x: x),
    "*/": (3, lambda x, y, z: x * y / z if z else 0.0),
    "+-": (3, lambda x, y, z: x + y - z),
    "+/": (3, lambda x, y, z: (x + y) / z if z else 0.0),
    "?:": (3, lambda x, y, z: y if x > 0 else z),
    "abs": (1, abs),
    "at2": (2, lambda x, y: math.degrees(_angle(x, y)) * DEGREE),
    "cat2": (3, lambda x, y, z: x * math.cos(_angle(y, z))),
    "sat2": (3, lambda x, y, z: x * math.sin(_angle(y, z))),
    "cos": (2, lambda x, y: x * math.cos(math.radians(y / DEGREE))),
    "sin": (2, lambda x, y: x * math.sin(math.radians(y / DEGREE))),
    "tan": (2, lambda x, y: x * math.tan(math.radians(y / DEGREE))),
    "max": (2, max),
    "min": (2, min),
    "mod": (3, lambda x, y, z: math.sqrt(x * x + y * y + z * z)),
    "pin": (3, lambda x, y, z: min(max(x, y), z) if x <= z else z),
    "sqrt": (1, lambda x: math.sqrt(max(x, 0.0))),
}


def guide_values(formulas: Iterable[tuple[str, str]], width: float, height: float) -> dict[str, float]:
    """Return the value of each name, with those that every shape has. Raises ValueError for a formula that nobody can tell.

    `formulas` are pairs of name and formula, in order: each may use those before it.
    """
    short, long = min(width, height), max(width, height)
    known = {
        "w": width,
        "h": height,
        "l": 0.0,
        "t": 0.0,
        "r": width,
        "b": height,
        "hc": width / 2,
        "vc": height / 2,
        "ss": short,
        "ls": long,
    }
    known |= {f"wd{part}": width / part for part in (2, 3, 4, 5, 6, 8, 10, 12, 32)} | {
        f"hd{part}": height / part for part in (2, 3, 4, 5, 6, 8, 10)
    }
    known |= {f"ssd{part}": short / part for part in (2, 4, 6, 8, 16, 32)}
    known |= {"cd2": 180.0 * DEGREE, "cd4": 90.0 * DEGREE, "cd8": 45.0 * DEGREE, "3cd4": 270.0 * DEGREE}
    known |= {"3cd8": 135.0 * DEGREE, "5cd8": 225.0 * DEGREE, "7cd8": 315.0 * DEGREE}
    for name, formula in formulas:
        operator, *operands = formula.split()
        count, reckon = _FORMULAS.get(operator, (0, None))
        if reckon is None or len(operands) != count:
            raise ValueError(formula)
        known[name] = float(reckon(*(value_of(operand, known) for operand in operands)))
    return known


def value_of(operand: str, known: Mapping[str, float]) -> float:
    """Return what an operand stands for: a name, else a number. Raises ValueError for neither."""
    return known[operand] if operand in known else float(operand)
