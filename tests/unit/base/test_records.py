"""A record behaves as the standard frozen slotted dataclass does, whatever the shape of its fields."""

from __future__ import annotations

import copy
import dataclasses
from typing import ClassVar, Generic, TypeVar

import pytest

from engine.base.records import dataclass, replace

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Ours:
    name: str
    count: int = 3
    tags: list[str] = dataclasses.field(default_factory=list)

    @property
    def loud(self) -> str:
        return self.name.upper()


@dataclasses.dataclass(frozen=True, slots=True)
class Theirs:
    name: str
    count: int = 3
    tags: list[str] = dataclasses.field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Checked(Generic[Item]):
    item: Item

    def __post_init__(self) -> None:
        if not self.item:
            raise ValueError("empty")


@dataclass(frozen=True, slots=True)
class Pair:
    left: int
    right: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Child(Pair):
    extra: int = 0


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


@dataclass(slots=True)
class Open:
    count: int = 0
    names: list[str] = dataclasses.field(default_factory=list)


@dataclasses.dataclass(slots=True)
class TheirsOpen:
    count: int = 0
    names: list[str] = dataclasses.field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class Handle:
    name: str


@dataclass(frozen=True, slots=True)
class OwnEquality:
    value: float
    kinds: ClassVar[int] = 4

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OwnEquality)

    def __hash__(self) -> int:
        return 1


@pytest.mark.parametrize("arguments", [("a",), ("a", 4), ("a", 4, ["x"])])
def test_it_prints_and_compares_as_the_standard_one(arguments: tuple[str]) -> None:
    ours, theirs = Ours(*arguments), Theirs(*arguments)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert ours == Ours(*arguments) != Ours("b")
    assert ours != theirs  # type: ignore[comparison-overlap]
    assert [field.name for field in dataclasses.fields(ours)] == [field.name for field in dataclasses.fields(theirs)]
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)


def test_equal_records_have_one_hash() -> None:
    assert {Pair(1, ("a",)), Pair(1, ("a",)), Pair(2)} == {Pair(2), Pair(1, ("a",))}
    assert hash(Nothing()) == hash(Nothing())
    assert Nothing() == Nothing()


def test_a_record_with_a_list_has_no_hash() -> None:
    with pytest.raises(TypeError, match="unhashable type: 'list'"):
        hash(Ours("a"))


def test_each_record_gets_a_list_of_its_own() -> None:
    one, other = Ours("a"), Ours("a")
    one.tags.append("x")
    assert other.tags == []


def test_a_record_is_frozen_and_has_no_dict() -> None:
    pair = Pair(1)
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'left'"):
        pair.left = 2  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'left'"):
        del pair.left
    with pytest.raises(dataclasses.FrozenInstanceError):
        pair.other = 2  # type: ignore[attr-defined]
    assert not hasattr(pair, "__dict__")


def test_a_missing_argument_is_named() -> None:
    with pytest.raises(TypeError, match=r"Ours\.__init__\(\) missing 1 required positional argument: 'name'"):
        Ours()  # type: ignore[call-arg]


def test_replace_copy_and_match_work() -> None:
    pair = Pair(1, ("a",))
    assert dataclasses.replace(pair, left=2) == replace(pair, left=2) == Pair(2, ("a",))
    with pytest.raises(TypeError, match="middle"):
        replace(pair, middle=2)  # type: ignore[call-arg]
    assert copy.copy(pair) == copy.deepcopy(pair) == pair
    match pair:
        case Pair(left, right=("a",)):
            assert left == 1
        case _:
            pytest.fail("not matched")


def test_properties_and_the_check_after_making_are_kept() -> None:
    assert Ours("a").loud == "A"
    assert Checked[int](3).item == 3
    with pytest.raises(ValueError, match="empty"):
        Checked(0)


def test_a_record_that_may_change_does_and_has_no_hash() -> None:
    ours = Open()
    ours.count += 2
    ours.names.append("a")
    assert ours == Open(2, ["a"]) != Open()
    assert repr(ours) == repr(TheirsOpen(2, ["a"])).replace("TheirsOpen", "Open")
    assert copy.deepcopy(ours) == copy.copy(ours) == ours
    for kind in (Open, TheirsOpen):
        with pytest.raises(TypeError, match="unhashable"):
            hash(kind())
        with pytest.raises(AttributeError):
            setattr(kind(), "other", 1)  # noqa: B010  a name that the type checker would refuse


def test_a_record_without_equality_is_only_equal_to_itself() -> None:
    handle = Handle("a")
    assert handle != Handle("a")
    assert len({handle, handle, Handle("a")}) == 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        handle.name = "b"  # type: ignore[misc]


@pytest.mark.parametrize("kind", [Ours, Checked, Pair, Nothing, Open, Handle])
def test_all_of_these_are_made_the_quick_way(kind: type) -> None:
    assert "_values" in kind.__dict__


def test_other_dataclasses_are_the_standard_ones() -> None:
    assert "_values" not in Child.__dict__ and "_values" not in OwnEquality.__dict__
    assert Child(1, ("a",), 2) == Child(1, ("a",), 2)
    assert dataclasses.replace(Child(1), extra=5) == Child(1, (), 5)
    assert OwnEquality(1.0) == OwnEquality(2.0)
    assert OwnEquality.kinds == 4
    assert [field.name for field in dataclasses.fields(OwnEquality)] == ["value"]
