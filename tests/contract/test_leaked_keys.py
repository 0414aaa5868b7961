"""What somebody can do who got hold of one key: exhaustively, for each of the four and none."""

from collections.abc import Callable
from typing import Any

import pytest
from anvil_server import DAY, Stage, account, binding_signature, holder
from eth_utils.crypto import keccak

from nft_badges import contract
from nft_badges.keys import Issuer

JST = 9 * 3600
FACTS = bytes(32)
WALLET = account(50)
THIEF = account(77)
ROLES_CHANGED = "0x" + keccak(text="RolesChanged(address,uint256)").hex()
ONLY_ADMIN = "kashima_badges: caller is not the admin"
NO_ROLE = "kashima_badges: caller lacks the role"

KEYS: dict[str, Callable[[Stage], Issuer]] = {
    "admin": lambda stage: stage.admin,
    "issuer": lambda stage: stage.issuer,
    "registrar": lambda stage: stage.registrar,
    "pauser": lambda stage: stage.pauser,
    "none": lambda _: THIEF,
}
ALLOWED = {
    "award": {"issuer"},
    "awardToContract": {"issuer"},
    "defineBadge": {"issuer", "admin"},
    "extendBadge": {"admin"},
    "withdrawBadge": {"admin"},
    "revoke": {"registrar"},
    "eraseHolder": {"registrar"},
    "rebind": {"registrar"},
    "pause": {"pauser", "admin"},
    "unpause": {"admin"},
    "setRoles": {"admin"},
    "offerAdmin": {"admin"},
    "acceptAdmin": set(),
    "setDailyCap": {"admin"},
    "setBaseURI": {"admin"},
    "announceSuccessor": {"admin"},
    "setApprovalForAll": set(),
    "safeTransferFrom": set(),
    "safeBatchTransferFrom": set(),
}
"""Every function that can change anything, and whose key it takes."""


def day_of(moment: int) -> int:
    return (moment + JST) // DAY


async def arguments_of(stage: Stage, function: str) -> tuple[Any, ...]:
    """Arguments with which the call would be right, were it the right key's."""
    now = stage.now + 1
    signature = binding_signature(
        stage,
        key=f"0x{50:064x}",
        message={
            "holder": holder(1),
            "wallet": WALLET.address,
            "nonce": 0,
            "deadline": now + DAY,
        },
    )
    badge = await stage.ask("badge", 1)
    told: dict[str, tuple[Any, ...]] = {
        "award": (1, [holder(2)]),
        "awardToContract": (1, stage.address),
        "defineBadge": (9, day_of(now), 1, now, now + DAY, FACTS),
        "extendBadge": (1, badge[1] + DAY),
        "withdrawBadge": (2,),
        "revoke": (1, holder(1), 0),
        "eraseHolder": (holder(1), 0),
        "rebind": (holder(1), WALLET.address, 0, now + DAY, signature),
        "setRoles": (THIEF.address, 7),
        "offerAdmin": (THIEF.address,),
        "setDailyCap": (10**9,),
        "setBaseURI": ("https://thief.example/",),
        "announceSuccessor": (THIEF.address,),
        "setApprovalForAll": (THIEF.address, True),
        "safeTransferFrom": (holder(1), THIEF.address, 1, 1, b""),
        "safeBatchTransferFrom": (holder(1), THIEF.address, [1], [1], b""),
    }
    return told.get(function, ())


@pytest.mark.parametrize("function", ALLOWED)
async def test_each_key_opens_its_own_doors_only(stage: Stage, function: str) -> None:
    await stage.define(1)
    await stage.define(2)
    await stage.do(stage.issuer, "award", 1, [holder(1)])
    arguments = await arguments_of(stage, function)
    opened = set()
    for name, key in KEYS.items():
        reason = await stage.refusal(key(stage), function, *arguments)
        # A call that gets past the check of the key may still be about the wrong thing.
        if reason is None or (
            function == "awardToContract" and reason not in (ONLY_ADMIN, NO_ROLE)
        ):
            opened.add(name)
    assert opened == ALLOWED[function]


def test_no_function_that_writes_was_left_out() -> None:
    import json

    abi = json.loads(contract.ARTIFACT.read_text(encoding="utf-8"))["abi"]
    writing = {
        entry["name"]
        for entry in abi
        if entry["type"] == "function" and entry["stateMutability"] not in ("view", "pure")
    }
    assert writing == set(ALLOWED)


async def test_with_the_issuer_s_key_no_day_before_the_last_month_can_be_reached(
    stage: Stage,
) -> None:
    """Not by a new badge with a long window, nor by one that is closed."""
    now = stage.now + 1
    too_old = "kashima_badges: only the admin defines so old a badge"
    for days, reason in ((31, None), (32, too_old), (399, too_old)):
        told = (9, day_of(now) - days, 1, now - 399 * DAY, now + DAY, FACTS)
        assert await stage.refusal(stage.issuer, "defineBadge", *told) == reason
        assert await stage.refusal(stage.admin, "defineBadge", *told) is None


async def test_with_the_issuer_s_key_no_visit_of_a_day_to_come_can_be_told(stage: Stage) -> None:
    """The window is open already, yet the day has not come: for events with an early door."""
    now = stage.now + 1
    tomorrow = day_of(now) + 1
    await stage.do(stage.issuer, "defineBadge", 9, tomorrow, 1, now - 1, now + 9 * DAY, FACTS)
    early = "kashima_badges: not its day yet"
    assert await stage.refusal(stage.issuer, "award", 9, [holder(1)]) == early
    midnight = tomorrow * DAY - JST
    stage.now = midnight - 2
    assert await stage.refusal(stage.issuer, "award", 9, [holder(1)]) == early
    stage.now = midnight - 1
    assert await stage.refusal(stage.issuer, "award", 9, [holder(1)]) is None


async def test_with_the_issuer_s_key_only_a_hundred_ids_a_day_can_be_taken(stage: Stage) -> None:
    now = stage.now + 200

    def told(badge_id: int) -> tuple[Any, ...]:
        return (badge_id, day_of(now), 1, now - DAY, now + 9 * DAY, FACTS)

    for badge_id in range(1, 101):
        await stage.do(stage.issuer, "defineBadge", *told(badge_id))
    full = "kashima_badges: too many badges defined today"
    assert await stage.refusal(stage.issuer, "defineBadge", *told(101)) == full
    assert await stage.refusal(stage.admin, "defineBadge", *told(101)) is None
    stage.now = (day_of(now) + 1) * DAY - JST - 1
    assert await stage.refusal(stage.issuer, "defineBadge", *told(101)) is None


async def test_what_a_thief_defined_is_withdrawn_and_defined_rightly(stage: Stage) -> None:
    await stage.define(1)
    await stage.do(stage.issuer, "award", 1, [THIEF.address])
    held = "kashima_badges: somebody holds it"
    assert await stage.refusal(stage.admin, "withdrawBadge", 1) == held
    await stage.do(stage.registrar, "revoke", 1, THIEF.address, 9)
    await stage.do(stage.admin, "withdrawBadge", 1)
    assert await stage.ask("badge", 1) == (0, 0, 0, 0, 0)
    gone = "kashima_badges: not defined"
    assert await stage.refusal(stage.issuer, "award", 1, [holder(1)]) == gone
    assert await stage.refusal(stage.admin, "withdrawBadge", 1) == gone
    await stage.define(1)
    await stage.do(stage.issuer, "award", 1, [holder(1)])
    assert await stage.ask("totalSupply", 1) == 1


async def test_a_key_that_lost_its_role_can_do_nothing_from_then_on(stage: Stage) -> None:
    await stage.define(1)
    await stage.do(stage.admin, "setRoles", stage.issuer.address, 0)
    assert await stage.refusal(stage.issuer, "award", 1, [holder(1)]) == NO_ROLE
    told = await arguments_of(stage, "defineBadge")
    assert await stage.refusal(stage.issuer, "defineBadge", *told) == NO_ROLE


async def test_the_contract_begins_with_the_roles_it_was_told(stage: Stage) -> None:
    named = (stage.issuer, stage.registrar, stage.pauser)
    assert [await stage.ask("rolesOf", one.address) for one in named] == [1, 2, 4]
    assert await stage.ask("rolesOf", stage.admin.address) == 0
    assert await stage.ask("admin") == stage.admin.address


async def test_one_account_can_begin_with_everything(stage: Stage) -> None:
    me = stage.admin.address
    accounts = contract.Accounts(admin=me, issuer=me, registrar=me, pauser=me)
    code = contract.deploy(accounts, base_uri="https://town.example/", daily_cap=5)
    stage.address = await stage.create(code)
    assert await stage.ask("rolesOf", me) == 7
    head = await stage.chain.head()
    logs = await stage.chain.logs(
        address=stage.address, first=head.number, last=head.number, topics=[ROLES_CHANGED]
    )
    assert [int(log["data"], 16) for log in logs] == [1, 3, 7]


@pytest.mark.parametrize("missing", ["admin", "issuer", "registrar", "pauser"])
async def test_nobody_can_be_left_out_at_the_beginning(stage: Stage, missing: str) -> None:
    named = {
        "admin": holder(1),
        "issuer": holder(2),
        "registrar": holder(3),
        "pauser": holder(4),
    } | {missing: "0x" + 40 * "0"}
    code = contract.deploy(
        contract.Accounts(**named), base_uri="https://town.example/", daily_cap=5
    )
    receipt = await stage.transact(stage.admin, to=None, data=code, gas=4_500_000)
    assert not receipt.succeeded
