"""What the server tells a client: one frozen class a message, each knowing its own JSON body.

Numbered messages (NU1) get their `n` when they are put into a visitor's lane, because everybody
counts for themselves; the rest of the body is encoded once and shared by all who get it.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar

import orjson

from world_server.protocol.closing import Refusal
from world_server.protocol.geometry import Bounds, Pose
from world_server.protocol.limits import BEAT_MS, OLDEST_PROTOCOL, PROTOCOL_VERSION


def iso(moment: datetime) -> str:
    """A moment as JSON carries it: UTC, whole seconds, ending in Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class AvatarCard:
    """An avatar as the roster shows it; `look` is packed below 2^24, role is the town's word."""

    id: int
    name: str
    look: int
    role: str = "visitor"

    def body(self) -> dict[str, object]:
        return {"id": self.id, "name": self.name, "look": self.look, "role": self.role}


@dataclass(frozen=True, slots=True)
class EventNews:
    """EV1: how the event stands, and how much of it this visitor has been part of."""

    name: ClassVar[str] = "event"
    slug: str
    title: str
    place: str
    state: str
    starts_at: datetime
    ends_at: datetime
    attended_seconds: int
    needed_seconds: int

    def body(self) -> dict[str, object]:
        return {
            "slug": self.slug,
            "title": self.title,
            "place": self.place,
            "state": self.state,
            "starts_at": iso(self.starts_at),
            "ends_at": iso(self.ends_at),
            "attended_seconds": self.attended_seconds,
            "needed_seconds": self.needed_seconds,
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
class Welcome:
    """JN4: everything a client needs to draw the town as it stands."""

    name: ClassVar[str] = "welcome"
    avatar: int
    pose: Pose
    instance: str
    event: EventNews | None
    server_ms: int
    resumed: bool
    bounds: Bounds
    avatars: tuple[AvatarCard, ...]
    announcements: tuple[Announced, ...]

    def body(self) -> dict[str, object]:
        return {
            "protocol": PROTOCOL_VERSION,
            "oldest": OLDEST_PROTOCOL,
            "avatar": self.avatar,
            "pose": self.pose.body(),
            "instance": self.instance,
            "event": None if self.event is None else self.event.body(),
            "server_ms": self.server_ms,
            "beat_ms": BEAT_MS,
            "resumed": self.resumed,
            "bounds": self.bounds.body(),
            "avatars": [card.body() for card in self.avatars],
            "announcements": [line.body() for line in self.announcements],
        }


@dataclass(frozen=True, slots=True)
class Avatars:
    """RO1: who came and who left since the last one."""

    name: ClassVar[str] = "avatars"
    came: tuple[AvatarCard, ...]
    left: tuple[int, ...]

    def body(self) -> dict[str, object]:
        return {"came": [card.body() for card in self.came], "left": list(self.left)}


@dataclass(frozen=True, slots=True)
class Said:
    """CH1: somebody said a line, or chose a phrase that each client words itself."""

    name: ClassVar[str] = "chat"
    speaker: int
    nickname: str
    at: datetime
    text: str | None = None
    phrase: int | None = None

    def body(self) -> dict[str, object]:
        said: dict[str, object] = (
            {"phrase": self.phrase} if self.text is None else {"text": self.text}
        )
        return {"from": self.speaker, "name": self.nickname, **said, "at": iso(self.at)}


@dataclass(frozen=True, slots=True)
class Shown:
    """EM1: somebody shows an emote."""

    name: ClassVar[str] = "emote"
    avatar: int
    emote: int

    def body(self) -> dict[str, object]:
        return {"from": self.avatar, "emote": self.emote}


@dataclass(frozen=True, slots=True)
class BadgeNews:
    """BD1: one of the visitor's badges is in this state now; `proof` is a page or None."""

    name: ClassVar[str] = "badge"
    id: int
    title: str
    state: str
    proof: str | None

    def body(self) -> dict[str, object]:
        return {"id": self.id, "title": self.title, "state": self.state, "proof": self.proof}


@dataclass(frozen=True, slots=True)
class Correct:
    """MV7: the move `seq` was not possible; the avatar stands at `pose`."""

    name: ClassVar[str] = "correct"
    seq: int
    pose: Pose

    def body(self) -> dict[str, object]:
        return {"seq": self.seq, "pose": self.pose.body()}


Message = Welcome | Avatars | Said | Shown | Announced | EventNews | BadgeNews | Correct
"""Every numbered message."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A message's name and the JSON of its body without `n`, made once for all its readers."""

    name: str
    rest: str

    def numbered(self, n: int) -> str:
        """NU1: the Socket.IO text packet of this message as number `n` of somebody's lane."""
        return f'2["{self.name}",{{"n":{n},{self.rest}]'


def prepare(message: Message) -> Prepared:
    """Encode the shared part of a numbered message."""
    return Prepared(name=message.name, rest=orjson.dumps(message.body()).decode()[1:])


def encode_bye(refusal: Refusal) -> str:
    """CL1: the Socket.IO text packet of `bye`, which has no number because nothing follows it."""
    return "2" + orjson.dumps(["bye", refusal.body()]).decode()
