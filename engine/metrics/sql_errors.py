"""What the database says of a statement, without the database: it is loaded only when it is asked."""

from __future__ import annotations


class SqlError(Exception):
    """A statement cannot be run. `str` is the database's own message."""


class SqlTypeError(SqlError):
    """A value cannot be made what the statement wants."""


class SqlBindError(SqlError):
    """A name or function does not fit where it stands."""
