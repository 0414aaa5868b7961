"""Gas for each badge stays within a few per cent of what the EVM allows at all."""

import random

from anvil_server import Stage

BATCH = 100


def people(count: int, *, seed: int = 4) -> list[str]:
    """Addresses as random as those of visitors: a zero byte in calldata would be cheaper."""
    made = random.Random(seed)
    return [f"0x{made.getrandbits(160):040x}" for _ in range(count)]


async def test_a_batch_of_a_hundred_stays_under_its_targets(stage: Stage) -> None:
    """Floor for an ERC-1155 log and one word a holder: 25,017 fresh, 7,917 again (badges.md)."""
    crowd, others = people(BATCH), people(1, seed=5)
    for badge_id in (1, 2):
        await stage.define(badge_id)
        await stage.do(stage.issuer, "award", badge_id, others)
    fresh = await stage.do(stage.issuer, "award", 1, crowd)
    again = await stage.do(stage.issuer, "award", 2, crowd)
    held = await stage.do(stage.issuer, "award", 2, crowd)
    assert fresh.gas_used / BATCH <= 25_800
    assert again.gas_used / BATCH <= 8_700
    assert held.gas_used / BATCH <= 3_200


async def test_the_minter_s_gas_limit_covers_every_batch_size(stage: Stage) -> None:
    from nft_badges.sending import award_gas

    for badge_id, size in enumerate((1, 2, 7, 50, 100, 200), start=1):
        await stage.define(badge_id)
        crowd = people(size, seed=badge_id)
        receipt = await stage.do(stage.issuer, "award", badge_id, crowd)
        assert receipt.gas_used < award_gas(size)
