"""The event an instance is for, as the live town knows it: facts from the tables, read anew."""

from dataclasses import dataclass
from datetime import datetime

from world_server.protocol.messages import Announced, EventNews
from world_server.store import badge_rules, events, recordings, staff
from world_server.store.database import Session
from world_server.store.tables.event import Event, EventState


@dataclass(frozen=True, slots=True)
class Happening:
    """One event's facts and what was announced in it."""

    id: int
    slug: str
    title: str
    place: str
    state: EventState
    starts_at: datetime
    ends_at: datetime
    capacity: int
    needed_seconds: int
    announcements: tuple[Announced, ...]
    is_recorded: bool = False
    """Whether staff have its guide recorded."""

    @property
    def is_open(self) -> bool:
        """Whether its doors are open."""
        return self.state is EventState.OPEN

    @property
    def is_over(self) -> bool:
        """Whether nobody can come in any more."""
        return self.state in (EventState.ENDED, EventState.CANCELLED)

    def news(self, attended_seconds: int) -> EventNews:
        """EV1: the event as one visitor is told about it."""
        return EventNews(
            slug=self.slug,
            title=self.title,
            place=self.place,
            state=self.state.value,
            starts_at=self.starts_at,
            ends_at=self.ends_at,
            attended_seconds=attended_seconds,
            needed_seconds=self.needed_seconds,
            recorded=self.is_recorded,
        )


async def read_happening(session: Session, event_id: int) -> Happening:
    """The event of that id with its announcements; raise NotFound."""
    event = await events.find(session, event_id)
    said = await events.announcements(session, event_id)
    names = {
        staff_id: (await staff.find(session, staff_id)).name
        for staff_id in {line.staff_id for line in said}
    }
    return _of(
        event,
        announcements=tuple(
            Announced(text=line.text, by=names[line.staff_id], at=line.at) for line in said
        ),
        is_recorded=await recordings.is_on(session, event_id),
    )


def _of(event: Event, *, announcements: tuple[Announced, ...], is_recorded: bool) -> Happening:
    if event.id is None:
        message = "an event that is not stored cannot happen"
        raise ValueError(message)
    return Happening(
        id=event.id,
        slug=event.slug,
        title=event.title,
        place=event.place,
        state=event.state,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        capacity=event.capacity,
        needed_seconds=badge_rules.seconds_needed(event),
        announcements=announcements,
        is_recorded=is_recorded,
    )
