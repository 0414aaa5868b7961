"""The live town of one world process: its instances, and who may do what in them."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial

from world_server.errors import EventNotOpen, Malformed, TicketRefused, TownError
from world_server.line_rules import LineRules
from world_server.live.admission import Admission
from world_server.live.attendance import Ledger
from world_server.live.connection import Connection
from world_server.live.happening import read_happening
from world_server.live.instance import Instance
from world_server.live.neighbours import Neighbours
from world_server.live.stay import Guest, Stay
from world_server.metrics import Metrics
from world_server.protocol.closing import Close, Refusal, bye, refusal
from world_server.protocol.messages import Announced, BadgeNews
from world_server.protocol.moves import decode_move_event
from world_server.protocol.requests import (
    decode_chat,
    decode_emote,
    decode_gather,
    decode_hello,
    decode_person,
    decode_travel,
)
from world_server.sim.programme import NOTHING, Programme
from world_server.sim.town import Town
from world_server.store import events
from world_server.tickets import Claims

log = logging.getLogger(__name__)

TIDY_SECONDS = 5.0
"""How long the lists of everybody may still hold who left: at 4,000, 3 % of the core to renew."""

EMPTY_SECONDS = 60.0
"""How long an instance nobody is in is kept, with its avatar numbers and its lease."""


class LiveTown:
    """Every instance this world owns; a visitor is in at most one of them (JN8)."""

    def __init__(
        self,
        admission: Admission,
        neighbours: Neighbours,
        rules: LineRules,
        *,
        town: Town,
        ledger: Ledger,
        metrics: Metrics,
        public_capacity: int,
        instance_capacity: int,
        pose_budget: int,
        now: Callable[[], float],
    ) -> None:
        self.instances: dict[str, Instance] = {}
        self.said = asyncio.Event()
        """Set when something was said somewhere, and waits to be kept and told."""
        self.ledger = ledger
        self.beat_at: float | None = None
        self.town = town
        self._admission = admission
        self._neighbours = neighbours
        self._rules = rules
        self._metrics = metrics
        self._public_capacity = public_capacity
        self._instance_capacity = instance_capacity
        self._pose_budget = pose_budget
        self._now = now
        self.exchange: Callable[[float], None] = lambda _: None
        """MI1: done between the halves of each beat, when all moves are judged."""
        self.programme: Programme = NOTHING
        """RG2: by which a recorded guide walks in the public town."""
        self._founding = asyncio.Lock()
        self._place: dict[str, Instance] = {}
        self._stays: dict[Connection, tuple[Instance, Stay]] = {}
        self._tidy_at = float("-inf")

    # ── the gateway's door ──────────────────────────────────────────────────

    async def admit(self, hello: object, connection: Connection) -> Callable[[], None]:
        """JN1 to JN7: judge a CONNECT; give back what lets the visitor in once it is answered.

        Who comes back to a stay that is kept here needs neither the database nor Redis.
        """
        told = decode_hello(hello)
        claims = self._admission.claims(told.ticket)
        connection.lane = told.lane
        instance = self.instances.get(claims.instance)
        guest = None
        if told.after is None or instance is None or claims.visitor_id not in instance.stays:
            instance = instance or await self._found(claims)
            if instance.happening is not None and not instance.happening.is_open:
                raise EventNotOpen
            await self._settle(claims, instance)
            guest = await self._admission.guest(claims)
        return partial(self._enter, claims, guest, told.after, connection)

    async def _found(self, claims: Claims) -> Instance:
        """Have the instance here, under this world's lease, unless its event is not open."""
        async with self._founding:
            if claims.instance in self.instances:
                return self.instances[claims.instance]
            happening = await self._admission.happening(claims)
            if happening is not None and not happening.is_open:
                raise EventNotOpen
            log, inheritance = await self._admission.found(claims.instance, now=self._now())
            capacity = self._public_capacity if happening is None else happening.capacity
            instance = self.instances[claims.instance] = Instance(
                claims.instance,
                town=self.town,
                capacity=min(capacity, self._instance_capacity),
                happening=happening,
                ledger=self.ledger,
                log=log,
                inheritance=inheritance,
                said=self.said.set,
                clock=self._admission.clock,
                metrics=self._metrics,
                now=self._now(),
                pose_budget=self._pose_budget,
            )
            instance.conversation.rules = self._rules
            if happening is None:
                kept = [entry.packet for entry in log.kept]
                instance.recorded.begin(self.programme, kept, now=self._now())
            return instance

    async def _settle(self, claims: Claims, instance: Instance) -> None:
        """RS4: what another world had measured of the visitor is written down before it is read."""
        account = instance.settle(claims.visitor_id)
        if account is not None:
            await self.ledger.flush([account])

    def _enter(
        self, claims: Claims, guest: Guest | None, after: int | None, connection: Connection
    ) -> None:
        if connection.is_over:
            return  # gone before it was let in
        visitor_id, now = claims.visitor_id, self._now()
        instance = self.instances.get(claims.instance)
        before = self._place.get(visitor_id)
        if before is not None and before is not instance:
            before.leave(visitor_id, bye(Close.ANOTHER_TAB), now=now)
        try:
            if instance is None:
                raise TicketRefused  # the instance was closed between the question and the answer
            stay = instance.attach(visitor_id, connection, guest=guest, after=after, now=now)
        except TownError as refused:
            connection.end(refusal(refused))
            return
        self._place[visitor_id] = instance
        self._stays[connection] = (instance, stay)

    def ask(self, connection: Connection, request: str, raw: object) -> Awaitable[object] | None:
        """Do what a visitor asks; raise TownError to refuse.

        What is given back, if anything, is done when the answer may go; it may refuse as well.
        """
        seated = self._stays.get(connection)
        if seated is None or seated[1].connection is not connection:
            raise TicketRefused
        instance, stay = seated
        now = self._now()
        match request:
            case "move":
                instance.move(stay, decode_move_event(raw, self.town.bounds))
            case "chat":
                return instance.say(stay, decode_chat(raw), now=now).wait()
            case "emote":
                instance.show(stay, decode_emote(raw), now=now)
            case "gather":
                decode_gather(raw)
                instance.conversation.gather(stay, now=now)
            case "travel":
                instance.travel(stay, decode_travel(raw), now=now)
            case "block":
                person = decode_person(raw, request)
                return self._neighbours.block(instance, stay, person.avatar, now=now)
            case "leave":
                instance.leave(stay.guest.visitor_id, None, now=now)
                connection.end_soon(bye(Close.LEFT))  # LV1: the answer goes first
            case _:
                raise Malformed("event")
        return None

    # ── time ────────────────────────────────────────────────────────────────

    def beat(self, now: float) -> None:
        """One beat of every instance."""
        with self._metrics.beat_seconds.time():
            for instance in self.instances.values():
                instance.judge(now)
            self.exchange(now)
            for instance in self.instances.values():
                instance.display(now)
        self.beat_at = now

    def sweep(self, now: float) -> None:
        """What is looked at twice a second."""
        for instance in self.instances.values():
            instance.sweep(now)
        if now >= self._tidy_at:
            self._tidy_at = now + TIDY_SECONDS
            self._tidy()

    def _tidy(self) -> None:
        """Forget who left. Whoever asks here looks at the stay itself, so this need not be soon."""
        self._stays = {
            connection: (instance, stay)
            for connection, (instance, stay) in self._stays.items()
            if stay.connection is connection
        }
        self._place = {
            visitor_id: instance
            for instance in self.instances.values()
            for visitor_id in instance.stays
        }

    def deserted(self, now: float) -> list[str]:
        """Names of instances nobody has been in for a minute."""
        return [
            name
            for name, instance in self.instances.items()
            if instance.empty_since is not None and now - instance.empty_since > EMPTY_SECONDS
        ]

    def close(self, name: str, goodbye: Refusal) -> None:
        """End an instance, and everybody's visit in it."""
        instance = self.instances.pop(name, None)
        if instance is not None:
            instance.close(goodbye, now=self._now())

    def close_all(self, goodbye: Refusal) -> None:
        """End everything: this world stops."""
        for name in tuple(self.instances):
            self.close(name, goodbye)

    # ── what comes from outside ─────────────────────────────────────────────

    def of_event(self, event_id: int) -> list[Instance]:
        """The instances of that event that are here."""
        return [
            instance
            for instance in self.instances.values()
            if instance.happening is not None and instance.happening.id == event_id
        ]

    def event_ids(self) -> set[int]:
        """The events that have an instance here."""
        return {
            instance.happening.id
            for instance in self.instances.values()
            if instance.happening is not None
        }

    async def read_event(self, event_id: int) -> None:
        """EV1, MI5: look the event up and tell what is new; raise Unavailable."""
        here = self.of_event(event_id)
        if not here:
            return
        async with self._admission.database.reading() as session:
            fresh = await read_happening(session, event_id)
        for instance in here:
            if self.instances.get(instance.name) is instance:
                instance.update(fresh, now=self._now())

    async def read_removals(self, event_id: int) -> None:
        """Put out whoever staff removed while nobody heard; raise Unavailable."""
        inside = [visitor_id for one in self.of_event(event_id) for visitor_id in one.stays]
        async with self._admission.database.reading() as session:
            for visitor_id in inside:
                reason = await events.removal_reason(
                    session, event_id=event_id, visitor_id=visitor_id
                )
                if reason is not None:
                    self.remove(event_id, visitor_id, reason)

    def announce(self, event_id: int, line: Announced) -> None:
        """AN1, MI5: staff say something to everybody in the event."""
        for instance in self.of_event(event_id):
            instance.announce(line)

    def remove(self, event_id: int, visitor_id: str, reason: str) -> None:
        """MI5: staff put a visitor out of the event."""
        for instance in self.of_event(event_id):
            instance.leave(visitor_id, bye(Close.REMOVED, reason=reason), now=self._now())

    def forget(self, visitor_id: str) -> None:
        """The visitor had themselves erased: their stay ends as if they had left."""
        instance = self._place.get(visitor_id)
        if instance is not None:
            instance.leave(visitor_id, bye(Close.LEFT), now=self._now())

    def change_block(self, visitor_id: str, other_id: str, *, blocks: bool) -> None:
        """BL1, BL5: a visitor who is here blocks another, or does so no more."""
        instance = self._place.get(visitor_id)
        stay = None if instance is None else instance.stays.get(visitor_id)
        if instance is not None and stay is not None:
            (instance.apart.block if blocks else instance.apart.unblock)(stay, other_id)

    def tell_badge(self, visitor_id: str, news: BadgeNews) -> None:
        """BD1: one of the visitor's badges changed."""
        instance = self._place.get(visitor_id)
        stay = None if instance is None else instance.stays.get(visitor_id)
        if stay is not None:
            stay.tell_badge(news)

    def visitors(self) -> list[str]:
        """Everybody who is in, or kept for a return."""
        return list(self._place)
