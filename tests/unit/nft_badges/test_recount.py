"""Chain and database are compared badge by badge; what is under way may be on either side."""

from datetime import date

import pytest

from nft_badges.recount import Chained, compare, difference, returners
from nft_badges.verify_badges import Ledger
from world_server.store.outcomes import Promised

DAY, NEXT = date(2026, 11, 22), date(2026, 12, 6)


def award(holder: str, badge_id: int, *, final: bool = True, day: date = DAY) -> Promised:
    return Promised(holder=holder, badge_id=badge_id, day=day, is_final=final)


@pytest.mark.parametrize(
    ("on_chain", "promised", "only_promised", "only_on_chain"),
    [
        ({("a", 1)}, [award("a", 1)], set(), set()),
        (set(), [award("a", 1)], {("a", 1)}, set()),
        ({("a", 1)}, [], set(), {("a", 1)}),
        ({("a", 1)}, [award("a", 1, final=False)], set(), set()),
        (set(), [award("a", 1, final=False)], set(), set()),
        ({("a", 1), ("b", 1)}, [award("a", 1)], set(), {("b", 1)}),
    ],
)
def test_difference(
    on_chain: set[tuple[str, int]],
    promised: list[Promised],
    only_promised: set[tuple[str, int]],
    only_on_chain: set[tuple[str, int]],
) -> None:
    found = difference(on_chain, promised)
    assert set(found.only_promised) == only_promised
    assert set(found.only_on_chain) == only_on_chain


def test_returners_are_counted_by_days() -> None:
    promised = [award("a", 1), award("a", 2), award("b", 1), award("b", 3, day=NEXT)]
    assert returners(promised) == 1


def test_agreement_and_every_figure_are_told() -> None:
    ledger = Ledger()
    ledger.held["a"] = {1}
    ledger.days = {1: DAY}
    agreed = compare(ledger, [award("a", 1)], seen=Chained(block=9, torn=0), language="en")
    assert agreed.agrees
    assert any("block 9" in line for line in agreed.lines)
    assert any(ledger.digest() in line for line in agreed.lines)
    assert not compare(ledger, [], seen=Chained(block=9, torn=0), language="en").agrees
    assert not compare(
        ledger, [award("a", 1), award("b", 1)], seen=Chained(block=9, torn=0), language="en"
    ).agrees


def test_a_contract_that_stores_other_badges_than_it_logged_is_no_agreement() -> None:
    ledger = Ledger()
    ledger.held["a"] = {1}
    ledger.days = {1: DAY}
    torn = compare(ledger, [award("a", 1)], seen=Chained(block=9, torn=1), language="en")
    assert not torn.agrees
    assert "Holders the contract stores otherwise than it logged: 1" in torn.lines
