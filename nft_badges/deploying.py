"""The contract in use: deployed once, recognised ever after, never silently replaced."""

import asyncio
import hashlib
import logging
from dataclasses import dataclass

from nft_badges import contract, deployment_record, metadata
from nft_badges.desk import Desk, sign, unsigned
from nft_badges.embedded import FUNDING
from nft_badges.keys import Issuer
from nft_badges.port import Identity
from nft_badges.sending import DEPLOY_GAS, OWN_TIP, first_fees
from nft_badges.states import Held, Why, block_time
from world_server.store import chain_batches, chain_journal
from world_server.store.chain_batches import Plan
from world_server.store.minting import Lease
from world_server.store.tables.chain import BatchKind, Deployment

log = logging.getLogger(__name__)


def chain_key(identity: Identity, *, address: str, code_hash: str) -> str:
    """Name of one contract on one chain; a chain that began anew, or another contract, differs."""
    parts = (str(identity.chain_id), identity.genesis_hash, address, code_hash)
    return hashlib.sha256("|".join(parts).encode()).hexdigest()


@dataclass(frozen=True)
class Powers:
    """What the issuer's key may do besides issuing, and who the contract's admin is."""

    is_admin: bool
    admin: str


@dataclass
class Deploying:
    """Finds or makes the contract, and checks that chain and key are the right ones."""

    desk: Desk

    async def begin(self, lease: Lease) -> None:
        """Sign the contract's creation, with everything that makes it findable later."""
        issuer = self.desk.issuer
        if issuer is None:
            raise Held(self.desk.without_issuer)
        embedded = self.desk.settings.embedded_chain
        if not embedded and not self.desk.settings.allow_deploy:
            raise Held(Why.NO_CONTRACT, "no contract is recorded; KASHIMA_ALLOW_DEPLOY makes one")
        if embedded:
            await self._start_clean()
        identity = await self.desk.chain.identity()
        deployment, nonce = await self._describe(issuer, identity)
        await self._sign(lease, issuer, deployment, nonce=nonce)

    async def _start_clean(self) -> None:
        """Nothing of ours is on the chain yet, so whatever is there does not belong to it."""
        head = await self.desk.chain.head()
        if head.number > 0:
            await self.desk.chain.reset()

    async def _describe(self, issuer: Issuer, identity: Identity) -> tuple[Deployment, int]:
        embedded = self.desk.settings.embedded_chain
        nonce = 0 if embedded else await self.desk.chain.nonce(issuer.address)
        address = contract.created_address(issuer.address, nonce=nonce)
        code_hash = contract.artifact().code_hash
        deployment = Deployment(
            chain_key=chain_key(identity, address=address, code_hash=code_hash),
            chain_id=identity.chain_id,
            genesis_hash=identity.genesis_hash,
            contract=address,
            code_hash=code_hash,
            deployer=issuer.address,
            embedded=embedded,
            funding=str(FUNDING if embedded else 0),
            client=identity.client,
            base_uri=metadata.base_uri(self.desk.settings.public_url),
            created_at=self.desk.clock(),
        )
        return deployment, nonce

    async def _sign(
        self, lease: Lease, issuer: Issuer, deployment: Deployment, *, nonce: int
    ) -> None:
        head = await self.desk.chain.head()
        tip = OWN_TIP if deployment.embedded else await self.desk.chain.tip()
        fees = first_fees(base_fee=head.base_fee, tip=tip)
        if not deployment.embedded:
            balance = await self.desk.chain.balance(issuer.address)
            if balance < fees.cost(DEPLOY_GAS):
                raise Held(Why.OUT_OF_FUNDS, f"{issuer.address} has {balance} wei")
        data = contract.deploy(
            self._accounts(issuer, embedded=deployment.embedded),
            base_uri=deployment.base_uri,
            daily_cap=self.desk.settings.daily_cap,
        )
        transaction = unsigned(
            deployment, nonce=nonce, to=None, data=data, gas=DEPLOY_GAS, fees=fees
        )
        async with self.desk.writing(lease) as session:
            now = self.desk.clock()
            session.add(deployment)
            await session.flush()
            await chain_batches.begin(
                session,
                deployment,
                Plan(BatchKind.DEPLOY, None, sender=issuer.address, nonce=nonce),
                signature=sign(issuer, transaction),
                journal_time=block_time(now=now, last=0) if deployment.embedded else None,
                now=now,
            )
        log.warning("contract deployment signed", extra={"contract": deployment.contract})

    def _accounts(self, issuer: Issuer, *, embedded: bool) -> contract.Accounts:
        """Who may do what: on our own chain one key everything, elsewhere as few as we are told."""
        if embedded:
            admin = registrar = issuer.address
        else:
            admin = self.desk.settings.admin_address or issuer.address
            if self.desk.without_registrar is not Why.NOTHING:
                raise Held(self.desk.without_registrar)
            registrar = (self.desk.own_registrar or issuer).address
        return contract.Accounts(
            admin=admin, issuer=issuer.address, registrar=registrar, pauser=admin
        )

    async def check_chain(self, deployment: Deployment) -> None:
        """Raise Held unless this is the chain the contract was made on, and it is still there."""
        identity = await self.desk.chain.identity()
        ours = (deployment.chain_id, deployment.genesis_hash)
        if (identity.chain_id, identity.genesis_hash) != ours:
            raise Held(
                Why.WRONG_CHAIN,
                f"the contract is on chain {ours[0]} from {ours[1]}, "
                f"this is {identity.chain_id} from {identity.genesis_hash}",
            )
        if not deployment.embedded and deployment.block_number is not None:
            code = await self.desk.chain.code(deployment.contract)
            if contract.code_hash(code) != deployment.code_hash:
                raise Held(Why.WRONG_CHAIN, f"the contract {deployment.contract} is not there")
        await self._keep_record(deployment)

    async def _keep_record(self, deployment: Deployment) -> None:
        """Write down where and what the contract is, once it is there."""
        path = self.desk.settings.deployment_file
        if path is None or deployment.block_number is None:
            return
        async with self.desk.database.reading() as session:
            raw = await chain_journal.creation(session, deployment.chain_key)
        told = deployment_record.record(deployment, raw=raw)
        try:
            if await asyncio.to_thread(deployment_record.write, path, told):
                log.warning("contract recorded", extra={"file": str(path)})
        except OSError as problem:
            log.warning("the contract's record could not be written", extra={"why": str(problem)})

    async def check_contract(self, deployment: Deployment) -> Powers:
        """What our keys may do beside issuing; raise Held unless the issuer's may do that.

        Also refuses an account that runs code (EIP-7702): it could be made to send on its own.
        """
        issuer = self.desk.signer(deployment)
        if await self.desk.chain.code(issuer.address):
            raise Held(Why.SIGNER_UNUSABLE, f"{issuer.address} has code of its own")
        admin = contract.read_address(await self._ask(deployment, contract.admin()))
        if not await self._has_role(deployment, issuer.address, contract.ISSUER):
            raise Held(
                Why.NOT_ISSUER,
                f"{issuer.address} lacks the role ISSUER of {deployment.contract}; "
                f"its admin {admin} grants it with setRoles",
            )
        return Powers(is_admin=admin == issuer.address, admin=admin)

    async def check_registrar(self, deployment: Deployment) -> Issuer:
        """The registrar's account; raise Held, in words, when it may not move badges."""
        registrar = self.desk.registrar(deployment)
        if not await self._has_role(deployment, registrar.address, contract.REGISTRAR):
            raise Held(
                Why.NOT_REGISTRAR,
                f"{registrar.address} lacks the role REGISTRAR of {deployment.contract}; "
                "its admin grants it with setRoles",
            )
        return registrar

    async def _has_role(self, deployment: Deployment, account: str, role: int) -> bool:
        roles = await self._ask(deployment, contract.roles_of(account))
        return bool(contract.read_number(roles) & role)

    async def _ask(self, deployment: Deployment, question: bytes) -> bytes:
        return await self.desk.chain.call(to=deployment.contract, data=question)
