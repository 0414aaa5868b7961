"""Whatever happens in whatever order, told twice or again from somewhere: the same awards."""

import asyncio
import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select
from store_people import a_visitor, an_open_event, ended

from world_server.store import awards, badge_making, visits
from world_server.store.badge_rules import BadgeRules, Rally, Verdict, real_occasion
from world_server.store.clock import JST, visit_day
from world_server.store.database import Database
from world_server.store.stamps import Reached
from world_server.store.tables.award import Award, Source
from world_server.store.tables.event import Event, RuleKind
from world_server.store.visits import Beginning, Checkpoint

PLACES = ("a", "b", "c")
RULES = BadgeRules(
    qualifying_seconds=30,
    monthly_days=2,
    host_seconds=300,
    rallies=(Rally(id="abc", name="三つ", places=PLACES, first_day=date(2026, 1, 1)),),
)
NEEDED = 600
MONTH_END = datetime(2026, 11, 29, 12, 0, tzinfo=JST)

Told = list[Checkpoint]


@dataclass
class Stay:
    """One stay of a history: its day, whether in the event and as guide, and how it grew."""

    day: int
    in_event: bool
    as_guide: bool
    totals: list[int]
    reached: list[tuple[int, str]] = field(default_factory=list)
    """After which checkpoint which place was reached."""


@dataclass
class History:
    """What one visitor did, and on which days they redeemed a code of a real counter."""

    remembered: bool
    stays: list[Stay]
    redeemed: list[int]


seconds = st.sampled_from([0, 1, 29, 30, 31, 299, 300, 599, 600, 900])
stays = st.builds(
    Stay,
    day=st.integers(0, 3),
    in_event=st.booleans(),
    as_guide=st.booleans(),
    totals=st.lists(seconds, min_size=1, max_size=3).map(sorted),
    reached=st.lists(st.tuples(st.integers(0, 2), st.sampled_from(PLACES)), max_size=3),
)
histories = st.builds(
    History,
    remembered=st.booleans(),
    stays=st.lists(stays, min_size=1, max_size=5),
    redeemed=st.lists(st.integers(0, 1), max_size=2),
)


def expected(history: History, event: Event) -> set[str]:
    """What the history earns, reckoned from the rules as they are written for people."""
    keys = {f"real:counter:{day_of(day).isoformat()}" for day in history.redeemed}
    a_day: Counter[date] = Counter()
    for stay in history.stays:
        a_day[day_of(stay.day)] += stay.totals[-1]
    months = Counter((day.year, day.month) for day, total in a_day.items() if total >= 30)
    if history.remembered:
        keys |= {f"monthly:{year}-{month:02}" for (year, month), n in months.items() if n >= 2}
    in_event = [stay for stay in history.stays if stay.in_event]
    if sum(stay.totals[-1] for stay in in_event) >= NEEDED:
        keys.add(f"event:{event.id}")
    if sum(stay.totals[-1] for stay in in_event if stay.as_guide) >= 300:
        keys.add(f"host:{event.id}")
    stamped = {place for stay in history.stays for _, place in stay.reached}
    return keys | ({"rally:abc:2026"} if stamped == set(PLACES) else set())


def day_of(number: int) -> date:
    """Days on both sides of the end of a month."""
    return visit_day(moment(number))


def moment(number: int) -> datetime:
    return MONTH_END + timedelta(days=number)


def told_of(stay: Stay, visit_id: int) -> Told:
    """The stay's checkpoints, the last of which closes it."""
    last = len(stay.totals) - 1
    return [
        Checkpoint(
            visit_id,
            total,
            moment(stay.day) + timedelta(seconds=total),
            moment(stay.day) + timedelta(seconds=total) if at == last else None,
            tuple(
                Reached(place, moment(stay.day))
                for after, place in stay.reached
                if min(after, last) == at
            ),
        )
        for at, total in enumerate(stay.totals)
    ]


async def live(database: Database, event: Event, history: History, chance: random.Random) -> str:
    """Live through the history as the town writes it, with all that can be told twice or fail."""
    visitor = await a_visitor(database, remembered=history.remembered)
    begun = [
        Beginning(
            visitor,
            "event" if stay.in_event else "public",
            event.id if stay.in_event else None,
            moment(stay.day),
            "guide" if stay.in_event and stay.as_guide else None,
        )
        for stay in history.stays
    ]
    async with database.transaction() as session:
        opened = await visits.begin_all(session, begun)
    queues = [
        told_of(stay, visit.id or 0)
        for stay, visit in zip(history.stays, opened, strict=True)
        if visit is not None
    ]
    waiting = [queue for queue in queues if queue]
    while waiting:
        some = chance.sample(waiting, chance.randint(1, len(waiting)))
        batch = [queue[0] for queue in some]
        await write(database, batch, fails=chance.random() < 0.3)
        if chance.random() < 0.3:  # the reply was lost: all is told once more
            continue
        for queue in some:
            queue.pop(0)
        waiting = [queue for queue in waiting if queue]
    for day in history.redeemed:
        occasion = real_occasion(spot="counter", name="道の駅", day=day_of(day))
        async with database.transaction() as session:
            await badge_making.give(
                session,
                Verdict(occasion, Source.ONE_TIME),
                visitor_id=visitor,
                now=moment(day),
            )
    return visitor


async def write(database: Database, batch: Told, *, fails: bool) -> None:
    if fails:
        with pytest.raises(RuntimeError, match="power cut"):
            await _write(database, batch, fails=True)
    await _write(database, batch, fails=False)


async def _write(database: Database, batch: Told, *, fails: bool) -> None:
    async with database.transaction() as session:
        await visits.checkpoint_all(session, batch, rules=RULES)
        if fails:
            raise RuntimeError("power cut")


async def keys_of(database: Database, visitor_id: str) -> list[str]:
    async with database.reading() as session:
        return [badge.key or "" for _, badge in await awards.of_visitor(session, visitor_id)]


@given(
    people=st.lists(histories, min_size=1, max_size=3),
    seed=st.integers(0, 2**16),
    ends_early=st.booleans(),
)
@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
async def test_a_history_earns_what_the_rules_say_however_it_is_told(
    database: Database, people: list[History], seed: int, *, ends_early: bool
) -> None:
    chance = random.Random(seed)
    event = await an_open_event(database, rule_kind=RuleKind.MINUTES, rule_value=NEEDED // 60)
    if ends_early:  # then everything of it is written after its end
        await ended(database, event, rules=RULES)
    lived = await asyncio.gather(*(live(database, event, one, chance) for one in people))
    if not ends_early:
        await ended(database, event, rules=RULES)
    for visitor, history in zip(lived, people, strict=True):
        keys = await keys_of(database, visitor)
        assert Counter(keys) == Counter(expected(history, event))
    async with database.reading() as session:
        reasons = [award.reason for award in await session.exec(select(Award))]
    assert len(reasons) == len(set(reasons))
