"""Active seconds on their way into the database: kept here until they are written, never lost.

What is written is always the total so far, so writing twice changes nothing; the beat never waits
for it; and while the database is away everything stays here and is tried again.
"""

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime

from world_server.errors import Unavailable
from world_server.presence.stays import KeptStay
from world_server.store import visits
from world_server.store.badge_rules import DEFAULT_RULES, BadgeRules
from world_server.store.clock import visit_day
from world_server.store.database import Database
from world_server.store.stamps import Reached
from world_server.store.visits import Beginning, Checkpoint

log = logging.getLogger(__name__)

CHECKPOINT_SECONDS = 15.0
"""What a crash of this process may cost a visitor."""

BATCH = 200
"""Accounts in one transaction, some 30 ms of SQLite's one writer: the minter wants its turn."""


class Account:
    """One visit's active seconds, from its beginning to its end or to midnight in Kashima."""

    __slots__ = (
        "began_at",
        "day",
        "due_at",
        "ended_at",
        "event_id",
        "instance",
        "measured_at",
        "reached",
        "reached_written",
        "role",
        "total",
        "visit_id",
        "visitor_id",
        "written",
    )

    def __init__(
        self,
        *,
        visitor_id: str,
        instance: str,
        event_id: int | None,
        began_at: datetime,
        due_at: float,
        role: str | None = None,
    ) -> None:
        self.visitor_id = visitor_id
        self.instance = instance
        self.event_id = event_id
        self.role = role
        self.began_at = began_at
        self.day = visit_day(began_at)
        self.due_at = due_at
        self.measured_at = began_at
        self.total = 0
        self.written = 0
        self.reached: list[Reached] = []
        self.reached_written = 0
        self.ended_at: datetime | None = None
        self.visit_id: int | None = None

    def measure(self, total: int, *, at: datetime) -> None:
        """So many active seconds by now; never fewer than before, nothing after the end."""
        if self.ended_at is None:
            self.total = max(self.total, total)
            self.measured_at = max(self.measured_at, at)

    def reach(self, place: str, *, at: datetime) -> None:
        """A place was reached during the visit."""
        if self.ended_at is None:
            self.reached.append(Reached(place, at))

    @property
    def unwritten(self) -> tuple[Reached, ...]:
        """What was reached and is not in the database yet."""
        return tuple(self.reached[self.reached_written :])

    def close(self, total: int, *, at: datetime) -> None:
        """The visit is over; the last word is still to be written."""
        self.measure(total, at=at)
        if self.ended_at is None:
            self.ended_at = max(at, self.began_at)

    @property
    def is_due(self) -> bool:
        """Whether there is something to write."""
        return (
            self.visit_id is None
            or self.total > self.written
            or self.ended_at is not None
            or len(self.reached) > self.reached_written
        )


class Ledger:
    """Every account that is not completely written yet."""

    def __init__(self, database: Database, *, rules: BadgeRules = DEFAULT_RULES) -> None:
        self._database = database
        self._rules = rules
        self._accounts: dict[Account, None] = {}  # in the order they were opened
        self._writing = asyncio.Lock()

    def __len__(self) -> int:
        return len(self._accounts)

    @property
    def waiting(self) -> int:
        """Accounts with something the database does not have yet."""
        return sum(account.is_due for account in self._accounts)

    def open(
        self,
        *,
        visitor_id: str,
        instance: str,
        event_id: int | None,
        began_at: datetime,
        now: float,
        role: str | None = None,
    ) -> Account:
        """Begin a visit; its row is written with the next `flush`."""
        account = Account(
            visitor_id=visitor_id,
            instance=instance,
            event_id=event_id,
            began_at=began_at,
            due_at=now + CHECKPOINT_SECONDS,
            role=role,
        )
        self._accounts[account] = None
        return account

    def adopt(
        self, *, visitor_id: str, instance: str, event_id: int | None, kept: KeptStay
    ) -> Account:
        """A visit that a world which is no more had measured so far, to be written and ended."""
        account = Account(
            visitor_id=visitor_id,
            instance=instance,
            event_id=event_id,
            began_at=kept.measured_at,
            due_at=0.0,
        )
        account.visit_id = kept.visit_id
        for place in kept.reached:
            account.reach(place, at=kept.measured_at)
        account.close(kept.active_seconds, at=kept.measured_at)
        self._accounts[account] = None
        return account

    async def flush(self, accounts: Sequence[Account] | None = None) -> bool:
        """Write what is due, of these accounts or of all.

        False when the database is away: everything is still here, and tried again next time.
        A transaction that has begun comes to its end even if nobody waits for it any more: broken
        off in the wrong moment it would keep SQLite's one lock, and the last words wait for that.
        """
        return await asyncio.shield(self._flush(accounts))

    async def _flush(self, accounts: Sequence[Account] | None) -> bool:
        async with self._writing:
            due = [one for one in (accounts or self._accounts) if one.is_due]
            try:
                for at in range(0, len(due), BATCH):
                    await self._write(due[at : at + BATCH])
            except Unavailable:
                log.warning("attendance waits for the database", extra={"visits": len(due)})
                return False
        return True

    async def _write(self, batch: Sequence[Account]) -> None:
        await self._begin([account for account in batch if account.visit_id is None])
        entries = {
            account: Checkpoint(
                visit_id=visit_id,
                total_active_seconds=account.total,
                at=account.measured_at,
                ended_at=account.ended_at,
                reached=account.unwritten,
            )
            for account in batch
            if (visit_id := account.visit_id) is not None and account.is_due
        }
        if not entries:
            return
        async with self._database.transaction() as session:
            await visits.checkpoint_all(session, tuple(entries.values()), rules=self._rules)
        for account, entry in entries.items():  # which may have grown meanwhile
            account.written = max(account.written, entry.total_active_seconds)
            account.reached_written += len(entry.reached)
            if entry.ended_at is not None:
                self._accounts.pop(account, None)

    async def _begin(self, batch: Sequence[Account]) -> None:
        """Give visits their rows, before and apart from any seconds.

        If the answer to this commit is lost, trying again leaves rows of no seconds behind;
        together with the seconds it would count them twice.
        """
        if not batch:
            return
        async with self._database.transaction() as session:
            opened = await visits.begin_all(
                session,
                [
                    Beginning(one.visitor_id, one.instance, one.event_id, one.began_at, one.role)
                    for one in batch
                ],
            )
        for account, visit in zip(batch, opened, strict=True):
            if visit is None:
                # The visitor erased themselves meanwhile: there is nobody to keep it for.
                self._accounts.pop(account, None)
            else:
                account.visit_id = visit.id
