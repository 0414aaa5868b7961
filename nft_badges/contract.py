"""The contract as plain values: its artifact, calls as bytes in, answers and logs as values out.

Every argument and answer used here is built of 32-byte words, so a general ABI library would be
the larger part; web3's own log decoding takes 35 times as long on a marketer's recount.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from eth_utils.crypto import keccak

from nft_badges import abi
from nft_badges.port import Log

ARTIFACT = Path(__file__).parent / "contracts" / "KashimaBadges.json"
ADDRESS_DIGITS = 40
EPOCH = date(1970, 1, 1)

TRANSFER_SINGLE = "0xc3d58168c5ae7397731d063d5bbf3d657854427343f4c083240f7aacaa2d0f62"
TRANSFER_BATCH = "0x4a39dc06d4c0dbc64b70af90fd698a233a518aa5d07e595d983b8c0526c8f7fb"
BADGE_DEFINED = (
    "0x" + keccak(text="BadgeDefined(uint256,uint256,uint256,uint256,uint256,bytes32)").hex()
)
BADGE_WITHDRAWN = "0x" + keccak(text="BadgeWithdrawn(uint256)").hex()
REVOKED = "0x" + keccak(text="Revoked(uint256,address,uint256)").hex()
REBOUND = "0x" + keccak(text="Rebound(address,address,uint256,uint256,uint256)").hex()
TOPICS = (TRANSFER_SINGLE, TRANSFER_BATCH, BADGE_DEFINED, BADGE_WITHDRAWN, REVOKED, REBOUND)
"""First topics of the logs from which everything about badges can be recounted."""

NOBODY = "0x" + 64 * "0"

MAX_HOLDERS = 200
"""The most holders one call of `award` takes."""

ISSUER = 1
REGISTRAR = 2
PAUSER = 4


class NoSuchContract(Exception):
    """What answered is not our contract: an address without code answers with nothing."""


@dataclass(frozen=True)
class Artifact:
    """What was compiled: creation code, runtime code and the selector of each function."""

    bytecode: bytes
    runtime: bytes
    selectors: dict[str, bytes]

    @property
    def code_hash(self) -> str:
        """Keccak-256 of the runtime code, as the chain itself names a contract's code."""
        return code_hash(self.runtime)


@cache
def artifact() -> Artifact:
    """The committed artifact: constant data beside the code, so reading it once is enough."""
    raw = json.loads(ARTIFACT.read_text(encoding="utf-8"))
    return Artifact(
        bytecode=bytes.fromhex(raw["bytecode"].removeprefix("0x")),
        runtime=bytes.fromhex(raw["runtime"].removeprefix("0x")),
        selectors={
            name: bytes.fromhex(selector.removeprefix("0x"))
            for name, selector in raw["selectors"].items()
        },
    )


@dataclass(frozen=True, kw_only=True)
class Accounts:
    """Who may do what from the contract's first block; one account may be all of them."""

    admin: str
    issuer: str
    registrar: str
    pauser: str


def deploy(accounts: Accounts, *, base_uri: str, daily_cap: int) -> bytes:
    """Creation code with the constructor's arguments; raise NotAnAddress."""
    named = (accounts.admin, accounts.issuer, accounts.registrar, accounts.pauser)
    head = b"".join(map(abi.address, named)) + abi.number(6 * abi.WORD) + abi.number(daily_cap)
    return artifact().bytecode + head + abi.octets(base_uri.encode())


def define_badge(
    badge_id: int, *, day: date, kind: int, opens_at: int, closes_at: int, metadata_hash: bytes
) -> bytes:
    """Call that makes a badge known."""
    words = (badge_id, day_number(day), kind, opens_at, closes_at)
    return _call("defineBadge", *(abi.number(word) for word in words), metadata_hash)


def extend_badge(badge_id: int, *, closes_at: int) -> bytes:
    """Call that lets a badge be awarded until later."""
    return _call("extendBadge", abi.number(badge_id), abi.number(closes_at))


def withdraw_badge(badge_id: int) -> bytes:
    """Call that forgets a badge nobody holds."""
    return _call("withdrawBadge", abi.number(badge_id))


def award(badge_id: int, holders: Sequence[str]) -> bytes:
    """Call that gives a badge to each holder; raise NotAnAddress."""
    return _call("award", abi.number(badge_id), abi.number(2 * abi.WORD), _addresses(holders))


def set_base_uri(base_uri: str) -> bytes:
    """Call that tells where metadata lies."""
    return _call("setBaseURI", abi.number(abi.WORD), abi.octets(base_uri.encode()))


def balances(pairs: Sequence[tuple[str, int]]) -> bytes:
    """Call that asks for many holders and badges at once."""
    holders = _addresses([holder for holder, _ in pairs])
    ids = abi.number(len(pairs)) + b"".join(abi.number(badge_id) for _, badge_id in pairs)
    return _call(
        "balanceOfBatch",
        abi.number(2 * abi.WORD),
        abi.number(2 * abi.WORD + len(holders)),
        holders,
        ids,
    )


def badge(badge_id: int) -> bytes:
    """Call that asks what is known of a badge."""
    return _call("badge", abi.number(badge_id))


def badges_of(holder: str, *, page: int) -> bytes:
    """Call that asks for all badges of a holder on a page of 256."""
    return _call("badgesOf", abi.address(holder), abi.number(page))


def roles_of(account: str) -> bytes:
    """Call that asks what an account may do."""
    return _call("rolesOf", abi.address(account))


def admin() -> bytes:
    """Call that asks who the admin is."""
    return _call("admin")


def base_uri() -> bytes:
    """Call that asks where metadata lies."""
    return _call("baseURI")


def read_awarded(logs: Iterable[Log], *, address: str, badge_id: int) -> set[str]:
    """Holders, lower case, to whom these logs of the contract give this badge."""
    return {
        "0x" + log.topics[3][-ADDRESS_DIGITS:].lower()
        for log in logs
        if log.address == address
        and log.topics[0] == TRANSFER_SINGLE
        and log.topics[2] == NOBODY
        and log.topics[3] != NOBODY
        and int.from_bytes(log.data[: abi.WORD], "big") == badge_id
    }


def read_burned(topics: Sequence[str], data: str) -> set[tuple[str, int]]:
    """Address, lower case, and badge of each token that a log of these says is gone."""
    if topics[0] == REVOKED:
        return {("0x" + topics[2][-ADDRESS_DIGITS:].lower(), int(topics[1], 16))}
    if topics[0] != TRANSFER_BATCH or topics[3] != NOBODY:
        return set()
    ids = read_numbers(bytes.fromhex(data.removeprefix("0x"))[abi.WORD :])
    return {("0x" + topics[2][-ADDRESS_DIGITS:].lower(), badge_id) for badge_id in ids}


def code_hash(code: bytes) -> str:
    """Keccak-256 of code, as the chain itself names it."""
    return "0x" + keccak(code).hex()


def read_number(answer: bytes) -> int:
    """A single number; raise NoSuchContract, as everything below that reads an answer does."""
    return _words(answer, least=1)[0]


def read_address(answer: bytes) -> str:
    """A single address, lower case."""
    return f"0x{_words(answer, least=1)[0]:040x}"


def read_text(answer: bytes) -> str:
    """A single text."""
    length = _words(answer, least=2)[1]
    return answer[2 * abi.WORD : 2 * abi.WORD + length].decode()


def read_numbers(answer: bytes) -> list[int]:
    """An array of numbers."""
    words = _words(answer, least=2)
    return words[2 : 2 + words[1]]


def read_definition(answer: bytes) -> tuple[int, int]:
    """Day (as `day_number`) and kind of a badge, both zero when it is not defined."""
    _, _, day, kind, _ = _words(answer, least=5)
    return day, kind


def read_window(answer: bytes) -> tuple[int, int]:
    """When a badge opens and closes (Unix seconds), from the same answer."""
    opens, closes, *_ = _words(answer, least=5)
    return opens, closes


def day_number(day: date) -> int:
    """Days since 1970-01-01, as the contract counts them."""
    return (day - EPOCH).days


def created_address(sender: str, *, nonce: int) -> str:
    """Where a contract made by `sender` with this nonce will be, lower case."""
    counter = b"" if nonce == 0 else nonce.to_bytes((nonce.bit_length() + 7) // 8, "big")
    listed = _rlp_bytes(bytes.fromhex(sender.removeprefix("0x"))) + _rlp_bytes(counter)
    return "0x" + keccak(bytes([0xC0 + len(listed)]) + listed)[12:].hex()


def _rlp_bytes(value: bytes) -> bytes:
    if len(value) == 1 and value[0] < 0x80:  # noqa: PLR2004  RLP: small bytes stand for themselves
        return value
    return bytes([0x80 + len(value)]) + value


def _call(function: str, *arguments: bytes) -> bytes:
    return artifact().selectors[function] + b"".join(arguments)


def _addresses(holders: Sequence[str]) -> bytes:
    return abi.number(len(holders)) + b"".join(abi.address(holder) for holder in holders)


def _words(answer: bytes, *, least: int) -> list[int]:
    if len(answer) < least * abi.WORD:
        raise NoSuchContract
    return abi.words(answer)
