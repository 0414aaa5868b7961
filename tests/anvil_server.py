"""Real anvil chains for tests, each on a port of its own, and accounts that can act on them."""

import json
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from eth_abi.abi import decode, encode
from eth_account import Account
from eth_account.messages import encode_typed_data
from servers import await_port, free_port

from nft_badges import anvil, contract
from nft_badges.chain import Web3Chain
from nft_badges.keys import Issuer, Unsigned
from nft_badges.port import Receipt, Reverted
from nft_badges.sending import DEPLOY_GAS, Sent

START = 1_795_305_600
"""Unix second of 2026-11-22, nine in the morning in Kashima."""

DAY = 86_400
GAS = 15_000_000
BASE_URI = "https://kashima.example/badges/meta/"
ABI: dict[str, dict[str, Any]] = {
    entry["name"]: entry
    for entry in json.loads(contract.ARTIFACT.read_text(encoding="utf-8"))["abi"]
    if entry["type"] == "function"
}


@dataclass
class AnvilServer:
    """One anvil process; it can be killed and started again on the same port."""

    port: int
    extra: Sequence[str] = ()
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        self.process = subprocess.Popen([*anvil.command(port=self.port), *self.extra])
        await_port(self.port)

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.wait(10)
        self.process = None


@contextmanager
def anvil_running(*extra: str) -> Iterator[AnvilServer]:
    """An empty chain, started as the embedded one is, with `extra` options."""
    server = AnvilServer(free_port(), extra)
    try:
        server.start()
        yield server
    finally:
        if server.process is not None:
            server.kill()


def stage_on(chain: Web3Chain) -> "Stage":
    """A stage whose four accounts are four people; nothing is deployed yet."""
    admin, issuer, registrar, pauser = (account(number) for number in (1, 2, 3, 4))
    return Stage(chain, admin=admin, issuer=issuer, registrar=registrar, pauser=pauser)


def account(number: int) -> Issuer:
    """A test account; the same number is the same account everywhere."""
    return Issuer.of_key(f"0x{number:064x}")


def holder(number: int) -> str:
    """An address without a key, as holders have them."""
    return f"0x{number + 0xABCD0000:040x}"


@dataclass
class Stage:
    """One fresh contract on a chain, and a clock that moves with each block."""

    chain: Web3Chain
    admin: Issuer
    issuer: Issuer
    registrar: Issuer
    pauser: Issuer
    address: str = ""
    now: int = START
    nonces: dict[str, int] = field(default_factory=dict)

    async def deploy(self, *, cap: int = 100_000) -> None:
        """Create the contract with four accounts that are different people."""
        self.address = await self.create(
            contract.deploy(self.accounts, base_uri=BASE_URI, daily_cap=cap)
        )

    @property
    def accounts(self) -> contract.Accounts:
        """Who may do what."""
        return contract.Accounts(
            admin=self.admin.address,
            issuer=self.issuer.address,
            registrar=self.registrar.address,
            pauser=self.pauser.address,
        )

    async def create(self, code: bytes) -> str:
        """Put any contract on the chain; its address."""
        nonce = await self.chain.nonce(self.admin.address)
        receipt = await self.transact(self.admin, to=None, data=code, gas=DEPLOY_GAS)
        assert receipt.succeeded
        return contract.created_address(self.admin.address, nonce=nonce)

    async def transact(
        self, sender: Issuer, *, to: str | None, data: bytes, gas: int = GAS
    ) -> Receipt:
        """Send one transaction, mine it, and give its receipt."""
        if sender.address not in self.nonces:
            await self.chain.fund(sender.address, 10**22)
            self.nonces[sender.address] = await self.chain.nonce(sender.address)
        head = await self.chain.head()
        self.now = max(self.now, head.timestamp) + 1
        signed = sender.sign(
            Unsigned(
                chain_id=anvil.CHAIN_ID,
                nonce=self.nonces[sender.address],
                to=to,
                data=data,
                gas=gas,
                max_fee=2 * head.base_fee + 1,
                tip=1,
            )
        )
        assert await self.chain.send(signed.raw) is Sent.ACCEPTED
        await self.chain.mine(self.now)
        self.nonces[sender.address] += 1
        receipt = await self.chain.receipt(signed.tx_hash)
        assert receipt is not None
        return receipt

    async def do(self, sender: Issuer, function: str, *arguments: object) -> Receipt:
        """Call a function that must succeed."""
        receipt = await self.transact(sender, to=self.address, data=call(function, *arguments))
        assert receipt.succeeded, await self.refusal(sender, function, *arguments)
        return receipt

    async def ask(self, function: str, *arguments: object) -> Any:
        """What a view function answers; one value, or several as a tuple."""
        answer = await self.chain.call(
            to=self.address, data=call(function, *arguments), at=self.now + 1
        )
        values = decode([_type(output) for output in ABI[function]["outputs"]], answer)
        return values[0] if len(values) == 1 else values

    async def refusal(self, sender: Issuer, function: str, *arguments: object) -> str | None:
        """Why the contract would refuse the call now, or None when it would not."""
        try:
            await self.chain.call(
                to=self.address,
                data=call(function, *arguments),
                sender=sender.address,
                at=self.now + 1,
            )
        except Reverted as reverted:
            return str(reverted)
        return None

    async def logs(self) -> list[dict[str, Any]]:
        """Every log a recount needs, raw."""
        head = await self.chain.head()
        return await self.chain.logs(
            address=self.address, first=0, last=head.number, topics=contract.TOPICS
        )

    async def define(self, badge_id: int, *, opens: int = -DAY, closes: int = 30 * DAY) -> None:
        """A badge of today, awardable from `opens` to `closes` seconds from now."""
        await self.do(
            self.issuer,
            "defineBadge",
            badge_id,
            (self.now + 9 * 3600) // DAY,
            1,
            self.now + opens,
            self.now + closes,
            bytes(32),
        )


def binding_signature(stage: Stage, *, key: str, message: dict[str, Any]) -> bytes:
    """A wallet's signature of BindWallet, made by eth-account's own EIP-712 code."""
    signable = encode_typed_data(
        domain_data={
            "name": "Kashima Badges",
            "version": "1",
            "chainId": anvil.CHAIN_ID,
            "verifyingContract": stage.address,
        },
        message_types={
            "BindWallet": [
                {"name": "holder", "type": "address"},
                {"name": "wallet", "type": "address"},
                {"name": "nonce", "type": "uint256"},
                {"name": "deadline", "type": "uint256"},
            ]
        },
        message_data=message,
    )
    return bytes(Account.from_key(key).sign_message(signable).signature)


def call(function: str, *arguments: object) -> bytes:
    """Calldata by the ABI itself: an oracle independent of the product's own encoder."""
    types = [_type(argument) for argument in ABI[function]["inputs"]]
    return contract.artifact().selectors[function] + encode(types, list(arguments))


def _type(entry: dict[str, Any]) -> str:
    if entry["type"] == "tuple":
        return "(" + ",".join(_type(part) for part in entry["components"]) + ")"
    return str(entry["type"])
