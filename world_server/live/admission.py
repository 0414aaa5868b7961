"""Who may come in: the ticket, the seat, the event, and what is known about the visitor."""

from dataclasses import dataclass

from world_server.errors import NotFound, Removed, TicketRefused
from world_server.live.happening import Happening, read_happening
from world_server.live.inheritance import Inheritance
from world_server.live.log import Entry, Log
from world_server.live.stay import Guest
from world_server.presence import journal, leases, seats, stays
from world_server.presence.connection import Redis
from world_server.protocol.limits import KEPT_MESSAGES
from world_server.store.clock import Clock
from world_server.store.database import Database
from world_server.store.doors import Entering, Ticketed
from world_server.tickets import Claims, read
from world_server.together import Together


@dataclass(frozen=True, slots=True)
class Admission:
    """JN7: asks the tables and Redis; nothing of the live town is changed here."""

    secret: str
    world: str
    database: Database
    redis: Redis
    clock: Clock
    entering: Together[Ticketed, Entering]

    def claims(self, ticket: str) -> Claims:
        """What the ticket says; raise TicketRefused when it is not one for this world."""
        claims = read(self.secret, ticket, now=self.clock())
        if claims.world != self.world:
            raise TicketRefused
        return claims

    async def guest(self, claims: Claims) -> Guest:
        """The visitor, if their seat is held; raise TicketRefused, Removed or Unavailable."""
        try:
            known = await self.entering.ask(Ticketed(claims.visitor_id, claims.event_id))
        except NotFound as erased:
            raise TicketRefused from erased
        if known.removed_for is not None:
            raise Removed(known.removed_for)  # whose seat is gone, too, but this says why
        held = await seats.confirm(
            self.redis, instance=claims.instance, visitor_id=claims.visitor_id, seat=claims.seat
        )
        if not held:
            raise TicketRefused
        return Guest(
            visitor_id=claims.visitor_id,
            nickname=known.nickname,
            look=known.look,
            seat=claims.seat,
            role=claims.role,
            attended_before=known.attended_seconds,
            stamped=known.stamped,
            blocks=known.blocks,
        )

    async def happening(self, claims: Claims) -> Happening | None:
        """The event of the ticket, None for the public town; raise TicketRefused."""
        if claims.event_id is None:
            return None
        async with self.database.reading() as session:
            try:
                return await read_happening(session, claims.event_id)
            except NotFound as unknown:
                raise TicketRefused from unknown

    async def found(self, instance: str, *, now: float) -> tuple[Log, Inheritance]:
        """Take the instance over, with what is known of it from the world it lived in before.

        Raise TicketRefused when another world has it.
        """
        await self._owns(instance)
        kept = [Entry.read(raw) for raw in await journal.kept(self.redis, instance)]
        left = await stays.left_behind(self.redis, instance)
        log = Log(first=int(self.clock().timestamp() * 1_000_000), kept=kept)
        await journal.append(
            self.redis,
            instance=instance,
            world=self.world,
            entries=[entry.raw() for entry in log.kept],
            most=KEPT_MESSAGES,
            anew=True,
        )
        return log, Inheritance(left, now=now)

    async def _owns(self, instance: str) -> None:
        owner = await leases.claim(self.redis, instance=instance, world=self.world)
        if owner != self.world:
            raise TicketRefused
