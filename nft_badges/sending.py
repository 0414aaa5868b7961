"""Decides, purely, about sending a transaction: what a node's answer means, which fees to offer."""

from dataclasses import dataclass
from enum import StrEnum

AWARD_GAS = 60_000
HOLDER_GAS = 27_000
"""Measured: 51,000 for one fresh holder with all else fresh, 25,650 for each of a hundred."""

DEPLOY_GAS = 4_500_000
DEFINE_GAS = 250_000
ADDRESS_GAS = 400_000

HOOK_GAS = 210_000
"""What a wallet with code is given to say whether it takes badges, and a little to ask it."""

REBIND_GAS = 200_000
"""Measured: 148,000 for a page with one badge, its wallet's first."""

MOVED_GAS = 7_500
"""Measured on a full page of 256: 1,500 for each that moves, 6,600 for each that both hold."""

BATCHES_AT_ONCE = 5
"""Batches signed in one transaction and settled in one, on the embedded chain: so many that what
a transaction costs by itself hardly counts, so few that nobody waits long for SQLite's only lock.

Elsewhere one batch is on its way at a time: many would be stuck together when fees rise.
"""

STUCK_BLOCKS = 5
"""Blocks after which a transaction that is not mined is offered again with higher fees."""

MOST_ATTEMPTS = 12
BUMP = 8
"""A new offer is one eighth (12.5 %) higher: anvil takes 5 %, geth asks for 10 %."""

OWN_TIP = 1_000_000
"""Wei per gas on the embedded chain, where nobody competes for room."""


class Sent(StrEnum):
    """What a node's answer to a broadcast means for us."""

    ACCEPTED = "accepted"
    KNOWN = "known"
    NONCE_USED = "nonce used"
    UNDERPRICED = "underpriced"
    NO_FUNDS = "no funds"
    REFUSED = "refused"


# The texts of geth, anvil, Nethermind, Erigon and Besu; matched in this order.
_MEANINGS: tuple[tuple[str, Sent], ...] = (
    ("already known", Sent.KNOWN),
    ("already imported", Sent.KNOWN),
    ("alreadyknown", Sent.KNOWN),
    ("known transaction", Sent.KNOWN),
    ("nonce too low", Sent.NONCE_USED),
    ("oldnonce", Sent.NONCE_USED),
    ("nonce is too low", Sent.NONCE_USED),
    ("underpriced", Sent.UNDERPRICED),
    ("less than block base fee", Sent.UNDERPRICED),
    ("feetoolow", Sent.UNDERPRICED),
    ("fee too low", Sent.UNDERPRICED),
    ("fee cap", Sent.UNDERPRICED),
    ("insufficient funds", Sent.NO_FUNDS),
    ("insufficientfunds", Sent.NO_FUNDS),
    ("upfront cost exceeds", Sent.NO_FUNDS),
)


def after_refusal(message: str) -> Sent:
    """What a refused broadcast means; the error's code differs between nodes, the text hardly."""
    text = message.lower()
    return next((meaning for part, meaning in _MEANINGS if part in text), Sent.REFUSED)


@dataclass(frozen=True)
class Fees:
    """An offer for room in a block, in wei per gas."""

    max_fee: int
    tip: int

    def cost(self, gas: int) -> int:
        """Wei that must be in the account before this is sent."""
        return self.max_fee * gas


def first_fees(*, base_fee: int, tip: int) -> Fees:
    """An offer that still holds after six full blocks in a row."""
    return Fees(max_fee=2 * base_fee + tip, tip=tip)


def higher_fees(old: Fees, *, base_fee: int, tip: int) -> Fees:
    """The next offer: both parts up by an eighth, or what the market asks if that is more."""
    fresh = first_fees(base_fee=base_fee, tip=tip)
    return Fees(
        max_fee=max(fresh.max_fee, old.max_fee + old.max_fee // BUMP + 1),
        tip=max(fresh.tip, old.tip + old.tip // BUMP + 1),
    )


def award_gas(holders: int) -> int:
    """Gas limit for a batch; fixed, so that no node's estimate decides whether badges go out."""
    return AWARD_GAS + HOLDER_GAS * holders


def rebind_gas(badges: int) -> int:
    """Gas limit for moving a page with that many badges to a wallet that may have code."""
    return REBIND_GAS + HOOK_GAS + MOVED_GAS * badges


def should_bump(*, sent_at_block: int, head: int, attempts: int) -> bool:
    """Whether to offer more for a transaction that no block has taken yet."""
    return head - sent_at_block >= STUCK_BLOCKS * attempts and attempts < MOST_ATTEMPTS
