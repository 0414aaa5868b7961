"""What the parts of the minter work with, handed to each of them as one value."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

from nft_badges.keys import Issuer, Signed, Unsigned
from nft_badges.port import OwnChain
from nft_badges.sending import Fees
from nft_badges.settings import MinterSettings
from nft_badges.states import Held, Why
from world_server.store import minting
from world_server.store.chain_batches import Signature
from world_server.store.clock import Clock
from world_server.store.database import Database, Session
from world_server.store.minting import Lease
from world_server.store.tables.chain import Deployment


@dataclass(frozen=True, kw_only=True)
class Desk:
    """The database, the chain, the key if there is one, and the rules."""

    database: Database
    chain: OwnChain
    issuer: Issuer | None
    settings: MinterSettings
    clock: Clock
    without_issuer: Why = Why.SIGNER_MISSING
    """Why there is no key, if there is none."""

    own_registrar: Issuer | None = None
    """The account of the registrar's own key, if the settings name one."""

    without_registrar: Why = Why.NOTHING
    """Why the registrar's own key cannot be used, if the settings name one that cannot."""

    @property
    def flush(self) -> timedelta:
        """Longest time an award waits for others to share a batch."""
        return timedelta(seconds=self.settings.flush_seconds)

    def signer(self, deployment: Deployment) -> Issuer:
        """The key that may act on this contract; raise Held when it is not here."""
        if self.issuer is None:
            raise Held(self.without_issuer)
        if deployment.embedded and self.issuer.address != deployment.deployer:
            raise Held(
                Why.SIGNER_CHANGED, f"the contract was made by {deployment.deployer}, not this key"
            )
        return self.issuer

    def registrar(self, deployment: Deployment) -> Issuer:
        """The key that moves badges to wallets; raise Held when it is not here.

        On the embedded chain there is one key for everything.
        """
        if deployment.embedded:
            return self.signer(deployment)
        if self.without_registrar is not Why.NOTHING:
            raise Held(self.without_registrar)
        return self.own_registrar or self.signer(deployment)

    def account(self, address: str) -> Issuer | None:
        """The key of that account, if it is one of ours."""
        ours = (one for one in (self.issuer, self.own_registrar) if one is not None)
        return next((one for one in ours if one.address == address), None)

    @asynccontextmanager
    async def writing(self, lease: Lease) -> AsyncIterator[Session]:
        """A transaction that is only committed while the lease is ours; raise LeaseLost."""
        async with self.database.transaction() as session:
            await minting.hold_lease(
                session, lease, now=self.clock(), seconds=self.settings.lease_seconds
            )
            yield session


def sign(issuer: Issuer, transaction: Unsigned) -> Signature:
    """Sign and keep what was offered beside the bytes."""
    signed: Signed = issuer.sign(transaction)
    return Signature(
        raw=signed.raw,
        tx_hash=signed.tx_hash,
        max_fee=transaction.max_fee,
        tip=transaction.tip,
    )


def sign_again(issuer: Issuer, raw: bytes, fees: Fees) -> Signature:
    """The same call with the same nonce and other fees."""
    signed: Signed = issuer.sign_again(raw, max_fee=fees.max_fee, tip=fees.tip)
    return Signature(raw=signed.raw, tx_hash=signed.tx_hash, max_fee=fees.max_fee, tip=fees.tip)


def unsigned(
    deployment: Deployment, *, nonce: int, to: str | None, data: bytes, gas: int, fees: Fees
) -> Unsigned:
    """A transaction for the chain of this deployment."""
    return Unsigned(
        chain_id=deployment.chain_id,
        nonce=nonce,
        to=to,
        data=data,
        gas=gas,
        max_fee=fees.max_fee,
        tip=fees.tip,
    )
