"""A world with the wallet addresses on a real chain, and people with wallets of their own."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from aiohttp import CookieJar
from aiohttp.test_utils import TestClient, TestServer
from eth_account import Account
from eth_account.signers.local import LocalAccount
from minter_town import MinterTown
from openapi_witness import Witness
from web_town import AIKO, Answer

from nft_badges.minter import Minter
from nft_badges.proof import add_proof_pages
from nft_badges.settings import ChainReadSettings
from nft_badges.wallet import add_wallet, signatures
from world_server.app import build_app
from world_server.keys import REDIS
from world_server.operations import OPERATIONS
from world_server.settings import WorldSettings
from world_server.store import awards
from world_server.store.tables.award import Award, Badge, Source
from world_server.web.openapi import document
from world_server.web.visitor_door import wallet_door


def account(number: int) -> LocalAccount:
    """A wallet whose key only this test has."""
    made: LocalAccount = Account.from_key(f"0x{number:064x}")
    return made


@dataclass
class Person:
    """A visitor's browser with a wallet in it."""

    client: "TestClient[Any, Any]"
    wallet: LocalAccount
    witness: Witness
    visitor_id: str = ""

    async def ask(self, method: str, path: str, json: object = None, **how: Any) -> Answer:
        """Send a request as a program of our own pages does."""
        told: dict[str, Any] = {} if json is None else {"json": json}
        raw = await self.client.request(method, path, **told, **how)
        body = await raw.json() if raw.content_type == "application/json" else await raw.read()
        self.witness.check(raw, body)
        return Answer(raw.status, body, raw)

    async def arrive(self) -> None:
        """Come in with a passport."""
        assert (await self.ask("POST", "/api/passport", AIKO)).status == 201
        cookies = self.client.session.cookie_jar.filter_cookies(self.client.make_url("/"))
        self.visitor_id = cookies["passport"].value.partition(".")[0]

    async def state(self) -> Any:
        """How things stand with the wallet."""
        answer = await self.ask("GET", "/api/wallet")
        assert answer.status == 200, answer.body
        return answer.body

    async def message(self, wallet: str | None = None) -> str:
        """The message this wallet is to sign."""
        answer = await self.ask(
            "POST", "/api/wallet/nonce", {"wallet": wallet or self.wallet.address}
        )
        assert answer.status == 200, answer.body
        return str(answer.body["message"])

    def sign(self, text: str) -> str:
        """As `personal_sign` does it."""
        return "0x" + bytes(self.wallet.sign_message(signatures.of_text(text)).signature).hex()

    async def link(self, **more: object) -> Answer:
        """Sign in with the wallet."""
        message = await self.message()
        return await self.ask(
            "POST",
            "/api/wallet/link",
            {"message": message, "signature": self.sign(message), **more},
        )

    async def binding(self) -> Any:
        """What the wallet is to sign so that badges move."""
        answer = await self.ask("POST", "/api/wallet/binding")
        assert answer.status == 200, answer.body
        return answer.body

    def consent(self, typed_data: Any) -> str:
        """As `eth_signTypedData_v4` does it."""
        signed = self.wallet.sign_typed_data(full_message=typed_data)
        return "0x" + bytes(signed.signature).hex()

    async def move(self, **changes: object) -> Answer:
        """Let the wallet take the badges."""
        asked = await self.binding()
        told = {
            "deadline": asked["deadline"],
            "signature": self.consent(asked["typed_data"]),
            "public": True,
        }
        return await self.ask("POST", "/api/wallet/move", told | changes)


@dataclass
class WalletSite:
    """The world, the minter's town beside it, and whoever came."""

    town: MinterTown
    server: TestServer
    witness: Witness
    stack: AsyncExitStack
    database_url: str
    people: int = 0
    _minter: Minter | None = field(default=None)

    @property
    def minter(self) -> Minter:
        """The town's one minter."""
        if self._minter is None:
            self._minter = self.town.minter()
        return self._minter

    def use(self, minter: Minter) -> None:
        """Let this be the town's minter."""
        self._minter = minter

    def renew_minter(self) -> None:
        """As if the minter's process had been started anew."""
        self._minter = None

    @property
    def redis(self) -> Any:
        return self.server.app[REDIS]

    async def begin(self) -> None:
        """Have the contract on the chain."""
        for _ in range(20):
            await self.minter.guarded_step()
        assert (await self.town.deployment()).block_number is not None

    @asynccontextmanager
    async def before_the_contract(self) -> AsyncIterator[None]:
        """As it was while the contract was not on the chain yet."""
        deployment = await self.town.deployment()
        for block in (None, deployment.block_number):
            async with self.town.database.transaction() as session:
                deployment.block_number = block
                await session.merge(deployment)
            if block is None:
                yield

    async def rest(self) -> None:
        """As if everybody had waited a while."""
        for key in await self.redis.keys("kashima:bucket:*"):
            await self.redis.delete(key)

    async def exhaust(self, bucket: str) -> None:
        """As if everybody had just asked far too often."""
        for key in await self.redis.keys(f"kashima:bucket:{bucket}:*"):
            await self.redis.hset(key, "tokens", -1000)

    async def person(self, wallet: LocalAccount | None = None) -> Person:
        """Somebody who came in."""
        self.people += 1
        client = TestClient(self.server, cookie_jar=CookieJar(unsafe=True))
        self.stack.push_async_callback(client.close)
        one = Person(client, wallet or account(9_000 + self.people), self.witness)
        await one.arrive()
        return one

    async def promise(self, person: Person, badge_id: int) -> Award:
        """Promise a badge as the town does."""
        async with self.town.database.transaction() as session:
            badge = await session.get(Badge, badge_id)
            assert badge is not None
            return await awards.promise(
                session,
                badge=badge,
                visitor_id=person.visitor_id,
                reason=f"presence:{badge_id}",
                source=Source.PRESENCE,
                now=self.town.clock(),
            )


@asynccontextmanager
async def wallet_site(
    town: MinterTown, *, database_url: str, redis_url: str, folder: Path
) -> AsyncIterator[WalletSite]:
    """The world of one test."""
    chain = ChainReadSettings.model_validate(
        {"database_url": database_url, "rpc_url": town.server.url}
    )
    world = WorldSettings.model_validate(
        {
            "database_url": database_url,
            "redis_url": redis_url,
            "secret": "ticket-secret-" * 3,
            "client_dir": folder,
        }
    )
    mounted = [
        partial(add_proof_pages, settings=chain),
        partial(add_wallet, settings=chain, door=wallet_door()),
    ]
    app = build_app(world, mounted, clock=town.clock)
    operations = app[OPERATIONS]
    witness = Witness(document(operations))
    async with AsyncExitStack() as stack:
        server = TestServer(app)
        await stack.enter_async_context(server)
        yield WalletSite(town, server, witness, stack, database_url)
