"""Templates that look at too much are refused by count, whatever the machine."""

from __future__ import annotations

import pytest

from engine.base.diagnostics import Location
from engine.compose.effort import MOST, Effort
from engine.compose.jinja import Templates
from engine.compose.template_trouble import TooMuch
from engine.load.prose import Prose

ROWS = tuple({"n": number} for number in range(3_000))


def test_the_limit_is_for_all_templates_of_a_report_together() -> None:
    effort = Effort()
    effort.add(MOST)
    with pytest.raises(TooMuch, match="5,000,000 items"):
        effort.look_at("x")


def test_a_mapping_is_one_thing_and_a_list_is_many() -> None:
    effort = Effort()
    effort.look_at({"a": 1, "b": 2})
    effort.look_at([1, 2, 3], 20)
    effort.look_at("五个字母呢")
    assert effort.spent == 1 + 60 + 5


@pytest.mark.parametrize(
    "template",
    [
        "{% for a in rows %}{{ (rows | sort(attribute='n') | first).n }}{% endfor %}",
        "{% for a in rows if a in rows %}{% endfor %}",
        "{% for a in rows if rows == rows[1:] %}{% endfor %}",
        "{% for a in rows %}{% if a is in rows %}{% endif %}{% endfor %}",
        "{% for a in rows %}{% for b in rows %}{% endfor %}{% endfor %}",
    ],
)
def test_work_inside_a_loop_is_bounded(template: str) -> None:
    outcome = Templates({}).render(prose(template), {"rows": ROWS})
    assert {item.code for item in outcome.diagnostics} <= {"YAML032", "YAML033"}
    assert outcome.value is None


def test_a_loop_over_a_long_table_is_fine() -> None:
    assert Templates({}).render(prose("{% for a in rows %}{{ a.n }}{% endfor %}"), {"rows": ROWS}).expect_clean().startswith("012345")


def test_the_names_that_count_cannot_be_written() -> None:
    (finding,) = Templates({}).render(prose("{{ rows | a loop }}"), {"rows": ROWS}).diagnostics
    assert finding.code == "YAML031"


def prose(words: str) -> Prose:
    return Prose(words, Location("report.yaml", 1, 1))
