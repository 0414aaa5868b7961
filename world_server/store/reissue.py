"""Taking every promised badge to another chain: what is there, and starting anew; never commits."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from eth_utils.address import to_checksum_address
from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.store.moves import moves
from world_server.store.rebinds import SETTLED, page_of
from world_server.store.tables.award import Award, AwardState
from world_server.store.tables.chain import Deployment
from world_server.store.tables.wallet import Rebind, RebindState

CARRIED = (AwardState.BATCHED, AwardState.MINED, AwardState.FINAL)
"""States that say something of the old chain; what is queued waits anyway, what is parked
or revoked stays."""

SIGNED_FOR_ANOTHER = "the contract was replaced; sign for the new one"


@dataclass(frozen=True)
class Merged:
    """One person's two promises of the same badge, which the old chain had made one."""

    holder: str
    wallet: str
    badge_id: int


@dataclass(frozen=True)
class Carried:
    """What goes to the new chain: awards to be queued again, and holders who have wallets now."""

    again: int
    badges: int
    parked: int
    moved: int
    merged: tuple[Merged, ...]


@dataclass(frozen=True)
class _Change:
    """An award whose holder is a wallet now; `merges` when the wallet has the badge anyway."""

    award_id: int
    holder: str
    wallet: str
    badge_id: int
    merges: bool


async def outlook(session: AsyncSession) -> Carried:
    """What starting anew would do; nothing is changed."""
    return await _carried(session, await _changes(session))


async def start_anew(session: AsyncSession, deployment: Deployment, *, now: datetime) -> Carried:
    """Retire the contract and queue every award again, in the order in which it was promised.

    The holder of what was moved to a wallet becomes the wallet: no signature for the old contract
    is good for a new one. What a person had twice, the old chain had merged into one badge.
    """
    changes = await _changes(session)
    carried = await _carried(session, changes)
    for change in changes:
        award = await session.get(Award, change.award_id)
        if award is None:
            continue
        if change.merges:
            await session.delete(award)
        else:
            award.holder = change.wallet
            session.add(award)
    await session.flush()
    await session.exec(
        update(Award)
        .where(col(Award.state).in_(CARRIED))
        .values(
            state=AwardState.QUEUED, batch_id=None, tx_hash=None, block_number=None, updated_at=now
        )
    )
    await _forget_moves(session, now=now)
    row = await session.get(Deployment, deployment.chain_key)
    if row is not None:
        row.retired_at = now
        session.add(row)
    await session.flush()
    return carried


async def _carried(session: AsyncSession, changes: Sequence[_Change]) -> Carried:
    found = await session.exec(select(col(Award.state), col(Award.badge_id)))
    states: Counter[AwardState] = Counter()
    badges: set[int] = set()
    for state, badge_id in found.all():
        states[state] += 1
        if state in CARRIED:
            badges.add(badge_id)
    merged = tuple(Merged(one.holder, one.wallet, one.badge_id) for one in changes if one.merges)
    return Carried(
        again=sum(states[state] for state in CARRIED) - len(merged),
        badges=len(badges),
        parked=states[AwardState.PARKED],
        moved=len(changes) - len(merged),
        merged=merged,
    )


async def _changes(session: AsyncSession) -> list[_Change]:
    """Awards of holders whose page was moved to a wallet, the oldest first."""
    done = (await moves(session)).done
    if not done:
        return []
    found = await session.exec(
        select(col(Award.id), col(Award.holder), col(Award.badge_id), col(Award.state)).order_by(
            col(Award.id)
        )
    )
    rows = found.all()
    held = {(holder.lower(), badge_id) for _, holder, badge_id, _ in rows}
    changes = []
    for award_id, holder, badge_id, state in rows:
        wallet, _ = done.get((holder.lower(), page_of(badge_id)), ("", -1))
        if not wallet or state in (AwardState.PARKED, AwardState.REVOKED):
            continue
        merges = (wallet, badge_id) in held
        changes.append(
            _Change(award_id or 0, holder, to_checksum_address(wallet), badge_id, merges)
        )
        held.add((wallet, badge_id))
    return changes


async def _forget_moves(session: AsyncSession, *, now: datetime) -> None:
    """What was moved is moved for good and no longer a matter of blocks; the rest is to be signed.

    A settled move without a batch still says whose wallet it was, and changes no count any more.
    """
    await session.exec(
        update(Rebind)
        .where(col(Rebind.state).in_(SETTLED))
        .values(state=RebindState.FINAL, batch_id=None, updated_at=now)
    )
    await session.exec(
        update(Rebind)
        .where(col(Rebind.state).in_([RebindState.QUEUED, RebindState.BATCHED]))
        .values(
            state=RebindState.REFUSED,
            refused_reason=SIGNED_FOR_ANOTHER,
            batch_id=None,
            updated_at=now,
        )
    )
