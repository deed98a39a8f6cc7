"""What every package rule owes: a manual, and faults that name the part."""

from __future__ import annotations

import pytest

from engine.base.diagnostics import Phrase, Severity
from engine.checks.package import PACKAGE_CHECKS
from engine.checks.package.definition import Fault, PackageCheck
from engine.checks.package.parts import phantom_override


@pytest.mark.parametrize("check", PACKAGE_CHECKS, ids=lambda check: check.code)
def test_every_rule_has_a_manual_of_a_sentence(check: PackageCheck) -> None:
    assert all(rule.manual.endswith(".") and rule.name.isidentifier() for rule in check.rules)


def test_no_two_rules_have_one_name() -> None:
    names = [rule.name for check in PACKAGE_CHECKS for rule in check.rules]
    assert len(set(names)) == len(names) == 55


def test_a_breach_is_an_error_unless_office_is_known_to_put_up_with_it() -> None:
    rules = {rule.name: rule for check in PACKAGE_CHECKS for rule in check.rules}
    assert (rules["phantom_override"].elsewhere, rules["phantom_override"].judge) == (Severity.ERROR, phantom_override)
    assert rules["shape_number_twice"].elsewhere is Severity.INFO


def test_a_message_begins_with_the_element() -> None:
    assert Fault("a.xml", "a:off", "是负数", "is negative").message == Phrase("a:off：是负数", "a:off: is negative")
    assert Fault("a.xml", "", "不是图片", "is no picture").message == Phrase("不是图片", "is no picture")
