"""Active seconds into the database: written once, kept while it is away, never lost."""

import asyncio
import shutil
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from fixed_time import MORNING
from sqlmodel import select

from world_server.live.attendance import BATCH, Account, Ledger
from world_server.presence.stays import KeptStay
from world_server.store import events, stamps, visitors, visits
from world_server.store.database import Database
from world_server.store.rules import EventPlan
from world_server.store.tables.award import Award
from world_server.store.tables.event import EventState, RuleKind
from world_server.store.tables.staff import Staff, StaffRole
from world_server.store.tables.visit import Attendance, Visit


@dataclass
class Office:
    """A ledger, the database under it, and people to keep accounts of."""

    database: Database
    ledger: Ledger

    async def visitor(self, name: str = "あいこ") -> str:
        passport = visitors.new_passport()
        async with self.database.transaction() as session:
            await visitors.register(
                session,
                passport=passport,
                nickname=name,
                look=1,
                language="ja",
                remembered=True,
                now=MORNING,
            )
        return passport.visitor_id

    async def event(self, *, minutes: int) -> int:
        plan = EventPlan(
            title="酒蔵さんぽ",
            place="sakagura",
            starts_at=MORNING,
            ends_at=MORNING + timedelta(hours=1),
            capacity=20,
            languages=("ja",),
            rule_kind=RuleKind.MINUTES,
            rule_value=minutes,
        )
        async with self.database.transaction() as session:
            staff = Staff(
                login="h", name="H", password_hash="x", role=StaffRole.HOST, created_at=MORNING
            )
            session.add(staff)
            await session.flush()
            assert staff.id is not None
            event = await events.create(session, plan, staff_id=staff.id, now=MORNING)
            assert event.id is not None
            for state in (EventState.PUBLISHED, EventState.OPEN):
                await events.move(session, event.id, to=state, now=MORNING)
        return event.id

    def account(self, visitor_id: str, event_id: int | None = None) -> Account:
        return self.ledger.open(
            visitor_id=visitor_id,
            instance="public" if event_id is None else "event-x",
            event_id=event_id,
            began_at=MORNING,
            now=0.0,
        )

    async def visits(self) -> list[Visit]:
        async with self.database.reading() as session:
            return list((await session.exec(select(Visit).order_by(Visit.id))).all())  # type: ignore[arg-type]

    async def awards(self) -> list[Award]:
        async with self.database.reading() as session:
            return list((await session.exec(select(Award))).all())


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database, Ledger(database))


async def test_a_visit_gets_its_row_at_once_and_its_seconds_as_they_grow(office: Office) -> None:
    account = office.account(await office.visitor())
    assert await office.ledger.flush()
    (visit,) = await office.visits()
    assert (visit.active_seconds, visit.ended_at, visit.instance) == (0, None, "public")
    for total in (15, 30, 30, 44):
        account.measure(total, at=MORNING + timedelta(seconds=total))
        assert await office.ledger.flush()
        assert account.written == total
    (visit,) = await office.visits()
    assert visit.active_seconds == 44
    assert visit.last_seen_at == MORNING + timedelta(seconds=44)


async def test_the_last_word_closes_the_visit_and_the_account(office: Office) -> None:
    account = office.account(await office.visitor())
    account.measure(20, at=MORNING + timedelta(seconds=20))
    account.close(33, at=MORNING + timedelta(seconds=33))
    account.measure(99, at=MORNING + timedelta(seconds=99))
    assert await office.ledger.flush()
    (visit,) = await office.visits()
    assert visit.active_seconds == 33
    assert visit.ended_at == MORNING + timedelta(seconds=33)
    assert len(office.ledger) == 0
    assert await office.ledger.flush()
    assert len(await office.visits()) == 1


async def test_nothing_to_write_is_nothing_written(office: Office) -> None:
    account = office.account(await office.visitor())
    account.measure(15, at=MORNING + timedelta(seconds=15))
    await office.ledger.flush()
    account.measure(15, at=MORNING + timedelta(seconds=30))
    assert not account.is_due
    await office.ledger.flush()
    (visit,) = await office.visits()
    assert visit.last_seen_at == MORNING + timedelta(seconds=15)


async def test_the_badge_is_promised_with_the_checkpoint_that_earns_it_once(office: Office) -> None:
    event_id = await office.event(minutes=1)
    account = office.account(await office.visitor(), event_id)
    for total in (45, 59, 60, 75, 90):
        account.measure(total, at=MORNING + timedelta(seconds=total))
        await office.ledger.flush()
        assert len(await office.awards()) == (1 if total >= 60 else 0)


async def test_st1_places_reached_are_written_with_the_next_flush_once(office: Office) -> None:
    visitor_id = await office.visitor()
    account = office.account(visitor_id)
    await office.ledger.flush()
    for place in ("torii", "romon", "torii"):
        account.reach(place, at=MORNING)
        assert account.is_due
        assert await office.ledger.flush()
        assert account.unwritten == ()
    account.close(10, at=MORNING + timedelta(seconds=10))
    account.reach("honden", at=MORNING + timedelta(seconds=11))  # after the end of the visit
    assert await office.ledger.flush()
    async with office.database.reading() as session:
        kept = await stamps.of_visitor(session, visitor_id)
    assert [one.place for one in kept] == ["torii", "romon"]


async def test_st1_what_a_world_that_died_had_seen_is_written_by_the_next(office: Office) -> None:
    visitor_id = await office.visitor()
    account = office.account(visitor_id)
    await office.ledger.flush()
    kept = KeptStay(1, 0, 0, 0, 0, account.visit_id, 44, MORNING, ("torii",))
    for _ in range(2):  # two worlds may believe that they go on; one of them is right
        next_ledger = Ledger(office.database)
        next_ledger.adopt(visitor_id=visitor_id, instance="public", event_id=None, kept=kept)
        assert await next_ledger.flush()
    async with office.database.reading() as session:
        assert [one.place for one in await stamps.of_visitor(session, visitor_id)] == ["torii"]
    (visit,) = await office.visits()
    assert visit.active_seconds == 44


async def test_two_stays_of_one_visitor_add_up(office: Office) -> None:
    event_id, visitor_id = await office.event(minutes=1), await office.visitor()
    for _ in range(2):
        account = office.account(visitor_id, event_id)
        account.close(35, at=MORNING + timedelta(seconds=40))
        await office.ledger.flush()
    async with office.database.reading() as session:
        assert (
            await visits.attended_seconds(session, event_id=event_id, visitor_id=visitor_id) == 70
        )
        (attendance,) = (await session.exec(select(Attendance))).all()
    assert attendance.earned_at is not None
    assert len(await office.awards()) == 1


async def test_many_accounts_are_written_in_batches(office: Office) -> None:
    people = [await office.visitor(f"人{number}") for number in range(BATCH + 3)]
    accounts = [office.account(person) for person in people]
    for seconds, account in enumerate(accounts):
        account.measure(seconds, at=MORNING + timedelta(seconds=60))
    assert await office.ledger.flush()
    totals = {visit.visitor_id: visit.active_seconds for visit in await office.visits()}
    assert totals == {person: seconds for seconds, person in enumerate(people)}


async def test_an_erased_visitor_does_not_hold_up_the_others(office: Office) -> None:
    gone, erased_later, stays = [await office.visitor() for _ in range(3)]
    office.account(gone)
    later = office.account(erased_later)
    kept = office.account(stays)
    async with office.database.transaction() as session:
        await visitors.forget(session, gone)
    await office.ledger.flush()
    async with office.database.transaction() as session:
        await visitors.forget(session, erased_later)
    for account in (later, kept):
        account.close(30, at=MORNING + timedelta(seconds=30))
    assert await office.ledger.flush()
    assert len(office.ledger) == 0
    told = {visit.visitor_id: visit.active_seconds for visit in await office.visits()}
    assert told == {None: 30, stays: 30}


async def test_while_the_database_is_away_everything_is_kept_and_written_afterwards(
    sqlite_url: str, tmp_path: Path
) -> None:
    here = Path(sqlite_url.removeprefix("sqlite+aiosqlite:///"))
    elsewhere = tmp_path / "away" / "kashima.db"
    open_database = Database(sqlite_url)
    office = Office(open_database, Ledger(Database(f"sqlite+aiosqlite:///{elsewhere}")))
    visitor_id = await office.visitor()
    await open_database.close()
    account = office.account(visitor_id)
    for total in (15, 30, 45):
        account.measure(total, at=MORNING + timedelta(seconds=total))
        assert not await office.ledger.flush()
    account.close(50, at=MORNING + timedelta(seconds=50))
    assert not await office.ledger.flush()
    assert len(office.ledger) == 1
    elsewhere.parent.mkdir()
    shutil.copy(here, elsewhere)
    assert await office.ledger.flush()
    office.database = office.ledger._database
    (visit,) = await office.visits()
    assert visit.active_seconds == 50
    assert len(office.ledger) == 0
    await office.database.close()


async def test_who_stops_waiting_for_a_flush_leaves_no_transaction_open(office: Office) -> None:
    accounts = [office.account(await office.visitor(f"人{number}")) for number in range(30)]
    loop = asyncio.get_running_loop()
    for second in range(1, 20):
        for account in accounts:
            account.measure(second, at=MORNING + timedelta(seconds=second))
        flushing = loop.create_task(office.ledger.flush())
        for _ in range(second):
            await asyncio.sleep(0)
        flushing.cancel()
        await asyncio.sleep(0)
        flushing.cancel()
        async with asyncio.timeout(10):
            assert await office.ledger.flush()
        assert all(account.written == second for account in accounts)
    assert sum(visit.active_seconds for visit in await office.visits()) == 30 * 19
