"""What a client sends as JSON, field by field; tests hold these shapes against the decoders."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from world_server.protocol.geometry import Gait
from world_server.protocol.kinds import MAX_NUMBER, AvatarNumber, Emote, MoveNumber, Phrase
from world_server.protocol.limits import CHAT_LENGTH, OLDEST_PROTOCOL, PROTOCOL_VERSION
from world_server.protocol.requests import MAX_PLACE, MAX_TICKET, Lane
from world_server.protocol.schema import Wire


@dataclass(frozen=True, slots=True)
class ConnectAsked:
    """JN1, JN2, JN3, RS2: what CONNECT carries; `after` is the last number seen, on a return."""

    name: ClassVar[str] = "connect"
    ticket: Annotated[str, Wire(least=1, most=MAX_TICKET)]
    protocol: Annotated[int, Wire(least=OLDEST_PROTOCOL, most=PROTOCOL_VERSION)]
    lane: Lane
    after: Annotated[int | None, Wire(least=0, most=MAX_NUMBER, optional=True)]


@dataclass(frozen=True, slots=True)
class MoveAsked:
    """MV3, PO1: a move of the events lane, in metres and radians."""

    name: ClassVar[str] = "move"
    seq: MoveNumber
    x: float
    y: float
    z: float
    yaw: float
    state: Annotated[int, Wire(least=0, most=int(max(Gait)), meaning="0 stand, 1 walk, 2 run.")]


@dataclass(frozen=True, slots=True)
class ChatAsked:
    """CH2, CH3, CH4, CH5: a line of free text, or the number of a phrase."""

    name: ClassVar[str] = "chat"
    text: Annotated[
        str | None,
        Wire(
            least=1,
            most=2 * CHAT_LENGTH,
            absent=True,
            either=True,
            meaning=f"At most {CHAT_LENGTH} characters once spaces are folded (CH2).",
        ),
    ]
    phrase: Annotated[Phrase | None, Wire(absent=True, either=True)]


@dataclass(frozen=True, slots=True)
class EmoteAsked:
    """EM2: the number of an emote."""

    name: ClassVar[str] = "emote"
    emote: Emote


@dataclass(frozen=True, slots=True)
class TravelAsked:
    """TV1, TV2: the id of the place to be taken to, without walking."""

    name: ClassVar[str] = "travel"
    place: Annotated[str, Wire(least=1, most=MAX_PLACE, meaning="A place of the town's data.")]


@dataclass(frozen=True, slots=True)
class BlockAsked:
    """BL1: not to meet the visitor behind an avatar any more."""

    name: ClassVar[str] = "block"
    avatar: AvatarNumber


@dataclass(frozen=True, slots=True)
class GatherAsked:
    """GA1, GA2: that everybody come to the guide or member of staff who asks."""

    name: ClassVar[str] = "gather"


@dataclass(frozen=True, slots=True)
class LeaveAsked:
    """LV1: nothing but the wish to go."""

    name: ClassVar[str] = "leave"


Asked = MoveAsked | ChatAsked | EmoteAsked | BlockAsked | TravelAsked | GatherAsked | LeaveAsked
"""Every request; CONNECT comes before them."""
