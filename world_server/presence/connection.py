"""The one way to reach Redis, and the one place where its absence becomes a refusal.

Everything kept there expires and can be rebuilt, so losing Redis costs a visitor a wait, never
a badge.
"""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

import redis.asyncio
from redis.asyncio.retry import Retry
from redis.backoff import ExponentialWithJitterBackoff
from redis.exceptions import ConnectionError as ConnectionLost
from redis.exceptions import NoScriptError, OutOfMemoryError, ReadOnlyError
from redis.exceptions import TimeoutError as AnswerTooLate

from world_server.errors import Unavailable

Redis = redis.asyncio.Redis
"""The connection's type, for those who hand it on without importing the library."""

Argument = str | bytes | int | float

CONNECT_SECONDS = 2.0
ANSWER_SECONDS = 2.0
IDLE_CHECK_SECONDS = 10
RETRIES = 1
"""A visitor is waiting: one more try bridges a restart of Redis, more would hide an outage."""

CONNECTIONS = 64
"""A storm of joins waits in this process rather than opening a socket each."""

_AWAY = (ConnectionLost, AnswerTooLate, ReadOnlyError, OutOfMemoryError, OSError)


def connect(url: str) -> Redis:
    """A connection to the Redis at `url` (redis://, rediss:// or unix://, password included).

    Nothing is sent yet; a wrong address shows at the first command.
    """
    pool = redis.asyncio.BlockingConnectionPool.from_url(
        url,
        max_connections=CONNECTIONS,
        timeout=ANSWER_SECONDS,
        socket_connect_timeout=CONNECT_SECONDS,
        socket_timeout=ANSWER_SECONDS,
        health_check_interval=IDLE_CHECK_SECONDS,
        retry=Retry(ExponentialWithJitterBackoff(base=0.05, cap=0.5), RETRIES),
    )
    return redis.asyncio.Redis.from_pool(pool)


@contextmanager
def answering() -> Iterator[None]:
    """Within this block, Redis being away is `Unavailable`; a mistake of ours stays a surprise."""
    try:
        yield
    except _AWAY as away:
        raise Unavailable from away


async def run(redis: Redis, script: str, *, keys: Sequence[str], args: Sequence[Argument]) -> Any:  # noqa: ANN401  each script has its own answer
    """Run one Lua `script` atomically and give back its answer; raise Unavailable.

    Scripts use Redis's own clock (`TIME`): worlds on several machines share these expiries.
    """
    with answering():
        try:
            return await redis.evalsha(_sha(script), len(keys), *keys, *args)
        except NoScriptError:  # Redis is new or was emptied; this makes it known there
            return await redis.eval(script, len(keys), *keys, *args)


@cache
def _sha(script: str) -> str:
    # The library's own Script works this out at every call: a third of what a call costs.
    return hashlib.sha1(script.encode(), usedforsecurity=False).hexdigest()


async def is_answering(redis: Redis) -> bool:
    """True when Redis answers a ping now."""
    try:
        with answering():
            await redis.ping()
    except Unavailable:
        return False
    return True
