"""Recordings of guides: switched on by staff, written in parts, published or discarded, erased."""

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import delete, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.errors import BadTransition, NotFound
from world_server.store import events
from world_server.store.clock import JST
from world_server.store.recorded_walk import Part, Recorded, RecordedLine, RecordedMark, joined
from world_server.store.tables.event import Event, EventState
from world_server.store.tables.recording import Recording, RecordingPart

MOST_PARTS = 720
"""Parts of one recording; at one in 30 s, six hours."""

MOST_LINES = 2000
MOST_MARKS = 20_000
"""What one recording holds at most, once it is joined; the rest is left out."""

SILENT = timedelta(minutes=2)
"""A writer that was silent for so long has no claim any more; another instance goes on."""

OVER = frozenset({EventState.ENDED, EventState.CANCELLED})


@dataclass(frozen=True, slots=True)
class Published:
    """A recording visitors may join: its event, how long it is, how much is said."""

    event: Event
    seconds: int
    line_count: int


async def of_event(session: AsyncSession, event_id: int) -> Recording | None:
    """What there is of that event's recording."""
    return await session.get(Recording, event_id)


async def is_on(session: AsyncSession, event_id: int) -> bool:
    """Whether the event's guide is being recorded while its doors are open."""
    recording = await session.get(Recording, event_id)
    return recording is not None and recording.is_on and recording.published_at is None


async def switch(
    session: AsyncSession, event_id: int, *, on: bool, staff_id: int, now: datetime
) -> Recording:
    """Staff agree to the recording of their event, or stop it; raise BadTransition after it."""
    event = await events.held(session, event_id)
    if event.state in OVER:
        raise BadTransition(event.state)
    recording = await session.get(Recording, event_id) or Recording(
        event_id=event_id, is_on=on, staff_id=staff_id, switched_at=now
    )
    recording.is_on, recording.staff_id, recording.switched_at = on, staff_id, now
    session.add(recording)
    await session.flush()
    return recording


async def keep(
    session: AsyncSession, event_id: int, part: Part, *, writer: str, now: datetime
) -> bool:
    """Write a part down; False when it is not wanted: switched off, full, or another one writes."""
    found = await session.exec(
        select(Recording).where(col(Recording.event_id) == event_id).with_for_update()
    )
    recording = found.one_or_none()
    if recording is None or not recording.is_on or recording.published_at is not None:
        return False
    is_other = recording.writer not in (None, writer)
    if is_other and recording.written_at is not None and now - recording.written_at < SILENT:
        return False
    counted = await session.exec(
        select(func.count())
        .select_from(RecordingPart)
        .where(col(RecordingPart.event_id) == event_id)
    )
    number = counted.one()
    if number >= MOST_PARTS:
        return False
    recording.writer, recording.written_at = writer, now
    session.add(recording)
    session.add(
        RecordingPart(
            event_id=event_id,
            number=number,
            begun_at=part.begun_at,
            marks=[list(mark) for mark in part.marks],
            lines=[_line_body(line) for line in part.lines],
        )
    )
    await session.flush()
    return True


async def read(session: AsyncSession, event_id: int) -> Recorded:
    """The recording as it would be played, published or not."""
    recording = await session.get(Recording, event_id)
    if recording is not None and recording.walk is not None:
        return _read_walk(recording.walk)
    found = await session.exec(
        select(RecordingPart)
        .where(col(RecordingPart.event_id) == event_id)
        .order_by(col(RecordingPart.number))
    )
    whole = joined(_part(one) for one in found.all())
    return Recorded(whole.marks[:MOST_MARKS], whole.lines[:MOST_LINES])


async def publish(session: AsyncSession, event_id: int, *, now: datetime) -> Recording:
    """Let visitors join it; raise BadTransition before the event is over, NotFound without one."""
    event = await events.held(session, event_id)
    recording = await session.get(Recording, event_id)
    if event.state is not EventState.ENDED:
        raise BadTransition(event.state)
    if recording is None:
        raise NotFound("recording")
    whole = await read(session, event_id)
    if not whole.marks:
        raise NotFound("recording")
    recording.is_on, recording.published_at = False, now
    recording.seconds, recording.line_count = whole.seconds, len(whole.lines)
    recording.walk = json.dumps(
        {
            "marks": [list(mark) for mark in whole.marks],
            "lines": [_line_body(line) for line in whole.lines],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
    session.add(recording)
    await session.flush()
    await session.exec(delete(RecordingPart).where(col(RecordingPart.event_id) == event_id))
    return recording


async def discard(session: AsyncSession, event_id: int) -> None:
    """Erase all of it, published or not."""
    await session.exec(delete(RecordingPart).where(col(RecordingPart.event_id) == event_id))
    await session.exec(delete(Recording).where(col(Recording.event_id) == event_id))


async def published(session: AsyncSession) -> list[Published]:
    """Recordings visitors may join, the newest event first."""
    found = await session.exec(
        select(Event, col(Recording.seconds), col(Recording.line_count))
        .join(Recording, col(Recording.event_id) == col(Event.id))
        .where(col(Recording.published_at).is_not(None))
        .order_by(col(Event.starts_at).desc())
        .limit(50)
    )
    return [Published(*one) for one in found.all()]


async def published_walk(session: AsyncSession, slug: str) -> tuple[Published, Recorded]:
    """A published recording by its event's link; raise NotFound."""
    event = await events.by_slug(session, slug)
    recording = None if event.id is None else await session.get(Recording, event.id)
    if recording is None or recording.published_at is None or recording.walk is None:
        raise NotFound("recording")
    card = Published(event, recording.seconds, recording.line_count)
    return card, _read_walk(recording.walk)


def day_of(event: Event) -> date:
    """The calendar day of the event in Kashima."""
    return event.starts_at.astimezone(JST).date()


async def erase_old(session: AsyncSession, *, now: datetime, days: int) -> int:
    """Erase what is left of events that ended so many days ago; how many that were."""
    found = await session.exec(
        select(col(Recording.event_id))
        .join(Event, col(Event.id) == col(Recording.event_id))
        .where(col(Event.ends_at) < now - timedelta(days=days))
    )
    old = list(found.all())
    for event_id in old:
        await discard(session, event_id)
    return len(old)


def _line_body(line: RecordedLine) -> dict[str, str | int]:
    said: dict[str, str | int] = {"at": line.at, "by": line.by}
    if line.text is not None:
        return said | {"text": line.text}
    return said if line.phrase is None else said | {"phrase": line.phrase}


def _line(raw: dict[str, str | int]) -> RecordedLine:
    text, phrase = raw.get("text"), raw.get("phrase")
    return RecordedLine(
        at=int(raw["at"]),
        by=str(raw["by"]),
        text=None if text is None else str(text),
        phrase=None if phrase is None else int(phrase),
    )


def _mark(raw: list[float]) -> RecordedMark:
    at, x, y, z, yaw = raw
    return RecordedMark(int(at), x, y, z, yaw)


def _part(row: RecordingPart) -> Part:
    return Part(row.begun_at, tuple(map(_mark, row.marks)), tuple(map(_line, row.lines)))


def _read_walk(text: str) -> Recorded:
    told = json.loads(text)
    return Recorded(tuple(map(_mark, told["marks"])), tuple(map(_line, told["lines"])))
