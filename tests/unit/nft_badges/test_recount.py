"""Chain and database are compared badge by badge; what is under way may be on either side."""

from datetime import date

import pytest

from nft_badges.recount import Chained, as_ledger, compare, difference
from world_server.store.outcomes import Promised
from world_server.store.tables.award import BadgeKind

DAY, NEXT = date(2026, 11, 22), date(2026, 12, 6)


def award(
    holder: str,
    badge_id: int,
    *,
    final: bool = True,
    day: date = DAY,
    kind: BadgeKind = BadgeKind.EVENT,
) -> Promised:
    return Promised(holder=holder, badge_id=badge_id, kind=kind, day=day, is_final=final)


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
    assert as_ledger(promised).figures()["returners"] == 1


@pytest.mark.parametrize("kind", BadgeKind)
def test_only_what_stands_for_a_day_there_makes_a_returner(kind: BadgeKind) -> None:
    promised = [award("a", 1), award("a", 2, day=NEXT, kind=kind)]
    stands_for_a_day = kind in {BadgeKind.EVENT, BadgeKind.REAL, BadgeKind.HOST}
    assert as_ledger(promised).figures()["returners"] == stands_for_a_day
    assert as_ledger(promised).figures()["holders"] == 1


def test_what_the_chain_says_was_taken_back_is_no_difference() -> None:
    ledger = as_ledger([award("a", 1)])
    ledger.held["a"].clear()
    kept = [award("a", 1)]
    assert not compare(ledger, kept, seen=Chained(block=9, torn=0), language="en").agrees
    ledger.taken.add(("a", 1))
    agreed = compare(ledger, kept, seen=Chained(block=9, torn=0), language="en")
    assert agreed.agrees
    assert any(line.endswith("only in the database: 1") for line in agreed.lines)


def test_agreement_and_every_figure_are_told() -> None:
    ledger = as_ledger([award("a", 1)])
    agreed = compare(ledger, [award("a", 1)], seen=Chained(block=9, torn=0), language="en")
    assert agreed.agrees
    assert any("block 9" in line for line in agreed.lines)
    assert any(ledger.digest() in line for line in agreed.lines)
    assert not compare(ledger, [], seen=Chained(block=9, torn=0), language="en").agrees
    assert not compare(
        ledger, [award("a", 1), award("b", 1)], seen=Chained(block=9, torn=0), language="en"
    ).agrees


def test_a_contract_that_stores_other_badges_than_it_logged_is_no_agreement() -> None:
    ledger = as_ledger([award("a", 1)])
    torn = compare(ledger, [award("a", 1)], seen=Chained(block=9, torn=1), language="en")
    assert not torn.agrees
    assert "Holders the contract stores otherwise than it logged: 1" in torn.lines
