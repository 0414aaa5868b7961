"""The minter's side of moving badges to wallets: what waits, what became of it; never commits."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from eth_utils.address import to_checksum_address
from sqlalchemy import exists, func, or_, update
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.store.tables.award import Award, AwardState
from world_server.store.tables.chain import MintBatch
from world_server.store.tables.wallet import Rebind, RebindState, WalletLink

OTHER, BOUND, OVER, BATCH = aliased(Rebind), aliased(Rebind), aliased(Rebind), aliased(MintBatch)
"""Made once: that takes longer than to ask, and the minter asks at every step."""

PAGE = 256
"""Badges on one page of the contract."""

SETTLED = (RebindState.MINED, RebindState.FINAL)
ON_CHAIN = (AwardState.MINED, AwardState.FINAL)
REASON_LENGTH = 200
REVERTED = "reverted although its trial passed"


@dataclass(frozen=True)
class Stray:
    """A page on which a holder got badges after their person had moved to a wallet."""

    holder: str
    wallet: str
    page: int


@dataclass(frozen=True)
class Underway:
    """What the outbox holds of moves, for health and metrics."""

    counts: dict[RebindState, int]
    refused: dict[str, int]


def page_of(badge_id: int) -> int:
    """The page of the contract a badge is on."""
    return badge_id // PAGE


async def next_ready(session: AsyncSession) -> Rebind | None:
    """The longest waiting move that may be signed now.

    It may not while an award to the holder is on its way, for the contract moves what is there,
    nor while another move of the same holder or wallet is: a wallet's signatures are counted, so
    they are spent in the order in which they were given.
    """
    other = OTHER
    found = await session.exec(
        select(Rebind)
        .where(col(Rebind.state) == RebindState.QUEUED)
        .where(
            ~exists()
            .where(col(Award.holder) == col(Rebind.holder))
            .where(col(Award.state) == AwardState.BATCHED)
        )
        .where(
            ~exists()
            .where(or_(other.holder == Rebind.holder, other.wallet == Rebind.wallet))  # type: ignore[arg-type]
            .where(other.state == RebindState.BATCHED)  # type: ignore[arg-type]
        )
        .where(
            ~exists()
            .where(other.wallet == Rebind.wallet)  # type: ignore[arg-type]
            .where(other.holder != Rebind.holder)  # type: ignore[arg-type]
            .where(other.state == RebindState.QUEUED)  # type: ignore[arg-type]
            .where(other.id < Rebind.id)  # type: ignore[operator, arg-type]
        )
        .order_by(col(Rebind.created_at), col(Rebind.id))
        .limit(1)
    )
    return found.one_or_none()


async def claim(session: AsyncSession, rebind_id: int) -> Rebind | None:
    """The move, locked, if it still waits."""
    found = await session.exec(
        select(Rebind)
        .where(col(Rebind.id) == rebind_id)
        .where(col(Rebind.state) == RebindState.QUEUED)
        .with_for_update(skip_locked=True)
    )
    return found.one_or_none()


async def batched(session: AsyncSession, rebind: Rebind, *, batch_id: int, now: datetime) -> None:
    """The move is in this batch."""
    rebind.state = RebindState.BATCHED
    rebind.batch_id = batch_id
    rebind.updated_at = now
    session.add(rebind)
    await session.flush()


async def refuse(session: AsyncSession, rebind_id: int, *, reason: str, now: datetime) -> None:
    """The contract will not do it as it is: its person is told why, and may sign again."""
    await session.exec(
        update(Rebind)
        .where(col(Rebind.id) == rebind_id)
        .values(
            state=RebindState.REFUSED,
            refused_reason=reason[:REASON_LENGTH],
            updated_at=now,
        )
    )


async def reverted(session: AsyncSession, batch_ids: Collection[int], *, now: datetime) -> None:
    """Transactions that were tried before reverted all the same: another trial says why.

    They keep their batch, for a reorganisation may bring its transaction another end.
    """
    await session.exec(
        update(Rebind)
        .where(col(Rebind.batch_id).in_(batch_ids))
        .where(col(Rebind.state) == RebindState.BATCHED)
        .values(state=RebindState.QUEUED, refused_reason=REVERTED, updated_at=now)
    )


async def drop(session: AsyncSession, rebind_id: int) -> None:
    """There is nothing to move on that page."""
    row = await session.get(Rebind, rebind_id)
    if row is not None and row.state is RebindState.QUEUED:
        await session.delete(row)
        await session.flush()


async def mined(session: AsyncSession, batch_ids: Collection[int], *, now: datetime) -> None:
    """The batches' moves are in blocks, whatever had been thought of them since."""
    thought = (RebindState.BATCHED, RebindState.QUEUED, RebindState.REFUSED)
    await _follow(session, batch_ids, of=thought, to=RebindState.MINED, now=now)


async def final(session: AsyncSession, batch_ids: Collection[int], *, now: datetime) -> None:
    """No reorganisation can take the batches' moves back any more."""
    await _follow(session, batch_ids, of=(RebindState.MINED,), to=RebindState.FINAL, now=now)


async def taken_back(session: AsyncSession, batch_ids: Collection[int], *, now: datetime) -> None:
    """A reorganisation dropped the batches' blocks: the same transactions are mined again."""
    ended = (*SETTLED, RebindState.QUEUED, RebindState.REFUSED)
    await _follow(session, batch_ids, of=ended, to=RebindState.BATCHED, now=now)


async def queue_again(session: AsyncSession, batch_ids: Collection[int], *, now: datetime) -> None:
    """The batches' transactions can never be mined any more: their moves wait again."""
    await session.exec(
        update(Rebind)
        .where(col(Rebind.batch_id).in_(batch_ids))
        .where(col(Rebind.state) == RebindState.BATCHED)
        .values(state=RebindState.QUEUED, batch_id=None, updated_at=now)
    )


async def _follow(
    session: AsyncSession,
    batch_ids: Collection[int],
    *,
    of: Sequence[RebindState],
    to: RebindState,
    now: datetime,
) -> None:
    await session.exec(
        update(Rebind)
        .where(col(Rebind.batch_id).in_(batch_ids))
        .where(col(Rebind.state).in_(of))
        .values(state=to, refused_reason=None, updated_at=now)
    )


async def strays(session: AsyncSession, *, since: datetime | None) -> list[Stray]:
    """Pages that got badges at a bound holder after its move; only awards changed `since` then.

    An award in the move's own block counts too: which of the two came first is the chain's to say.
    """
    bound, over, batch = BOUND, OVER, BATCH
    covered = (
        select(over.id)
        .join(batch, batch.id == over.batch_id, isouter=True)  # type: ignore[arg-type]
        .where(over.holder == Award.holder)
        .where(col(Award.badge_id) >= over.page * PAGE)
        .where(col(Award.badge_id) < (over.page + 1) * PAGE)
        .where(
            or_(
                over.state.not_in(SETTLED),  # type: ignore[attr-defined]
                batch.block_number > col(Award.block_number),
            )
        )
        .exists()
    )
    asked = (
        select(col(Award.holder), bound.wallet, col(Award.badge_id))
        .join(bound, bound.holder == Award.holder)  # type: ignore[arg-type]
        .where(bound.state.in_(SETTLED))  # type: ignore[attr-defined]
        .where(col(Award.state).in_(ON_CHAIN))
        .where(~covered)
    )
    if since is not None:
        asked = asked.where(col(Award.updated_at) >= since)
    found = await session.exec(asked)
    return sorted(
        {Stray(holder, wallet, page_of(badge_id)) for holder, wallet, badge_id in found.all()},
        key=lambda stray: (stray.holder, stray.page),
    )


async def follow_up(session: AsyncSession, stray: Stray, *, now: datetime) -> None:
    """Queue one more page of a holder whose wallet the contract knows: no signature is needed."""
    session.add(
        Rebind(
            holder=stray.holder,
            wallet=stray.wallet,
            page=stray.page,
            deadline=0,
            signature=b"",
            state=RebindState.QUEUED,
            created_at=now,
            updated_at=now,
        )
    )
    await session.flush()


async def linked_among(session: AsyncSession, holders: Collection[str]) -> set[str]:
    """Those of the addresses that are wallets of visitors; all others have no key and no code."""
    if not await _is_any_linked(session):
        return set()
    linked = await session.exec(
        select(col(WalletLink.wallet))
        .where(col(WalletLink.wallet).in_(holders))
        .where(col(WalletLink.moves))
    )
    bound = await session.exec(select(col(Rebind.wallet)).where(col(Rebind.wallet).in_(holders)))
    return {*linked.all(), *bound.all()}


async def _is_any_linked(session: AsyncSession) -> bool:
    linked = select(WalletLink.wallet).where(col(WalletLink.moves)).exists()
    found = await session.exec(select(or_(linked, select(Rebind.id).exists())))
    return bool(found.one())


async def underway(session: AsyncSession) -> Underway:
    """How many moves are in which state, and why those that were refused were."""
    counts = await session.exec(
        select(col(Rebind.state), func.count(col(Rebind.id))).group_by(col(Rebind.state))
    )
    refused = await session.exec(
        select(col(Rebind.refused_reason), func.count(col(Rebind.id)))
        .where(col(Rebind.state) == RebindState.REFUSED)
        .group_by(col(Rebind.refused_reason))
    )
    return Underway(
        counts=dict.fromkeys(RebindState, 0) | dict(counts.all()),
        refused={reason or "": count for reason, count in refused.all()},
    )


async def awards_at(session: AsyncSession, holder: str, page: int) -> int:
    """How many badges the holder may have on that page, for the gas limit."""
    first = page * PAGE
    found = await session.exec(
        select(func.count(col(Award.id)))
        .where(col(Award.holder) == to_checksum_address(holder))
        .where(col(Award.badge_id) >= first)
        .where(col(Award.badge_id) < first + PAGE)
    )
    return found.one()
