"""Asks a database through SQLAlchemy: a read-only transaction, bound values, limits of time and rows, and no word of its address."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from urllib.parse import quote

from sqlalchemy import URL, Connection, create_engine, exc, make_url, text
from sqlalchemy.pool import NullPool

from engine.base.diagnostics import Diagnostic, Location, Outcome, Phrase
from engine.base.errors import EnvironmentFault
from engine.base.records import dataclass
from engine.sources import query_problems
from engine.sources.bindings import bound_statement
from engine.sources.definition import Bindable, Request
from engine.sources.grid import Grid
from engine.sources.record_stream import PIECE, read_all
from engine.sources.records import Answer, grid_of, part_of_query
from engine.sources.sql_dialects import DRAINED, KILL, THREAD, connect_arguments, opening
from engine.sources.sql_secrets import Secrets
from engine.sources.sql_watch import Watch
from engine.sources.statement import Statement


def read_query(request: Request) -> Outcome[Grid]:
    """Return the answer to the query as a grid. Raises EnvironmentFault when the database's driver is not installed."""
    variable = request.spec.url_env
    assert variable is not None, "the spec names the variable of a database"
    bound = bound_statement(request)
    if bound.value is None:
        return Outcome(None, bound.diagnostics)
    address = request.environment.get(variable, "").strip()
    if not address:
        return Outcome(None, (query_problems.no_address(variable, request.place("url_env")),))
    statement, values = bound.value
    answer = _Client(variable, request).ask(address, statement, values)
    if isinstance(answer, Diagnostic):
        return Outcome(None, (answer,))
    shown, part, where = f"${variable}", part_of_query(statement.text), request.where
    return Outcome(grid_of(answer, shown, part, Location(where.file, where.line, where.column, cell=f"{shown}!{part}")))


@dataclass(frozen=True, slots=True)
class _Client:
    """Asks one question; `variable` names the address wherever people read of it."""

    variable: str
    request: Request

    def ask(self, address: str, statement: Statement, values: Mapping[str, Bindable]) -> Answer | Diagnostic:
        at = self.request.place("url_env")
        secrets = Secrets.of_text(address)
        try:
            url = _for_reading(make_url(address))
            secrets = Secrets.of(address, url.password, url.query)
            arguments = connect_arguments(url.get_backend_name(), url.get_driver_name(), url.query)
            engine = create_engine(url, connect_args=arguments, poolclass=NullPool)
        except (ImportError, exc.NoSuchModuleError) as fault:
            raise self._no_driver(secrets.masked(_first_line(fault))) from None
        except (exc.ArgumentError, ValueError):  # ValueError: a port that is no number
            return query_problems.bad_address(self.variable, at)
        try:
            with engine.connect() as connection:
                return self._answer(connection, statement, values, secrets)
        except exc.SQLAlchemyError as fault:
            return query_problems.no_connection(self.variable, secrets.masked(_first_line(fault)), at)
        finally:
            engine.dispose()

    def _no_driver(self, reason: str) -> EnvironmentFault:
        return EnvironmentFault(
            f"没有安装 {self.variable} 所指数据库的驱动：{reason}",
            f"the driver of the database behind {self.variable} is not installed: {reason}",
            Phrase("用 pip 安装该驱动，如 psycopg、pymysql", "install the driver with pip, such as psycopg or pymysql"),
        )

    def _answer(
        self, connection: Connection, statement: Statement, values: Mapping[str, Bindable], secrets: Secrets
    ) -> Answer | Diagnostic:
        """Return the answer; whatever the query did is rolled back when the connection closes."""
        seconds, at = self.request.spec.timeout, self.request.place("query")
        watch = Watch(connection, seconds)
        try:
            for preparation in opening(_dialect(connection), seconds):
                connection.exec_driver_sql(preparation)
            thread = connection.exec_driver_sql(THREAD).scalar_one() if _dialect(connection) in DRAINED else None
            with watch.running():
                question = text(statement.escaped)
                result = connection.execution_options(stream_results=True, yield_per=PIECE).execute(question, dict(values))
                answer = read_all(list(result.keys()), result.fetchmany, statement.text, self.request.spec.max_rows, at)
                if isinstance(answer, Diagnostic) and thread is not None:
                    _kill(connection, thread)
                    with suppress(*watch.faults):  # the news that it was killed, which SQLAlchemy would write into a log
                        result.cursor.close()
                result.close()  # of an answer that was not fetched to its end
                return answer
        except exc.SQLAlchemyError as fault:
            if watch.is_over:
                return query_problems.query_timeout(seconds, at)
            return query_problems.query_failed(secrets.masked(_first_line(fault)), (), at)


def _dialect(connection: Connection) -> str:
    """Return the name of what answers: a MariaDB may be addressed as `mysql`, and has other settings."""
    return "mariadb" if getattr(connection.dialect, "is_mariadb", False) else connection.dialect.name


def _kill(connection: Connection, thread: int) -> None:
    """Stop a query from another connection: its own would first fetch all that is left of the answer."""
    with suppress(exc.SQLAlchemyError), connection.engine.connect() as other:
        other.exec_driver_sql(f"{KILL} {int(thread)}")


def _for_reading(url: URL) -> URL:
    """Return the address of an SQLite file so that it is never written, nor made where there is none; others as they are."""
    if url.get_backend_name() != "sqlite" or url.database in {None, "", ":memory:"} or "uri" in url.query:
        return url
    return url.set(database=f"file:{quote(url.database or '')}", query={**url.query, "mode": "ro", "uri": "true"})


def _first_line(fault: BaseException) -> str:
    """Return what the driver says, without SQLAlchemy's listing of the statement and its values."""
    return str(getattr(fault, "orig", None) or fault).strip().partition("\n")[0]
