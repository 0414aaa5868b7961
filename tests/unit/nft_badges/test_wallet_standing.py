"""What a visitor is told of badges on their way, and what a trial of a move asks for."""

import pytest

from nft_badges.rebinding import Fate, after_trial
from nft_badges.wallet.standing import Standing, name_of_chain, standing
from world_server.store.rebinds import REVERTED
from world_server.store.tables.wallet import RebindState
from world_server.store.wallets import Moving


@pytest.mark.parametrize(
    ("states", "reason", "told"),
    [
        ({}, None, Standing("moved")),
        ({RebindState.FINAL: 3}, None, Standing("moved")),
        ({RebindState.MINED: 1, RebindState.FINAL: 1}, None, Standing("moved")),
        ({RebindState.QUEUED: 1, RebindState.FINAL: 3}, None, Standing("moving")),
        ({RebindState.BATCHED: 1}, None, Standing("moving")),
        (
            {RebindState.REFUSED: 1, RebindState.QUEUED: 1},
            "kashima_badges: signature too old",
            Standing("refused", "expired"),
        ),
        (
            {RebindState.REFUSED: 1},
            "kashima_badges: signature refused",
            Standing("refused", "signature"),
        ),
        (
            {RebindState.REFUSED: 1},
            "kashima_badges: wallet refused",
            Standing("refused", "wallet"),
        ),
        (
            {RebindState.REFUSED: 1},
            "the contract was replaced; sign for the new one",
            Standing("refused", "signature"),
        ),
        ({RebindState.REFUSED: 1}, REVERTED, Standing("refused", "other")),
        ({RebindState.REFUSED: 1}, None, Standing("refused", "other")),
    ],
)
def test_a_visitor_is_told_how_far_and_why(
    states: dict[RebindState, int], reason: str | None, told: Standing
) -> None:
    assert standing(Moving(states, reason)) == told


@pytest.mark.parametrize("reason", [None, "kashima_badges: nothing held"])
@pytest.mark.parametrize("has_reverted", [False, True])
def test_an_empty_page_is_done_with(reason: str | None, has_reverted: bool) -> None:  # noqa: FBT001
    assert after_trial(reason, is_empty=True, has_reverted=has_reverted) is Fate.DROP


@pytest.mark.parametrize(
    ("reason", "has_reverted", "fate"),
    [
        (None, False, Fate.SIGN),
        (None, True, Fate.REFUSE),
        ("kashima_badges: signature too old", False, Fate.REFUSE),
        ("kashima_badges: nothing held", False, Fate.REFUSE),
        ("kashima_badges: paused", False, Fate.REFUSE),
        ("kashima_badges: caller lacks the role", True, Fate.REFUSE),
    ],
)
def test_words_a_wallet_may_have_written_decide_about_its_own_move_only(
    reason: str | None,
    has_reverted: bool,  # noqa: FBT001
    fate: Fate,
) -> None:
    assert after_trial(reason, is_empty=False, has_reverted=has_reverted) is fate


def test_chains_are_called_by_their_names() -> None:
    assert name_of_chain(11_155_111) == "Sepolia"
    assert name_of_chain(31_337) == "EVM 31337"
