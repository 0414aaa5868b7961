"""The AsyncAPI document of the socket, served beside the OpenAPI document of these pages."""

import json
from functools import cache

from aiohttp import web

from world_server.protocol.asyncapi import document


@cache
def _as_json() -> bytes:
    return json.dumps(document(), ensure_ascii=False).encode()


async def serve(_request: web.Request) -> web.Response:
    """The document as JSON."""
    return web.Response(
        body=_as_json(),
        content_type="application/json",
        headers={"Cache-Control": "no-cache"},
    )
