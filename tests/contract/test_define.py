"""Defining a badge: once, with a window that its day touches, and never into the past."""

from datetime import date

import pytest
from anvil_server import DAY, Stage, account, holder

from nft_badges import contract
from nft_badges.verify_badges import BADGE_DEFINED, recount

JST = 9 * 3600
ZERO_HASH = bytes(32)


def today(stage: Stage) -> int:
    return (stage.now + JST) // DAY


async def refusal_of(stage: Stage, **changes: object) -> str | None:
    plan: dict[str, object] = {
        "id": 1,
        "day": today(stage),
        "kind": 1,
        "opens": stage.now,
        "closes": stage.now + DAY,
    } | changes
    return await stage.refusal(
        stage.issuer,
        "defineBadge",
        plan["id"],
        plan["day"],
        plan["kind"],
        plan["opens"],
        plan["closes"],
        ZERO_HASH,
    )


async def test_a_defined_badge_tells_all_about_itself(stage: Stage) -> None:
    digest = bytes(range(32))
    opens, closes = stage.now - 5, stage.now + 100
    receipt = await stage.do(stage.issuer, "defineBadge", 7, today(stage), 3, opens, closes, digest)
    assert await stage.ask("badge", 7) == (opens, closes, today(stage), 3, 0)
    assert await stage.ask("isSoulbound", 7) is True
    defined = next(log for log in receipt.logs if log.topics[0] == contract.BADGE_DEFINED)
    assert int(defined.topics[1], 16) == 7
    words = [int.from_bytes(defined.data[at : at + 32], "big") for at in range(0, 160, 32)]
    assert words[:4] == [today(stage), 3, opens, closes]
    assert defined.data[-32:] == digest


async def test_defining_logs_what_erc_1155_and_erc_5633_ask_for(stage: Stage) -> None:
    receipt = await stage.do(
        stage.issuer, "defineBadge", 7, today(stage), 1, stage.now, stage.now + DAY, ZERO_HASH
    )
    topics = [log.topics[0] for log in receipt.logs]
    uri = "0x6bb7ff708619ba0610cba295a58592e0451dee2622938c8755667688daf3529b"
    assert topics.count(contract.TRANSFER_SINGLE) == 1
    assert topics.count(uri) == 1
    assert contract.read_awarded(receipt.logs, address=stage.address, badge_id=7) == set()


async def test_the_day_is_read_back_as_the_same_date(stage: Stage) -> None:
    day = date(2026, 11, 22)
    number = contract.day_number(day)
    window = (stage.now, stage.now + 400 * DAY)
    assert await refusal_of(stage, day=number, opens=window[0], closes=window[1]) is None
    await stage.do(stage.issuer, "defineBadge", 1, number, 1, *window, ZERO_HASH)
    assert recount(await stage.logs()).days == {1: day}


def test_the_recount_s_constant_is_the_contract_s_event() -> None:
    assert BADGE_DEFINED == contract.BADGE_DEFINED


async def test_a_badge_is_defined_once(stage: Stage) -> None:
    await stage.define(1)
    assert await refusal_of(stage) == "kashima_badges: already defined"
    assert await refusal_of(stage, id=2) is None


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"id": 0}, "kashima_badges: id out of range"),
        ({"id": 2**64}, "kashima_badges: id out of range"),
        ({"kind": 256}, "kashima_badges: kind out of range"),
    ],
)
async def test_numbers_out_of_range_are_refused(
    stage: Stage, changes: dict[str, int], reason: str
) -> None:
    assert await refusal_of(stage, **changes) == reason


async def test_a_window_must_have_a_length_and_not_too_much_of_it(stage: Stage) -> None:
    same = stage.now + 50
    assert await refusal_of(stage, opens=same, closes=same) == "kashima_badges: window is empty"
    assert await refusal_of(stage, opens=same, closes=same + 1) is None
    longest = stage.now + 400 * DAY
    assert await refusal_of(stage, closes=longest) is None
    assert await refusal_of(stage, closes=longest + 1) == "kashima_badges: window too long"
    late = 2**40 - 1
    assert await refusal_of(stage, opens=late - 1, closes=late, day=(late + JST) // DAY) is None
    assert (
        await refusal_of(stage, opens=late, closes=late + 1, day=(late + JST) // DAY)
        == "kashima_badges: time out of range"
    )


async def test_the_day_must_touch_the_window_in_kashima_s_time(stage: Stage) -> None:
    midnight = (today(stage) + 1) * DAY - JST
    window = {"opens": midnight, "closes": midnight + DAY - 1}
    tomorrow = today(stage) + 1
    assert await refusal_of(stage, day=tomorrow, **window) is None
    assert (
        await refusal_of(stage, day=tomorrow - 1, **window)
        == "kashima_badges: day before the window"
    )
    assert (
        await refusal_of(stage, day=tomorrow + 1, **window)
        == "kashima_badges: day after the window"
    )
    earlier = {"opens": midnight - 1, "closes": midnight + DAY - 1}
    assert await refusal_of(stage, day=tomorrow - 1, **earlier) is None


async def test_an_issuer_cannot_define_into_the_past_but_the_admin_can(stage: Stage) -> None:
    opens, closes = stage.now - 2 * DAY, stage.now - DAY
    arguments = (5, (closes + JST) // DAY, 1, opens, closes, ZERO_HASH)
    assert (
        await stage.refusal(stage.issuer, "defineBadge", *arguments)
        == "kashima_badges: only the admin defines a closed badge"
    )
    await stage.do(stage.admin, "defineBadge", *arguments)
    assert await stage.refusal(stage.issuer, "award", 5, [holder(1)]) == "kashima_badges: closed"


async def test_a_stranger_defines_nothing(stage: Stage) -> None:
    arguments = (5, today(stage), 1, stage.now, stage.now + DAY, ZERO_HASH)
    reason = await stage.refusal(account(77), "defineBadge", *arguments)
    assert reason == "kashima_badges: caller lacks the role"


async def test_only_the_admin_extends_a_window_and_never_back(stage: Stage) -> None:
    await stage.define(1, closes=100)
    _, closes, *_ = await stage.ask("badge", 1)
    assert (
        await stage.refusal(stage.issuer, "extendBadge", 1, closes + 1)
        == "kashima_badges: caller is not the admin"
    )
    assert (
        await stage.refusal(stage.admin, "extendBadge", 1, closes - 1)
        == "kashima_badges: a window cannot shrink"
    )
    assert (
        await stage.refusal(stage.admin, "extendBadge", 2, closes) == "kashima_badges: not defined"
    )
    assert (
        await stage.refusal(stage.admin, "extendBadge", 1, 2**40)
        == "kashima_badges: time out of range"
    )
    before = await stage.ask("badge", 1)
    await stage.do(stage.admin, "extendBadge", 1, closes + DAY)
    assert await stage.ask("badge", 1) == (before[0], closes + DAY, *before[2:])
    stage.now = closes + 1
    assert await stage.refusal(stage.issuer, "award", 1, [holder(1)]) is None
