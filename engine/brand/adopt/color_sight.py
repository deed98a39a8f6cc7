"""How different two colours look, to people who see all colours and to those who do not, and in print without colour."""

from __future__ import annotations

import math
from enum import Enum

RGB = tuple[float, float, float]


class Sight(Enum):
    """Whose eyes: the value turns linear RGB into what they see (Machado, Oliveira and Fernandes 2009, severity 1.0)."""

    NORMAL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
    PROTAN = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
    DEUTAN = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
    TRITAN = ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900))


COLOR_BLIND = (Sight.PROTAN, Sight.DEUTAN, Sight.TRITAN)
_WHITE = (0.95047, 1.0, 1.08883)
_TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_FAR = 25.0**7


def difference(one: str, other: str, sight: Sight = Sight.NORMAL) -> float:
    """Return the CIEDE2000 difference of two RRGGBB as this sight has it: 0 the same, about 2 just told apart side by side, 100 black and white."""
    return _ciede2000(_lab(one, sight), _lab(other, sight))


def blind_difference(one: str, other: str) -> float:
    """Return the least difference among the three kinds of colour blindness."""
    return min(difference(one, other, sight) for sight in COLOR_BLIND)


def lightness(color: str) -> float:
    """Return L* of CIELAB, 0 to 100: what a printer without colour keeps."""
    return _lab(color, Sight.NORMAL)[0]


def _linear(color: str) -> RGB:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return _light(red), _light(green), _light(blue)


def _light(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _times(rows: tuple[RGB, ...], vector: RGB) -> RGB:
    x, y, z = (sum(one * other for one, other in zip(row, vector, strict=True)) for row in rows)
    return x, y, z


def _lab(color: str, sight: Sight) -> RGB:
    red, green, blue = _times(sight.value, _linear(color))
    seen = (min(1.0, max(0.0, red)), min(1.0, max(0.0, green)), min(1.0, max(0.0, blue)))
    x, y, z = (_root(part / white) for part, white in zip(_times(_TO_XYZ, seen), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(part: float) -> float:
    return part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116


def _ciede2000(one: RGB, other: RGB) -> float:
    """Return the difference after Sharma, Wu and Dalal 2005, all three weights 1; their names."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    grey = 1 + 0.5 * (1 - math.sqrt(mean**7 / (mean**7 + _FAR)))
    c1, c2 = math.hypot(a1 * grey, b1), math.hypot(a2 * grey, b2)
    h1, h2 = _hue(a1 * grey, b1), _hue(a2 * grey, b2)
    coloured = c1 * c2 > 0
    turn = (h2 - h1 + 180) % 360 - 180 if coloured else 0.0
    l_mean, c_mean, h_mean = (l1 + l2) / 2, (c1 + c2) / 2, (h1 + turn / 2) % 360 if coloured else h1 + h2
    waves = ((-0.17, 1, -30), (0.24, 2, 0), (0.32, 3, 6), (-0.20, 4, -63))
    t = 1 + sum(height * math.cos(math.radians(times * h_mean + shift)) for height, times, shift in waves)
    off = (l_mean - 50) ** 2
    light = (l2 - l1) / (1 + 0.015 * off / math.sqrt(20 + off))
    chroma = (c2 - c1) / (1 + 0.045 * c_mean)
    hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2)) / (1 + 0.015 * c_mean * t)
    blue = -2 * math.sqrt(c_mean**7 / (c_mean**7 + _FAR)) * math.sin(math.radians(60 * math.exp(-(((h_mean - 275) / 25) ** 2))))
    return math.sqrt(max(0.0, light**2 + chroma**2 + hue**2 + blue * chroma * hue))


def _hue(a: float, b: float) -> float:
    return math.degrees(math.atan2(b, a)) % 360 if a or b else 0.0
