"""The one engine, and the one way to open a transaction."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from threading import Thread
from typing import Any
from weakref import WeakSet

from sqlalchemy import Connection, Dialect, event
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolExhausted
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.errors import Unavailable
from world_server.store import tables as _tables  # noqa: F401  fills the metadata

BUSY_SECONDS = 15
"""How long SQLite waits for another writer before it gives up."""

LOOK_MILLISECONDS = 3
"""How long SQLite itself waits for the write lock before it is asked anew. Left alone it looks
after 1, 2, 5 ms and later only every 100 ms: by then two busy writers have taken turns ten times,
and a third was measured to wait for seconds."""

LAST_ANSWER_SECONDS = 2
"""How long the end waits for the answer to a question nobody waits for any more."""

READ_ONLY = "kashima_read_only"

Session = AsyncSession
"""The session's type, for those who hand it to the store without importing the library."""

TRY_AGAIN = ("40001", "40P01")
"""PostgreSQL chose this transaction to give way to another: nothing happened, and it may now."""

AWAY = ("08", "53", "57P")
"""Classes of PostgreSQL's codes: no connection, no room or memory, stopping or not yet started."""

LOCKED = "database is locked"
SIGNS_OF_AWAY = (
    LOCKED,
    "unable to open database file",
    "disk I/O error",
    "is full",
    "not currently accepting connections",
)


class Database:
    """A SQL database, SQLite in WAL or PostgreSQL; everything kept lives in it."""

    def __init__(self, url: str) -> None:
        self.is_sqlite = url.startswith("sqlite")
        self._threads: WeakSet[Thread] = WeakSet()
        if self.is_sqlite:
            self._engine = create_async_engine(url, connect_args={"timeout": BUSY_SECONDS})
            event.listen(self._engine.sync_engine, "do_connect", open_or_raise)
            event.listen(self._engine.sync_engine, "connect", _prepare_sqlite)
            event.listen(self._engine.sync_engine, "connect", self._note_thread)
            event.listen(self._engine.sync_engine, "begin", _begin_immediate)
        else:
            self._engine = create_async_engine(url, pool_pre_ping=True, pool_size=5)
        self._sessions = async_sessionmaker(
            self._engine, class_=AsyncSession, expire_on_commit=False
        )

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """One unit of work: commit on success, roll back on any exception.

        Store functions take the session and never commit; the edge that opened it decides.
        """
        with _answering():
            async with self._sessions() as session, session.begin():
                yield session

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """A consistent look without taking SQLite's write lock; nothing may be written in it."""
        with _answering():
            async with self._sessions() as session:
                await session.connection(execution_options={READ_ONLY: True})
                yield session

    async def is_answering(self) -> bool:
        """True when the database answers a question now."""
        try:
            async with self.reading() as session:
                await session.exec(select(1))
        except Unavailable:
            return False
        return True

    async def close(self) -> None:
        """Give every connection back, and see SQLite's threads end.

        What was cancelled is still being answered in its thread, which would otherwise report to
        an event loop that is closed by then.
        """
        await self._engine.dispose()
        for thread in tuple(self._threads):
            await asyncio.to_thread(thread.join, LAST_ANSWER_SECONDS)

    def _note_thread(self, connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
        # aiosqlite has no other way to its thread; each connection has one of its own.
        self._threads.add(connection.driver_connection._thread)  # noqa: SLF001


def open_or_raise(
    _dialect: Dialect,
    _record: ConnectionPoolEntry,
    arguments: tuple[Any, ...],
    parameters: dict[str, Any],
) -> None:
    """Fail in this thread when SQLite cannot open its file.

    A connect that fails inside aiosqlite leaves its thread behind for a moment, and a command that
    ends in that moment prints a traceback about a closed loop.
    """
    sqlite3.connect(*arguments, **parameters).close()


@contextmanager
def _answering() -> Iterator[None]:
    """Within this block, a database that is away is Unavailable; a mistake stays a surprise."""
    try:
        yield
    except (OSError, PoolExhausted) as away:
        raise Unavailable from away
    except DBAPIError as problem:
        code = getattr(problem.orig, "sqlstate", None) or ""
        said_so = any(sign in str(problem.orig) for sign in SIGNS_OF_AWAY)
        if problem.connection_invalidated or said_so or code.startswith(AWAY) or code in TRY_AGAIN:
            raise Unavailable from problem
        raise


def _prepare_sqlite(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    """WAL lets readers go on while one writes; FULL sync keeps a commit through power loss."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _begin_immediate(connection: Connection) -> None:
    """Take SQLite's write lock at once: a read that turns into a write would otherwise fail."""
    if connection.get_execution_options().get(READ_ONLY, False):
        connection.exec_driver_sql("BEGIN")
        return
    cursor = connection.connection.cursor()
    try:
        cursor.execute(f"PRAGMA busy_timeout={LOOK_MILLISECONDS}")
        _take_write_lock(cursor)
        cursor.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
    finally:
        cursor.close()


def _take_write_lock(cursor: DBAPICursor) -> None:
    for _ in range(BUSY_SECONDS * 1000 // LOOK_MILLISECONDS):
        try:
            cursor.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as problem:
            if LOCKED not in str(problem):
                raise
        else:
            return
    cursor.execute("BEGIN IMMEDIATE")
