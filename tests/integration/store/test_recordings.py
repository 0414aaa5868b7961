"""Recordings in the tables: only what was agreed to, by one writer, until it is erased."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from fixed_time import MORNING
from sqlmodel import func, select
from store_people import an_open_event

from world_server.errors import BadTransition, NotFound
from world_server.store import events, recordings
from world_server.store.database import Database
from world_server.store.recorded_walk import Part, RecordedLine, RecordedMark
from world_server.store.tables.event import Event, EventState
from world_server.store.tables.recording import Recording, RecordingPart

PART = Part(
    MORNING,
    (RecordedMark(0, 1, 0, 2, 0.5), RecordedMark(30_000, 40, 1, 2, 1.5)),
    (RecordedLine(4000, "guide", text="ようこそ"), RecordedLine(9000, "guide", phrase=3)),
)


def later(seconds: float) -> Part:
    return replace(PART, begun_at=MORNING + timedelta(seconds=seconds))


async def switched(database: Database, *, on: bool = True) -> Event:
    event = await an_open_event(database)
    async with database.transaction() as session:
        await recordings.switch(
            session, event.id or 0, on=on, staff_id=event.created_by, now=MORNING
        )
    return event


async def kept(
    database: Database,
    event: Event,
    part: Part = PART,
    *,
    writer: str = "event-x",
    after: float = 0,
) -> bool:
    async with database.transaction() as session:
        return await recordings.keep(
            session, event.id or 0, part, writer=writer, now=MORNING + timedelta(seconds=after)
        )


async def ended(database: Database, event: Event) -> None:
    async with database.transaction() as session:
        await events.move(session, event.id or 0, to=EventState.ENDED, now=MORNING)


async def published(database: Database, event: Event) -> Recording:
    async with database.transaction() as session:
        return await recordings.publish(session, event.id or 0, now=MORNING)


async def rows(database: Database, kind: type[Recording] | type[RecordingPart]) -> int:
    async with database.reading() as session:
        found = await session.exec(select(func.count()).select_from(kind))
        return found.one()


async def test_nothing_is_kept_that_nobody_agreed_to(database: Database) -> None:
    event = await an_open_event(database)
    assert not await kept(database, event)
    off = await switched(database, on=False)
    assert not await kept(database, off)
    assert await rows(database, RecordingPart) == 0


async def test_parts_are_one_recording_when_it_is_published_and_are_gone_then(
    database: Database,
) -> None:
    event = await switched(database)
    assert await kept(database, event)
    assert await kept(database, event, later(30), after=30)
    async with database.reading() as session:
        whole = await recordings.read(session, event.id or 0)
        assert await recordings.published(session) == []
    assert (whole.seconds, len(whole.lines)) == (60, 4)
    await ended(database, event)
    recording = await published(database, event)
    assert (recording.seconds, recording.line_count) == (60, 4)
    assert await rows(database, RecordingPart) == 0
    async with database.reading() as session:
        card, walk = await recordings.published_walk(session, event.slug)
        assert [one.event.slug for one in await recordings.published(session)] == [event.slug]
    assert (card.seconds, walk) == (60, whole)


async def test_two_instances_do_not_write_into_one_another(database: Database) -> None:
    event = await switched(database)
    assert await kept(database, event, writer="event-x")
    assert not await kept(database, event, later(30), writer="event-x.2", after=30)
    assert await kept(database, event, later(60), writer="event-x", after=60)
    assert await kept(database, event, later(400), writer="event-x.2", after=400)
    assert not await kept(database, event, later(430), writer="event-x", after=430)


async def test_it_is_bounded(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recordings, "MOST_PARTS", 2)
    monkeypatch.setattr(recordings, "MOST_LINES", 3)
    event = await switched(database)
    assert [await kept(database, event, later(30 * n), after=30 * n) for n in range(3)] == [
        True,
        True,
        False,
    ]
    async with database.reading() as session:
        assert len((await recordings.read(session, event.id or 0)).lines) == 3


async def test_an_open_event_is_not_published_and_an_empty_recording_is_not_either(
    database: Database,
) -> None:
    event = await switched(database)
    with pytest.raises(BadTransition):
        await published(database, event)
    await ended(database, event)
    with pytest.raises(NotFound):
        await published(database, event)
    with pytest.raises(BadTransition):
        async with database.transaction() as session:
            await recordings.switch(session, event.id or 0, on=True, staff_id=1, now=MORNING)


async def test_published_it_takes_no_more(database: Database) -> None:
    event = await switched(database)
    await kept(database, event)
    await ended(database, event)
    await published(database, event)
    assert not await kept(database, event, later(60), after=60)


async def test_discarded_nothing_of_it_is_left(database: Database) -> None:
    event = await switched(database)
    await kept(database, event)
    async with database.transaction() as session:
        await recordings.discard(session, event.id or 0)
    assert await rows(database, Recording) + await rows(database, RecordingPart) == 0
    async with database.reading() as session:
        with pytest.raises(NotFound):
            await recordings.published_walk(session, event.slug)


async def test_what_was_not_published_nobody_finds(database: Database) -> None:
    event = await switched(database)
    await kept(database, event)
    await ended(database, event)
    async with database.reading() as session:
        with pytest.raises(NotFound):
            await recordings.published_walk(session, event.slug)


async def erased(database: Database, now: datetime) -> int:
    async with database.transaction() as session:
        return await recordings.erase_old(session, now=now, days=180)


async def test_after_its_time_it_is_erased_published_or_not(database: Database) -> None:
    open_one, done = await switched(database), await switched(database)
    for event in (open_one, done):
        await kept(database, event)
    await ended(database, done)
    await published(database, done)
    end = MORNING + timedelta(hours=1)
    assert await erased(database, end + timedelta(days=179)) == 0
    assert await erased(database, end + timedelta(days=181)) == 2
    assert await rows(database, Recording) + await rows(database, RecordingPart) == 0
