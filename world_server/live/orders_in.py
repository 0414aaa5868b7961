"""What staff order, carried out in the instances that are here."""

import logging

from world_server.errors import Unavailable
from world_server.live.town import LiveTown
from world_server.presence.connection import Redis
from world_server.presence.orders import (
    Announce,
    BlockChanged,
    EventChanged,
    Hearing,
    Order,
    RemoveVisitor,
    VisitorErased,
    listen,
)
from world_server.protocol.messages import Announced

log = logging.getLogger(__name__)

LOOK_SECONDS = 10.0
"""An order may get lost on its way; the tables are looked at this often in any case."""


async def obey(town: LiveTown, redis: Redis) -> None:
    """Carry out every order, for ever."""
    async for order in listen(redis):
        try:
            await carry_out(town, order)
        except Unavailable:
            log.warning("an order waits for the database", extra={"order": type(order).__name__})


async def carry_out(town: LiveTown, order: Order | Hearing) -> None:
    """Do what one order says; raise Unavailable when the tables cannot be read."""
    match order:
        case Announce():
            line = Announced(text=order.text, by=order.by, at=order.at)
            town.announce(order.event_id, line)
        case RemoveVisitor():
            town.remove(order.event_id, order.visitor_id, order.reason)
        case EventChanged():
            await town.read_event(order.event_id)
        case VisitorErased():
            town.forget(order.visitor_id)
        case BlockChanged():
            town.change_block(order.visitor_id, order.other_id, blocks=order.blocks)
        case Hearing():
            for event_id in town.event_ids():
                await town.read_event(event_id)
                await town.read_removals(event_id)


async def look_again(town: LiveTown) -> None:
    """Read every event that is here anew, patient with a database that is away."""
    try:
        for event_id in town.event_ids():
            await town.read_event(event_id)
    except Unavailable:
        log.warning("events are not looked up while the database is away")
