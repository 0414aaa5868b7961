"""Awarding: once, only what is defined, only in its time, only by an issuer."""

import pytest
from anvil_server import DAY, START, Stage, account, holder

from nft_badges import contract
from nft_badges.port import Receipt

JST = 9 * 3600


def awarded(stage: Stage, receipt: Receipt, badge_id: int) -> set[str]:
    return contract.read_awarded(receipt.logs, address=stage.address, badge_id=badge_id)


async def test_each_new_holder_gets_one_badge_and_one_log(stage: Stage) -> None:
    await stage.define(1)
    people = [holder(n) for n in range(3)]
    receipt = await stage.do(stage.issuer, "award", 1, people)
    assert awarded(stage, receipt, 1) == set(people)
    assert len(receipt.logs) == 3
    assert [await stage.ask("balanceOf", one, 1) for one in people] == [1, 1, 1]
    assert await stage.ask("totalSupply", 1) == 3


async def test_awarding_again_changes_nothing_and_logs_nothing(stage: Stage) -> None:
    await stage.define(1)
    await stage.do(stage.issuer, "award", 1, [holder(1)])
    receipt = await stage.do(stage.issuer, "award", 1, [holder(1), holder(1), holder(2)])
    assert awarded(stage, receipt, 1) == {holder(2)}
    assert await stage.ask("balanceOf", holder(1), 1) == 1
    assert await stage.ask("totalSupply", 1) == 2


async def test_a_holder_twice_in_one_batch_counts_once(stage: Stage) -> None:
    await stage.define(1)
    receipt = await stage.do(stage.issuer, "award", 1, [holder(5), holder(5)])
    assert len(receipt.logs) == 1
    assert await stage.ask("totalSupply", 1) == 1


async def test_the_zero_address_is_passed_over(stage: Stage) -> None:
    await stage.define(1)
    nobody = "0x" + 40 * "0"
    receipt = await stage.do(stage.issuer, "award", 1, [nobody, holder(1)])
    assert awarded(stage, receipt, 1) == {holder(1)}
    assert await stage.ask("balanceOf", nobody, 1) == 0


async def test_award_answers_how_many_were_new(stage: Stage) -> None:
    await stage.define(1)
    await stage.do(stage.issuer, "award", 1, [holder(1)])
    assert await stage.ask("totalSupply", 1) == 1
    answer = await stage.chain.call(
        to=stage.address,
        data=contract.award(1, [holder(1), holder(2), holder(3)]),
        sender=stage.issuer.address,
        at=stage.now + 1,
    )
    assert contract.read_number(answer) == 2


async def test_two_hundred_fit_and_one_more_does_not(stage: Stage) -> None:
    await stage.define(1)
    people = [holder(n) for n in range(contract.MAX_HOLDERS)]
    await stage.do(stage.issuer, "award", 1, people)
    assert await stage.ask("totalSupply", 1) == 200
    assert await stage.refusal(stage.issuer, "award", 1, [*people, holder(999)]) is not None


async def test_badges_of_one_person_are_bits_of_one_word(stage: Stage) -> None:
    for badge_id in (1, 2, 255, 256, 300):
        await stage.define(badge_id)
        await stage.do(stage.issuer, "award", badge_id, [holder(1)])
    assert await stage.ask("badgesOf", holder(1), 0) == 2**1 | 2**2 | 2**255
    assert await stage.ask("badgesOf", holder(1), 1) == 2**0 | 2**44
    assert await stage.ask("badgesOf", holder(2), 0) == 0


@pytest.mark.parametrize("alias", [1 + 2**64, 1 + 2**96, 1 + 2**104, 1 + 2**255])
async def test_an_id_past_the_range_is_nobody_s_badge(stage: Stage, alias: int) -> None:
    await stage.define(1)
    await stage.do(stage.issuer, "award", 1, [holder(1)])
    assert await stage.ask("balanceOf", holder(1), alias) == 0
    assert await stage.ask("badgesOf", holder(1), alias >> 8) == 0


async def test_the_largest_id_works(stage: Stage) -> None:
    largest = 2**64 - 1
    await stage.define(largest)
    await stage.do(stage.issuer, "award", largest, [holder(1)])
    assert await stage.ask("balanceOf", holder(1), largest) == 1


async def test_an_undefined_badge_is_refused(stage: Stage) -> None:
    reason = await stage.refusal(stage.issuer, "award", 9, [holder(1)])
    assert reason == "kashima_badges: not defined"


async def test_a_badge_can_be_awarded_from_its_first_to_its_last_second(stage: Stage) -> None:
    stage.now = START + 1000
    await stage.define(1, opens=100, closes=200)
    opens, closes, *_ = await stage.ask("badge", 1)
    for moment, reason in (
        (opens - 1, "kashima_badges: not open yet"),
        (opens, None),
        (closes, None),
        (closes + 1, "kashima_badges: closed"),
    ):
        stage.now = moment - 1
        assert await stage.refusal(stage.issuer, "award", 1, [holder(1)]) == reason


async def test_only_an_issuer_awards(stage: Stage) -> None:
    await stage.define(1)
    for stranger in (stage.admin, account(77)):
        reason = await stage.refusal(stranger, "award", 1, [holder(1)])
        assert reason == "kashima_badges: caller lacks the role"
    assert await stage.refusal(stage.issuer, "award", 1, [holder(1)]) is None


async def test_nothing_is_awarded_while_paused(stage: Stage) -> None:
    await stage.define(1)
    await stage.do(stage.pauser, "pause")
    assert await stage.refusal(stage.issuer, "award", 1, [holder(1)]) == "kashima_badges: paused"
    await stage.do(stage.admin, "unpause")
    assert await stage.refusal(stage.issuer, "award", 1, [holder(1)]) is None


async def test_a_day_s_awards_stop_at_the_cap_and_go_on_the_next_day(stage: Stage) -> None:
    await stage.define(1)
    await stage.do(stage.admin, "setDailyCap", 3)
    await stage.do(stage.issuer, "award", 1, [holder(1), holder(2)])
    too_many = [holder(1), holder(3), holder(4)]
    reason = await stage.refusal(stage.issuer, "award", 1, too_many)
    assert reason == "kashima_badges: daily cap reached"
    await stage.do(stage.issuer, "award", 1, [holder(1), holder(3)])
    assert await stage.ask("gateState") == (False, 3, (stage.now + JST) // DAY, 3)
    midnight = ((stage.now + JST) // DAY + 1) * DAY - JST
    stage.now = midnight - 2
    assert await stage.refusal(stage.issuer, "award", 1, too_many) is not None
    stage.now = midnight - 1
    assert await stage.refusal(stage.issuer, "award", 1, too_many) is None


async def test_awards_that_are_nothing_new_do_not_use_up_the_cap(stage: Stage) -> None:
    await stage.define(1)
    await stage.do(stage.admin, "setDailyCap", 1)
    await stage.do(stage.issuer, "award", 1, [holder(1)])
    await stage.do(stage.issuer, "award", 1, [holder(1)])
    assert await stage.ask("totalSupply", 1) == 1
