"""A database with an event, its host and visitors, for tests of codes and words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from fixed_time import MORNING
from sqlmodel import col, func, select
from store_people import a_visitor

from world_server import codes
from world_server.spoken_words import folded
from world_server.store import claims, events, redemptions
from world_server.store.claim_rules import ClaimPlan
from world_server.store.database import Database
from world_server.store.redemptions import Heard, Received, Scanned, Shown
from world_server.store.rules import EventPlan
from world_server.store.tables.award import Award, Badge
from world_server.store.tables.claim import Claim, ClaimChannel, Redemption
from world_server.store.tables.event import Event, EventState, RuleKind
from world_server.store.tables.staff import Staff, StaffRole

SECRET = "a secret of thirty-two characters"
WORD = "higata 507 318"
HOUR = timedelta(hours=1)


@dataclass
class ClaimTown:
    """What a test does to a database with claims, each act a transaction of its own."""

    database: Database
    staff_id: int
    event: Event

    async def visitor(self) -> str:
        """Somebody with a passport."""
        return await a_visitor(self.database)

    def plan(
        self,
        channel: ClaimChannel,
        *,
        spot: str | None = None,
        cap: int = 20,
        opens_at: datetime = MORNING,
        closes_at: datetime | None = None,
    ) -> ClaimPlan:
        """A claim for the event, or for a counter at `spot`, that is open in the morning."""
        length = timedelta(minutes=30) if channel is ClaimChannel.WORD else HOUR
        return ClaimPlan(
            channel=channel,
            event_id=None if spot else self.event.id,
            spot=spot,
            label="道の駅鹿島" if spot else self.event.title,
            opens_at=opens_at,
            closes_at=closes_at or opens_at + length,
            cap=cap,
        )

    async def one_time(self, count: int, plan: ClaimPlan | None = None) -> list[str]:
        """So many one-time codes."""
        wanted = plan or self.plan(ClaimChannel.ONE_TIME, cap=count)
        async with self.database.transaction() as session:
            _, made = await claims.open_one_time(
                session, wanted, staff_id=self.staff_id, now=MORNING
            )
        return made

    async def rotating(self, plan: ClaimPlan | None = None) -> int:
        """The number of a claim with rotating codes."""
        wanted = plan or self.plan(ClaimChannel.ROTATING)
        async with self.database.transaction() as session:
            claim = await claims.open_claim(session, wanted, staff_id=self.staff_id, now=MORNING)
        return claim.id or 0

    async def word(self, word: str = WORD, plan: ClaimPlan | None = None) -> int:
        """The number of a claim by a word."""
        async with self.database.transaction() as session:
            claim = await claims.open_claim(
                session,
                plan or self.plan(ClaimChannel.WORD),
                staff_id=self.staff_id,
                now=MORNING,
                word_hash=self.heard(word).word_hash,
            )
        return claim.id or 0

    def heard(self, word: str, *, event_id: int | None = None) -> Heard:
        """The word as somebody types it in."""
        number = event_id or self.event.id or 0
        return Heard(number, codes.keyed_word(SECRET, folded(word), event_id=number))

    async def redeem(
        self, shown: Shown | str, visitor_id: str, *, now: datetime = MORNING
    ) -> Received:
        """Show it; a string is a one-time code as printed."""
        async with self.database.transaction() as session:
            return await redemptions.redeem(
                session, shown_of(shown), visitor_id=visitor_id, now=now
            )

    async def withdraw(self, claim_id: int) -> None:
        """Let nobody use it any more."""
        async with self.database.transaction() as session:
            await claims.withdraw(session, claim_id, now=MORNING)

    async def move(self, to: EventState) -> None:
        """Bring the event into another state."""
        async with self.database.transaction() as session:
            await events.move(session, self.event.id or 0, to=to, now=MORNING)

    async def claim(self, claim_id: int) -> Claim:
        """The claim as it stands now."""
        async with self.database.reading() as session:
            return await claims.find(session, claim_id)

    async def count(self, table: type) -> int:
        """How many rows there are."""
        async with self.database.reading() as session:
            return (await session.exec(select(func.count()).select_from(table))).one()

    async def awards(self) -> Sequence[tuple[Award, Badge]]:
        """Every award with its badge, in the order they were promised."""
        async with self.database.reading() as session:
            found = await session.exec(
                select(Award, Badge)
                .where(col(Award.badge_id) == col(Badge.id))
                .order_by(col(Award.id))
            )
            return found.all()

    async def redemptions(self) -> Sequence[Redemption]:
        """Every redemption."""
        async with self.database.reading() as session:
            return (await session.exec(select(Redemption).order_by(col(Redemption.id)))).all()


def shown_of(shown: Shown | str) -> Shown:
    """A one-time code as printed, or anything else as it is."""
    if not isinstance(shown, str):
        return shown
    read = codes.read(shown)
    assert isinstance(read, codes.OneTimeCode)
    return read


def scanned(claim_id: int, at: datetime = MORNING) -> Scanned:
    """A rotating code that was read at the moment."""
    return Scanned(claim_id, at)


async def claim_town(database: Database) -> ClaimTown:
    """A town with one open event."""
    async with database.transaction() as session:
        host = Staff(
            login="host", name="Host", password_hash="x", role=StaffRole.HOST, created_at=MORNING
        )
        session.add(host)
        await session.flush()
        event = await another_event(session, host.id or 0)
    return ClaimTown(database, host.id or 0, event)


async def another_event(session: object, staff_id: int, *, title: str = "酒蔵通りを歩く") -> Event:
    """An open event of this morning."""
    plan = EventPlan(
        title=title,
        place="sakagura-dori",
        starts_at=MORNING,
        ends_at=MORNING + HOUR,
        capacity=20,
        languages=("ja",),
        rule_kind=RuleKind.SHARE,
        rule_value=60,
    )
    event = await events.create(session, plan, staff_id=staff_id, now=MORNING)  # type: ignore[arg-type]
    for state in (EventState.PUBLISHED, EventState.OPEN):
        event = await events.move(session, event.id or 0, to=state, now=MORNING)  # type: ignore[arg-type]
    return event
