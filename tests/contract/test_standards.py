"""What wallets and explorers rely on: ERC-165, ERC-1155, ERC-5633, ERC-6268, ERC-5267, ERC-7572."""

import pytest
from anvil_server import BASE_URI, DAY, Stage, account, holder
from eth_utils.crypto import keccak

APPROVED = True
ERC_6268 = ("locked(uint256)", "lockedBatch(uint256[])")
EVENTS = {
    "BadgeDefined": "BadgeDefined(uint256,uint256,uint256,uint256,uint256,bytes32)",
    "BadgeWithdrawn": "BadgeWithdrawn(uint256)",
    "Soulbound": "Soulbound(uint256,bool)",
    "LockedSingle": "LockedSingle(uint256)",
    "UnlockedSingle": "UnlockedSingle(uint256)",
    "URI": "URI(string,uint256)",
    "TransferSingle": "TransferSingle(address,address,address,uint256,uint256)",
}
NOT_TRANSFERABLE = "kashima_badges: not transferable"


def selector_of(signature: str) -> bytes:
    return keccak(text=signature)[:4]


def name_of(topic: str) -> str:
    """The event of that first topic; an independent list, so that a renamed one is noticed."""
    return next(name for name, text in EVENTS.items() if "0x" + keccak(text=text).hex() == topic)


@pytest.mark.parametrize(
    "interface",
    ["01ffc9a7", "d9b67a26", "0e89341c", "911ec470", "84b0196e", "e8a3d485", "d87116f3"],
)
async def test_interfaces_that_are_kept(stage: Stage, interface: str) -> None:
    assert await stage.ask("supportsInterface", bytes.fromhex(interface)) is True


@pytest.mark.parametrize(
    "interface",
    ["ffffffff", "00000000", "80ac58cd", "b45a3c0e", "91a6262f", "4e2312e0"],
)
async def test_interfaces_that_are_not(stage: Stage, interface: str) -> None:
    """ERC-165's own negative, ERC-721, ERC-5192, ERC-6454, and being a receiver."""
    assert await stage.ask("supportsInterface", bytes.fromhex(interface)) is False


async def test_asking_for_an_interface_is_cheap(stage: Stage) -> None:
    """ERC-165: less than 30,000 gas; a transaction adds 21,000 and its data."""
    receipt = await stage.do(account(9), "supportsInterface", bytes.fromhex("d9b67a26"))
    assert receipt.gas_used - 21_000 < 30_000


async def test_a_badge_cannot_be_transferred_by_anyone(stage: Stage) -> None:
    owner = account(9)
    await stage.define(1)
    await stage.do(stage.issuer, "award", 1, [owner.address])
    for sender in (owner, stage.issuer, stage.admin, account(8)):
        single = await stage.refusal(
            sender, "safeTransferFrom", owner.address, holder(2), 1, 1, b""
        )
        many = await stage.refusal(
            sender, "safeBatchTransferFrom", owner.address, holder(2), [1], [1], b""
        )
        assert (single, many) == (NOT_TRANSFERABLE, NOT_TRANSFERABLE)
    assert await stage.ask("balanceOf", owner.address, 1) == 1


async def test_nobody_can_be_approved(stage: Stage) -> None:
    owner = account(9)
    reason = await stage.refusal(owner, "setApprovalForAll", holder(2), APPROVED)
    assert reason == NOT_TRANSFERABLE
    assert await stage.ask("isApprovedForAll", owner.address, holder(2)) is False


async def test_balances_come_in_the_order_asked(stage: Stage) -> None:
    await stage.define(1)
    await stage.define(2)
    await stage.do(stage.issuer, "award", 1, [holder(1)])
    await stage.do(stage.issuer, "award", 2, [holder(2)])
    people = [holder(1), holder(1), holder(2), holder(2), holder(3)]
    assert await stage.ask("balanceOfBatch", people, [1, 2, 1, 2, 1]) == (1, 0, 0, 1, 0)
    assert await stage.ask("balanceOfBatch", [], []) == ()


async def test_a_batch_of_unequal_lengths_is_refused(stage: Stage) -> None:
    reason = await stage.refusal(account(9), "balanceOfBatch", [holder(1)], [1, 2])
    assert reason == "kashima_badges: holders and ids differ in length"


async def test_metadata_addresses_follow_the_base(stage: Stage) -> None:
    assert await stage.ask("uri", 1) == BASE_URI + "{id}.json"
    assert await stage.ask("contractURI") == BASE_URI + "contract.json"
    await stage.do(stage.admin, "setBaseURI", "https://elsewhere.example/m/")
    assert await stage.ask("uri", 1) == "https://elsewhere.example/m/{id}.json"
    reason = await stage.refusal(stage.issuer, "setBaseURI", "https://thief.example/")
    assert reason == "kashima_badges: caller is not the admin"


async def test_only_defined_badges_are_soulbound(stage: Stage) -> None:
    await stage.define(1)
    assert await stage.ask("isSoulbound", 1) is True
    assert await stage.ask("isSoulbound", 2) is False


async def test_being_locked_is_said_in_the_words_of_erc_6268_too(stage: Stage) -> None:
    await stage.define(1)
    assert await stage.ask("locked", 1) is True
    assert await stage.ask("lockedBatch", [2, 1, 2]) == (False, True, False)
    assert await stage.ask("lockedBatch", []) == ()
    interface = bytes(one ^ other for one, other in zip(*map(selector_of, ERC_6268), strict=True))
    assert await stage.ask("supportsInterface", interface) is True


async def test_what_happens_to_a_badge_s_kind_is_logged_as_the_standards_say(stage: Stage) -> None:
    now = stage.now + 1
    defined = await stage.do(
        stage.issuer, "defineBadge", 5, (now + 32_400) // DAY, 1, now, now + DAY, bytes(32)
    )
    withdrawn = await stage.do(stage.admin, "withdrawBadge", 5)
    assert [name_of(log.topics[0]) for log in defined.logs] == [
        "BadgeDefined",
        "Soulbound",
        "LockedSingle",
        "URI",
        "TransferSingle",
    ]
    assert [name_of(log.topics[0]) for log in withdrawn.logs] == [
        "BadgeWithdrawn",
        "Soulbound",
        "UnlockedSingle",
    ]
    nobody = "0x" + 64 * "0"
    single = defined.logs[-1]
    assert single.topics[2:] == (nobody, nobody)
    assert single.data == (5).to_bytes(32) + bytes(32)
    assert [log.data[-1] for log in (defined.logs[1], withdrawn.logs[1])] == [1, 0]


async def test_the_signing_domain_names_this_contract_on_this_chain(stage: Stage) -> None:
    fields, name, version, chain_id, verifier, salt, extensions = await stage.ask("eip712Domain")
    assert fields == b"\x0f"
    assert (name, version, chain_id) == ("Kashima Badges", "1", 31337)
    assert verifier == stage.address
    assert (salt, extensions) == (bytes(32), ())
    assert await stage.ask("name") == "Kashima Badges"
