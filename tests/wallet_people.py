"""People whose browsers have a wallet with a key of its own in them; and a town's minter."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import requests
from anvil_server import AnvilServer
from client_people import Someone
from client_town import ClientTown, act, now
from eth_account import Account
from eth_account.messages import encode_defunct
from eth_account.signers.local import LocalAccount
from servers import free_port
from sqlmodel import col, select

from nft_badges.keys import Issuer
from world_server.store import awards
from world_server.store.clock import visit_day
from world_server.store.database import Database
from world_server.store.tables.award import Badge, BadgeKind, Source
from world_server.store.tables.visitor import Visitor

ISSUER_KEY = "0x" + "6b" * 32
START_SECONDS = 60
ICON = (
    "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9Ij"
    "AgMCAyNCAyNCI+PGNpcmNsZSBjeD0iMTIiIGN5PSIxMiIgcj0iMTEiIGZpbGw9IiMyMzQwNmIiLz48L3N2Zz4="
)
INJECTED = """
(({ name, icon, uuid, older }) => {
  const provider = {
    async request({ method, params }) {
      const answer = await window.walletAsk(uuid, method, params ?? [])
      if (answer.hangs) return new Promise(() => {})
      if (answer.code) throw Object.assign(new Error('unwilling'), { code: answer.code })
      return answer.value
    },
  }
  if (older) { window.ethereum = provider; return }
  const detail = Object.freeze({ info: { uuid, name, icon, rdns: 'example.' + uuid }, provider })
  const announce = () =>
    window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }))
  window.addEventListener('eip6963:requestProvider', announce)
  announce()
})
"""
REFUSED, UNKNOWN_CHAIN, BROKEN = 4001, 4902, -32603


@dataclass
class Wallet:
    """A wallet as its maker wrote it: it signs for real, unless told not to."""

    account: LocalAccount
    name: str = "テスト・ウォレット"
    chain_id: int = 31_337
    knows: set[int] = field(default_factory=lambda: {31_337})
    refuses: dict[str, int] = field(default_factory=dict)
    """Methods it does not do, with the code it answers."""

    hangs: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    signed: list[tuple[str, str]] = field(default_factory=list)
    """Texts with their signatures."""

    older: bool = False

    def answer(self, method: str, params: Any) -> dict[str, Any]:
        """What the page gets."""
        self.asked.append(method)
        if method in self.hangs:
            return {"hangs": True}
        if method in self.refuses:
            return {"code": self.refuses[method]}
        return self._do(method, params)

    def _do(self, method: str, params: Any) -> dict[str, Any]:
        acts: dict[str, Callable[[Any], Any]] = {
            "eth_requestAccounts": lambda _: [self.account.address.lower()],
            "eth_chainId": lambda _: hex(self.chain_id),
            "personal_sign": self._sign,
            "wallet_addEthereumChain": self._add,
        }
        if method == "wallet_switchEthereumChain":
            return self._switch(int(params[0]["chainId"], 16))
        if method == "eth_signTypedData_v4":
            return self._sign_typed(json.loads(params[1]))
        return {"value": acts[method](params)}

    def _sign(self, params: Any) -> str:
        text = bytes.fromhex(params[0][2:]).decode()
        signature = self.account.sign_message(encode_defunct(text=text)).signature
        self.signed.append((text, "0x" + bytes(signature).hex()))
        return self.signed[-1][1]

    def _sign_typed(self, data: dict[str, Any]) -> dict[str, Any]:
        """As most wallets do it: for the chain they are on, and no other."""
        if data["domain"]["chainId"] != self.chain_id:
            return {"code": BROKEN}
        signature = self.account.sign_typed_data(full_message=data).signature
        return {"value": "0x" + bytes(signature).hex()}

    def _switch(self, wanted: int) -> dict[str, Any]:
        if wanted not in self.knows:
            return {"code": UNKNOWN_CHAIN}
        self.chain_id = wanted
        return {"value": None}

    def _add(self, params: Any) -> None:
        assert params[0]["rpcUrls"][0].startswith("http")
        self.chain_id = int(params[0]["chainId"], 16)
        self.knows.add(self.chain_id)


def wallet(number: int, **more: Any) -> Wallet:
    """A wallet with a key only this test has."""
    return Wallet(Account.from_key(f"0x{number:064x}"), **more)


def put_into(someone: Someone, *wallets: Wallet) -> None:
    """Let the person's browser have these wallets, from the next page on."""
    by_id = {f"wallet-{number}": one for number, one in enumerate(wallets)}
    someone.page.expose_function(
        "walletAsk", lambda key, method, params: by_id[key].answer(method, params)
    )
    for key, one in by_id.items():
        told = {"name": one.name, "icon": ICON, "uuid": key, "older": one.older}
        someone.page.add_init_script(f"{INJECTED}({json.dumps(told)})")


def give_badge(town: ClientTown, nickname: str, title: str = "酒蔵通りの夕べ") -> int:
    """Promise the visitor a badge of today; its id."""
    return act(_give_badge(town, nickname, title))


async def _give_badge(town: ClientTown, nickname: str, title: str) -> int:
    database = Database(town.database_url)
    async with database.transaction() as session:
        found = await session.exec(select(Visitor).where(col(Visitor.nickname) == nickname))
        badge = Badge(
            kind=BadgeKind.EVENT,
            title=title,
            place="sakagura-dori",
            occurred_on=visit_day(now()),
            opens_at=now() - timedelta(minutes=5),
            closes_at=now() + timedelta(days=1),
        )
        session.add(badge)
        await session.flush()
        assert badge.id is not None
        await awards.promise(
            session,
            badge=badge,
            visitor_id=found.one().id,
            reason=f"presence:{badge.id}",
            source=Source.PRESENCE,
            now=now(),
        )
    await database.close()
    return badge.id


def rpc(url: str, method: str, *params: object) -> Any:
    """Ask a node, as its owner does."""
    told = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    answer = requests.post(url, json=told, timeout=10).json()
    assert "error" not in answer, answer
    return answer["result"]


def mines_by_itself(chain: AnvilServer, *, yes: bool) -> None:
    """Whether every transaction is in a block at once."""
    rpc(chain.url, "evm_setAutomine", yes)


def share(chain: AnvilServer) -> None:
    """Make it a chain that mines by itself, now, with money in the issuer's account."""
    rpc(chain.url, "evm_setTime", int(now().timestamp()))
    mines_by_itself(chain, yes=True)
    rpc(chain.url, "anvil_setBalance", Issuer.of_key(ISSUER_KEY).address, hex(10**21))


def _await_health(address: str, process: subprocess.Popen[bytes]) -> None:
    """Wait for the minter's health page; a busy machine takes its time."""
    for _ in range(START_SECONDS * 10):
        assert process.poll() is None, "the minter ended; see world.log"
        try:
            requests.get(address, timeout=1)
        except requests.RequestException:
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.1)
        else:
            return
    message = "the minter does not answer"
    raise TimeoutError(message)


@contextmanager
def minting(town: ClientTown, chain: AnvilServer, *, own: bool) -> Iterator[None]:
    """The town's minter as a process, on the town's own chain or on another's."""
    port = free_port()
    environment = {
        **town.environment,
        "KASHIMA_PORT": str(port),
        "KASHIMA_RPC_URL": chain.url,
        "KASHIMA_ISSUER_KEY": ISSUER_KEY,
        "KASHIMA_EMBEDDED_CHAIN": str(own).lower(),
        "KASHIMA_ALLOW_DEPLOY": "true",
        "KASHIMA_FLUSH_SECONDS": "0",
    }
    command = [sys.executable, "-m", "kashima", "minter"]
    with town.log.open("ab") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    try:
        _await_health(f"http://127.0.0.1:{port}/healthz", process)
        yield
    finally:
        process.terminate()
        process.wait(20)
