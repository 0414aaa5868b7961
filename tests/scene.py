"""One instance with its clock and its people in the test's hand."""

from collections.abc import Mapping
from datetime import timedelta

from fixed_time import MORNING, ManualClock
from heard import HeardConnection

from world_server.live.attendance import Ledger
from world_server.live.happening import Happening
from world_server.live.inheritance import Inheritance
from world_server.live.instance import Instance
from world_server.live.log import Log
from world_server.live.stay import Guest, Stay
from world_server.metrics import Metrics
from world_server.presence.stays import KeptStay
from world_server.protocol.geometry import Bounds, Pose
from world_server.protocol.messages import Announced
from world_server.protocol.requests import Lane
from world_server.sim.town import Place, Town
from world_server.store.database import Database
from world_server.store.tables.event import EventState

BOUNDS = Bounds(min_x=-200, min_z=-200, max_x=200, max_z=200)


TOWN = Town(
    bounds=BOUNDS,
    spawn=Pose(0, 0, 0, 0),
    places=(Place(id="brewery", pose=Pose(50, 2, 50, 1), radius=10),),
)


WALK = Happening(
    id=4,
    slug="sake",
    title="酒蔵さんぽ",
    place="brewery",
    state=EventState.OPEN,
    starts_at=MORNING,
    ends_at=MORNING + timedelta(hours=1),
    capacity=20,
    needed_seconds=600,
    announcements=(),
)


LOG_BEGAN = 1000


def kept(*, avatar: int = 900, x: float = 12, z: float = -7) -> KeptStay:
    """What another world left behind of a stay."""
    return KeptStay(avatar, x, 1, z, 2, visit_id=7, active_seconds=40, measured_at=MORNING)


class Scene:
    """An instance, its clock and its people."""

    def __init__(
        self,
        happening: Happening | None = None,
        *,
        capacity: int = 20,
        left: Mapping[str, KeptStay] | None = None,
    ) -> None:
        self.clock = ManualClock()
        self.now = 1000.0
        self.metrics = Metrics()
        self.ledger = Ledger(Database("sqlite+aiosqlite://"))
        self.instance = Instance(
            "public" if happening is None else "event-sake",
            town=TOWN,
            capacity=capacity,
            happening=happening,
            ledger=self.ledger,
            log=Log(first=LOG_BEGAN),
            inheritance=Inheritance(left or {}, now=self.now),
            said=self.hear,
            clock=self.clock,
            metrics=self.metrics,
            now=self.now,
        )

    def enters(
        self,
        name: str = "aiko",
        *,
        after: int | None = None,
        lane: Lane = Lane.COMPACT,
        known: bool = True,
        role: str = "visitor",
        stamped: frozenset[str] = frozenset(),
        blocks: frozenset[str] = frozenset(),
        through: HeardConnection | None = None,
    ) -> HeardConnection:
        connection = through or HeardConnection(lane)
        connection.time = self.now
        guest = Guest(
            visitor_id=name,
            nickname=name.title(),
            look=5,
            seat=1,
            attended_before=0,
            role=role,
            stamped=stamped,
            blocks=blocks,
        )
        self.instance.attach(
            name, connection, guest=guest if known else None, after=after, now=self.now
        )
        return connection

    def stay(self, name: str = "aiko") -> Stay:
        return self.instance.stays[name]

    def passes(self, seconds: float) -> None:
        """Time passes with a beat each 0.1 s and a sweep each 0.5 s."""
        for step in range(1, round(seconds * 10) + 1):
            self.now += 0.1
            self.clock.advance(seconds=0.1)
            self.instance.beat(self.now)
            if step % 5 == 0:
                self.instance.sweep(self.now)

    def hear(self) -> None:
        """What was said is told at once, by a keeper of the log that need not wait for Redis."""
        batch = self.instance.conversation.log.take()
        if batch is not None:
            self.instance.conversation.tell_said(batch)

    def loses(self, connection: HeardConnection) -> None:
        connection.time = self.now
        connection.lost()


LINE = Announced(text="楼門へどうぞ", by="観光課", at=MORNING)
