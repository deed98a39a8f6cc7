"""Explicit tables of plug-ins: nothing exists because something was imported."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from importlib import import_module
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


class _Family(Generic[N]):
    """What all registries answer: iteration yields members in declared order, `in` asks for a name."""

    def __init__(self, family: str, members: Iterable[tuple[str, N | None]]) -> None:
        """A member is None until it is first asked for."""
        self.family = family
        self._members: dict[str, N | None] = {}
        for name, member in members:
            if name in self._members:
                raise ValueError(f"two members of {family} are called {name!r}")
            self._members[name] = member

    def __getitem__(self, name: str) -> N:
        member = self._members[name]
        assert member is not None, "a registry of members has them all"
        return member

    def get(self, name: str) -> N | None:
        return self[name] if name in self._members else None

    def __contains__(self, name: object) -> bool:
        return name in self._members

    def __len__(self) -> int:
        return len(self._members)

    def __iter__(self) -> Iterator[N]:
        return map(self.__getitem__, self._members)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._members)

    def nearest(self, name: str) -> str | None:
        return nearest(name, self._members)


class Registry(_Family[N]):
    """The members of one plug-in family. Raises ValueError on a name given twice."""

    def __init__(self, family: str, members: tuple[N, ...]) -> None:
        super().__init__(family, ((member.name, member) for member in members))


class LateRegistry(_Family[N]):
    """A family of which nearly every report needs a few members only: each is the `DEFINITION` of the module of its name in `package`, and
    is imported when it is first asked for.

    Raises ValueError on a name given twice.
    """

    def __init__(self, family: str, package: str, names: tuple[str, ...]) -> None:
        super().__init__(family, ((name, None) for name in names))
        self._package = package

    def __getitem__(self, name: str) -> N:
        member = self._members[name]
        if member is None:
            found: N = import_module(f"{self._package}.{name}").DEFINITION
            assert found.name == name, "a member is named like its file"
            member = self._members[name] = found
        return member
