"""What an operator of PostgreSQL can do to those who are connected to one of its databases."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine


@asynccontextmanager
async def _operator(url: str) -> AsyncIterator[tuple[AsyncConnection, str]]:
    """A connection to another database of the same server, and the name of this one."""
    address = make_url(url)
    engine = create_async_engine(address.set(database="postgres"), isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            yield connection, str(address.database)
    finally:
        await engine.dispose()


async def cut_connections(url: str) -> int:
    """End every connection to the database, in whatever statement it is; how many there were."""
    async with _operator(url) as (connection, name):
        return await _cut(connection, name)


@asynccontextmanager
async def closed_to_all(url: str) -> AsyncIterator[None]:
    """No connection to this database within the block."""
    async with _operator(url) as (connection, name):
        await connection.execute(text(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false"))
        await _cut(connection, name)
        yield
        await connection.execute(text(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true"))


async def _cut(connection: AsyncConnection, name: str) -> int:
    found = await connection.execute(
        text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"),
        {"name": name},
    )
    return len(found.all())
