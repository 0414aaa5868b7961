"""Who holds now what was given to a holder whose person moved to a wallet; read only."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from sqlmodel import col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from world_server.store.rebinds import SETTLED, page_of
from world_server.store.tables.chain import MintBatch
from world_server.store.tables.wallet import Rebind, RebindState


@dataclass(frozen=True)
class Moves:
    """Moves by holder (lower case) and page: the wallet, and the last block that moved the page."""

    done: Mapping[tuple[str, int], tuple[str, int]] = field(default_factory=dict)
    under_way: Mapping[tuple[str, int], str] = field(default_factory=dict)

    def holder_now(self, holder: str, badge_id: int, *, block: int | None) -> str:
        """Who holds an award of this block (None: not on the chain yet), lower case."""
        wallet, moved = self.done.get((holder.lower(), page_of(badge_id)), ("", -1))
        return wallet if block is not None and block <= moved else holder.lower()

    def heading_for(self, holder: str, badge_id: int) -> str | None:
        """The wallet to which a signed transaction is moving it, if one is."""
        return self.under_way.get((holder.lower(), page_of(badge_id)))

    @property
    def wallets(self) -> dict[str, str]:
        """The wallet of every holder who moved, both in lower case."""
        return {holder: wallet for (holder, _), (wallet, _) in self.done.items()}


async def moves(session: AsyncSession, *, of: Collection[str] | None = None) -> Moves:
    """Every move that is on the chain or on its way there; `of` limits to these addresses.

    An address counts as holder and as wallet, in the spelling it is stored in.
    """
    asked = (
        select(Rebind, col(MintBatch.block_number))
        .where(col(Rebind.batch_id) == col(MintBatch.id))
        .where(col(Rebind.state).in_([*SETTLED, RebindState.BATCHED]))
    )
    if of is not None:
        asked = asked.where(or_(col(Rebind.holder).in_(of), col(Rebind.wallet).in_(of)))
    done: dict[tuple[str, int], tuple[str, int]] = {}
    under_way: dict[tuple[str, int], str] = {}
    for rebind, block in (await session.exec(asked)).all():
        key = (rebind.holder.lower(), rebind.page)
        if rebind.state is RebindState.BATCHED:
            under_way[key] = rebind.wallet.lower()
        else:
            last = done.get(key, ("", -1))[1]
            done[key] = (rebind.wallet.lower(), max(last, block or 0))
    return Moves(done=done, under_way=under_way)
