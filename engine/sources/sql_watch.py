"""Stops a query whose time is over, for databases that do not stop it themselves."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

_STOPPERS = ("cancel", "interrupt")
"""What drivers call the method that stops a running query; a driver without one leaves it to the database."""
_NEARLY = 0.95  # a database that counts by itself may be a little early


class Watch:
    """Looks after one query on a connection of SQLAlchemy."""

    def __init__(self, connection: Any, seconds: float) -> None:
        self.seconds = seconds
        self._driver = connection.connection.dbapi_connection
        self.faults = (connection.dialect.dbapi.Error, OSError)
        self._start = time.perf_counter()

    @property
    def is_over(self) -> bool:
        return time.perf_counter() - self._start >= _NEARLY * self.seconds

    @contextmanager
    def running(self) -> Iterator[None]:
        """Stop what runs inside once the time is over; the driver then raises its own error there."""
        self._start = time.perf_counter()
        timer = threading.Timer(self.seconds, self._stop)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _stop(self) -> None:
        for name in _STOPPERS:
            stopper = getattr(self._driver, name, None)
            if callable(stopper):
                with suppress(*self.faults):
                    stopper()
                return
