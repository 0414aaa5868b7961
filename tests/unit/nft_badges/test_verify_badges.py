"""The script a marketer downloads: one file, only Python, and it counts people by days."""

import ast
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nft_badges import contract, verify_badges
from nft_badges.verify_badges import (
    BADGE_DEFINED,
    BADGE_WITHDRAWN,
    NOBODY,
    REBOUND,
    REVOKED,
    TRANSFER_BATCH,
    TRANSFER_SINGLE,
    WORDS,
    Inconsistent,
    recount,
    told,
)

ANNA, BEN = "0x" + "0a" * 20, "0x" + "0b" * 20
OPERATOR = "0x" + "ee" * 20


def word(value: int) -> str:
    return f"{value:064x}"


def topic(person: str) -> str:
    return "0x" + person[2:].rjust(64, "0")


class Chain:
    """Raw logs as a node writes them, in order."""

    def __init__(self) -> None:
        self.logs: list[dict[str, Any]] = []

    def _add(self, topics: list[str], data: str) -> None:
        self.logs.append(
            {
                "topics": topics,
                "data": "0x" + data,
                "blockNumber": hex(1 + len(self.logs) // 3),
                "logIndex": hex(len(self.logs) % 3),
            }
        )

    def define(self, badge: int, day: date, kind: int = verify_badges.EVENT) -> None:
        words = word(contract.day_number(day)) + word(kind) + word(0) + word(9) + word(5)
        self._add([BADGE_DEFINED, "0x" + word(badge)], words)

    def withdraw(self, badge: int) -> None:
        self._add([BADGE_WITHDRAWN, "0x" + word(badge)], "")

    def revoke(self, holder: str, badge: int) -> None:
        self._add([REVOKED, "0x" + word(badge), topic(holder)], word(4))
        self.move(holder, NOBODY, badge)

    def rebind(self, holder: str, wallet: str, *, moved: list[int], merged: list[int]) -> None:
        """As the contract logs it: what is meant first, then the burning, then the move."""
        masks = [sum(1 << badge for badge in badges) for badges in (moved, merged)]
        words = word(0) + "".join(map(word, masks))
        self._add([REBOUND, topic(holder), topic(wallet)], words)
        if merged:
            self.move_many(holder, NOBODY, merged)
        if moved:
            self.move_many(holder, wallet, moved)

    def move(self, giver: str, taker: str, badge: int, amount: int = 1) -> None:
        topics = [TRANSFER_SINGLE, topic(OPERATOR), topic(giver), topic(taker)]
        self._add(topics, word(badge) + word(amount))

    def move_many(self, giver: str, taker: str, badges: list[int]) -> None:
        topics = [TRANSFER_BATCH, topic(OPERATOR), topic(giver), topic(taker)]
        count = len(badges)
        data = word(64) + word(96 + 32 * count) + word(count) + "".join(map(word, badges))
        self._add(topics, data + word(count) + word(1) * count)


@pytest.fixture
def chain() -> Chain:
    made = Chain()
    made.define(1, date(2026, 11, 22))
    made.define(2, date(2026, 11, 22))
    made.define(3, date(2026, 12, 6))
    return made


def test_two_badges_of_one_day_do_not_make_a_returner(chain: Chain) -> None:
    chain.move(NOBODY, ANNA, 1)
    chain.move(NOBODY, ANNA, 2)
    chain.move(NOBODY, BEN, 1)
    figures = recount(chain.logs).figures()
    assert (figures["holders"], figures["returners"], figures["tokens"]) == (2, 0, 3)
    chain.move(NOBODY, ANNA, 3)
    assert recount(chain.logs).figures()["returners"] == 1


def test_months_tell_new_from_returning(chain: Chain) -> None:
    chain.move(NOBODY, ANNA, 1)
    chain.move(NOBODY, ANNA, 3)
    chain.move(NOBODY, BEN, 3)
    assert recount(chain.logs).figures()["months"] == {
        "2026-11": {"new": 1, "again": 0},
        "2026-12": {"new": 1, "again": 1},
    }


def test_badges_follow_a_person_to_a_wallet_and_count_once(chain: Chain) -> None:
    chain.move(NOBODY, ANNA, 1)
    chain.move(NOBODY, ANNA, 3)
    chain.move(NOBODY, BEN, 1)
    chain.move_many(ANNA, NOBODY, [1])
    chain.move_many(ANNA, BEN, [3])
    figures = recount(chain.logs).figures()
    assert (figures["holders"], figures["returners"], figures["taken_back"]) == (1, 1, 1)


@pytest.mark.parametrize("kind", range(1, 6))
def test_only_some_kinds_stand_for_a_day_somebody_was_there(chain: Chain, kind: int) -> None:
    chain.define(9, date(2026, 12, 24), kind)
    chain.move(NOBODY, ANNA, 1)
    chain.move(NOBODY, ANNA, 9)
    figures = recount(chain.logs).figures()
    counts = kind in {verify_badges.EVENT, verify_badges.REAL, verify_badges.HOST}
    assert figures["returners"] == counts
    assert list(figures["months"]) == ["2026-11", *["2026-12"] * counts]
    assert (figures["holders"], figures["tokens"]) == (1, 2)


def test_who_has_no_visit_day_is_a_holder_and_no_visitor(chain: Chain) -> None:
    chain.define(9, date(2026, 12, 24), verify_badges.MONTHLY)
    chain.move(NOBODY, ANNA, 9)
    figures = recount(chain.logs).figures()
    assert (figures["holders"], figures["visitors"]) == (1, 0)
    assert (figures["months"], figures["retention"]) == ({}, {})
    assert figures["ladder"]["no-day"] == 1


def test_retention_goes_by_the_month_of_the_first_visit(chain: Chain) -> None:
    """Anna comes in November, December and February, Ben only in December."""
    chain.define(4, date(2027, 2, 11))
    for badge in (1, 2, 3, 4):
        chain.move(NOBODY, ANNA, badge)
    chain.move(NOBODY, BEN, 3)
    assert recount(chain.logs).figures()["retention"] == {
        "2026-11": [1, 1, 0, 1],
        "2026-12": [1, 0, 0],
    }


def test_everybody_stands_on_one_step_and_it_is_their_highest(chain: Chain) -> None:
    days = [date(2027, 1, day) for day in range(1, 5)]
    for badge, day in enumerate(days, start=20):
        chain.define(badge, day)
    chain.define(30, date(2027, 1, 9), verify_badges.REAL)
    chain.define(31, date(2027, 1, 9), verify_badges.HOST)
    chain.define(32, date(2027, 1, 9), verify_badges.RALLY)
    people = [f"0x{number:040x}" for number in range(1, 7)]
    held = [[32], [20], [20, 21, 32], [20, 21, 22], [30], [20, 30, 31]]
    for person, badges in zip(people, held, strict=True):
        for badge in badges:
            chain.move(NOBODY, person, badge)
    ladder = recount(chain.logs).figures()["ladder"]
    assert ladder == dict.fromkeys(verify_badges.LADDER, 1)


def test_a_move_to_a_wallet_is_no_loss_and_goes_on_counting(chain: Chain) -> None:
    for badge in (1, 2):
        chain.move(NOBODY, ANNA, badge)
    chain.move(NOBODY, BEN, 2)
    chain.rebind(ANNA, BEN, moved=[1], merged=[2])
    chain.move(NOBODY, BEN, 3)
    figures = recount(chain.logs).figures()
    assert (figures["holders"], figures["returners"], figures["tokens"]) == (1, 1, 3)
    told = (figures["moved"], figures["merged"], figures["taken_back"], figures["revoked"])
    assert told == (1, 1, 0, 0)


def test_what_is_revoked_is_told_from_what_is_erased_and_from_what_came_back(chain: Chain) -> None:
    for badge in (1, 2, 3):
        chain.move(NOBODY, ANNA, badge)
    chain.revoke(ANNA, 1)
    chain.move_many(ANNA, NOBODY, [2, 3])
    ledger = recount(chain.logs)
    assert (ledger.taken_back, ledger.revoked) == (3, 1)
    assert ledger.taken == {(ANNA, 1), (ANNA, 2), (ANNA, 3)}
    chain.move(NOBODY, ANNA, 1)
    assert recount(chain.logs).taken == {(ANNA, 2), (ANNA, 3)}


def test_a_badge_defined_anew_has_its_new_day(chain: Chain) -> None:
    chain.withdraw(3)
    assert 3 not in recount(chain.logs).days
    chain.define(3, date(2026, 11, 22))
    chain.move(NOBODY, ANNA, 1)
    chain.move(NOBODY, ANNA, 3)
    assert recount(chain.logs).figures()["returners"] == 0


def test_the_tables_are_a_spreadsheet(chain: Chain) -> None:
    chain.move(NOBODY, ANNA, 1)
    chain.move(NOBODY, ANNA, 3)
    figures = recount(chain.logs).figures()
    lines = list(verify_badges.tables(figures, WORDS["en"]))
    assert lines[:3] == [["month", "new", "returning"], ["2026-11", 1, 0], ["2026-12", 0, 1]]
    assert ["2026-11", 1, 1] in lines
    assert lines[-1] == ["digest", figures["digest"]]


def test_defining_moves_nothing(chain: Chain) -> None:
    chain.move(NOBODY, NOBODY, 1, amount=0)
    assert recount(chain.logs).figures()["tokens"] == 0


def test_a_badge_given_twice_or_without_being_held_is_no_honest_chain(chain: Chain) -> None:
    chain.move(NOBODY, ANNA, 1)
    for giver, taker in ((NOBODY, ANNA), (BEN, NOBODY), (BEN, ANNA)):
        twice = Chain()
        twice.logs = list(chain.logs)
        twice.move(giver, taker, 1)
        with pytest.raises(Inconsistent):
            recount(twice.logs)


def test_the_order_of_the_chain_counts_not_that_of_the_answer(chain: Chain) -> None:
    chain.move(NOBODY, ANNA, 1)
    chain.move(ANNA, NOBODY, 1)
    chain.move(NOBODY, ANNA, 1)
    assert recount(reversed(chain.logs)).figures() == recount(chain.logs).figures()


@given(moves=st.lists(st.tuples(st.booleans(), st.sampled_from([1, 2, 3])), max_size=30))
def test_the_digest_depends_on_who_holds_what_and_on_nothing_else(
    moves: list[tuple[bool, int]],
) -> None:
    long, short = Chain(), Chain()
    held: set[int] = set()
    for give, badge in moves:
        if give and badge not in held:
            long.move(NOBODY, ANNA, badge)
            held.add(badge)
        elif not give and badge in held:
            long.move(ANNA, NOBODY, badge)
            held.remove(badge)
    for badge in sorted(held):
        short.move(NOBODY, ANNA, badge)
    assert recount(long.logs).digest() == recount(short.logs).digest()


def test_words_are_what_the_contract_stores(chain: Chain) -> None:
    chain.define(300, date(2026, 12, 6))
    chain.move(NOBODY, ANNA, 1)
    chain.move(NOBODY, ANNA, 300)
    assert recount(chain.logs).words() == {(ANNA, 0): 2, (ANNA, 1): 2**44}


def test_the_constants_are_those_of_the_contract() -> None:
    assert verify_badges.TRANSFER_SINGLE == contract.TRANSFER_SINGLE
    assert verify_badges.TRANSFER_BATCH == contract.TRANSFER_BATCH
    assert verify_badges.BADGE_DEFINED == contract.BADGE_DEFINED
    assert tuple(verify_badges.TOPICS) == contract.TOPICS
    assert contract.artifact().selectors["badgesOf"].hex() == verify_badges.BADGES_OF


def test_it_needs_nothing_but_python() -> None:
    source = Path(verify_badges.__file__).read_text(encoding="utf-8")
    roots = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            roots |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            roots.add(str(node.module).split(".")[0])
    assert roots <= sys.stdlib_module_names | {"__future__"}
    ast.parse(source, feature_version=(3, 9))


def test_every_language_has_every_word(chain: Chain) -> None:
    chain.move(NOBODY, ANNA, 1)
    figures = dict(recount(chain.logs).figures(), to_block=5)
    assert set(WORDS) == {"ja", "en", "th", "ko", "zh-TW"}
    for words in WORDS.values():
        assert set(words) == set(WORDS["ja"])
        assert figures["digest"] in told(figures, words)


def test_figures_can_be_read_by_programs(chain: Chain) -> None:
    chain.move(NOBODY, ANNA, 1)
    figures = recount(chain.logs).figures()
    assert json.loads(json.dumps(figures)) == figures


def test_it_only_opens_web_addresses(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="only http and https"):
        verify_badges.main(["file:///etc"])
    with pytest.raises(SystemExit):
        verify_badges.main([])
    assert verify_badges.main(["http://127.0.0.1:1/proof"]) == 2
    assert capsys.readouterr().out == ""
