"""What the machines around us ask: whether each part answers, and what the meters say."""

import asyncio
import hmac
from collections.abc import Awaitable

from aiohttp import web

from world_server.errors import NotFound, NotSignedIn
from world_server.keys import BEAT_AGE, DATABASE, METRICS, REDIS, SETTINGS
from world_server.metrics import CONTENT_TYPE
from world_server.presence.connection import is_answering
from world_server.web.answers import told
from world_server.web.shapes import Health

PART_SECONDS = 2.0
"""A part that hangs must not take the meters along that would say so."""

LATE_BEAT_MS = 2_000
"""A town that has not moved for two seconds is not well, whatever its parts say."""


async def healthz(request: web.Request) -> web.Response:
    """Plain facts, 503 when one of them is bad; nothing here is about any person."""
    app = request.app
    age = app[BEAT_AGE]()
    database, redis = await _parts(app)
    health = Health(
        world=app[SETTINGS].world_name,
        database=database,
        redis=redis,
        beat_age_ms=None if age is None else int(age * 1000),
    )
    well = health.database and health.redis and (health.beat_age_ms or 0) < LATE_BEAT_MS
    return told(health, status=200 if well else 503)


async def _parts(app: web.Application) -> tuple[bool, bool]:
    """Whether the database answers, and Redis, in the time a machine waits for such a page."""
    database, redis = await asyncio.gather(
        _in_time(app[DATABASE].is_answering()), _in_time(is_answering(app[REDIS]))
    )
    return database, redis


async def _in_time(question: Awaitable[bool]) -> bool:
    try:
        async with asyncio.timeout(PART_SECONDS):
            return await question
    except TimeoutError:
        return False


async def metrics(request: web.Request) -> web.Response:
    """The meters, for who has the token; without one in the settings there is no such page."""
    token = request.app[SETTINGS].metrics_token
    if token is None:
        raise NotFound("page")
    given = request.headers.get("Authorization", "").encode()
    if not hmac.compare_digest(given, f"Bearer {token.get_secret_value()}".encode()):
        raise NotSignedIn
    app = request.app
    database, redis = await _parts(app)
    app[METRICS].away.labels("database").set(not database)
    app[METRICS].away.labels("redis").set(not redis)
    return web.Response(
        body=app[METRICS].text(),
        headers={"Content-Type": CONTENT_TYPE, "Cache-Control": "no-store"},
    )
