"""A recording of an event's guide, as a world would have written it down."""

from datetime import timedelta

from fixed_time import MORNING
from web_town import Town

from world_server.store import recordings
from world_server.store.recorded_walk import Part, RecordedLine, RecordedMark
from world_server.store.tables.event import Event, EventState

PART = Part(
    MORNING,
    (RecordedMark(0, 1, 0.5, 2, 0.25), RecordedMark(20_000, 30, 0.5, 2, 1.57)),
    (RecordedLine(4000, "guide", text="ようこそ"), RecordedLine(9000, "guide", phrase=3)),
)


async def a_recording(town: Town, *, publish: bool) -> Event:
    """An event that is over, and what was recorded of its guide."""
    event = await town.event()
    number = event.id or 0
    async with town.database.transaction() as session:
        await recordings.switch(session, number, on=True, staff_id=1, now=MORNING)
    async with town.database.transaction() as session:
        assert await recordings.keep(session, number, PART, writer="w", now=MORNING)
    async with town.database.transaction() as session:
        found = await session.get(Event, number)
        assert found is not None
        found.state = EventState.ENDED
        session.add(found)
    if publish:
        async with town.database.transaction() as session:
            await recordings.publish(session, number, now=MORNING + timedelta(hours=3))
    return event
