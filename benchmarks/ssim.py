"""How alike two pictures look: the mean structural similarity (Wang, Bovik, Sheikh, Simoncelli 2004), 1 for equal pictures.

Written out in numpy: scikit-image has it, too, and would bring scipy, networkx and 90 MB for these few lines.
"""

from __future__ import annotations

import numpy as np
from PIL import Image

WINDOW = 7
_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
Grey = np.ndarray[tuple[int, int], np.dtype[np.float64]]


def similarity(one: Image.Image, other: Image.Image) -> float:
    """Return the mean similarity of two pictures in greys, in windows of seven by seven pixels; the second takes the size of the first."""
    a, b = (np.asarray(each.convert("L").resize(one.size), dtype=np.float64) for each in (one, other))
    mean_a, mean_b = _mean(a), _mean(b)
    share = WINDOW**2 / (WINDOW**2 - 1)  # of the unbiased variance
    variance_a, variance_b = share * (_mean(a * a) - mean_a**2), share * (_mean(b * b) - mean_b**2)
    common = share * (_mean(a * b) - mean_a * mean_b)
    alike = (2 * mean_a * mean_b + _C1) * (2 * common + _C2)
    return float((alike / ((mean_a**2 + mean_b**2 + _C1) * (variance_a + variance_b + _C2))).mean())


def _mean(picture: Grey) -> Grey:
    """Return the mean of every whole window."""
    total = np.pad(picture, ((1, 0), (1, 0))).cumsum(0).cumsum(1)
    means: Grey = (total[WINDOW:, WINDOW:] - total[:-WINDOW, WINDOW:] - total[WINDOW:, :-WINDOW] + total[:-WINDOW, :-WINDOW]) / WINDOW**2
    return means
