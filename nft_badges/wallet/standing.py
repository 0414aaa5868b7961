"""What a visitor is told of moves under way, and how well-known chains are called: pure."""

from dataclasses import dataclass
from typing import Literal

from world_server.store.tables.wallet import RebindState
from world_server.store.wallets import Moving

State = Literal["moving", "moved", "refused"]
Refusal = Literal["expired", "wallet", "signature", "other"]

REASONS: tuple[tuple[str, Refusal], ...] = (
    ("signature too old", "expired"),
    ("wallet refused", "wallet"),
    ("signature refused", "signature"),
    ("contract was replaced", "signature"),
)
"""Why a move was refused, and what that means for the person who signed."""

CHAINS = {
    1: "Ethereum",
    10: "OP Mainnet",
    100: "Gnosis",
    137: "Polygon",
    8_453: "Base",
    42_161: "Arbitrum One",
    84_532: "Base Sepolia",
    11_155_111: "Sepolia",
    560_048: "Hoodi",
}


@dataclass(frozen=True)
class Standing:
    """How far a move is, and why it stopped if it did."""

    state: State
    why: Refusal | None = None


def standing(moving: Moving) -> Standing:
    """One sentence for all pages: what was refused needs the person, so it is told first."""
    if moving.states.get(RebindState.REFUSED):
        return Standing("refused", _meaning(moving.refused_reason or ""))
    if moving.states.get(RebindState.QUEUED) or moving.states.get(RebindState.BATCHED):
        return Standing("moving")
    return Standing("moved")


def _meaning(reason: str) -> Refusal:
    return next((meaning for text, meaning in REASONS if text in reason), "other")


def name_of_chain(chain_id: int) -> str:
    """What people call the chain."""
    return CHAINS.get(chain_id, f"EVM {chain_id}")
