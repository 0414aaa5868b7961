"""Whether a sign-in message is one of ours and good at this moment: pure."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit

from eth_utils.address import to_checksum_address

from nft_badges.wallet.message import SignIn

GOOD_FOR = timedelta(minutes=5)
"""How long a message may be signed, and how far its clock may differ from ours."""

PURPOSE = "kashima-wallet-link"
"""The request id: a signature given for anything else in this town is of no use here."""

STATEMENT = (
    "Prove that this wallet is yours. This moves nothing, costs nothing and is not published."
)


class Flaw(StrEnum):
    """What is wrong with a message."""

    OTHER_TOWN = "other-town"
    OTHER_CHAIN = "other-chain"
    OTHER_PURPOSE = "other-purpose"
    EXPIRED = "expired"
    TOO_EARLY = "too-early"


class Untrue(Exception):
    """The message is well written, yet not one we may believe."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw)
        self.flaw = flaw


@dataclass(frozen=True)
class Town:
    """What our own settings and records say a message must name."""

    public_url: str
    chain_id: int
    contract: str

    @property
    def domain(self) -> str:
        """The host, with its port if it has one, as a browser shows it."""
        return urlsplit(self.public_url).netloc

    @property
    def resources(self) -> tuple[str, ...]:
        """The contract whose badges it is about, and where anybody may check them."""
        return (
            f"ethereum:{to_checksum_address(self.contract)}@{self.chain_id}",
            f"{self.public_url}/proof",
        )


def compose(town: Town, *, wallet: str, nonce: str, now: datetime) -> SignIn:
    """The message this wallet is asked to sign; `wallet` has its checksum."""
    return SignIn(
        domain=town.domain,
        address=wallet,
        statement=STATEMENT,
        uri=town.public_url,
        chain_id=town.chain_id,
        nonce=nonce,
        issued_at=_written(now),
        expiration_time=_written(now + GOOD_FOR),
        request_id=PURPOSE,
        resources=town.resources,
    )


def check(message: SignIn, town: Town, *, now: datetime) -> None:
    """Raise Untrue unless the message is about this town, this contract, and now."""
    if message.domain != town.domain or message.uri != town.public_url:
        raise Untrue(Flaw.OTHER_TOWN)
    if message.scheme not in (None, urlsplit(town.public_url).scheme):
        raise Untrue(Flaw.OTHER_TOWN)
    if message.chain_id != town.chain_id:
        raise Untrue(Flaw.OTHER_CHAIN)
    if message.request_id != PURPOSE or message.resources != town.resources:
        raise Untrue(Flaw.OTHER_PURPOSE)
    if message.expires is None or message.expires <= now or message.issued < now - GOOD_FOR:
        raise Untrue(Flaw.EXPIRED)
    if message.issued > now + GOOD_FOR or (message.begins is not None and message.begins > now):
        raise Untrue(Flaw.TOO_EARLY)


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
