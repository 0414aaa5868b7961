"""What nodes answer to a broadcast, and what is offered for room in a block."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nft_badges.sending import (
    BUMP,
    MOST_ATTEMPTS,
    STUCK_BLOCKS,
    Fees,
    Sent,
    after_refusal,
    award_gas,
    first_fees,
    higher_fees,
    should_bump,
)

TX_LIMIT = 16_777_216
"""EIP-7825: the most gas one transaction may ask for."""


@pytest.mark.parametrize(
    ("message", "meaning"),
    [
        ("transaction already imported", Sent.KNOWN),
        ("already known", Sent.KNOWN),
        ("AlreadyKnown", Sent.KNOWN),
        ("Known transaction", Sent.KNOWN),
        ("nonce too low", Sent.NONCE_USED),
        ("nonce too low: next nonce 5, tx nonce 4", Sent.NONCE_USED),
        ("OldNonce", Sent.NONCE_USED),
        ("replacement transaction underpriced", Sent.UNDERPRICED),
        ("transaction underpriced: gas tip cap 0", Sent.UNDERPRICED),
        ("max fee per gas less than block base fee", Sent.UNDERPRICED),
        ("FeeTooLow, MaxFeePerGas too low", Sent.UNDERPRICED),
        ("Insufficient funds for gas * price + value", Sent.NO_FUNDS),
        ("insufficient funds for gas * price + value: balance 0", Sent.NO_FUNDS),
        ("invalid chain id for signer", Sent.REFUSED),
        ("intrinsic gas too low", Sent.REFUSED),
        ("tx.gas_limit > env.block.gas_limit", Sent.REFUSED),
        ("", Sent.REFUSED),
    ],
)
def test_the_same_refusal_is_understood_from_every_node(message: str, meaning: Sent) -> None:
    assert after_refusal(message) is meaning


fees = st.builds(
    Fees, max_fee=st.integers(min_value=1, max_value=10**13), tip=st.integers(0, 10**12)
)


@given(old=fees, base_fee=st.integers(0, 10**12), tip=st.integers(0, 10**11))
def test_a_new_offer_is_always_an_eighth_higher_and_never_below_the_market(
    old: Fees, base_fee: int, tip: int
) -> None:
    new = higher_fees(old, base_fee=base_fee, tip=tip)
    assert new.max_fee * BUMP >= old.max_fee * (BUMP + 1)
    assert new.tip * BUMP >= old.tip * (BUMP + 1)
    market = first_fees(base_fee=base_fee, tip=tip)
    assert new.max_fee >= market.max_fee
    assert new.tip >= market.tip


def test_the_first_offer_survives_six_full_blocks() -> None:
    offer = first_fees(base_fee=1000, tip=10)
    base_fee = 1000.0
    for _ in range(5):
        base_fee *= 1.125
    assert offer.max_fee - offer.tip >= base_fee
    assert offer.cost(21_000) == 2010 * 21_000


def test_offers_rise_at_a_steady_pace_and_not_for_ever() -> None:
    assert not should_bump(sent_at_block=100, head=100 + STUCK_BLOCKS - 1, attempts=1)
    assert should_bump(sent_at_block=100, head=100 + STUCK_BLOCKS, attempts=1)
    assert not should_bump(sent_at_block=100, head=100 + STUCK_BLOCKS, attempts=2)
    assert should_bump(sent_at_block=100, head=100 + 2 * STUCK_BLOCKS, attempts=2)
    assert not should_bump(sent_at_block=0, head=10**6, attempts=MOST_ATTEMPTS)


def test_the_largest_batch_fits_into_one_transaction() -> None:
    assert award_gas(200) < TX_LIMIT
    assert award_gas(1) > 60_000
