"""No answer takes for ever: what is not answered in time is refused, to be tried again."""

import asyncio

from aiohttp import web
from aiohttp.typedefs import Handler

from world_server.errors import Unavailable

ANSWER_SECONDS = 10.0
"""Twice what one question to Redis may take, so that its own refusal usually comes first."""


@web.middleware
async def in_time(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse as Unavailable after 10 s; a socket lives as long as it likes."""
    if is_socket(request):
        return await handler(request)
    limit = asyncio.timeout(ANSWER_SECONDS)
    try:
        async with limit:
            return await handler(request)
    except TimeoutError as late:
        if limit.expired():
            raise Unavailable from late
        raise


def is_socket(request: web.Request) -> bool:
    """True when the request asks to become a WebSocket."""
    return request.headers.get("Upgrade", "").lower() == "websocket"
