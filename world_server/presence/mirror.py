"""What the instances of one event tell each other about their heroes: guide and staff.

One channel a base name (`event-<slug>`, what stands before the dot). Each message is the whole
state of one instance's heroes, so a lost one is made good by the next; what they said is repeated
for a while, and numbered, so that it arrives once.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from world_server.errors import Malformed, Unavailable
from world_server.instances import base_of
from world_server.presence.connection import Redis, answering
from world_server.presence.orders import FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS
from world_server.protocol.geometry import GAIT_BITS, SNAP_BIT, U16_MAX, Gait, WirePose
from world_server.protocol.limits import CHAT_LENGTH, EMOTES, PHRASES, YAW_STEPS
from world_server.protocol.numbers import an_object, whole

log = logging.getLogger(__name__)

CHANNEL = "kashima:mirror:"

LARGEST_BYTES = 65_536
"""A longer message is not read: no world of ours writes one."""

MOST_HEROES = 32
"""Heroes of one instance that are told; more staff than that are in no event."""

MOST_LINES = 32
"""Lines of one message, and gestures."""

LOOK_SECONDS = 0.25
"""How soon a new instance hears, and an idle one is looked at again."""

CALL = 0
"""GA2: told like an emote, which has no such number: everybody is called together."""

LARGEST = 2**53 - 1
NAME_LENGTH = 64
"""More than any nickname, any instance's name and any visitor's id."""

HERO_ROLES = frozenset({"guide", "staff"})
"""MI1: whom everybody in the event should see, in whichever instance they are."""


@dataclass(frozen=True, slots=True)
class Hero:
    """A guide or a member of staff who stands in the telling instance; `state` as in PO4."""

    visitor_id: str
    name: str
    look: int
    role: str
    pose: WirePose
    state: int


@dataclass(frozen=True, slots=True)
class Line:
    """What a hero said: free text or a phrase's number; `number` grows in the telling world."""

    number: int
    visitor_id: str
    name: str
    at: datetime
    text: str | None
    phrase: int | None


@dataclass(frozen=True, slots=True)
class Gesture:
    """An emote a hero showed, or CALL."""

    visitor_id: str
    emote: int


@dataclass(frozen=True, slots=True)
class Glimpse:
    """Everything the siblings of `instance` should know now.

    `origin` names the run of a world process, `n` grows with each of its messages about this
    instance. Lines up to number `told` were in earlier messages; some are repeated here.
    """

    origin: str
    instance: str
    n: int
    told: int
    heroes: tuple[Hero, ...]
    gestures: tuple[Gesture, ...] = ()
    lines: tuple[Line, ...] = ()


def encode(glimpse: Glimpse) -> bytes:
    """The glimpse as JSON, field by field."""
    return orjson.dumps(glimpse)


def decode(raw: bytes) -> Glimpse:
    """Read a glimpse; raise Malformed naming the first field that is missing, wrong or too much."""
    if len(raw) > LARGEST_BYTES:
        raise Malformed("length")
    try:
        told = an_object(orjson.loads(raw), "glimpse")
    except orjson.JSONDecodeError as broken:
        raise Malformed("glimpse") from broken
    return Glimpse(
        origin=_text(told, "origin"),
        instance=_text(told, "instance"),
        n=whole(told, "n", most=LARGEST),
        told=whole(told, "told", most=LARGEST),
        heroes=tuple(map(_hero, _list(told, "heroes", most=MOST_HEROES))),
        gestures=tuple(map(_gesture, _list(told, "gestures", most=MOST_LINES))),
        lines=tuple(map(_line, _list(told, "lines", most=MOST_LINES))),
    )


async def tell(redis: Redis, glimpse: Glimpse) -> int:
    """Tell the glimpse to all worlds with instances of its event; give back how many heard."""
    with answering():
        channel = CHANNEL + base_of(glimpse.instance)
        return int(await redis.publish(channel, encode(glimpse)))


async def listen(redis: Redis, bases: Callable[[], frozenset[str]]) -> AsyncGenerator[Glimpse]:
    """Every glimpse of the events named by `bases()` at that time, for ever.

    What is no glimpse is logged and skipped; Redis being away is waited out.
    """
    wait = FIRST_WAIT_SECONDS
    while True:
        try:
            async for glimpse in _until_lost(redis, bases):
                wait = FIRST_WAIT_SECONDS
                yield glimpse
        except Unavailable:
            log.warning("other instances are not heard, trying again", extra={"seconds": wait})
            await asyncio.sleep(wait)
            wait = min(2 * wait, LONGEST_WAIT_SECONDS)


async def _until_lost(redis: Redis, bases: Callable[[], frozenset[str]]) -> AsyncGenerator[Glimpse]:
    held: frozenset[str] = frozenset()
    async with redis.pubsub() as channel:
        while True:
            wanted = bases()
            with answering():
                if new := wanted - held:
                    await channel.subscribe(*_channels(new))
                if old := held - wanted:
                    await channel.unsubscribe(*_channels(old))
            held = wanted
            if not held:
                await asyncio.sleep(LOOK_SECONDS)
                continue
            with answering():
                message = await channel.get_message(timeout=LOOK_SECONDS)
            if message is not None and message["type"] == "message":
                try:
                    glimpse = decode(message["data"])
                except Malformed as refused:
                    log.warning("no glimpse, skipped", extra={"field": refused.field})
                    continue
                if base_of(glimpse.instance) in held:
                    yield glimpse


def _channels(bases: Iterable[str]) -> list[str]:
    return sorted(CHANNEL + base for base in bases)


def _hero(raw: object) -> Hero:
    told = an_object(raw, "heroes")
    role = _text(told, "role")
    if role not in HERO_ROLES:
        raise Malformed("role")
    pose = an_object(told.get("pose"), "pose")
    return Hero(
        visitor_id=_text(told, "visitor_id"),
        name=_text(told, "name"),
        look=whole(told, "look", most=2**24 - 1),
        role=role,
        pose=WirePose(
            x=whole(pose, "x", most=U16_MAX),
            z=whole(pose, "z", most=U16_MAX),
            y=whole(pose, "y", least=-0x8000, most=0x7FFF),
            yaw=whole(pose, "yaw", most=YAW_STEPS - 1),
        ),
        state=_state(told),
    )


def _state(told: dict[str, Any]) -> int:
    state = whole(told, "state", most=GAIT_BITS | SNAP_BIT)
    if state & GAIT_BITS > max(Gait):
        raise Malformed("state")
    return state


def _gesture(raw: object) -> Gesture:
    told = an_object(raw, "gestures")
    return Gesture(visitor_id=_text(told, "visitor_id"), emote=whole(told, "emote", most=EMOTES))


def _line(raw: object) -> Line:
    told = an_object(raw, "lines")
    text, phrase = told.get("text"), told.get("phrase")
    if (text is None) == (phrase is None):
        raise Malformed("lines")
    return Line(
        number=whole(told, "number", most=LARGEST),
        visitor_id=_text(told, "visitor_id"),
        name=_text(told, "name"),
        at=_moment(told.get("at")),
        text=None if text is None else _text(told, "text", most=CHAT_LENGTH),
        phrase=None if phrase is None else whole(told, "phrase", least=1, most=PHRASES),
    )


def _moment(raw: object) -> datetime:
    try:
        moment = datetime.fromisoformat(raw) if isinstance(raw, str) else None
    except ValueError as broken:
        raise Malformed("at") from broken
    if moment is None or moment.tzinfo is None:
        raise Malformed("at")
    return moment


def _text(told: dict[str, Any], name: str, *, most: int = NAME_LENGTH) -> str:
    value = told.get(name)
    if not isinstance(value, str) or not 0 < len(value) <= most:
        raise Malformed(name)
    return value


def _list(told: dict[str, Any], name: str, *, most: int) -> list[Any]:
    value = told.get(name)
    if not isinstance(value, list) or len(value) > most:
        raise Malformed(name)
    return value
