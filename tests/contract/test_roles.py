"""Who may do what: a cold admin in two steps, a hot issuer, a registrar, a pauser."""

import pytest
from anvil_server import Stage, account, holder

ISSUER, REGISTRAR, PAUSER = 1, 2, 4
NOT_ADMIN = "kashima_badges: caller is not the admin"
NO_ROLE = "kashima_badges: caller lacks the role"


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        ("setRoles", (holder(1), ISSUER)),
        ("offerAdmin", (holder(1),)),
        ("unpause", ()),
        ("setDailyCap", (5,)),
        ("announceSuccessor", (holder(1),)),
    ],
)
async def test_only_the_admin_administers(
    stage: Stage, function: str, arguments: tuple[object, ...]
) -> None:
    assert await stage.refusal(stage.issuer, function, *arguments) == NOT_ADMIN
    assert await stage.refusal(stage.admin, function, *arguments) is None


async def test_admin_is_handed_over_in_two_steps(stage: Stage) -> None:
    heir = account(5)
    refused = "kashima_badges: admin was not offered to caller"
    assert await stage.refusal(heir, "acceptAdmin") == refused
    await stage.do(stage.admin, "offerAdmin", heir.address)
    assert await stage.ask("admin") == stage.admin.address
    assert await stage.refusal(account(6), "acceptAdmin") == refused
    await stage.do(heir, "acceptAdmin")
    assert await stage.ask("admin") == heir.address
    assert await stage.refusal(stage.admin, "setDailyCap", 1) == NOT_ADMIN
    assert await stage.refusal(heir, "setDailyCap", 1) is None
    assert await stage.refusal(heir, "acceptAdmin") == refused


async def test_an_offer_can_be_taken_back(stage: Stage) -> None:
    heir = account(5)
    await stage.do(stage.admin, "offerAdmin", heir.address)
    await stage.do(stage.admin, "offerAdmin", "0x" + 40 * "0")
    assert (
        await stage.refusal(heir, "acceptAdmin")
        == "kashima_badges: admin was not offered to caller"
    )


async def test_each_role_allows_its_own_and_nothing_else(stage: Stage) -> None:
    await stage.define(1)
    await stage.do(stage.issuer, "award", 1, [holder(1)])
    acts: dict[int, tuple[str, tuple[object, ...]]] = {
        ISSUER: ("award", (1, [holder(2)])),
        REGISTRAR: ("revoke", (1, holder(1), 0)),
        PAUSER: ("pause", ()),
    }
    person = account(5)
    for role in acts:
        await stage.do(stage.admin, "setRoles", person.address, role)
        assert await stage.ask("rolesOf", person.address) == role
        for needed, (function, arguments) in acts.items():
            expected = None if needed == role else NO_ROLE
            assert await stage.refusal(person, function, *arguments) == expected
    await stage.do(stage.admin, "setRoles", person.address, 0)
    for function, arguments in acts.values():
        assert await stage.refusal(person, function, *arguments) == NO_ROLE


async def test_a_role_that_does_not_exist_is_refused(stage: Stage) -> None:
    assert await stage.refusal(stage.admin, "setRoles", holder(1), 7) is None
    assert (
        await stage.refusal(stage.admin, "setRoles", holder(1), 8) == "kashima_badges: no such role"
    )


async def test_a_leaked_pauser_can_stop_but_not_start(stage: Stage) -> None:
    person = account(5)
    await stage.do(stage.admin, "setRoles", person.address, PAUSER)
    await stage.do(person, "pause")
    assert await stage.refusal(person, "unpause") == NOT_ADMIN
    assert (await stage.ask("gateState"))[0] is True
    await stage.do(stage.admin, "unpause")
    assert (await stage.ask("gateState"))[0] is False


async def test_the_admin_may_pause_without_the_role(stage: Stage) -> None:
    await stage.do(stage.admin, "pause")
    assert (await stage.ask("gateState"))[0] is True


async def test_pausing_keeps_cap_and_count(stage: Stage) -> None:
    await stage.define(1)
    await stage.do(stage.issuer, "award", 1, [holder(1)])
    before = (await stage.ask("gateState"))[1:]
    await stage.do(stage.pauser, "pause")
    assert (await stage.ask("gateState"))[1:] == before
    await stage.do(stage.admin, "unpause")
    assert (await stage.ask("gateState"))[1:] == before


async def test_the_successor_can_be_read_by_everybody(stage: Stage) -> None:
    await stage.do(stage.admin, "announceSuccessor", holder(8))
    assert await stage.ask("successor") == holder(8)
