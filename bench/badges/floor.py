"""The least gas a badge can cost on the EVM, by the prices of the Osaka rules.

What is asked for: an ERC-1155 `TransferSingle` log for each badge, and on-chain state that says
who holds it. Both can be shared by nobody else, so their prices add up; what a transaction costs
at all is shared by its badges. Reaching it would take code that costs nothing.
"""

TRANSACTION = 21_000

LOG = 375
LOG_TOPIC = 375
LOG_BYTE = 8
TOPICS = 4
"""The event's name, operator, giver and taker; id and amount are data, a word of 32 bytes each."""
DATA_BYTES = 64

CALLDATA_BYTE = 16
ADDRESS_BYTES = 20
"""A holder has to be named, without the padding that the usual encoding adds."""

COLD_SLOT = 2_100
"""The first look at a storage slot in a transaction (EIP-2929)."""
SLOT_FROM_ZERO = 20_000
SLOT_CHANGED = 2_900
"""Writing a slot that was looked at: empty before, or holding something else (EIP-2200)."""

NAMING = ADDRESS_BYTES * CALLDATA_BYTE
LOGGING = LOG + TOPICS * LOG_TOPIC + DATA_BYTES * LOG_BYTE


def fresh(count: int) -> float:
    """Gas a badge for holders who have none yet, `count` of them in one transaction."""
    return TRANSACTION / count + NAMING + LOGGING + COLD_SLOT + SLOT_FROM_ZERO


def again(count: int) -> float:
    """Gas a badge for holders who have others already, in a word that has room for this one."""
    return TRANSACTION / count + NAMING + LOGGING + COLD_SLOT + SLOT_CHANGED


def held(count: int) -> float:
    """Gas for finding out that the holder has the badge already; nothing is logged or written."""
    return TRANSACTION / count + NAMING + COLD_SLOT
