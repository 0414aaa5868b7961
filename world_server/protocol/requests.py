"""What a client may ask over the socket, read strictly: `Malformed` names the first wrong field."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from world_server.errors import Malformed, ProtocolTooOld
from world_server.protocol.geometry import U16_MAX
from world_server.protocol.kinds import MAX_NUMBER
from world_server.protocol.limits import (
    CHAT_LENGTH,
    EMOTES,
    OLDEST_PROTOCOL,
    PHRASES,
    PROTOCOL_VERSION,
)
from world_server.protocol.numbers import an_object, whole


class Lane(StrEnum):
    """JN3: how poses travel: bare binary messages, or documented Socket.IO events."""

    COMPACT = "compact"
    EVENTS = "events"


@dataclass(frozen=True, slots=True)
class Hello:
    """JN1: what CONNECT carries; `after` is the last number seen when this is a return."""

    ticket: str
    lane: Lane
    after: int | None


@dataclass(frozen=True, slots=True)
class Say:
    """CH1: a line of free text, or the number of a preset phrase; exactly one of them."""

    text: str | None = None
    phrase: int | None = None


@dataclass(frozen=True, slots=True)
class Show:
    """EM1: the number of an emote."""

    emote: int


@dataclass(frozen=True, slots=True)
class Travel:
    """TV1: the id of the place to be taken to."""

    place: str


@dataclass(frozen=True, slots=True)
class Person:
    """BL1: the visitor behind an avatar."""

    avatar: int


MAX_TICKET = 1024
MAX_PLACE = 40


def decode_hello(raw: object) -> Hello:
    """JN1 to JN3: read CONNECT's data; raise ProtocolTooOld or Malformed."""
    told = an_object(raw, "auth")
    if not OLDEST_PROTOCOL <= whole(told, "protocol", most=MAX_NUMBER) <= PROTOCOL_VERSION:
        raise ProtocolTooOld
    ticket = told.get("ticket")
    if not isinstance(ticket, str) or not 0 < len(ticket) <= MAX_TICKET:
        raise Malformed("ticket")
    try:
        lane = Lane(str(told.get("lane")))
    except ValueError as unknown:
        raise Malformed("lane") from unknown
    after = None if told.get("after") is None else whole(told, "after", most=MAX_NUMBER)
    return Hello(ticket=ticket, lane=lane, after=after)


def decode_chat(raw: object) -> Say:
    """CH1 to CH3: read `chat`; raise Malformed for both, neither, or a line of nothing."""
    told = an_object(raw, "chat")
    if ("text" in told) == ("phrase" in told):
        raise Malformed("chat")
    if "phrase" in told:
        return Say(phrase=whole(told, "phrase", least=1, most=PHRASES))
    return Say(text=_shown(told["text"]))


def decode_emote(raw: object) -> Show:
    """EM1: read `emote`; raise Malformed for a number that is no emote."""
    return Show(emote=whole(an_object(raw, "emote"), "emote", least=1, most=EMOTES))


def decode_gather(raw: object) -> None:
    """GA1: read `gather`, which says nothing but itself; raise Malformed."""
    an_object(raw, "gather")


def decode_travel(raw: object) -> Travel:
    """TV1: read `travel`; raise Malformed for what is no name of a place."""
    place = an_object(raw, "travel").get("place")
    if not isinstance(place, str) or not 0 < len(place) <= MAX_PLACE:
        raise Malformed("place")
    return Travel(place=place)


def decode_person(raw: object, request: str) -> Person:
    """BL1: whom a request is about; raise Malformed."""
    return Person(avatar=whole(an_object(raw, request), "avatar", least=1, most=U16_MAX))


def _shown(raw: object) -> str:
    """CH2: one line as people will read it: spaces folded, what cannot be seen taken out."""
    if not isinstance(raw, str) or len(raw) > 2 * CHAT_LENGTH:
        raise Malformed("text")
    seen = "".join(_visible(character) for character in unicodedata.normalize("NFC", raw))
    text = " ".join(seen.split())
    if len(text) > CHAT_LENGTH or all(_bodiless(character) for character in text):
        raise Malformed("text")
    return text


_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co"})
_JOINERS = "\u200c\u200d"
"""Without them emoji fall apart and some scripts are misspelt."""

_GLUE = " " + _JOINERS


def _visible(character: str) -> str:
    # Direction overrides and the like could make people read what nobody wrote.
    if character.isspace():
        return " "
    hidden = unicodedata.category(character) in _INVISIBLE and character not in _JOINERS
    return "" if hidden else character


def _bodiless(character: str) -> bool:
    """Joiners and marks need something to stand on; a line of them alone says nothing."""
    return character in _GLUE or unicodedata.category(character)[0] == "M"
