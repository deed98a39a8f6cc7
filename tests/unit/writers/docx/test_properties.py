from __future__ import annotations

import datetime as dt
from dataclasses import replace

from lxml import etree

from engine.writers.docx.properties import app_properties, core_properties
from tests.support.paper_sample import META


def test_core_properties_say_who_what_and_when() -> None:
    made = core_properties(META)
    etree.fromstring(made)
    assert "<dc:title>2025 年 618 年中大促推广活动总结报告</dc:title>" in made
    assert made.count("2025-07-08T09:00:00Z") == 2
    assert "<dc:language>zh-CN</dc:language>" in made


def test_dates_are_told_in_universal_time() -> None:
    east = dt.timezone(dt.timedelta(hours=8))
    assert "2025-07-08T01:00:00Z" in core_properties(replace(META, created=dt.datetime(2025, 7, 8, 9, tzinfo=east)))


def test_long_and_odd_words() -> None:
    made = core_properties(replace(META, title="长" * 300, author="A & B"))
    assert "长" * 255 in made
    assert "长" * 256 not in made
    assert "<dc:creator>A &amp; B</dc:creator>" in made
    assert "<Company>澜屿生活</Company>" in app_properties(META)
