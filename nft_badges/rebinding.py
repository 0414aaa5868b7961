"""From consents of wallets to signed moves of badges: tried first, one at a time, swept up after.

rebind   queued ──try, sign──▶ batched ──receipt──▶ mined ──cannot be undone──▶ final
            │  ▲                 │  ▲                 │
            │  └────reverted─────┘  └───reorganised───┘
            └──the contract refuses──▶ refused (its person is told, and may sign again)
"""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from nft_badges import contract, wallet_calls
from nft_badges.desk import Desk
from nft_badges.drafting import Draft, Turn
from nft_badges.issuing import Issuing
from nft_badges.keys import Issuer
from nft_badges.sending import rebind_gas
from nft_badges.states import Held, Why
from world_server.store import rebinds
from world_server.store.chain_batches import stored_id
from world_server.store.database import Session
from world_server.store.minting import Lease
from world_server.store.tables.chain import BatchKind, Deployment, MintBatch
from world_server.store.tables.wallet import Rebind

log = logging.getLogger(__name__)

MARGIN = timedelta(minutes=1)
"""Looked at once more: a block may be written down with the second in which that began."""


class Fate(StrEnum):
    """What a trial says is to be done about a move."""

    SIGN = "sign"
    DROP = "drop"
    REFUSE = "refuse"


def after_trial(reason: str | None, *, is_empty: bool, has_reverted: bool) -> Fate:
    """What a trial call of `rebind` asks for, when nothing is left on the page or when there is.

    The reason is only told on: a wallet with code may put any words into the contract's mouth. One
    that passed a trial, reverted, and passes again is not paid for twice, for the same cause.
    """
    if is_empty:
        return Fate.DROP
    return Fate.SIGN if reason is None and not has_reverted else Fate.REFUSE


class _GoneMeanwhile(Exception):
    """The move was taken up or taken away since the look."""


@dataclass
class Rebinding:
    """Turns moves that wait into transactions, one at a time."""

    desk: Desk
    issuing: Issuing
    check_registrar: Callable[[Deployment], Awaitable[Issuer]]
    """The account that may move badges; raises Held when there is none."""

    _swept: datetime | None = field(default=None)
    """Awards that changed before this were looked at for strays."""

    async def next_move(self, lease: Lease, deployment: Deployment) -> bool:
        """Sign one move if any may be; True when something was done. May raise Held."""
        swept = await self._sweep(lease, deployment)
        async with self.desk.database.reading() as session:
            rebind = await rebinds.next_ready(session)
        if rebind is None:
            return swept
        registrar = await self.check_registrar(deployment)
        await self._check_open(deployment)
        turn = await self.issuing.turn(lease, deployment, registrar)
        draft = await self._draft(rebind)
        reason = await self.issuing.drafting.trial(turn, draft)
        fate = after_trial(
            reason,
            is_empty=not await self._holds(deployment, rebind.holder, rebind.page),
            has_reverted=rebind.refused_reason == rebinds.REVERTED,
        )
        match fate:
            case Fate.SIGN:
                return await self._sign(turn, draft)
            case Fate.DROP:
                await self._drop(turn, rebind)
            case Fate.REFUSE:
                await self._refuse(turn, rebind, reason or rebinds.REVERTED)
        return True

    async def _draft(self, rebind: Rebind) -> Draft:
        async with self.desk.database.reading() as session:
            badges = await rebinds.awards_at(session, rebind.holder, rebind.page)
        data = wallet_calls.rebind(
            rebind.holder,
            rebind.wallet,
            page=rebind.page,
            deadline=rebind.deadline,
            signature=rebind.signature,
        )

        async def taken_up(session: Session, batch: MintBatch) -> None:
            row = await rebinds.claim(session, stored_id(rebind.id))
            if row is None or row.signature != rebind.signature:
                raise _GoneMeanwhile
            await rebinds.batched(session, row, batch_id=stored_id(batch.id), now=self.desk.clock())

        return Draft(BatchKind.REBIND, None, data, rebind_gas(badges), taken_up=taken_up)

    async def _sign(self, turn: Turn, draft: Draft) -> bool:
        try:
            return await self.issuing.sign(turn, [draft])
        except _GoneMeanwhile:
            return True

    async def _drop(self, turn: Turn, rebind: Rebind) -> None:
        log.info("nothing to move", extra={"rebind": rebind.id})
        async with self.desk.writing(turn.lease) as session:
            await rebinds.drop(session, stored_id(rebind.id))

    async def _refuse(self, turn: Turn, rebind: Rebind, reason: str) -> None:
        log.error("a move is refused", extra={"rebind": rebind.id, "why": reason})
        async with self.desk.writing(turn.lease) as session:
            await rebinds.refuse(
                session, stored_id(rebind.id), reason=reason, now=self.desk.clock()
            )

    async def _sweep(self, lease: Lease, deployment: Deployment) -> bool:
        """Queue pages that got badges at a holder whose person had moved already."""
        began = self.desk.clock()
        async with self.desk.database.reading() as session:
            strays = await rebinds.strays(session, since=self._swept)
        there = [
            stray for stray in strays if await self._holds(deployment, stray.holder, stray.page)
        ]
        if there:
            async with self.desk.writing(lease) as session:
                for stray in there:
                    log.info("a page got badges after its move", extra={"page": stray.page})
                    await rebinds.follow_up(session, stray, now=self.desk.clock())
        self._swept = began - MARGIN
        return bool(there)

    async def _holds(self, deployment: Deployment, holder: str, page: int) -> bool:
        """Whether there is anything on the page to move."""
        return await self._ask(deployment, contract.badges_of(holder, page=page)) != 0

    async def _check_open(self, deployment: Deployment) -> None:
        """Raise Held while the contract is paused."""
        if await self._ask(deployment, wallet_calls.gate_state()):
            raise Held(Why.PAUSED, f"{deployment.contract} is paused")

    async def _ask(self, deployment: Deployment, question: bytes) -> int:
        """The first number of the contract's answer."""
        return contract.read_number(
            await self.desk.chain.call(to=deployment.contract, data=question)
        )
