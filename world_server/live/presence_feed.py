"""What Redis is told about this world: who is here, whose seat is held, what is left behind.

Redis being away costs nothing here: those inside go on, and everything is told anew afterwards.
"""

import asyncio
import logging
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from world_server.errors import Unavailable
from world_server.live.instance import Instance
from world_server.live.stay import Stay
from world_server.live.town import LiveTown
from world_server.presence import journal, leases, roster, seats, stays
from world_server.presence.connection import Redis
from world_server.presence.roster import Present
from world_server.presence.stays import KeptStay
from world_server.protocol.closing import Close, bye
from world_server.store.clock import Clock

log = logging.getLogger(__name__)

KEEP_SECONDS = 1.0
"""How stale an avatar's place and attendance may be when another world takes over."""

AT_ONCE = 250
"""Stays looked at between two turns of the loop: a full hall must not hold up its own beat."""

SEATS_A_ROUND = 1000
"""Seats are held for 45 s, so that of thousands each is held again in good time."""


class PresenceFeed:
    """Tells Redis about the instances of `town`: `tell` every few seconds, `keep_stays` each."""

    def __init__(self, town: LiveTown, redis: Redis, *, world: str, clock: Clock) -> None:
        self._town = town
        self._redis = redis
        self._world = world
        self._clock = clock
        self._answers = True
        self._seats_kept = 0

    async def tell(self, now: float) -> None:
        """One round; what cannot be told now is told with the next."""
        try:
            await self._give_up(self._town.deserted(now))
            await self._renew()
            for instance in tuple(self._town.instances.values()):
                await self._tell_of(instance, now)
        except Unavailable:
            if self._answers:
                log.warning("Redis is away; those inside go on")
            self._answers = False
            return
        if not self._answers:
            log.info("Redis is back, and told anew")
        self._answers = True

    async def keep_stays(self, now: float) -> None:
        """RS4: what another world needs to go on from here."""
        if not self._answers:
            return  # `tell` finds out when it is back, and logs it once
        try:
            for instance in tuple(self._town.instances.values()):
                await self._keep_stays(instance, now)
        except Unavailable:
            return

    async def farewell(self, now: float) -> None:
        """The world stops: stays and seats are kept for a return, leases are free at once."""
        try:
            for instance in tuple(self._town.instances.values()):
                await self._tell_of(instance, now)
                await self._keep_stays(instance, now)
                await leases.release(self._redis, instance=instance.name, world=self._world)
        except Unavailable:
            log.warning("Redis is away; leases lapse by themselves")

    async def _renew(self) -> None:
        names = tuple(self._town.instances)
        lost = await leases.renew(self._redis, instances=names, world=self._world)
        for name in lost:
            log.warning("an instance lives elsewhere now", extra={"instance": name})
            self._town.close(name, bye(Close.MOVED))

    async def _give_up(self, names: list[str]) -> None:
        for name in names:
            await self._free_seats(self._town.instances[name])
            if self._town.instances[name].stays:
                continue  # somebody came in while we were telling
            self._town.close(name, bye(Close.MOVED))
            await roster.tell(self._redis, instance=name, present=[])
            await stays.forget(self._redis, name)
            await journal.forget(self._redis, name)
            await leases.release(self._redis, instance=name, world=self._world)

    async def _tell_of(self, instance: Instance, now: float) -> None:
        await self._free_seats(instance)
        name = instance.name
        present: list[Present] = []
        for some in _in_turns(instance):
            present += _present(self._town, instance, some, now)
            await asyncio.sleep(0)
        await roster.tell(self._redis, instance=name, present=present)
        await self._keep_seats(instance)

    async def _keep_seats(self, instance: Instance) -> None:
        """Hold seats, of a full hall a part each round: Redis does nothing else meanwhile."""
        inside = list(instance.stays.values())
        if len(inside) > SEATS_A_ROUND:
            first = self._seats_kept % len(inside)
            inside = (inside + inside)[first : first + SEATS_A_ROUND]
            self._seats_kept = first + SEATS_A_ROUND
        for at in range(0, len(inside), AT_ONCE):
            held = {stay.guest.visitor_id: stay.guest.seat for stay in inside[at : at + AT_ONCE]}
            await seats.keep(self._redis, instance=instance.name, seats=held)

    async def _keep_stays(self, instance: Instance, now: float) -> None:
        kept = dict(instance.inheritance.rest())
        for some in _in_turns(instance):
            kept.update(self._kept(instance, some, now))
            await asyncio.sleep(0)
        await stays.keep(self._redis, instance=instance.name, stays=kept)

    async def _free_seats(self, instance: Instance) -> None:
        """Free the seats of those who left."""
        gone, instance.gone = instance.gone, []
        loop = asyncio.get_running_loop()
        for guest, left_at in gone:
            if guest.visitor_id not in instance.stays:  # else back already, with the same seat
                await seats.release(
                    self._redis,
                    instance=instance.name,
                    visitor_id=guest.visitor_id,
                    seat=guest.seat,
                    left_ago=loop.time() - left_at,
                )

    def _kept(self, instance: Instance, some: Sequence[Stay], now: float) -> Mapping[str, KeptStay]:
        at = self._clock()
        poses = instance.world.positions([stay.body.slot for stay in some])
        return {
            stay.guest.visitor_id: KeptStay(
                stay.body.id,
                *pose,
                visit_id=stay.account.visit_id,
                active_seconds=stay.measured(now),
                measured_at=at,
                reached=tuple(one.place for one in stay.account.unwritten),
            )
            for stay, pose in zip(some, poses, strict=True)
        }


def _in_turns(instance: Instance) -> Iterator[Sequence[Stay]]:
    """Some stays at a time, leaving out who went meanwhile."""
    waiting = iter(tuple(instance.stays.items()))
    while some := tuple(islice(waiting, AT_ONCE)):
        yield [stay for visitor_id, stay in some if instance.stays.get(visitor_id) is stay]


def _present(
    town: LiveTown, instance: Instance, some: Sequence[Stay], now: float
) -> Iterator[Present]:
    shown = [stay for stay in some if stay.is_shown]
    poses = instance.world.positions([stay.body.slot for stay in shown])
    places = town.town.places_at([(x, z) for x, _, z, _ in poses])
    for stay, (x, _, z, _), place in zip(shown, poses, places, strict=True):
        yield Present(
            visitor_id=stay.guest.visitor_id,
            avatar=stay.body.id,
            nickname=stay.guest.nickname,
            place=place,
            active_seconds=stay.meter.total(now),
            x=x,
            z=z,
        )
