"""Wallets of visitors: words to sign, links, and moving badges to a wallet; never commits."""

import secrets
import string
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.errors import WalletConflict
from world_server.store.rebinds import REVERTED, page_of
from world_server.store.tables.award import Award, AwardState
from world_server.store.tables.visitor import Holder, Visitor
from world_server.store.tables.wallet import Rebind, RebindState, WalletLink, WalletNonce
from world_server.store.visitors import keyless_address

NONCE_LENGTH = 20
NONCE_GOOD_FOR = timedelta(minutes=5)
MOST_NONCES = 5
"""Of one visitor at a time; a sixth word makes the oldest worthless."""

NOT_ISSUED = (AwardState.QUEUED, AwardState.PARKED)
ISSUED = (AwardState.BATCHED, AwardState.MINED, AwardState.FINAL)


@dataclass(frozen=True)
class Moving:
    """How far the badges of one visitor have come on their way to the wallet."""

    states: dict[RebindState, int]
    refused_reason: str | None

    @property
    def may_sign_again(self) -> bool:
        """Whether a new signature can help what was refused."""
        return bool(self.states.get(RebindState.REFUSED)) and self.refused_reason != REVERTED


async def give_nonce(session: AsyncSession, *, visitor_id: str, now: datetime) -> str:
    """A word for the visitor's wallet to sign, good once and for five minutes."""
    await session.exec(delete(WalletNonce).where(col(WalletNonce.expires_at) <= now))
    found = await session.exec(
        select(col(WalletNonce.nonce))
        .where(col(WalletNonce.visitor_id) == visitor_id)
        .order_by(col(WalletNonce.expires_at).desc(), col(WalletNonce.nonce))
        .offset(MOST_NONCES - 1)
    )
    await session.exec(delete(WalletNonce).where(col(WalletNonce.nonce).in_(found.all())))
    alphabet = string.ascii_letters + string.digits
    nonce = "".join(secrets.choice(alphabet) for _ in range(NONCE_LENGTH))
    session.add(WalletNonce(nonce=nonce, visitor_id=visitor_id, expires_at=now + NONCE_GOOD_FOR))
    await session.flush()
    return nonce


async def spend_nonce(session: AsyncSession, nonce: str, *, visitor_id: str, now: datetime) -> bool:
    """Use the word up; False when it is not this visitor's, too old, or was used before."""
    spent = await session.exec(
        delete(WalletNonce)
        .where(col(WalletNonce.nonce) == nonce)
        .where(col(WalletNonce.visitor_id) == visitor_id)
        .where(col(WalletNonce.expires_at) > now)
    )
    return spent.rowcount == 1


async def link_of(session: AsyncSession, visitor_id: str) -> WalletLink | None:
    """The visitor's link to a wallet, if there is one."""
    return await session.get(WalletLink, visitor_id)


async def link_privately(
    session: AsyncSession, *, visitor_id: str, wallet: str, merge: bool, now: datetime
) -> WalletLink:
    """Write down that the visitor owns this wallet; nothing moves, and nobody else is told.

    Raise WalletConflict when they have another one, or when another visitor has this one and it
    was not said (`merge`) that both are the same person.
    """
    link = await link_of(session, visitor_id)
    if link is not None:
        if link.wallet == wallet:
            return link
        raise WalletConflict("moved" if link.moves else "other-wallet")
    others = await session.exec(select(WalletLink).where(col(WalletLink.wallet) == wallet).limit(1))
    if others.one_or_none() is not None and not merge:
        raise WalletConflict("elsewhere")
    link = WalletLink(visitor_id=visitor_id, wallet=wallet, moves=False, linked_at=now)
    session.add(link)
    await session.flush()
    return link


async def unlink(session: AsyncSession, visitor_id: str) -> None:
    """Forget a private link; raise WalletConflict for one with which badges moved."""
    link = await link_of(session, visitor_id)
    if link is None:
        raise WalletConflict("none")
    if link.moves:
        raise WalletConflict("moved")
    await session.delete(link)
    await session.flush()


async def check_may_move(session: AsyncSession, visitor_id: str) -> WalletLink:
    """The link whose wallet may be asked to take the badges; raise WalletConflict.

    Once badges moved there is nothing left to ask, unless the contract refused the signature.
    """
    link = await link_of(session, visitor_id)
    if link is None:
        raise WalletConflict("none")
    if link.moves and not (await moving(session, visitor_id)).may_sign_again:
        raise WalletConflict("moved")
    return link


async def begin_move(
    session: AsyncSession, *, visitor_id: str, deadline: int, signature: bytes, now: datetime
) -> None:
    """Let the wallet take everything the visitor has or was promised; raise WalletConflict.

    What is on the chain, or on its way, is moved there page by page. What still waits goes to the
    wallet at once, or nowhere when the wallet has that badge already.
    """
    await _hold(session, visitor_id)
    link = await check_may_move(session, visitor_id)
    holder = await keyless_address(session, visitor_id, now=now)
    if link.moves:
        await _sign_again(session, holder, deadline=deadline, signature=signature, now=now)
        return
    link.moves = True
    session.add(link)
    await session.flush()
    await _readdress(session, holder, wallet=link.wallet, now=now)
    issued = await session.exec(
        select(col(Award.badge_id))
        .where(col(Award.holder) == holder)
        .where(col(Award.state).in_(ISSUED))
    )
    for page in sorted({page_of(badge_id) for badge_id in issued.all()}):
        session.add(
            Rebind(
                holder=holder,
                wallet=link.wallet,
                page=page,
                deadline=deadline,
                signature=signature,
                state=RebindState.QUEUED,
                created_at=now,
                updated_at=now,
            )
        )
    await session.flush()


async def _hold(session: AsyncSession, visitor_id: str) -> None:
    """Let nobody promise anything to those who share the visitor's wallet until we are done."""
    wallet = select(WalletLink.wallet).where(col(WalletLink.visitor_id) == visitor_id)
    sharing = select(WalletLink.visitor_id).where(col(WalletLink.wallet).in_(wallet))
    await session.exec(
        select(col(Visitor.id))
        .where(col(Visitor.id).in_(sharing))
        .order_by(col(Visitor.id))
        .with_for_update()
    )


async def _sign_again(
    session: AsyncSession, holder: str, *, deadline: int, signature: bytes, now: datetime
) -> None:
    await session.exec(
        update(Rebind)
        .where(col(Rebind.holder) == holder)
        .where(col(Rebind.state) == RebindState.REFUSED)
        .values(
            state=RebindState.QUEUED,
            deadline=deadline,
            signature=signature,
            refused_reason=None,
            updated_at=now,
        )
    )


async def _readdress(session: AsyncSession, holder: str, *, wallet: str, now: datetime) -> None:
    """Awards that were not issued go to the wallet; those it has already are dropped."""
    found = await session.exec(
        select(Award)
        .where(col(Award.holder) == holder)
        .where(col(Award.state).in_(NOT_ISSUED))
        .with_for_update()
    )
    waiting = found.all()
    had = await session.exec(
        select(col(Award.badge_id)).where(col(Award.holder).in_(await _family(session, wallet)))
    )
    has = set(had.all())
    for award in waiting:
        if award.badge_id in has:
            await session.delete(award)
            continue
        # The reason ends in the address, which must not tell who the wallet's person was before.
        award.reason = award.reason.replace(holder, wallet)
        award.holder = wallet
        award.updated_at = now
        session.add(award)
    await session.flush()


async def moving(session: AsyncSession, visitor_id: str) -> Moving:
    """What became of the visitor's own moves, page by page."""
    found = await session.exec(
        select(Rebind)
        .join(Holder, col(Holder.address) == col(Rebind.holder))
        .where(col(Holder.visitor_id) == visitor_id)
        .order_by(col(Rebind.id))
    )
    states: dict[RebindState, int] = {}
    reason = None
    for one in found.all():
        states[one.state] = states.get(one.state, 0) + 1
        if one.state is RebindState.REFUSED:
            reason = one.refused_reason or reason
    return Moving(states=states, refused_reason=reason)


async def _family(session: AsyncSession, wallet: str) -> list[str]:
    bound = await session.exec(
        select(col(Rebind.holder)).where(col(Rebind.wallet) == wallet).distinct()
    )
    return [wallet, *bound.all()]


async def unbound_holders(session: AsyncSession, wallet: str) -> Sequence[str]:
    """Holders whose consent waits to reach the chain, each of which will use one nonce up."""
    found = await session.exec(
        select(col(Rebind.holder))
        .where(col(Rebind.wallet) == wallet)
        .where(col(Rebind.state).in_([RebindState.QUEUED, RebindState.BATCHED]))
        .distinct()
    )
    return found.all()
