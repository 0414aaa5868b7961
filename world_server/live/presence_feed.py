"""What Redis is told about this world: who is here, whose seat is held, where everybody stands.

Redis being away costs nothing here: those inside go on, and everything is told anew afterwards.
"""

import logging

from world_server.errors import Unavailable
from world_server.live.instance import Instance
from world_server.live.stay import Guest, Stay
from world_server.live.town import LiveTown
from world_server.presence import leases, poses, roster, seats
from world_server.presence.connection import Redis
from world_server.presence.poses import KeptPose
from world_server.presence.roster import Present
from world_server.protocol.closing import Close, bye

log = logging.getLogger(__name__)


class PresenceFeed:
    """Tells Redis about the instances of `town`, every `roster.TELL_SECONDS`."""

    def __init__(self, town: LiveTown, redis: Redis, *, world: str) -> None:
        self._town = town
        self._redis = redis
        self._world = world
        self._answers = True

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

    async def farewell(self, now: float) -> None:
        """The world stops: poses and seats are kept for a return, leases are free at once."""
        try:
            for instance in tuple(self._town.instances.values()):
                await self._tell_of(instance, now)
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
            await self._let_go(self._town.instances[name])
            if self._town.instances[name].stays:
                continue  # somebody came in while we were telling
            self._town.close(name, bye(Close.MOVED))
            await roster.tell(self._redis, instance=name, present=[])
            await leases.release(self._redis, instance=name, world=self._world)

    async def _tell_of(self, instance: Instance, now: float) -> None:
        await self._let_go(instance)
        name, stays = instance.name, tuple(instance.stays.values())
        shown = [stay for stay in stays if stay.is_shown]
        present = [_present(self._town, instance, stay, now) for stay in shown]
        await roster.tell(self._redis, instance=name, present=present)
        held = {stay.guest.visitor_id: stay.guest.seat for stay in stays}
        await seats.keep(self._redis, instance=name, seats=held)
        kept = {stay.guest.visitor_id: _kept(instance, stay) for stay in stays}
        await poses.keep(self._redis, instance=name, poses=kept)

    async def _let_go(self, instance: Instance) -> None:
        """Free the seats of those who left; who was lost keeps their pose for 30 s."""
        gone, instance.gone = instance.gone, []
        for guest, on_purpose in gone:
            await self._free(instance, guest, on_purpose=on_purpose)

    async def _free(self, instance: Instance, guest: Guest, *, on_purpose: bool) -> None:
        if guest.visitor_id in instance.stays:
            return  # back already, with the same seat
        await seats.release(
            self._redis, instance=instance.name, visitor_id=guest.visitor_id, seat=guest.seat
        )
        if on_purpose:
            await poses.forget(self._redis, instance=instance.name, visitor_id=guest.visitor_id)


def _present(town: LiveTown, instance: Instance, stay: Stay, now: float) -> Present:
    pose = instance.world.pose(stay.body)
    return Present(
        visitor_id=stay.guest.visitor_id,
        avatar=stay.body.id,
        nickname=stay.guest.nickname,
        place=town.town.place_at(pose.x, pose.z),
        active_seconds=stay.meter.total(now),
        x=round(pose.x, 2),
        z=round(pose.z, 2),
    )


def _kept(instance: Instance, stay: Stay) -> KeptPose:
    pose = instance.world.pose(stay.body)
    return KeptPose(avatar=stay.body.id, x=pose.x, y=pose.y, z=pose.z, yaw=pose.yaw)
