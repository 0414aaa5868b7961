"""The minter's one loop: keep the lease, keep the chain, settle what was sent, issue what waits."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass

from nft_badges.contract import NoSuchContract
from nft_badges.deploying import Deploying
from nft_badges.desk import Desk
from nft_badges.embedded import Follower
from nft_badges.issuing import Issuing
from nft_badges.keeping import Keeping, Work
from nft_badges.port import ChainAway, ChainRefused, Reverted
from nft_badges.public_chain import PublicChain
from nft_badges.rebinding import Rebinding
from nft_badges.settling import Settling
from nft_badges.snapshots import Snapshots
from nft_badges.states import Held, Why, check_reverts
from world_server.errors import Unavailable
from world_server.store import chain_journal, minting
from world_server.store.minting import Lease, LeaseLost
from world_server.store.tables.chain import Deployment

log = logging.getLogger(__name__)

IDLE_SECONDS = 0.25
"""Pause between looks at the outbox when nothing waits."""

QUIET = frozenset({Why.NOTHING, Why.STANDBY, Why.UNCONFIRMED})
"""Reasons that pass by themselves."""

CHECK_SECONDS = 60.0
"""How often chain, contract and key are checked although nothing went wrong."""


@dataclass
class Report:
    """What the minter says about itself; written by its loop, read by health and metrics."""

    why: Why = Why.NOTHING
    detail: str = ""
    steps: int = 0
    working: bool = False
    contract: str | None = None
    block: int | None = None
    balance: int | None = None
    last_step: float = 0.0

    @property
    def is_well(self) -> bool:
        """Whether nothing needs a person."""
        return self.why in QUIET


class Minter:
    """Works in steps, each of them safe to be interrupted anywhere and to be done again."""

    def __init__(self, desk: Desk, *, owner: str, seconds: Callable[[], float]) -> None:
        """`owner` names this process in the lease; `seconds` is a monotonic clock."""
        self.desk = desk
        self.report = Report()
        self.settling = Settling(desk)
        self.issuing = Issuing(desk)
        self.follower = Follower(
            desk.chain, desk.database, self._renew_lease, snapshots=_pictures(desk)
        )
        self.keeping = Keeping(desk, self.settling, self.follower)
        self._deploying = Deploying(desk)
        self.rebinding = Rebinding(desk, self.issuing, self._deploying.check_registrar)
        self._public = PublicChain(desk, self.settling, seconds)
        self._owner = owner
        self._seconds = seconds
        self._lease: Lease | None = None
        self._leased_at = 0.0
        self._checked_at: float | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Work until `stop` is set, then finish the step in hand and give up the lease."""
        while not stop.is_set():
            pause = await self.guarded_step()
            self.report.steps += 1
            self.report.last_step = self._seconds()
            if pause:
                await _wait(stop, pause)
        await self._let_go()

    async def guarded_step(self) -> float:
        """One step, and the seconds until the next; why nothing can be issued goes to the report.

        What can be waited out is; anything else is a mistake of ours and ends the process.
        """
        try:
            busy = await self.step()
        except LeaseLost:
            self._lease = None
            held = Held(Why.STANDBY)
        except Held as found:
            held = found
        except ChainAway as away:
            held = Held(Why.CHAIN_AWAY, away.what)
        except Unavailable:
            held = Held(Why.DATABASE_AWAY)
        except NoSuchContract:
            held = Held(Why.WRONG_CHAIN, "the contract is not there")
        except (ChainRefused, Reverted) as refusal:
            held = Held(Why.REFUSED, str(refusal))
        else:
            self._tell(Why.NOTHING, "")
            return 0.0 if busy else IDLE_SECONDS
        if held.why not in QUIET:
            self._checked_at = None
        self._tell(held.why, held.detail)
        return held.patience

    async def step(self) -> bool:
        """Do the next thing; True when there may be more. May raise Held and what it is held by."""
        lease = await self._hold_lease()
        async with self.desk.database.reading() as session:
            deployment = await chain_journal.deployment(session)
        if self._is_check_due():
            await self._public.compare_nodes(deployment)
        if deployment is None:
            await self._deploying.begin(lease)
            return True
        self.report.contract = deployment.contract
        if self._is_check_due():
            await self._deploying.check_chain(deployment)
            if not deployment.embedded:
                await self._public.check(deployment)
        if deployment.embedded:
            busy = await self._embedded_step(lease, deployment)
            if not busy:
                await self._keep_picture(deployment)
            return busy
        if not await self._public.settle(lease, deployment):
            return True
        return await self._issue(lease, deployment)

    async def _embedded_step(self, lease: Lease, deployment: Deployment) -> bool:
        """Mine and settle the last round; sign the next one meanwhile where that is the same."""
        work = await self.keeping.look(deployment)
        if work.leaves_the_rest_alone and not self.settling.reverts_in_a_row:
            kept, issued = await asyncio.gather(
                self._keep(lease, deployment, work),
                self._issue(lease, deployment),
                return_exceptions=True,
            )
            # Both have ended, whatever came: nothing goes on behind the next step's back.
            if isinstance(kept, BaseException):
                raise kept
        else:
            await self._keep(lease, deployment, work)
            [issued] = await asyncio.gather(self._issue(lease, deployment), return_exceptions=True)
        if isinstance(issued, Held) and work.unmined:
            return True  # what was mined just now becomes final at once; then the reason is told
        if isinstance(issued, BaseException):
            raise issued
        return issued or bool(work.unmined)

    async def _keep_picture(self, deployment: Deployment) -> None:
        """Nothing waits, so a picture of the chain can be whole; one is taken when it is due."""
        pictures = self.follower.snapshots
        if pictures is None or (self.report.block or 0) < pictures.kept + pictures.every:
            return
        async with self.desk.database.reading() as session:
            last = await chain_journal.last_line(session, deployment.chain_key)
        if last is not None:
            await pictures.keep(deployment, last)

    async def _keep(self, lease: Lease, deployment: Deployment, work: Work) -> None:
        await self.keeping.keep(lease, deployment, work)
        self.report.block = work.last.number

    async def _issue(self, lease: Lease, deployment: Deployment) -> bool:
        check_reverts(self.settling.reverts_in_a_row)
        if self._is_check_due():
            powers = await self._deploying.check_contract(deployment)
            self.issuing.is_admin = powers.is_admin
            signer = self.desk.signer(deployment)
            self.report.balance = await self.desk.chain.balance(signer.address)
            self._checked_at = self._seconds()
        return await self._issue_and_move(lease, deployment)

    async def _issue_and_move(self, lease: Lease, deployment: Deployment) -> bool:
        """Awards first, then one move; what holds up the one does not hold up the other."""
        held: Held | None = None
        issued = False
        try:
            issued = await self.issuing.next_round(lease, deployment)
        except Held as found:
            held = found
        moved = await self.rebinding.next_move(lease, deployment)
        if held is not None:
            raise held
        return issued or moved

    def _is_check_due(self) -> bool:
        return self._checked_at is None or self._seconds() - self._checked_at > CHECK_SECONDS

    async def _hold_lease(self) -> Lease:
        seconds = self.desk.settings.lease_seconds
        if self._lease is None or self._seconds() - self._leased_at > seconds / 3:
            await self._renew_lease()
        if self._lease is None:
            raise Held(Why.STANDBY)
        return self._lease

    async def _renew_lease(self) -> None:
        """Take the lease or keep it; raise LeaseLost when it went to another minter meanwhile."""
        before = self._lease
        async with self.desk.database.transaction() as session:
            self._lease = await minting.take_lease(
                session,
                owner=self._owner,
                now=self.desk.clock(),
                seconds=self.desk.settings.lease_seconds,
            )
        self._leased_at = self._seconds()
        self.report.working = self._lease is not None
        if before is not None and self._lease != before:
            raise LeaseLost

    async def _let_go(self) -> None:
        if self._lease is None:
            return
        try:
            async with self.desk.database.transaction() as session:
                await minting.release_lease(session, self._lease)
        except Unavailable:
            log.warning("the lease could not be given up; it runs out by itself")

    def _tell(self, why: Why, detail: str) -> None:
        """Keep the reason for health and metrics, and log it once when it changes."""
        if (why, detail) != (self.report.why, self.report.detail):
            level = logging.INFO if why in QUIET else logging.ERROR
            log.log(level, "minter: %s", why, extra={"detail": detail})
        self.report.why, self.report.detail = why, detail


def _pictures(desk: Desk) -> Snapshots | None:
    """Where pictures of the town's own chain are kept, if the settings say so."""
    folder = desk.settings.snapshot_folder
    if folder is None or not desk.settings.embedded_chain:
        return None
    return Snapshots(folder, desk.chain, desk.database)


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    """Sleep, yet wake at once when told to stop."""
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        return
