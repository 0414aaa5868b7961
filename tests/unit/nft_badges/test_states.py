"""What the minter does next is decided by values alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nft_badges.states import (
    PATIENCE,
    REVERTS_IN_A_ROW,
    BadgeHeld,
    Course,
    Held,
    Why,
    after_trial,
    batches_of,
    block_time,
    check_first,
    check_reverts,
    is_ripe,
    separate,
    verdict,
)

NOON = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("reason", "course"),
    [
        (None, Course.AWARD),
        ("kashima_badges: not defined", Course.DEFINE),
        ("execution reverted: kashima_badges: not open yet", Course.WAIT),
        ("kashima_badges: not its day yet", Course.WAIT),
        ("kashima_badges: closed", Course.EXTEND),
        ("something about one of the holders", Course.SPLIT),
        ("", Course.SPLIT),
    ],
)
def test_the_contract_s_answer_to_a_trial_decides_the_course(
    reason: str | None, course: Course
) -> None:
    assert after_trial(reason) is course


@pytest.mark.parametrize(
    ("reason", "why"),
    [
        ("kashima_badges: only the admin defines a closed badge", Why.NEEDS_ADMIN),
        ("kashima_badges: only the admin defines so old a badge", Why.NEEDS_ADMIN),
        ("kashima_badges: caller is not the admin", Why.NEEDS_ADMIN),
        ("kashima_badges: too many badges defined today", Why.DAILY_CAP),
    ],
)
def test_what_comes_before_an_award_can_wait_for_somebody_and_holds_one_badge_only(
    reason: str, why: Why
) -> None:
    with pytest.raises(BadgeHeld) as held:
        check_first(reason, badge_id=7)
    assert held.value.why is why
    assert "badge 7" in held.value.detail


def test_what_is_wrong_with_a_badge_itself_is_nothing_to_wait_for() -> None:
    check_first("kashima_badges: window too long", badge_id=7)


@pytest.mark.parametrize(
    ("reason", "why"),
    [
        ("kashima_badges: paused", Why.PAUSED),
        ("kashima_badges: daily cap reached", Why.DAILY_CAP),
        ("kashima_badges: caller lacks the role", Why.NOT_ISSUER),
    ],
)
def test_what_concerns_every_badge_holds_everything(reason: str, why: Why) -> None:
    with pytest.raises(Held) as held:
        after_trial(reason)
    assert held.value.why is why


@pytest.mark.parametrize(
    ("count", "waited", "ripe"),
    [(1, 1.9, 0), (1, 2.0, 1), (99, 0.0, 0), (100, 0.0, 1), (101, 0.0, 1)],
)
def test_a_batch_goes_when_full_or_when_its_oldest_has_waited(
    count: int, waited: float, ripe: int
) -> None:
    oldest = NOON - timedelta(seconds=waited)
    flush = timedelta(seconds=2)
    assert is_ripe(count=count, oldest=oldest, now=NOON, size=100, flush=flush) == ripe


@dataclass(frozen=True)
class Row:
    """What waits since a moment."""

    created_at: datetime


@pytest.mark.parametrize(
    ("waited", "sizes"),
    [
        ([], []),
        ([0] * 3, []),
        ([2] * 3, [3]),
        ([0] * 4, [4]),
        ([0] * 11, [4, 4]),
        ([3] * 8 + [2, 0, 0], [4, 4, 3]),
        ([3] * 8 + [1, 0, 0], [4, 4]),
    ],
    ids=str,
)
def test_full_batches_go_at_once_and_the_rest_when_its_own_first_has_waited(
    waited: list[int], sizes: list[int]
) -> None:
    rows = [Row(NOON - timedelta(seconds=seconds)) for seconds in waited]
    parts = batches_of(rows, now=NOON, size=4, flush=timedelta(seconds=2))
    assert [len(part) for part in parts] == sizes
    assert [row for part in parts for row in part] == rows[: sum(sizes)]


@pytest.mark.parametrize(
    ("expected", "logged", "held", "found"),
    [
        ("ab", "ab", "", ("ab", "", "")),
        ("ab", "a", "b", ("ab", "", "")),
        ("ab", "a", "", ("a", "b", "")),
        ("ab", "abc", "", ("ab", "", "c")),
        ("ab", "", "", ("", "ab", "")),
        ("", "", "", ("", "", "")),
    ],
)
def test_a_receipt_is_compared_award_by_award(
    expected: str, logged: str, held: str, found: tuple[str, str, str]
) -> None:
    judged = verdict(expected=expected, logged=logged, held=held)
    assert [judged.there, judged.missing, judged.foreign] == [frozenset(one) for one in found]


@given(
    rows=st.lists(st.integers(), min_size=1, max_size=40, unique=True),
    bad=st.sets(st.integers(), max_size=5),
)
async def test_splitting_finds_every_poisoned_row_and_no_other(
    rows: list[int], bad: set[int]
) -> None:
    poison = bad & set(rows)
    asked = 0

    async def trial(some: Sequence[int]) -> str | None:
        nonlocal asked
        asked += 1
        return "poison" if poison & set(some) else None

    good, found = await separate(rows, trial)
    assert good == [row for row in rows if row not in poison]
    assert found == [(row, "poison") for row in rows if row in poison]
    assert asked <= 1 + 2 * len(poison) * (len(rows).bit_length() + 1)


def test_batches_that_keep_reverting_call_a_person() -> None:
    check_reverts(REVERTS_IN_A_ROW - 1)
    with pytest.raises(Held) as held:
        check_reverts(REVERTS_IN_A_ROW)
    assert held.value.why is Why.KEEPS_REVERTING


def test_blocks_of_the_embedded_chain_are_strictly_later_each() -> None:
    second = int(NOON.timestamp())
    assert block_time(now=NOON, last=0) == second
    assert block_time(now=NOON, last=second - 1) == second
    assert block_time(now=NOON, last=second) == second + 1
    assert block_time(now=NOON, last=second + 500) == second + 501


def test_every_reason_to_wait_has_a_patience_and_says_its_name() -> None:
    for why in Why:
        assert Held(why).patience > 0
        assert str(Held(why, "detail")) == f"{why}: detail"
    assert max(PATIENCE, key=lambda why: PATIENCE[why]) is Why.CHAIN_DISAGREES
