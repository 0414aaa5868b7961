"""Whatever people do with codes and words, in any order: the tables agree with a simple count."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from claim_town import ClaimTown, claim_town, scanned
from fixed_time import MORNING
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import col, func, select

from world_server.errors import ClaimRefused
from world_server.store.clock import visit_day
from world_server.store.database import Database
from world_server.store.tables.award import Award
from world_server.store.tables.claim import Claim, ClaimChannel, ClaimCode, Redemption

PEOPLE, CODES, CAP = 4, 3, 3
OPEN_DAYS = 3
ACTS = st.tuples(
    st.sampled_from(["code 0", "code 1", "code 2", "screen", "withdraw"]),
    st.integers(min_value=0, max_value=PEOPLE - 1),
    st.integers(min_value=0, max_value=OPEN_DAYS * 24 + 12),
)
"""What is done, by whom, and after how many hours."""


@dataclass
class Count:
    """What the rules of a counter's codes come to, worked out by hand."""

    opens_at: datetime
    used_by: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Code to the act and the person that used it."""
    paper: dict[tuple[int, object], int] = field(default_factory=dict)
    """Person and day to the act that used paper."""
    screen: dict[tuple[int, object], int] = field(default_factory=dict)
    withdrawn: bool = False

    def show(self, act: int, what: str, person: int, at: datetime) -> str:
        """What comes of it: new, again, or the rule that refuses it."""
        if what == "screen":
            return self._look_at_screen(act, person, at)
        return self._hand_in(act, int(what[-1]), person, at)

    def _look_at_screen(self, act: int, person: int, at: datetime) -> str:
        day = (person, visit_day(at))
        if day in self.screen:
            return "again"
        if not self._is_open(at):
            return "too-late"
        if len(self.screen) >= CAP:
            return "full"
        self.screen[day] = act
        return "new"

    def _hand_in(self, act: int, code: int, person: int, at: datetime) -> str:
        day = (person, visit_day(at))
        if code in self.used_by:
            return "again" if self.used_by[code][1] == person else "used"
        if day in self.paper:
            return "again"
        if self.withdrawn or not self._is_open(at):
            return "withdrawn" if self.withdrawn else "too-late"
        self.used_by[code] = (act, person)
        self.paper[day] = act
        return "new"

    def _is_open(self, at: datetime) -> bool:
        return self.opens_at <= at < self.opens_at + timedelta(days=OPEN_DAYS)


@pytest.fixture
def town(sqlite_url: str) -> Iterator[tuple[ClaimTown, asyncio.Runner]]:
    """One town for all histories, each with claims of its own."""
    with asyncio.Runner() as runner:
        database = Database(sqlite_url)
        yield runner.run(claim_town(database)), runner
        runner.run(database.close())


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(history=st.lists(ACTS, max_size=25), spot=st.integers(min_value=0, max_value=10**9))
def test_every_history_comes_out_as_the_rules_say(
    town: tuple[ClaimTown, asyncio.Runner],
    history: list[tuple[str, int, int]],
    spot: int,
) -> None:
    running, runner = town
    runner.run(_live(running, history, f"spot-{spot}"))


async def _live(town: ClaimTown, history: list[tuple[str, int, int]], spot: str) -> None:
    closes = MORNING + timedelta(days=OPEN_DAYS)
    paper = town.plan(ClaimChannel.ONE_TIME, spot=spot, cap=CODES, closes_at=closes)
    codes = await town.one_time(CODES, paper)
    screen = await town.rotating(
        town.plan(ClaimChannel.ROTATING, spot=spot, cap=CAP, closes_at=closes)
    )
    people = [await town.visitor() for _ in range(PEOPLE)]
    count = Count(MORNING)
    for act, (what, person, hours) in enumerate(sorted(history, key=lambda one: one[2])):
        # No two acts fall on one moment: that is what tells whose a used code is.
        at = MORNING + timedelta(hours=hours, microseconds=act)
        if what == "withdraw":
            count.withdrawn = True
            await town.withdraw(screen - 1)
            continue
        shown = scanned(screen, at) if what == "screen" else codes[int(what[-1])]
        try:
            received = await town.redeem(shown, people[person], now=at)
        except ClaimRefused as refused:
            told = refused.rule
        else:
            told = "new" if received.is_new else "again"
            assert received.award.visitor_id == people[person]
        assert told == count.show(act, what, person, at)
    await _agree(town, count, screen)


async def _agree(town: ClaimTown, count: Count, screen: int) -> None:
    """Uses, redemptions, used codes and awards are as many as were counted by hand."""
    async with town.database.reading() as session:
        for claim_id, uses in ((screen - 1, len(count.used_by)), (screen, len(count.screen))):
            claim = await session.get(Claim, claim_id)
            assert claim is not None
            rows = select(func.count()).select_from(Redemption)
            kept = (await session.exec(rows.where(col(Redemption.claim_id) == claim_id))).one()
            assert claim.used == kept == uses <= claim.cap
        used = (
            select(func.count())
            .select_from(ClaimCode)
            .where(col(ClaimCode.claim_id) == screen - 1, col(ClaimCode.redeemed_at).is_not(None))
        )
        assert (await session.exec(used)).one() == len(count.used_by)
        given_ = (
            select(func.count(func.distinct(col(Award.id))))
            .select_from(Award)
            .join(Redemption, col(Redemption.badge_id) == col(Award.badge_id))
            .where(col(Redemption.claim_id).in_([screen - 1, screen]))
            .where(col(Redemption.visitor_id) == col(Award.visitor_id))
        )
        # A spot's paper and its screen give one and the same badge of a day.
        days = set(count.paper) | set(count.screen)
        assert (await session.exec(given_)).one() == len(days)
