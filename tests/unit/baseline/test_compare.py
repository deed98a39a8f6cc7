from __future__ import annotations

from engine.base.records import replace
from engine.baseline.compare import compare, kept_pictures
from engine.baseline.differences import Kind
from engine.baseline.look import Look
from engine.model.outline import OutlinePage
from tests.support.small_pictures import page, png
from tests.unit.baseline.conftest import COVER, PAGES, PICTURES, PLAN, RESULTS


def told(approved: Look, current: Look) -> list[tuple[Kind, int | None, int | None]]:
    return [(one.kind, one.before, one.after) for one in compare(approved, current)]


def test_the_same_look_differs_in_nothing(approved: Look) -> None:
    assert compare(approved, approved) == ()


def test_a_changed_word_is_told_exactly(approved: Look) -> None:
    other = replace(RESULTS, texts=(*RESULTS.texts[:2], "抖音 | 61", RESULTS.texts[3]))
    (difference,) = compare(approved, replace(approved, pages=(COVER, other, PLAN)))
    assert (difference.kind, difference.before, difference.after) == (Kind.TEXT, 2, 2)
    assert [(line.before, line.after) for line in difference.lines] == [("抖音 | 60", "抖音 | 61")]


def test_a_picture_that_changed_under_the_same_words_is_told_and_half_a_pixel_is_not(approved: Look) -> None:
    moved = png(page(box_at=(190, 40)))
    assert told(approved, replace(approved, pictures=(PICTURES[0], moved, PICTURES[2]))) == [(Kind.PICTURE, 2, 2)]
    nearly = png(page(box_at=(190.5, 10.25), text_at=(40.5, 60.25)))
    assert told(approved, replace(approved, pictures=(PICTURES[0], nearly, PICTURES[2]))) == []


def test_pages_that_came_went_and_moved(approved: Look) -> None:
    new = OutlinePage("新增一页", ("全新的话", "没有人见过"))
    assert told(approved, Look((COVER, new, RESULTS, PLAN), (PICTURES[0], PICTURES[0], PICTURES[1], PICTURES[2]))) == [
        (Kind.ADDED, None, 2)
    ]
    assert told(approved, Look((COVER, PLAN), (PICTURES[0], PICTURES[2]))) == [(Kind.REMOVED, 2, None)]
    swapped = Look((COVER, PLAN, RESULTS), (PICTURES[0], PICTURES[2], PICTURES[1]))
    assert told(approved, swapped) == [(Kind.MOVED, 3, 2)]


def test_a_page_number_may_change_and_nothing_else(approved: Look) -> None:
    numbered = Look(
        (OutlinePage("新增", ("话",)), *PAGES), (PICTURES[0], *(png(page(box_at=(40.0 + 150 * n, 10), fill=(9, 9, 9))) for n in range(3)))
    )
    boxes = [((40 + 150 * n - 2) / 480, 8 / 270, (40 + 150 * n + 62) / 480, 52 / 270) for n in range(3)]
    assert told(approved, replace(numbered, folios=(None, *boxes))) == [(Kind.ADDED, None, 1)]


def test_a_missing_picture_differs_as_a_whole(approved: Look) -> None:
    (difference,) = compare(replace(approved, pictures=(b"", *PICTURES[1:])), approved)
    assert (difference.kind, difference.pictures) == (Kind.PICTURE, (None, PICTURES[0], PICTURES[0]))


def test_approving_keeps_pictures_that_are_alike_and_takes_those_that_are_not(approved: Look) -> None:
    nearly, moved = png(page(box_at=(40.5, 10))), png(page(box_at=(190, 40)))
    current = Look((*PAGES, COVER), (nearly, moved, PICTURES[2], nearly))
    assert kept_pictures(approved, current) == (PICTURES[0], moved, PICTURES[2], nearly)
    reworded = replace(current, pages=(replace(COVER, texts=()), *current.pages[1:]))
    assert kept_pictures(approved, reworded)[0] == nearly
