"""What Redis knows about the instances of an event: who is in which, and who waits for a seat."""

from collections.abc import Sequence
from dataclasses import dataclass

from world_server.instances import base_of_event, number_of
from world_server.presence import roster, seats
from world_server.presence.connection import Redis
from world_server.presence.roster import Present
from world_server.store.tables.event import Event


@dataclass(frozen=True, slots=True)
class Here:
    """Somebody who is in the event; `instance` counts from 1, 0 while there is only one."""

    who: Present
    instance: int


@dataclass(frozen=True, slots=True)
class Venue:
    """Everybody who is in the event, instance after instance, and how many stand in line."""

    here: tuple[Here, ...] = ()
    waiting: int = 0


async def venue_of(redis: Redis, event: Event) -> Venue:
    """How it is there now; raise Unavailable."""
    full = await seats.occupancy(redis, base_of_event(event.slug))
    here: list[Here] = []
    for instance in full.instances:
        number = number_of(instance) if len(full.instances) > 1 else 0
        present = await roster.present(redis, instance)
        here += [Here(who=one, instance=number) for one in present]
    return Venue(here=tuple(here), waiting=full.waiting)


async def counts(redis: Redis, events: Sequence[Event]) -> dict[int | None, int]:
    """How many are in each event, by its id; raise Unavailable."""
    full = await seats.occupancy_each(redis, [base_of_event(event.slug) for event in events])
    names = [name for one in full.values() for name in one.instances]
    counted = await roster.counts(redis, names)
    return {
        event.id: sum(counted[name] for name in full[base_of_event(event.slug)].instances)
        for event in events
    }
