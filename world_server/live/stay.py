"""One visitor's being in one instance: body, connection, limits, measured activity."""

from dataclasses import dataclass

from world_server.line_rules import Repeats
from world_server.live.attendance import Account
from world_server.live.connection import Connection
from world_server.protocol.frames import TextWrite
from world_server.protocol.limits import (
    BLOCK_AT_ONCE,
    BLOCK_SECONDS_EACH,
    CHAT_AT_ONCE,
    CHAT_SECONDS_EACH,
    EMOTE_AT_ONCE,
    EMOTE_SECONDS_EACH,
    REPEAT_SECONDS,
    REPEATS,
    TRAVEL_AT_ONCE,
    TRAVEL_SECONDS_EACH,
)
from world_server.protocol.messages import (
    AvatarCard,
    BadgeNews,
    StampNews,
    State,
    encode_state,
)
from world_server.sim.activity import ActivityMeter
from world_server.sim.bucket import Bucket
from world_server.sim.world import Body


@dataclass(frozen=True, slots=True)
class Guest:
    """A visitor who may come in: who they are, the seat they hold, what they attended so far.

    `stamped` are the places they have the stamps of, `blocks` the visitors they blocked (BL1).
    """

    visitor_id: str
    nickname: str
    look: int
    seat: int
    attended_before: int
    role: str = "visitor"
    stamped: frozenset[str] = frozenset()
    blocks: frozenset[str] = frozenset()

    @property
    def is_hero(self) -> bool:
        """Whether everybody in the instance always sees and hears them: guide and staff."""
        return self.role != "visitor"


class Stay:
    """From coming in to leaving, across lost connections and changes of tab."""

    __slots__ = (
        "account",
        "attended_earlier",
        "away_since",
        "badges",
        "blockings",
        "blocks",
        "body",
        "chats",
        "connection",
        "corrected_at",
        "emotes",
        "guest",
        "is_shown",
        "meter",
        "repeats",
        "stamps",
        "told_attended",
        "travels",
    )

    def __init__(self, guest: Guest, *, body: Body, account: Account, now: float) -> None:
        self.guest = guest
        self.body = body
        self.account = account
        self.connection: Connection | None = None
        self.away_since: float | None = None
        self.is_shown = False
        self.blocks = guest.blocks
        self.badges: dict[int, BadgeNews] = {}
        self.stamps: dict[str, StampNews] = {}
        self.meter = ActivityMeter(now=now)
        self.corrected_at = float("-inf")
        self.attended_earlier = 0
        self.told_attended = 0
        self.chats = Bucket(size=CHAT_AT_ONCE, seconds_each=CHAT_SECONDS_EACH, now=now)
        self.repeats = Repeats(most=REPEATS, seconds=REPEAT_SECONDS)
        self.blockings = Bucket(size=BLOCK_AT_ONCE, seconds_each=BLOCK_SECONDS_EACH, now=now)
        self.emotes = Bucket(size=EMOTE_AT_ONCE, seconds_each=EMOTE_SECONDS_EACH, now=now)
        self.travels = Bucket(size=TRAVEL_AT_ONCE, seconds_each=TRAVEL_SECONDS_EACH, now=now)

    @property
    def card(self) -> AvatarCard:
        """How others see this visitor in the roster."""
        guest = self.guest
        return AvatarCard(id=self.body.id, name=guest.nickname, look=guest.look, role=guest.role)

    @property
    def attended(self) -> int:
        """Active seconds of this visitor in the event that are safely written down."""
        return self.guest.attended_before + self.attended_earlier + self.account.written

    def measured(self, now: float) -> int:
        """Active seconds of the visit that is open now; of a closed one, the last word."""
        closed = self.account.ended_at is not None
        return self.account.total if closed else self.meter.total(now)

    def tell(self, message: State) -> None:
        """Tell the visitor how something is now, if they are there; `welcome` tells it again."""
        if self.connection is not None:
            self.connection.tell(TextWrite(encode_state(message)))

    def tell_badge(self, news: BadgeNews) -> None:
        """BD1: one of the visitor's badges is in another state."""
        self.badges[news.id] = news
        self.tell(news)

    def tell_stamp(self, news: StampNews) -> None:
        """ST1: the visitor has one more stamp, safely written down."""
        if news.place not in self.stamps:
            self.stamps[news.place] = news
            self.tell(news)
