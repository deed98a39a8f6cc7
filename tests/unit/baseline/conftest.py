"""A look of three pages, to be approved and changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.baseline.look import Look
from engine.model.outline import OutlinePage
from tests.support.small_pictures import page, png

COVER, RESULTS, PLAN = (
    OutlinePage("封面", ("半年小结", "林晓")),
    OutlinePage("GMV 105 万元，达成目标", ("完成率 105%", "渠道 | GMV", "抖音 | 60", "小红书 | 45")),
    OutlinePage("下半年三件事", ("拉新、复购、提价", "每周一次复盘", "负责人 林晓")),
)
PAGES = (COVER, RESULTS, PLAN)
PICTURES = tuple(png(page(box_at=(40.0 + 150 * index, 10))) for index in range(3))

LookOf = Callable[..., Look]


@pytest.fixture(scope="session")
def approved() -> Look:
    return Look(PAGES, PICTURES)
