"""JSON in and JSON out: how every endpoint reads what it is sent and says what it has to say."""

from typing import TypeVar

from aiohttp import web
from pydantic import BaseModel, ValidationError

from world_server.errors import Malformed, NotJson

A = TypeVar("A", bound=BaseModel)

LARGEST_BODY = 16 * 1024
"""Bytes; the largest honest body is a passport's, far below one kilobyte."""


async def asked(request: web.Request, shape: type[A]) -> A:
    """The body as `shape`; raise Malformed naming the first field that is not right."""
    if request.content_type != "application/json":
        raise NotJson("content-type")
    try:
        return shape.model_validate_json(await request.read())
    except ValidationError as refused:
        where = refused.errors(include_input=False, include_url=False)[0]["loc"]
        raise Malformed(str(where[0])[:40] if where else "body") from refused


def told(answer: BaseModel, *, status: int = 200) -> web.Response:
    """`answer` as JSON that no cache may keep: it is about one visitor, or about this moment."""
    return web.Response(
        body=answer.model_dump_json().encode(),
        status=status,
        content_type="application/json",
        headers={"Cache-Control": "no-store"},
    )
