"""The log: one line each, a sentence and the ids it is about; never a secret."""

import logging
from collections.abc import Iterable
from datetime import UTC, datetime

_ALWAYS = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
MASK = "***"
SHORTEST_SECRET = 6
"""Masking anything shorter would blot out ordinary words."""


class Sentence(logging.Formatter):
    """`2026-11-22T01:00:00.000Z INFO world_server.app: the town is open port=8700`."""

    def __init__(self, hidden: Iterable[str] = ()) -> None:
        """`hidden`: values that may never appear, wherever a library may have put them."""
        super().__init__()
        known = {value for value in hidden if len(value) >= SHORTEST_SECRET}
        self._hidden = sorted(known, key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        """One line, and a traceback below it when there is one."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        ids = {name: value for name, value in vars(record).items() if name not in _ALWAYS}
        told = "".join(f" {name}={_plain(value)}" for name, value in ids.items())
        line = (
            f"{moment.replace('+00:00', 'Z')} {record.levelname} {record.name}: "
            f"{_one_line(_message(record))}{told}"
        )
        if record.exc_info:
            line += "\n" + self.formatException(record.exc_info)
        for secret in self._hidden:
            line = line.replace(secret, MASK)
        return line


def _message(record: logging.LogRecord) -> str:
    if record.name == "aiohttp.server" and record.args:  # it names the address that called
        return str(record.msg) % ("a caller",)
    return record.getMessage()


def _one_line(text: str) -> str:
    """Nobody may forge a line of the log by sending a line break."""
    return text if text.isprintable() else repr(text)


def _plain(value: object) -> str:
    text = str(value)
    return text if text.isprintable() and " " not in text and text else repr(text)


def configure(*, level: str, hidden: Iterable[str] = ()) -> None:
    """Send everything from `level` up to standard error, with `hidden` values masked."""
    handler = logging.StreamHandler()
    handler.setFormatter(Sentence(hidden))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    # Their INFO tells visitors' addresses and packets.
    for library in ("engineio", "socketio", "aiohttp.access", "asyncio"):
        logging.getLogger(library).setLevel(max(logging.WARNING, logging.getLogger().level))


def secrets_in(settings: object) -> list[str]:
    """The secret values a settings object holds, and passwords inside its addresses."""
    found = []
    for value in vars(settings).values():
        for one in value if isinstance(value, tuple) else (value,):
            reveal = getattr(one, "get_secret_value", None)
            if reveal is not None:
                secret = str(reveal())
                found += [secret, _password(secret)]
    return [secret for secret in found if secret]


def _password(address: str) -> str:
    credentials = address.partition("://")[2].rpartition("@")[0]
    return credentials.partition(":")[2]
