"""Sessions of staff on a real Redis, through a real server."""

import aiohttp_session
import pytest
from aiohttp import web
from aiohttp.typedefs import Handler
from pytest_aiohttp.plugin import AiohttpClient
from stoppable_redis import StoppableRedis

from world_server.errors import Unavailable
from world_server.presence.connection import Redis, connect
from world_server.presence.sessions import SessionStore

HOUR = 3600
pytestmark = pytest.mark.filterwarnings(
    # aiohttp_session 2.12 names its keys by plain strings; the warning is about its code.
    "ignore:It is recommended to use web.RequestKey:aiohttp.web_exceptions.NotAppKeyWarning"
)


def build(redis: Redis, *, secure: bool) -> web.Application:
    async def count(request: web.Request) -> web.Response:
        session = await aiohttp_session.get_session(request)
        session["count"] = session.get("count", 0) + 1
        return web.Response(text=str(session["count"]))

    @web.middleware
    async def telling(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            return await handler(request)
        except Unavailable:
            return web.Response(status=503)

    store = SessionStore(redis, cookie_name="staff", max_age=HOUR, secure=secure)
    app = web.Application(middlewares=[telling, aiohttp_session.session_middleware(store)])
    app.router.add_get("/", count)
    return app


async def test_a_session_is_kept_in_redis_and_expires(
    redis: Redis, aiohttp_client: AiohttpClient
) -> None:
    client = await aiohttp_client(build(redis, secure=False))
    assert [await (await client.get("/")).text() for _ in range(3)] == ["1", "2", "3"]
    (key,) = await redis.keys("staff_*")
    assert 0 < await redis.ttl(key) <= HOUR


@pytest.mark.parametrize("secure", [True, False])
async def test_its_cookie_is_strict_hidden_from_scripts_and_secure_over_https(
    redis: Redis, aiohttp_client: AiohttpClient, *, secure: bool
) -> None:
    client = await aiohttp_client(build(redis, secure=secure))
    cookie = (await client.get("/")).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert ("Secure" in cookie) is secure


async def test_an_invented_session_is_a_new_one(
    redis: Redis, aiohttp_client: AiohttpClient
) -> None:
    client = await aiohttp_client(build(redis, secure=False))
    answer = await client.get("/", headers={"Cookie": 'staff="invented"'})
    assert await answer.text() == "1"


async def test_without_redis_it_is_unavailable(
    own_redis: StoppableRedis, aiohttp_client: AiohttpClient
) -> None:
    redis = connect(own_redis.url)
    client = await aiohttp_client(build(redis, secure=False))
    assert (await client.get("/")).status == 200
    own_redis.stop()
    assert (await client.get("/")).status == 503
    own_redis.start()
    assert (await client.get("/")).status == 200
    await redis.aclose()
