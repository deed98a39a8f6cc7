"""Explicit tables of plug-ins: nothing exists because something was imported."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar


class Named(Protocol):
    @property
    def name(self) -> str: ...


N = TypeVar("N", bound=Named)


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Return the name most like `name`, or None when none is close enough to be meant."""
    known = list(names)
    by_fold = {candidate.casefold(): candidate for candidate in known}
    close = difflib.get_close_matches(name.casefold(), by_fold, n=1, cutoff=0.6)
    return by_fold[close[0]] if close else None


class Registry(Generic[N]):
    """The members of one plug-in family, in declared order: iteration yields members, `in` asks for a name.

    Raises ValueError on a name given twice.
    """

    def __init__(self, family: str, members: tuple[N, ...]) -> None:
        self.family = family
        self._members: dict[str, N] = {}
        for member in members:
            if member.name in self._members:
                raise ValueError(f"two members of {family} are called {member.name!r}")
            self._members[member.name] = member

    def get(self, name: str) -> N | None:
        return self._members.get(name)

    def __getitem__(self, name: str) -> N:
        return self._members[name]

    def __contains__(self, name: object) -> bool:
        return name in self._members

    def __len__(self) -> int:
        return len(self._members)

    def __iter__(self) -> Iterator[N]:
        return iter(self._members.values())

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._members)

    def nearest(self, name: str) -> str | None:
        return nearest(name, self._members)
