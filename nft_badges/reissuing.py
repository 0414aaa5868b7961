"""Brings every badge onto another chain from the database, when its own has ended; by hand only.

Nothing is ever deployed again because a chain is gone: an operator says so with `kashima reissue`,
which writes down what it did before it does it. All of it is one transaction: killed at any moment,
it has either not begun or is done, and the minter goes on from there as from any queue.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from nft_badges import contract
from nft_badges.nodes import chain_of
from nft_badges.port import Chain, Identity
from nft_badges.recount import as_ledger
from nft_badges.sending import DEFINE_GAS, DEPLOY_GAS, HOLDER_GAS
from nft_badges.settings import ChainReadSettings
from world_server.store import chain_journal, minting, outcomes, reissue, staff
from world_server.store.clock import Clock
from world_server.store.database import Database, Session
from world_server.store.reissue import Carried
from world_server.store.tables.chain import Deployment
from world_server.whole_file import write_whole

OWNER = "kashima reissue"
LEASE_SECONDS = 60.0


class NothingToReissue(Exception):
    """No contract is recorded, so the next minter makes the first one anyway."""


class StillThere(Exception):
    """The recorded contract answers on this chain; to leave it needs to be said."""


class OwnChainAgain(Exception):
    """The town's own chain comes back from its journal; there is nothing to re-issue."""


class MinterAtWork(Exception):
    """A minter holds the lease; it has to be stopped first."""


class NotConfirmed(Exception):
    """The contract to be retired was not named as it is recorded."""


@dataclass(frozen=True)
class Outlook:
    """What re-issuing means: the contract left behind, the new chain, and what is carried over."""

    deployment: Deployment
    identity: Identity
    is_still_there: bool
    balance: int
    cost: int
    carried: Carried
    digest: str
    returners: int

    @property
    def record(self) -> dict[str, Any]:
        """Everything worth keeping, as plain values."""
        old = self.deployment
        return {
            "old": {
                "chain_id": old.chain_id,
                "genesis_hash": old.genesis_hash,
                "contract": old.contract,
                "code_hash": old.code_hash,
                "chain_key": old.chain_key,
                "block_number": old.block_number,
                "embedded": old.embedded,
            },
            "new_chain": asdict(self.identity),
            "digest": self.digest,
            "returners": self.returners,
            "carried": asdict(self.carried),
        }


async def look(settings: ChainReadSettings) -> Outlook:
    """What re-issuing onto the chain the settings name would do; raise Unavailable."""
    database = Database(settings.database_url.get_secret_value())
    chain = chain_of(settings)
    try:
        async with database.reading() as session:
            return await _look(session, chain)
    finally:
        await chain.close()
        await database.close()


async def begin(
    settings: ChainReadSettings,
    *,
    clock: Clock,
    contract_to_leave: str,
    although_it_lives: bool,
    record: Path,
) -> Outlook:
    """Retire the contract and queue everything again; what was done is written to `record` first.

    Raise one of this module's refusals and change nothing, or Unavailable.
    """
    database = Database(settings.database_url.get_secret_value())
    chain = chain_of(settings)
    try:
        async with database.transaction() as session:
            now = clock()
            lease = await minting.take_lease(session, owner=OWNER, now=now, seconds=LEASE_SECONDS)
            if lease is None:
                raise MinterAtWork
            found = await _look(session, chain)
            if contract_to_leave.lower() != found.deployment.contract.lower():
                raise NotConfirmed
            if found.is_still_there and not although_it_lives:
                raise StillThere
            _write(record, {"at": now.isoformat(), **found.record})
            await reissue.start_anew(session, found.deployment, now=now)
            await staff.audit(
                session,
                staff_id=None,
                act="reissue",
                subject=found.deployment.contract,
                detail=f"{found.carried.again} badges, digest {found.digest}",
                now=now,
            )
            await minting.release_lease(session, lease)
        return found
    finally:
        await chain.close()
        await database.close()


async def _look(session: Session, chain: Chain) -> Outlook:
    deployment = await chain_journal.deployment(session)
    if deployment is None:
        raise NothingToReissue
    identity = await chain.identity()
    is_same = (identity.chain_id, identity.genesis_hash) == (
        deployment.chain_id,
        deployment.genesis_hash,
    )
    if deployment.embedded and is_same:
        raise OwnChainAgain
    code = await chain.code(deployment.contract) if is_same else b""
    carried = await reissue.outlook(session)
    final = as_ledger(one for one in await outcomes.promised(session) if one.is_final)
    base_fee = (await chain.head()).base_fee + await chain.tip()
    gas = DEPLOY_GAS + carried.badges * 2 * DEFINE_GAS + carried.again * HOLDER_GAS
    return Outlook(
        deployment=deployment,
        identity=identity,
        is_still_there=is_same and contract.code_hash(code) == deployment.code_hash,
        balance=await chain.balance(deployment.deployer),
        cost=gas * base_fee,
        carried=carried,
        digest=final.digest(),
        returners=int(final.figures()["returners"]),
    )


def _write(path: Path, told: dict[str, Any]) -> None:
    """The record, whole or not at all, on the disk before anything is changed."""
    write_whole(path, (json.dumps(told, ensure_ascii=False, indent=2).encode(), b"\n"))
