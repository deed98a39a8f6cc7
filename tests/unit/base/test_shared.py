from __future__ import annotations

from pathlib import Path

from engine.base.shared import Shared, digest_of, of_file


def test_a_value_is_made_once_for_the_same_content() -> None:
    shared, made = Shared[str](10), list[str]()

    def make() -> str:
        made.append("x")
        return "value"

    assert [shared.get("key", make), shared.get("key", make)] == ["value", "value"]
    assert made == ["x"]


def test_what_was_not_asked_for_the_longest_gives_way() -> None:
    shared = Shared[str](3)
    for key in "abc":
        shared.keep(key, key.upper())
    assert shared.find("a") == "A"
    shared.keep("d", "D")
    assert [shared.find(key) for key in "abcd"] == ["A", None, "C", "D"]


def test_weights_are_bounded_however_often_something_is_kept() -> None:
    shared = Shared[str](10)
    for number in range(100):
        shared.keep(number % 7, "same key again", 4)
        assert len(shared) <= 2
    shared.keep("too heavy", "x", 11)
    assert shared.find("too heavy") is None and len(shared) == 2


def test_what_was_cleared_is_made_again_and_has_all_the_room() -> None:
    shared = Shared[str](2)
    for key in "ab":
        shared.keep(key, key)
    shared.clear()
    assert len(shared) == 0 and shared.get("a", lambda: "new") == "new"
    shared.keep("b", "B")
    assert [shared.find(key) for key in "ab"] == ["new", "B"]


def test_a_changed_file_is_seen_and_the_old_content_is_still_known(tmp_path: Path) -> None:
    path, other, shared = tmp_path / "a.txt", tmp_path / "b.txt", Shared[str](10)
    made: list[str] = []

    def read(file: Path) -> str:
        def make() -> str:
            made.append(file.name)
            return file.read_text()

        return of_file(shared, file, "", make)

    path.write_text("one")
    other.write_text("one")
    assert [read(path), read(path), read(other)] == ["one", "one", "one"]
    path.write_text("two")
    assert read(path) == "two"
    path.write_text("one")
    assert read(path) == "one"
    assert made == ["a.txt", "a.txt"]


def test_the_same_bytes_read_in_another_way_are_another_value(tmp_path: Path) -> None:
    path, shared = tmp_path / "a.txt", Shared[str](10)
    path.write_text("x")
    assert of_file(shared, path, "upper", lambda: "X") == "X"
    assert of_file(shared, path, "lower", lambda: "x") == "x"


def test_nothing_is_kept_of_a_file_that_changes_while_it_is_read_or_that_is_not_worth_it(tmp_path: Path) -> None:
    path, shared = tmp_path / "a.txt", Shared[str](10)
    path.write_text("before")

    def change() -> str:
        path.write_text("after")
        return "before"

    assert of_file(shared, path, "", change) == "before"
    assert of_file(shared, path, "", path.read_text, lambda _: None) == "after"
    assert len(shared) == 0


def test_a_digest_is_that_of_all_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "long"
    path.write_bytes(b"x" * (2**20 + 1))
    whole = digest_of(path)
    path.write_bytes(b"x" * 2**20 + b"y")
    assert len(whole) == 32 and digest_of(path) != whole
