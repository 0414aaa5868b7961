"""What the server tells a client: one frozen class a message, each knowing its own JSON body.

What is said is numbered (NU1), be it chat, emotes, announcements or the words of a recorded guide:
the same number for all who hear it.
What tells how things are has no number, because each `welcome` tells all of it again (NU4).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, ClassVar

import orjson

from world_server.protocol.closing import Refusal
from world_server.protocol.geometry import Bounds, Pose
from world_server.protocol.kinds import (
    AvatarNumber,
    Count,
    Emote,
    Line,
    Look,
    MessageNumber,
    MoveNumber,
    Phrase,
    Role,
    TourName,
)
from world_server.protocol.limits import BEAT_MS, OLDEST_PROTOCOL, PROTOCOL_VERSION
from world_server.protocol.schema import Wire


def iso(moment: datetime) -> str:
    """A moment as JSON carries it: UTC, whole seconds, ending in Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class AvatarCard:
    """An avatar as the roster shows it; `look` is packed below 2^24, role is the town's word.

    One that is `recorded` is nobody (RO1, RG1), and worded by each client.
    """

    id: AvatarNumber
    name: str
    look: Look
    role: Role = "visitor"
    recorded: Annotated[bool, Wire(absent=True)] = False

    def body(self) -> dict[str, object]:
        card = {"id": self.id, "name": self.name, "look": self.look, "role": self.role}
        return card | {"recorded": True} if self.recorded else card


@dataclass(frozen=True, slots=True)
class EventNews:
    """EV1: how the event stands, and how much of it this visitor has been part of.

    `recorded` tells everybody that its guide is being recorded.
    """

    name: ClassVar[str] = "event"
    slug: str
    title: str
    place: str
    state: str
    starts_at: datetime
    ends_at: datetime
    attended_seconds: Count
    needed_seconds: Count
    recorded: Annotated[bool, Wire(absent=True)] = False

    def body(self) -> dict[str, object]:
        recorded = {"recorded": True} if self.recorded else {}
        return {
            "slug": self.slug,
            "title": self.title,
            "place": self.place,
            "state": self.state,
            "starts_at": iso(self.starts_at),
            "ends_at": iso(self.ends_at),
            "attended_seconds": self.attended_seconds,
            "needed_seconds": self.needed_seconds,
            **recorded,
        }


@dataclass(frozen=True, slots=True)
class Announced:
    """AN1: one sentence of the staff to everybody in the event."""

    name: ClassVar[str] = "announce"
    text: str
    by: str
    at: datetime

    def body(self) -> dict[str, object]:
        return {"text": self.text, "by": self.by, "at": iso(self.at)}


@dataclass(frozen=True, slots=True)
class BadgeNews:
    """BD1: one of the visitor's badges is in this state now; `proof` is a page or None."""

    name: ClassVar[str] = "badge"
    id: Count
    title: str
    state: str
    proof: str | None

    def body(self) -> dict[str, object]:
        return {"id": self.id, "title": self.title, "state": self.state, "proof": self.proof}


@dataclass(frozen=True, slots=True)
class StampNews:
    """ST1: the visitor has the stamp of this place now; `day` is the calendar day in Kashima."""

    name: ClassVar[str] = "stamp"
    place: str
    day: date

    def body(self) -> dict[str, object]:
        return {"place": self.place, "day": self.day.isoformat()}


@dataclass(frozen=True, slots=True)
class Gathered:
    """GA1: a guide or staff call everybody to where they are."""

    name: ClassVar[str] = "gather"
    avatar: Annotated[AvatarNumber, Wire(name="from")]
    nickname: Annotated[str, Wire(name="name")]

    def body(self) -> dict[str, object]:
        return {"from": self.avatar, "name": self.nickname}


@dataclass(frozen=True, slots=True)
class Narrated:
    """RG3: a recorded guide says the words of a stop, which each client has in its language."""

    name: ClassVar[str] = "narrate"
    speaker: Annotated[AvatarNumber, Wire(name="from")]
    tour: TourName
    stop: Count
    begun: datetime

    def body(self) -> dict[str, object]:
        return {
            "from": self.speaker,
            "tour": self.tour,
            "stop": self.stop,
            "begun": iso(self.begun),
        }


@dataclass(frozen=True, slots=True)
class Welcome:
    """JN4: everything a client needs to draw the town as it stands."""

    name: ClassVar[str] = "welcome"
    constants: ClassVar[dict[str, int]] = {
        "protocol": PROTOCOL_VERSION,
        "oldest": OLDEST_PROTOCOL,
        "beat_ms": BEAT_MS,
    }
    n: MessageNumber
    avatar: AvatarNumber
    pose: Pose
    instance: str
    event: EventNews | None
    server_ms: Count
    resumed: bool
    bounds: Bounds
    people: Count
    avatars: tuple[AvatarCard, ...]
    announcements: tuple[Announced, ...]
    badges: tuple[BadgeNews, ...]
    stamps: tuple[StampNews, ...]
    narrated: Narrated | None = None

    def body(self) -> dict[str, object]:
        return {
            "n": self.n,
            **self.constants,
            "avatar": self.avatar,
            "pose": self.pose.body(),
            "instance": self.instance,
            "event": None if self.event is None else self.event.body(),
            "server_ms": self.server_ms,
            "resumed": self.resumed,
            "bounds": self.bounds.body(),
            "people": self.people,
            "avatars": [card.body() for card in self.avatars],
            "announcements": [line.body() for line in self.announcements],
            "badges": [news.body() for news in self.badges],
            "stamps": [news.body() for news in self.stamps],
            "narrated": None if self.narrated is None else self.narrated.body(),
        }


@dataclass(frozen=True, slots=True)
class Avatars:
    """RO1: who came and who left since the last one."""

    name: ClassVar[str] = "avatars"
    came: tuple[AvatarCard, ...]
    left: tuple[AvatarNumber, ...]

    def body(self) -> dict[str, object]:
        return {"came": [card.body() for card in self.came], "left": list(self.left)}

    def without(self, unseen: Collection[int]) -> "Avatars | None":
        """BL2: the same without those avatars; None when that is nobody."""
        came = tuple(card for card in self.came if card.id not in unseen)
        left = tuple(avatar for avatar in self.left if avatar not in unseen)
        return Avatars(came, left) if came or left else None


@dataclass(frozen=True, slots=True)
class Said:
    """CH1: somebody said a line, or chose a phrase that each client words itself."""

    name: ClassVar[str] = "chat"
    speaker: Annotated[AvatarNumber, Wire(name="from")]
    nickname: Annotated[str, Wire(name="name")]
    at: datetime
    text: Annotated[Line | None, Wire(absent=True, either=True)] = None
    phrase: Annotated[Phrase | None, Wire(absent=True, either=True)] = None

    def body(self) -> dict[str, object]:
        said: dict[str, object] = (
            {"phrase": self.phrase} if self.text is None else {"text": self.text}
        )
        return {"from": self.speaker, "name": self.nickname, **said, "at": iso(self.at)}


@dataclass(frozen=True, slots=True)
class Shown:
    """EM1: somebody shows an emote."""

    name: ClassVar[str] = "emote"
    avatar: Annotated[AvatarNumber, Wire(name="from")]
    emote: Emote

    def body(self) -> dict[str, object]:
        return {"from": self.avatar, "emote": self.emote}


@dataclass(frozen=True, slots=True)
class Correct:
    """MV7: the move `seq` was not possible; the avatar stands at `pose`."""

    name: ClassVar[str] = "correct"
    seq: MoveNumber
    pose: Pose

    def body(self) -> dict[str, object]:
        return {"seq": self.seq, "pose": self.pose.body()}


@dataclass(frozen=True, slots=True)
class Stand:
    """TV3: the world has put the avatar at `pose`; it stands there now and goes on from there."""

    name: ClassVar[str] = "stand"
    pose: Pose

    def body(self) -> dict[str, object]:
        return {"pose": self.pose.body()}


Numbered = Said | Shown | Announced | Gathered | Narrated
"""NU1: what is said; nobody who is in or comes back in time misses any of it."""

State = Welcome | Avatars | EventNews | BadgeNews | StampNews | Correct | Stand
"""NU4: how things are; the newest is all that counts."""


def encode_numbered(message: Numbered, n: int) -> str:
    """NU1: the Socket.IO text packet of what was said under number `n`."""
    return _packet(message.name, {"n": n, **message.body()})


def encode_state(message: State) -> str:
    """NU4: the Socket.IO text packet of how something is now."""
    return _packet(message.name, message.body())


def encode_bye(refusal: Refusal) -> str:
    """CL1: the Socket.IO text packet of `bye`, after which nothing comes."""
    return _packet("bye", refusal.body())


def _packet(name: str, body: dict[str, object]) -> str:
    return "2" + orjson.dumps([name, body]).decode()
