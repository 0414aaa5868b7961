"""What staff, or a visitor, order the worlds to do, told to every world at once.

Telling can be lost (nobody listening, a broken connection), so an order only says "look now":
the fact itself is in the database before the order is sent, and whoever starts to hear reads it
there. That is what `Hearing` is for.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any, get_type_hints

import orjson

from world_server.errors import Malformed, Unavailable
from world_server.presence.connection import IDLE_CHECK_SECONDS, Redis, answering

log = logging.getLogger(__name__)

CHANNEL = "kashima:orders"
FIRST_WAIT_SECONDS = 0.1
LONGEST_WAIT_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Announce:
    """Say `text` to everybody in the event; `by` is the member of staff's name."""

    event_id: int
    text: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RemoveVisitor:
    """Put one visitor out of the event, telling them why."""

    event_id: int
    visitor_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class EventChanged:
    """The event's state or plan changed: read it anew."""

    event_id: int


@dataclass(frozen=True, slots=True)
class VisitorErased:
    """The visitor had themselves erased: end their stay, keep nothing of them."""

    visitor_id: str


@dataclass(frozen=True, slots=True)
class BlockChanged:
    """BL1, BL5: from now on one visitor blocks the other, or does so no more."""

    visitor_id: str
    other_id: str
    blocks: bool


@dataclass(frozen=True, slots=True)
class Hearing:
    """Orders are heard from here on; earlier ones may have been missed: read the tables."""


Order = Announce | RemoveVisitor | EventChanged | VisitorErased | BlockChanged

_KINDS: dict[str, type[Order]] = {
    "announce": Announce,
    "remove-visitor": RemoveVisitor,
    "event-changed": EventChanged,
    "visitor-erased": VisitorErased,
    "block-changed": BlockChanged,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def encode(order: Order) -> bytes:
    """The order as JSON, its kind under "order"."""
    return orjson.dumps({"order": _NAMES[type(order)], **asdict(order)})


def decode(raw: bytes) -> Order:
    """Read an order; raise Malformed for anything but exactly the fields of a known kind."""
    try:
        told = orjson.loads(raw)
    except orjson.JSONDecodeError as broken:
        raise Malformed("order") from broken
    name = told.pop("order", None) if isinstance(told, dict) else None
    kind = _KINDS.get(name) if isinstance(name, str) else None
    if kind is None or told.keys() != {field.name for field in fields(kind)}:
        raise Malformed("order")
    hints = get_type_hints(kind)
    return kind(**{field: _value(field, value, hints[field]) for field, value in told.items()})


def _value(name: str, value: object, wanted: type) -> Any:  # noqa: ANN401  of type `wanted`
    if wanted is datetime and isinstance(value, str):
        try:
            moment = datetime.fromisoformat(value)
        except ValueError as broken:
            raise Malformed(name) from broken
        if moment.tzinfo is None:
            raise Malformed(name)
        return moment
    if type(value) is not wanted:  # exact: True is no event id
        raise Malformed(name)
    return value


async def send(redis: Redis, order: Order) -> int:
    """Tell every world; give back how many heard. Commit the fact it speaks of first."""
    with answering():
        return int(await redis.publish(CHANNEL, encode(order)))


async def listen(redis: Redis) -> AsyncGenerator[Order | Hearing]:
    """Every order as it comes, for ever; `Hearing` first, and after every lost connection.

    A message that is no order is logged and skipped. Redis being away is waited out.
    """
    wait = FIRST_WAIT_SECONDS
    while True:
        try:
            async for heard in _until_lost(redis):
                wait = FIRST_WAIT_SECONDS
                yield heard
        except Unavailable:
            log.warning("orders are not heard, trying again", extra={"seconds": wait})
            await asyncio.sleep(wait)
            wait = min(2 * wait, LONGEST_WAIT_SECONDS)


async def _until_lost(redis: Redis) -> AsyncGenerator[Order | Hearing]:
    async with redis.pubsub() as channel:
        with answering():
            await channel.subscribe(CHANNEL)
        while True:
            with answering():
                message = await channel.get_message(timeout=IDLE_CHECK_SECONDS)
            # The library reconnects silently; the repeated "subscribe" is the only trace of a gap.
            if message is not None and message["type"] == "subscribe":
                yield Hearing()
            elif message is not None and message["type"] == "message":
                try:
                    yield decode(message["data"])
                except Malformed as refused:
                    log.warning("no order, skipped", extra={"field": refused.field})
