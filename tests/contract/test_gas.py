"""Gas for each badge stays within a few per cent of what the EVM allows at all."""

from anvil_server import Stage, holder

BATCH = 100


async def test_a_batch_of_a_hundred_stays_under_its_targets(stage: Stage) -> None:
    """Floor for an ERC-1155 log and one word a holder: 25,017 fresh, 7,917 again (badges.md)."""
    people = [holder(n) for n in range(BATCH)]
    for badge_id in (1, 2):
        await stage.define(badge_id)
        await stage.do(stage.issuer, "award", badge_id, [holder(5_000)])
    fresh = await stage.do(stage.issuer, "award", 1, people)
    again = await stage.do(stage.issuer, "award", 2, people)
    held = await stage.do(stage.issuer, "award", 2, people)
    assert fresh.gas_used / BATCH <= 25_800
    assert again.gas_used / BATCH <= 8_700
    assert held.gas_used / BATCH <= 3_200


async def test_the_minter_s_gas_limit_covers_every_batch_size(stage: Stage) -> None:
    from nft_badges.sending import award_gas

    for badge_id, size in enumerate((1, 2, 7, 50, 100, 200), start=1):
        await stage.define(badge_id)
        people = [holder(10_000 * badge_id + n) for n in range(size)]
        receipt = await stage.do(stage.issuer, "award", badge_id, people)
        assert receipt.gas_used < award_gas(size)
