"""Whom a visitor does not want to meet: the list, and taking one of them back (BL5)."""

import logging

from aiohttp import web

from world_server.errors import NotAllowed, NotFound, NotSignedIn, Unavailable
from world_server.keys import CLOCK, DATABASE, REDIS
from world_server.operations import LIMITED, Operation, add_operations
from world_server.presence.orders import BlockChanged, send
from world_server.store import blocks
from world_server.web.answers import told
from world_server.web.limits import (
    ADDRESS_READS,
    VISITOR_CHANGES,
    VISITOR_LOOKS,
    limit_address,
    limit_visitor,
)
from world_server.web.passport import visitor_of
from world_server.web.people_shapes import BlockCard, BlocksAnswer

log = logging.getLogger(__name__)

MOST_DIGITS = 9


async def blocked(request: web.Request) -> web.Response:
    """The visitor's blocks; those against them are nobody's to see."""
    await limit_address(request, ADDRESS_READS)
    async with request.app[DATABASE].reading() as session:
        visitor = await visitor_of(session, request)
        found = await blocks.of_visitor(session, visitor.id, now=request.app[CLOCK]())
    await limit_visitor(request, VISITOR_LOOKS, visitor.id)
    cards = [BlockCard.model_validate(one, from_attributes=True) for one in found]
    return told(BlocksAnswer(blocks=cards))


async def unblock(request: web.Request) -> web.Response:
    """Take a block back: the two may meet again."""
    await limit_address(request, ADDRESS_READS)
    number = _number(request, "block")
    async with request.app[DATABASE].reading() as session:
        visitor = await visitor_of(session, request)
    await limit_visitor(request, VISITOR_CHANGES, visitor.id)
    async with request.app[DATABASE].transaction() as session:
        other_id = await blocks.remove(session, visitor_id=visitor.id, block_id=number)
    try:
        await send(request.app[REDIS], BlockChanged(visitor.id, other_id, blocks=False))
    except Unavailable:  # who comes in next time finds it so
        log.warning("the worlds were not told of a block that was taken back")
    return web.Response(status=204)


def _number(request: web.Request, what: str) -> int:
    raw = request.match_info["id"]
    if not (raw.isascii() and raw.isdigit() and len(raw) <= MOST_DIGITS):
        raise NotFound(what)
    return int(raw)


ID = {"id": "The number in the list."}

OPERATIONS = (
    Operation(
        method="get",
        path="/api/people/blocks",
        summary="Whom the visitor does not want to meet.",
        answers={200: BlocksAnswer},
        refuses=(NotSignedIn, *LIMITED),
        passport=True,
    ),
    Operation(
        method="delete",
        path="/api/people/blocks/{id}",
        summary="Take a block back.",
        parameters=ID,
        answers={204: None},
        refuses=(NotAllowed, NotFound, NotSignedIn, *LIMITED),
        passport=True,
    ),
)


def add_people(app: web.Application) -> None:
    """Put the addresses about other people into `app`."""
    app.router.add_get("/api/people/blocks", blocked)
    app.router.add_delete("/api/people/blocks/{id}", unblock)
    add_operations(app, OPERATIONS)
