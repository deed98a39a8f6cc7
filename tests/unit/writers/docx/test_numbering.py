from __future__ import annotations

import pytest

from engine.writers.docx.numbering import Lists, NewList, highest_list, with_lists

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PART = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="5"/><w:num w:numId="3"><w:abstractNumId w:val="5"/></w:num></w:numbering>'.encode()
)


@pytest.mark.parametrize(
    ("printed", "numbers", "starts"),
    [
        (("（1）", "（2）", "（3）"), [4, 4, 4], [1]),
        (("（1）", "（2）", "（1）"), [4, 4, 5], [1, 1]),
        (("（3）", "（4）"), [4, 4], [3]),
        (("（1）", "（3）"), [4, 5], [1, 3]),
        (("a", ""), [4, 5], [1, 1]),
    ],
)
def test_a_list_runs_as_long_as_its_numbers_do(printed: tuple[str, ...], numbers: list[int], starts: list[int]) -> None:
    lists = Lists(highest=3)
    assert [lists.number_for(one, 3) for one in printed] == numbers
    assert [one.start for one in lists.added] == starts


def test_a_heading_ends_the_list() -> None:
    lists = Lists(highest=3)
    lists.number_for("（1）", 3)
    lists.interrupt()
    assert lists.number_for("（2）", 3) == 5


def test_new_lists_count_like_the_one_of_the_template() -> None:
    assert highest_list(PART) == 3
    made = with_lists(PART, [NewList(4, 3, 1), NewList(5, 3, 2)]).decode()
    assert made.endswith(
        '<w:num w:numId="4"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        '<w:num w:numId="5"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="2"/></w:lvlOverride></w:num></w:numbering>'
    )
    assert with_lists(PART, []) == PART
