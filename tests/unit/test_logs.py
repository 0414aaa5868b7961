"""The log: one line each, ids readable, secrets and forged lines never."""

import logging
from collections.abc import Iterator

import pytest

from world_server import logs
from world_server.logs import Sentence, secrets_in
from world_server.settings import WorldSettings

SETTINGS = WorldSettings.model_validate(
    {
        "secret": "ticket-secret-" * 3,
        "redis_url": "redis://:redis-password@127.0.0.1:6379/0",
        "database_url": "postgresql+asyncpg://kashima:sql-password@db/kashima",
        "metrics_token": "metrics-token",
    }
)


def record(message: str, *args: object, **extra: object) -> logging.LogRecord:
    made = logging.makeLogRecord(
        {"name": "world_server.x", "levelname": "INFO", "msg": message, "args": args, "created": 0}
    )
    vars(made).update(extra)
    return made


def test_a_line_is_a_sentence_and_its_ids() -> None:
    line = Sentence().format(record("seat taken", instance="event-x", seat=7, why="two words"))
    assert line == (
        "1970-01-01T00:00:00.000Z INFO world_server.x: seat taken "
        "instance=event-x seat=7 why='two words'"
    )


def test_nobody_forges_a_line() -> None:
    line = Sentence().format(record("said %s", "a\nERROR: b", name_sent="x\r\nERROR: y", empty=""))
    assert "\n" not in line
    assert "\r" not in line
    assert "empty=''" in line


@pytest.mark.parametrize(
    "secret", ["ticket-secret-" * 3, "redis-password", "sql-password", "metrics-token"]
)
def test_no_secret_of_the_settings_is_ever_written(secret: str) -> None:
    formatter = Sentence(secrets_in(SETTINGS))
    assert secret not in formatter.format(record(f"it is {secret}", also=f"<{secret}>"))
    problem = ValueError(secret)
    line = formatter.format(record("broke", exc_info=(ValueError, problem, None)))
    assert "ValueError: ***" in line
    assert secret not in line


def test_the_address_of_a_caller_is_not_written() -> None:
    failed = record("Error handling request from %s", "203.0.113.9")
    failed.name = "aiohttp.server"
    assert Sentence().format(failed).endswith("Error handling request from a caller")


@pytest.fixture
def _restored() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.mark.usefixtures("_restored")
def test_configured_it_writes_to_standard_error_and_quiets_libraries(
    capfd: pytest.CaptureFixture[str],
) -> None:
    logs.configure(level="info", hidden=["hidden-value"])
    logging.getLogger("world_server.x").info("a hidden-value", extra={"seat": 1})
    logging.getLogger("world_server.x").debug("too fine")
    logging.getLogger("engineio.server").info("packet from 203.0.113.9")
    written = capfd.readouterr().err
    assert "world_server.x: a *** seat=1\n" in written
    assert "too fine" not in written
    assert "203.0.113.9" not in written
