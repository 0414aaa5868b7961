"""A chain behind a JSON-RPC address; the only importer of web3.

web3 is used as its transport. Its conveniences are left out on purpose, each for a measured
reason: it fills nonces without a lock, retries a send whose reply was lost and then reports the
success as a failure, forgets a whole batch for one missing receipt, and decodes logs 35 times
slower than `contract.read_awards`.
"""

import logging
from collections.abc import Callable, Sequence
from json import JSONDecodeError
from typing import Any, TypeVar
from urllib.parse import urlsplit

import aiohttp
from web3 import AsyncHTTPProvider
from web3.exceptions import Web3Exception
from web3.types import RPCEndpoint

from nft_badges import abi
from nft_badges.port import Block, ChainAway, ChainRefused, Identity, Log, Receipt, Reverted
from nft_badges.sending import Sent, after_refusal

T = TypeVar("T")

ASK_SECONDS = 10
WHOLE_CHAIN_SECONDS = 120
"""For an answer as large as a chain."""

WITH_TRANSACTIONS = False
"""Blocks are asked for with the hashes of their transactions only."""

AUTOMINE = False
REVERT_SELECTOR = bytes.fromhex("08c379a0")


class Web3Chain:
    """A chain behind a JSON-RPC address, through web3's HTTP transport."""

    def __init__(self, rpc_url: str) -> None:
        # It would write the address into the log, and providers put their keys into addresses.
        logging.getLogger("web3").setLevel(logging.WARNING)
        self.name = urlsplit(rpc_url).netloc.rpartition("@")[2]
        self._provider = _provider(rpc_url, ASK_SECONDS)
        self._patient = _provider(rpc_url, WHOLE_CHAIN_SECONDS)

    async def identity(self) -> Identity:
        """Which chain this is."""
        genesis = await self.block(0)
        if genesis is None:
            raise ChainRefused("the chain has no first block")
        return Identity(
            chain_id=_understood(_number, await self._ask("eth_chainId")),
            genesis_hash=genesis.hash,
            client=str(await self._ask("web3_clientVersion"))[:80],
        )

    async def head(self) -> Block:
        """The newest block."""
        found = await self._ask("eth_getBlockByNumber", "latest", WITH_TRANSACTIONS)
        return _understood(_block, found)

    async def block(self, number: int) -> Block | None:
        """The block of that number, or None when the chain is shorter."""
        found = await self._ask("eth_getBlockByNumber", hex(number), WITH_TRANSACTIONS)
        return None if found is None else _understood(_block, found)

    async def finalized(self) -> int:
        """Number of the newest block that cannot be reorganised away."""
        found = await self._ask("eth_getBlockByNumber", "finalized", WITH_TRANSACTIONS)
        return 0 if found is None else _understood(_block, found).number

    async def code(self, address: str) -> bytes:
        """The code at an address; empty when there is none."""
        return _understood(_bytes, await self._ask("eth_getCode", address, "latest"))

    async def balance(self, address: str) -> int:
        """Wei held by an address."""
        return _understood(_number, await self._ask("eth_getBalance", address, "latest"))

    async def nonce(self, address: str) -> int:
        """Transactions of this address that are mined."""
        found = await self._ask("eth_getTransactionCount", address, "latest")
        return _understood(_number, found)

    async def tip(self) -> int:
        """Wei per gas that block builders ask for at present."""
        return _understood(_number, await self._ask("eth_maxPriorityFeePerGas"))

    async def call(
        self, *, to: str, data: bytes, sender: str | None = None, at: int | None = None
    ) -> bytes:
        """Ask a contract without a transaction, as if at Unix second `at`; raise Reverted."""
        question = {"to": to, "data": "0x" + data.hex()}
        if sender is not None:
            question["from"] = sender
        # Not every provider knows overrides, so they are only sent when time matters.
        overrides = [] if at is None else [{}, {"time": hex(at)}]
        answer = await self._ask("eth_call", question, "latest", *overrides)
        return _understood(_bytes, answer)

    async def send(self, raw: bytes) -> Sent:
        """Broadcast; an answer that was lost is ChainAway, and sending again is harmless."""
        try:
            await self._ask("eth_sendRawTransaction", "0x" + raw.hex())
        except ChainRefused as refusal:
            return after_refusal(str(refusal))
        return Sent.ACCEPTED

    async def receipt(self, tx_hash: str) -> Receipt | None:
        """What became of a transaction, or None while it is not mined."""
        found = await self._ask("eth_getTransactionReceipt", tx_hash)
        return None if found is None else _understood(_receipt, found)

    async def logs(
        self, *, address: str, first: int, last: int, topics: Sequence[str]
    ) -> list[dict[str, Any]]:
        """Raw logs of a contract whose first topic is one of `topics`, in order."""
        wanted = {
            "address": address,
            "fromBlock": hex(first),
            "toBlock": hex(last),
            "topics": [list(topics)],
        }
        found: list[dict[str, Any]] = _understood(list, await self._ask("eth_getLogs", wanted))
        return found

    async def take_over(self) -> None:
        """Mine only when told, whatever options the node was started with."""
        await self._ask("evm_setAutomine", AUTOMINE)

    async def fund(self, address: str, wei: int) -> None:
        """Set a balance, without a block."""
        await self._ask("anvil_setBalance", address, hex(wei))

    async def mine(self, timestamp: int) -> None:
        """Make one block of what was sent, at that Unix second; raise ChainRefused."""
        await self._ask("evm_mine", timestamp)

    async def reset(self) -> None:
        """Back to the genesis block, with the same hash.

        anvil makes the new genesis, and the block after it, with the base fee it last computed.
        """
        genesis = await self.block(0)
        if genesis is None:
            raise ChainRefused("the chain has no first block")
        base_fee = hex(genesis.base_fee)
        await self._ask("anvil_setNextBlockBaseFeePerGas", base_fee)
        await self._ask("anvil_reset")
        await self._ask("anvil_setNextBlockBaseFeePerGas", base_fee)
        await self.take_over()

    async def dump(self) -> bytes:
        """The whole chain as its node writes it: blocks, receipts, logs and the newest state."""
        return _understood(_bytes, await self._patiently("anvil_dumpState"))

    async def load(self, state: bytes) -> None:
        """Put a dumped chain into an empty one; raise ChainRefused."""
        if not await self._patiently("anvil_loadState", "0x" + state.hex()):
            raise ChainRefused("the node does not take this state")

    async def differences(self, address: str | None) -> str:
        """Nothing: one node has nobody to differ from."""
        del address
        return ""

    async def close(self) -> None:
        """Give every connection back."""
        await self._provider.disconnect()
        await self._patient.disconnect()

    async def _ask(self, method: str, *parameters: object) -> Any:  # noqa: ANN401  JSON is anything
        return await self._through(self._provider, method, parameters)

    async def _patiently(self, method: str, *parameters: object) -> Any:  # noqa: ANN401  JSON is anything
        return await self._through(self._patient, method, parameters)

    async def _through(
        self, provider: AsyncHTTPProvider, method: str, parameters: Sequence[object]
    ) -> Any:  # noqa: ANN401  JSON is anything
        try:
            answer = await provider.make_request(RPCEndpoint(method), list(parameters))
        except (
            aiohttp.ClientError,
            TimeoutError,
            OSError,
            JSONDecodeError,
            Web3Exception,
        ) as away:
            what = f"{self.name}: {_in_short(away)}"
            raise ChainAway(what) from away
        if "error" in answer:
            raise _refusal(answer["error"])
        return answer.get("result")


def _provider(rpc_url: str, seconds: int) -> AsyncHTTPProvider:
    return AsyncHTTPProvider(
        rpc_url,
        request_kwargs={"timeout": aiohttp.ClientTimeout(total=seconds)},
        exception_retry_configuration=None,
    )


def _in_short(away: Exception) -> str:
    """What went wrong; the whole message may repeat the address, and a provider's key with it."""
    if isinstance(away, aiohttp.ClientResponseError):
        return f"answered with status {away.status}"
    return type(away).__name__


def read_log(raw: dict[str, Any]) -> Log:
    """A log as the node writes it."""
    return Log(
        address=str(raw["address"]).lower(),
        topics=tuple(raw["topics"]),
        data=_bytes(raw["data"]),
    )


def _refusal(error: Any) -> ChainRefused | Reverted:  # noqa: ANN401  JSON is anything
    """The code says little (geth -32000, anvil -32003 or 3), so the message decides."""
    if isinstance(error, str):
        return ChainRefused(error)
    message = str(error.get("message", ""))
    data = error.get("data")
    if isinstance(data, str) and data.startswith("0x"):
        return Reverted(revert_reason(_bytes(data)) or message)
    if "revert" in message.lower():
        return Reverted(message)
    return ChainRefused(message)


def revert_reason(data: bytes) -> str:
    """The text inside Solidity's and Vyper's `Error(string)`; empty for anything else."""
    if not data.startswith(REVERT_SELECTOR):
        return ""
    body = data[len(REVERT_SELECTOR) :]
    length = int.from_bytes(body[abi.WORD : 2 * abi.WORD], "big")
    return body[2 * abi.WORD : 2 * abi.WORD + length].decode(errors="replace")


def _understood(read: Callable[[Any], T], raw: object) -> T:
    """What a node wrote; raise ChainRefused when it is not what the standard says."""
    try:
        return read(raw)
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise ChainRefused("the node's answer cannot be read") from problem


def _receipt(raw: dict[str, Any]) -> Receipt | None:
    if raw.get("blockHash") is None:  # some nodes give one for what still waits
        return None
    return Receipt(
        tx_hash=raw["transactionHash"],
        block_number=_number(raw["blockNumber"]),
        block_hash=raw["blockHash"],
        succeeded=_number(raw["status"]) == 1,
        gas_used=_number(raw["gasUsed"]),
        logs=tuple(read_log(log) for log in raw["logs"]),
    )


def _block(raw: dict[str, Any]) -> Block:
    return Block(
        number=_number(raw["number"]),
        hash=raw["hash"],
        timestamp=_number(raw["timestamp"]),
        base_fee=_number(raw.get("baseFeePerGas") or "0x0"),
        transactions=tuple(raw["transactions"]),
    )


def _number(text: str) -> int:
    return int(text, 16)


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.removeprefix("0x"))
