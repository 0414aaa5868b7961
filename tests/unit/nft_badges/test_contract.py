"""Calls as bytes and answers as values, held against eth-abi as an independent oracle."""

from datetime import date

import pytest
from eth_abi.abi import encode
from hypothesis import given
from hypothesis import strategies as st

from nft_badges import abi, contract
from nft_badges.port import Log

ADDRESS = "0x" + "ab" * 20
addresses = st.binary(min_size=20, max_size=20).map(lambda raw: "0x" + raw.hex())
ids = st.integers(min_value=1, max_value=2**64 - 1)


def body(function: str, types: list[str], values: list[object]) -> bytes:
    return contract.artifact().selectors[function] + encode(types, values)


@given(badge_id=ids, holders=st.lists(addresses, max_size=20))
def test_award_is_encoded_as_eth_abi_does(badge_id: int, holders: list[str]) -> None:
    expected = body("award", ["uint256", "address[]"], [badge_id, holders])
    assert contract.award(badge_id, holders) == expected


@given(pairs=st.lists(st.tuples(addresses, ids), max_size=20))
def test_balances_are_asked_as_eth_abi_does(pairs: list[tuple[str, int]]) -> None:
    holders, badge_ids = [one for one, _ in pairs], [two for _, two in pairs]
    expected = body("balanceOfBatch", ["address[]", "uint256[]"], [holders, badge_ids])
    assert contract.balances(pairs) == expected


@given(text=st.text(max_size=160))
def test_texts_are_encoded_and_read_as_eth_abi_does(text: str) -> None:
    assert contract.set_base_uri(text) == body("setBaseURI", ["string"], [text])
    assert contract.read_text(encode(["string"], [text])) == text


def test_the_other_calls_are_encoded_as_eth_abi_does() -> None:
    day = date(2026, 11, 22)
    made = contract.define_badge(
        7, day=day, kind=1, opens_at=10, closes_at=20, metadata_hash=b"\x07" * 32
    )
    types = ["uint256"] * 5 + ["bytes32"]
    assert made == body("defineBadge", types, [7, 20_779, 1, 10, 20, b"\x07" * 32])
    assert contract.extend_badge(7, closes_at=9) == body(
        "extendBadge", ["uint256", "uint256"], [7, 9]
    )
    assert contract.badges_of(ADDRESS, page=1) == body(
        "badgesOf", ["address", "uint256"], [ADDRESS, 1]
    )
    assert contract.roles_of(ADDRESS) == body("rolesOf", ["address"], [ADDRESS])
    four = ["0x" + 20 * digits for digits in ("ab", "cd", "ef", "12")]
    accounts = contract.Accounts(admin=four[0], issuer=four[1], registrar=four[2], pauser=four[3])
    created = contract.deploy(accounts, base_uri="https://x/", daily_cap=5)
    types = ["address"] * 4 + ["string", "uint256"]
    arguments = encode(types, [*four, "https://x/", 5])
    assert created == contract.artifact().bytecode + arguments


def test_answers_are_read_back() -> None:
    assert contract.read_number(encode(["uint256"], [5])) == 5
    assert contract.read_numbers(encode(["uint256[]"], [[1, 0, 1]])) == [1, 0, 1]
    assert contract.read_address(encode(["address"], [ADDRESS])) == ADDRESS


def test_an_empty_answer_is_no_contract_of_ours() -> None:
    for read in (
        contract.read_number,
        contract.read_numbers,
        contract.read_address,
        contract.read_text,
    ):
        with pytest.raises(contract.NoSuchContract):
            read(b"")


@pytest.mark.parametrize(
    "text", ["", "0x", "0x12", "ab" * 21, "0x" + "zz" * 20, "0x" + "ab" * 21, "0X" + "ab" * 20]
)
def test_what_is_no_address_is_refused(text: str) -> None:
    assert not abi.is_address(text)
    with pytest.raises(abi.NotAnAddress):
        contract.award(1, [text])


def test_an_address_may_be_written_with_a_checksum() -> None:
    assert abi.is_address("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")


@pytest.mark.parametrize(
    ("nonce", "address"),
    [
        (0, "0xcd234a471b72ba2f1ccf0a70fcaba648a5eecd8d"),
        (1, "0x343c43a37d37dff08ae8c4a11544c718abb4fcf8"),
        (2, "0xf778b86fa74e846c4f0a1fbd1335fe81c00a0c91"),
        (3, "0xfffd933a0bc612844eaf0c6fe3e5b8e9b6c1d19c"),
    ],
)
def test_the_address_of_a_contract_is_known_before_it_exists(nonce: int, address: str) -> None:
    """The example every Ethereum client tests itself with."""
    sender = "0x6ac7ea33f8831ea9dcc53393aaa88b25a785dbf0"
    assert contract.created_address(sender, nonce=nonce) == address


def test_days_are_counted_as_the_contract_counts_them() -> None:
    assert contract.day_number(date(1970, 1, 1)) == 0
    assert contract.day_number(date(2026, 11, 22)) == 20_779


def transfer(*, giver: str, taker: str, badge_id: int, address: str = ADDRESS) -> Log:
    def topic(person: str) -> str:
        return "0x" + person[2:].rjust(64, "0")

    return Log(
        address=address,
        topics=(contract.TRANSFER_SINGLE, topic(ADDRESS), topic(giver), topic(taker)),
        data=badge_id.to_bytes(32, "big") + (1).to_bytes(32, "big"),
    )


def test_only_fresh_awards_of_this_badge_of_this_contract_are_read_from_a_receipt() -> None:
    nobody, person, other = "0x" + "00" * 20, "0x" + "01" * 20, "0x" + "02" * 20
    logs = [
        transfer(giver=nobody, taker=person, badge_id=7),
        transfer(giver=nobody, taker=other, badge_id=8),
        transfer(giver=nobody, taker=other, badge_id=7, address=other),
        transfer(giver=person, taker=nobody, badge_id=7),
        transfer(giver=nobody, taker=nobody, badge_id=7),
        Log(address=ADDRESS, topics=(contract.BADGE_DEFINED, "0x7"), data=b""),
    ]
    assert contract.read_awarded(logs, address=ADDRESS, badge_id=7) == {person}


def test_burned_badges_are_read_from_logs_as_eth_abi_writes_them() -> None:
    nobody, person = contract.NOBODY, "0x" + "00" * 12 + ADDRESS[2:]
    many = "0x" + encode(["uint256[]", "uint256[]"], [[7, 300], [1, 1]]).hex()
    operator = person
    gone = [contract.TRANSFER_BATCH, operator, person, nobody]
    assert contract.read_burned(gone, many) == {(ADDRESS, 7), (ADDRESS, 300)}
    moved = [contract.TRANSFER_BATCH, operator, person, person]
    assert contract.read_burned(moved, many) == set()
    revoked = [contract.REVOKED, f"0x{7:064x}", person.upper().replace("0X", "0x")]
    assert contract.read_burned(revoked, "0x" + f"{4:064x}") == {(ADDRESS, 7)}
    assert contract.read_burned([contract.BADGE_DEFINED, f"0x{7:064x}"], "0x") == set()


@given(badge_id=ids)
def test_what_is_known_of_a_badge_is_read_as_eth_abi_writes_it(badge_id: int) -> None:
    assert contract.badge(badge_id) == body("badge", ["uint256"], [badge_id])
    assert contract.withdraw_badge(badge_id) == body("withdrawBadge", ["uint256"], [badge_id])
    answer = encode(["uint256"] * 5, [10, 20, 20_779, 4, 9])
    assert contract.read_definition(answer) == (20_779, 4)
    assert contract.read_window(answer) == (10, 20)
