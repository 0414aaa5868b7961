"""One visitor's being in one instance: body, connection, numbers, limits, measured activity."""

from dataclasses import dataclass

from world_server.live.attendance import Account
from world_server.live.connection import Connection
from world_server.live.outbox import Outbox
from world_server.protocol.geometry import Pose
from world_server.protocol.limits import (
    CHAT_AT_ONCE,
    CHAT_SECONDS_EACH,
    EMOTE_AT_ONCE,
    EMOTE_SECONDS_EACH,
)
from world_server.protocol.messages import AvatarCard, Message, Prepared, prepare
from world_server.sim.activity import ActivityMeter
from world_server.sim.bucket import Bucket
from world_server.sim.world import Body


@dataclass(frozen=True, slots=True)
class Guest:
    """A visitor who may come in: who they are, the seat they hold, where they stood last."""

    visitor_id: str
    nickname: str
    look: int
    seat: int
    attended_before: int
    role: str = "visitor"
    last_avatar: int | None = None
    last_pose: Pose | None = None


class Stay:
    """From coming in to leaving, across lost connections and changes of tab."""

    __slots__ = (
        "account",
        "attended_earlier",
        "away_since",
        "body",
        "chats",
        "connection",
        "corrected_at",
        "emotes",
        "guest",
        "is_shown",
        "meter",
        "outbox",
        "told_attended",
    )

    def __init__(self, guest: Guest, *, body: Body, account: Account, now: float) -> None:
        self.guest = guest
        self.body = body
        self.account = account
        self.connection: Connection | None = None
        self.away_since: float | None = None
        self.is_shown = False
        self.outbox = Outbox()
        self.meter = ActivityMeter(now=now)
        self.corrected_at = float("-inf")
        self.attended_earlier = 0
        self.told_attended = 0
        self.chats = Bucket(size=CHAT_AT_ONCE, seconds_each=CHAT_SECONDS_EACH, now=now)
        self.emotes = Bucket(size=EMOTE_AT_ONCE, seconds_each=EMOTE_SECONDS_EACH, now=now)

    @property
    def card(self) -> AvatarCard:
        """How others see this visitor in the roster."""
        guest = self.guest
        return AvatarCard(id=self.body.id, name=guest.nickname, look=guest.look, role=guest.role)

    @property
    def attended(self) -> int:
        """Active seconds of this visitor in the event that are safely written down."""
        return self.guest.attended_before + self.attended_earlier + self.account.written

    def tell(self, message: Message | Prepared) -> None:
        """Number the message, keep it, and send it if the visitor is there."""
        prepared = message if isinstance(message, Prepared) else prepare(message)
        packet = self.outbox.put(prepared)
        if self.connection is not None:
            self.connection.tell(packet)
