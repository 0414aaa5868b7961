"""A database that cannot be opened is said at once, and leaves nothing running behind."""

import threading
from pathlib import Path

from world_server.store.database import Database


async def test_a_file_that_cannot_be_opened_leaves_no_thread_behind(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/nowhere/kashima.db")
    try:
        assert not await database.is_answering()
        assert set(threading.enumerate()) <= before
    finally:
        await database.close()
