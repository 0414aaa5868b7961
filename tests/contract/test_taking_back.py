"""Taking badges back: one by one with a reason, or a whole page when a person asks for erasure."""

from anvil_server import Stage, account, holder

from nft_badges.verify_badges import recount

NO_ROLE = "kashima_badges: caller lacks the role"


async def test_a_revoked_badge_is_gone_and_can_be_awarded_again(stage: Stage) -> None:
    await stage.define(1)
    await stage.do(stage.issuer, "award", 1, [holder(1), holder(2)])
    await stage.do(stage.registrar, "revoke", 1, holder(1), 3)
    assert await stage.ask("balanceOf", holder(1), 1) == 0
    assert await stage.ask("balanceOf", holder(2), 1) == 1
    assert await stage.ask("totalSupply", 1) == 1
    ledger = recount(await stage.logs())
    assert (ledger.taken_back, ledger.revoked, ledger.taken) == (1, 1, {(holder(1), 1)})
    await stage.do(stage.issuer, "award", 1, [holder(1)])
    assert await stage.ask("totalSupply", 1) == 2


async def test_what_is_not_held_cannot_be_revoked(stage: Stage) -> None:
    await stage.define(1)
    assert (
        await stage.refusal(stage.registrar, "revoke", 1, holder(1), 0)
        == "kashima_badges: not held"
    )
    await stage.do(stage.issuer, "award", 1, [holder(1)])
    assert await stage.refusal(stage.registrar, "revoke", 1, holder(1), 0) is None
    assert await stage.refusal(account(9), "revoke", 1, holder(1), 0) == NO_ROLE


async def test_erasure_takes_back_a_whole_page(stage: Stage) -> None:
    for badge_id in (1, 5, 255, 256):
        await stage.define(badge_id)
        await stage.do(stage.issuer, "award", badge_id, [holder(1), holder(2)])
    await stage.do(stage.registrar, "eraseHolder", holder(1), 0)
    assert await stage.ask("badgesOf", holder(1), 0) == 0
    assert await stage.ask("badgesOf", holder(1), 1) == 1
    assert [await stage.ask("totalSupply", one) for one in (1, 5, 255, 256)] == [1, 1, 1, 2]
    ledger = recount(await stage.logs())
    assert ledger.held[holder(1)] == {256}
    assert (ledger.taken_back, ledger.revoked) == (3, 0)


async def test_erasure_works_while_paused_and_only_for_the_registrar(stage: Stage) -> None:
    """A duty towards a person does not wait for a technical danger to be over."""
    await stage.define(1)
    await stage.do(stage.issuer, "award", 1, [holder(1)])
    await stage.do(stage.pauser, "pause")
    assert await stage.refusal(account(9), "eraseHolder", holder(1), 0) == NO_ROLE
    await stage.do(stage.registrar, "eraseHolder", holder(1), 0)
    assert (
        await stage.refusal(stage.registrar, "eraseHolder", holder(1), 0)
        == "kashima_badges: nothing held"
    )
    assert (
        await stage.refusal(stage.registrar, "eraseHolder", holder(1), 2**56)
        == "kashima_badges: page out of range"
    )
