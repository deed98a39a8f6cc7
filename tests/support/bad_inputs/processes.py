"""Rows 111 to 117: processes that end too early or never."""

from __future__ import annotations

from tests.support.bad_inputs.case import Elsewhere

SLOTS = "unit/batch/test_slots.py"
ELSEWHERE = (
    Elsewhere(111, "kill -9 while writing", "survival/test_survival.py"),
    Elsewhere(112, "an interrupt", f"{SLOTS}::test_an_interrupt_leaves_no_process"),
    Elsewhere(113, "a parent that is terminated", "unit/base/test_lifeline.py::test_a_child_ends_with_its_parent_however_that_ends"),
    Elsewhere(114, "a worker that dies", f"{SLOTS}::test_a_process_that_dies_hangs_or_grows_costs_its_report_alone_and_says_how"),
    Elsewhere(
        115,
        "a report that never ends",
        "integration/test_batch_faults.py::test_a_report_that_does_not_end_is_ended_and_named_and_the_others_are_built",
    ),
    Elsewhere(116, "memory that grows", f"{SLOTS}::test_a_process_that_has_grown_makes_room"),
    Elsewhere(
        117, "cannot occur: no HTML is read, nothing is fetched", "integration/test_bad_inputs.py::test_no_html_and_no_fetcher_is_used"
    ),
)
