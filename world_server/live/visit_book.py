"""Measures the stays of one instance into the accounts of the ledger (AC1)."""

from datetime import date

from world_server.live.attendance import CHECKPOINT_SECONDS, Account, Ledger
from world_server.live.stay import Guest, Stay
from world_server.presence.stays import KeptStay
from world_server.sim.world import World
from world_server.store.clock import Clock, visit_day


class VisitBook:
    """One account a stay and day: opened, measured every 15 s, split at midnight, closed."""

    def __init__(
        self, instance: str, *, event_id: int | None, world: World, ledger: Ledger, clock: Clock
    ) -> None:
        self._instance = instance
        self._event_id = event_id
        self._world = world
        self._ledger = ledger
        self._clock = clock

    def open(self, guest: Guest, *, now: float) -> Account:
        """A visit begins."""
        return self._ledger.open(
            visitor_id=guest.visitor_id,
            instance=self._instance,
            event_id=self._event_id,
            began_at=self._clock(),
            now=now,
            role=guest.role if guest.is_hero else None,
        )

    def adopt(self, kept: KeptStay, *, visitor_id: str) -> Account:
        """A visit of the world the instance lived in before is to be written down and ended."""
        return self._ledger.adopt(
            visitor_id=visitor_id, instance=self._instance, event_id=self._event_id, kept=kept
        )

    def today(self) -> date:
        """The calendar day in Kashima."""
        return visit_day(self._clock())

    def look_after(self, stay: Stay, *, today: date, now: float) -> None:
        """What is due for somebody who is here; meant for twice a second."""
        stay.meter.act(self._world.moved_at(stay.body))
        account = stay.account
        if account.ended_at is None and account.day != today:
            self.begin_anew(stay, now=now)
        elif now >= account.due_at:
            account.due_at = now + CHECKPOINT_SECONDS
            account.measure(stay.meter.total(now), at=self._clock())

    def close(self, stay: Stay, *, now: float) -> None:
        """The visit is over, or the event it was for."""
        if stay.away_since is None:
            stay.meter.act(self._world.moved_at(stay.body))
        stay.account.close(stay.meter.total(now), at=self._clock())

    def begin_anew(self, stay: Stay, *, now: float) -> None:
        """A visit belongs to one day of Kashima, and to one role: one ends, the next begins."""
        whole = stay.meter.split(now)
        stay.attended_earlier += whole
        stay.account.close(whole, at=self._clock())
        stay.account = self.open(stay.guest, now=now)
