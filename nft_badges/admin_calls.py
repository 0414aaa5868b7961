"""What only the contract's admin can do, as calls any wallet can send: nothing here has a key.

The admin's key is kept away from the town where the operator asked for that, so late badges wait
until these calls were sent by whoever holds it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from nft_badges import contract, metadata
from nft_badges.drafting import LATE_GRACE, definition
from nft_badges.nodes import chain_of
from nft_badges.port import Chain, Reverted
from nft_badges.settings import ChainReadSettings
from nft_badges.states import BadgeHeld, check_first
from world_server.store import chain_journal, minting
from world_server.store.chain_batches import stored_id
from world_server.store.database import Database
from world_server.store.tables.award import Badge
from world_server.store.tables.chain import Deployment

UNDEFINED = (0, 0)


@dataclass(frozen=True)
class AdminCall:
    """One transaction the admin has to send, and why; `data` is 0x and hex digits."""

    why: str
    admin: str
    to: str
    data: str


async def pending(settings: ChainReadSettings, *, now: datetime) -> list[AdminCall]:
    """Every call that is due, in the order in which to send them; raise Unavailable."""
    database = Database(settings.database_url.get_secret_value())
    chain = chain_of(settings)
    try:
        async with database.reading() as session:
            deployment = await chain_journal.deployment(session)
            waiting = await minting.waiting(session, now=now)
        if deployment is None or deployment.block_number is None:
            return []
        wanted = metadata.base_uri(settings.public_url)
        badges = [one.badge for one in waiting]
        return await due(chain, deployment, badges=badges, base_uri=wanted, now=now)
    finally:
        await chain.close()
        await database.close()


async def due(
    chain: Chain, deployment: Deployment, *, badges: Sequence[Badge], base_uri: str, now: datetime
) -> list[AdminCall]:
    """What these badges, for which awards wait, and the address of metadata need of the admin."""
    answer = await chain.call(to=deployment.contract, data=contract.admin())
    admin = contract.read_address(answer)
    if deployment.embedded or admin == deployment.deployer:
        return []  # the minter has the admin's key and does all this by itself
    found: list[tuple[str, bytes]] = []
    for badge in badges:
        found += await _about(chain, deployment, badge, now=now)
    if deployment.base_uri != base_uri:
        found.append((f"the town is at {base_uri} now", contract.set_base_uri(base_uri)))
    return [
        AdminCall(why=why, admin=admin, to=deployment.contract, data="0x" + data.hex())
        for why, data in found
    ]


async def _about(
    chain: Chain, deployment: Deployment, badge: Badge, *, now: datetime
) -> list[tuple[str, bytes]]:
    badge_id = stored_id(badge.id)
    answer = await chain.call(to=deployment.contract, data=contract.badge(badge_id))
    found = contract.read_definition(answer)
    ours = (contract.day_number(badge.occurred_on), metadata.KINDS[badge.kind])
    name = f"badge {badge_id} of {badge.occurred_on}"
    if found not in (UNDEFINED, ours):
        return [
            (f"{name} was defined as something else", contract.withdraw_badge(badge_id)),
            (f"{name} is to be defined rightly", definition(badge)),
        ]
    calls = []
    if found == UNDEFINED and await _is_for_the_admin(chain, deployment, badge):
        calls.append((f"{name} is defined too late for the issuer", definition(badge)))
    if (contract.read_window(answer)[1] or badge.closes_at.timestamp()) < now.timestamp():
        until = _end_of_day(now + LATE_GRACE)
        extension = contract.extend_badge(badge_id, closes_at=until)
        calls.append((f"{name} closed before all of its awards were issued", extension))
    return calls


async def _is_for_the_admin(chain: Chain, deployment: Deployment, badge: Badge) -> bool:
    """Whether the issuer would be refused, asked of the contract itself."""
    try:
        await chain.call(to=deployment.contract, data=definition(badge), sender=deployment.deployer)
    except Reverted as refusal:
        try:
            check_first(str(refusal), badge_id=stored_id(badge.id))
        except BadgeHeld:
            return True
    return False


def _end_of_day(moment: datetime) -> int:
    """Unix second: the same for all who ask on one day, so that they are told the same call."""
    return int((moment.replace(hour=0, minute=0, second=0) + timedelta(days=1)).timestamp())
