"""Who may come in: the ticket, the seat, the event, and what is known about the visitor."""

from dataclasses import dataclass

from world_server.errors import EventNotOpen, NotFound, Removed, TicketRefused
from world_server.live.happening import Happening, read_happening
from world_server.live.stay import Guest
from world_server.presence import leases, poses, seats
from world_server.presence.connection import Redis
from world_server.protocol.geometry import Pose
from world_server.store import events, visitors, visits
from world_server.store.clock import Clock
from world_server.store.database import Database
from world_server.tickets import Claims, read


@dataclass(frozen=True, slots=True)
class Admission:
    """JN7: asks the tables and Redis; nothing of the live town is changed here."""

    secret: str
    world: str
    database: Database
    redis: Redis
    clock: Clock

    def claims(self, ticket: str) -> Claims:
        """What the ticket says; raise TicketRefused when it is not one for this world."""
        claims = read(self.secret, ticket, now=self.clock())
        if claims.world != self.world:
            raise TicketRefused
        return claims

    async def guest(self, claims: Claims) -> Guest:
        """The visitor, if their seat is still held; raise TicketRefused or Unavailable."""
        held = await seats.confirm(
            self.redis, instance=claims.instance, visitor_id=claims.visitor_id, seat=claims.seat
        )
        if not held:
            raise TicketRefused
        kept = await poses.last(self.redis, instance=claims.instance, visitor_id=claims.visitor_id)
        async with self.database.reading() as session:
            try:
                visitor = await visitors.find(session, claims.visitor_id)
            except NotFound as erased:
                raise TicketRefused from erased
            attended = 0
            if claims.event_id is not None:
                attended = await visits.attended_seconds(
                    session, event_id=claims.event_id, visitor_id=visitor.id
                )
        return Guest(
            visitor_id=visitor.id,
            nickname=visitor.nickname,
            look=visitor.look,
            seat=claims.seat,
            role=claims.role,
            attended_before=attended,
            last_avatar=None if kept is None else kept.avatar,
            last_pose=None if kept is None else Pose(kept.x, kept.y, kept.z, kept.yaw),
        )

    async def happening(self, claims: Claims) -> Happening | None:
        """The event of the ticket, None for the public town.

        Raise EventNotOpen unless its doors are open, Removed when staff put the visitor out.
        """
        if claims.event_id is None:
            return None
        async with self.database.reading() as session:
            try:
                happening = await read_happening(session, claims.event_id)
            except NotFound as unknown:
                raise TicketRefused from unknown
            reason = await events.removal_reason(
                session, event_id=claims.event_id, visitor_id=claims.visitor_id
            )
        if reason is not None:
            raise Removed(reason)
        if not happening.is_open:
            raise EventNotOpen
        return happening

    async def owns(self, instance: str) -> None:
        """Take or keep the lease of the instance; raise TicketRefused when another world has it."""
        owner = await leases.claim(self.redis, instance=instance, world=self.world)
        if owner != self.world:
            raise TicketRefused
