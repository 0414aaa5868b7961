"""Codes and words become one award each, on SQLite and on PostgreSQL, however many use them."""

import asyncio
import re
from collections.abc import Awaitable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from claim_town import HOUR, WORD, ClaimTown, another_event, claim_town, scanned
from fixed_time import MORNING

from world_server.codes import OneTimeCode, hash_of, new_one_time
from world_server.errors import ClaimRefused, Malformed, NotFound, NotSignedIn
from world_server.store import claims, events, redemptions, visitors, visits
from world_server.store.database import Database
from world_server.store.redemptions import Received
from world_server.store.tables.award import Award, AwardState, BadgeKind, Source
from world_server.store.tables.claim import ClaimChannel, ClaimCode, Redemption
from world_server.store.tables.event import EventState


@pytest.fixture
async def town(database: Database) -> ClaimTown:
    """A town with one open event."""
    return await claim_town(database)


def refused(rule: str) -> "pytest.RaisesExc[ClaimRefused]":
    """Expect that refusal and no other."""
    return pytest.raises(ClaimRefused, match=re.escape(f"rule={rule})"))


async def at_once(*asked: Awaitable[Received]) -> list[Received | BaseException]:
    return await asyncio.gather(*asked, return_exceptions=True)


# ── one-time codes ──────────────────────────────────────────────────────────


async def test_a_one_time_code_gives_the_events_badge(town: ClaimTown) -> None:
    (code,) = await town.one_time(1)
    aiko = await town.visitor()
    received = await town.redeem(code, aiko)
    assert received.is_new
    assert (received.award.source, received.award.state) == (Source.ONE_TIME, AwardState.QUEUED)
    assert received.award.visitor_id == aiko
    assert (received.badge.kind, received.badge.event_id) == (BadgeKind.EVENT, town.event.id)


async def test_only_the_hash_of_a_code_is_kept(town: ClaimTown) -> None:
    codes = await town.one_time(3)
    async with town.database.reading() as session:
        kept = [await session.get(ClaimCode, number) for number in (1, 2, 3)]
    assert {one.code_hash for one in kept if one} == {hash_of(code) for code in codes}
    assert len({*codes}) == 3


async def test_showing_it_again_gives_the_same_award_and_uses_nothing(town: ClaimTown) -> None:
    (code,) = await town.one_time(1)
    aiko = await town.visitor()
    first = await town.redeem(code, aiko)
    again = await town.redeem(code, aiko, now=MORNING + timedelta(days=20))
    assert not again.is_new
    assert again.award.id == first.award.id
    assert (await town.claim(1)).used == 1
    assert await town.count(Award) == await town.count(Redemption) == 1


async def test_a_used_code_is_nothing_to_somebody_else(town: ClaimTown) -> None:
    first, second = await town.one_time(2)
    aiko, ben = await town.visitor(), await town.visitor()
    await town.redeem(first, aiko)
    await town.redeem(second, ben, now=MORNING + timedelta(microseconds=1))
    with refused("used"):
        await town.redeem(first, ben)
    with refused("used"):
        await town.redeem(first, await town.visitor())


async def test_a_second_code_is_left_for_somebody_else(town: ClaimTown) -> None:
    first, second = await town.one_time(2)
    aiko, ben = await town.visitor(), await town.visitor()
    award = (await town.redeem(first, aiko)).award
    kept = await town.redeem(second, aiko)
    assert (kept.is_new, kept.award.id) == (False, award.id)
    assert (await town.redeem(second, ben)).is_new
    assert (await town.claim(1)).used == 2


async def test_fifty_people_with_one_code_are_one_badge(town: ClaimTown) -> None:
    (code,) = await town.one_time(1)
    people = [await town.visitor() for _ in range(50)]
    told = await at_once(*(town.redeem(code, one) for one in people))
    served = [one for one in told if isinstance(one, Received)]
    assert len(served) == 1
    others = [one for one in told if not isinstance(one, Received)]
    assert {str(one) for one in others} == {"claim-refused (rule=used)"}
    assert await town.count(Award) == await town.count(Redemption) == 1
    assert (await town.claim(1)).used == 1


async def test_one_person_pressing_twenty_times_at_once_has_one_badge(town: ClaimTown) -> None:
    codes = await town.one_time(2)
    aiko = await town.visitor()
    told = await at_once(*(town.redeem(code, aiko) for code in codes * 10))
    assert [one for one in told if not isinstance(one, Received)] == []
    assert len({one.award.id for one in told if isinstance(one, Received)}) == 1
    assert sum(one.is_new for one in told if isinstance(one, Received)) == 1
    assert (await town.claim(1)).used == 1


# ── rotating codes and words ────────────────────────────────────────────────


async def test_a_rotating_code_is_good_for_everybody_once(town: ClaimTown) -> None:
    claim = await town.rotating()
    aiko, ben = await town.visitor(), await town.visitor()
    first = await town.redeem(scanned(claim), aiko)
    assert (await town.redeem(scanned(claim), ben)).award.source is Source.ROTATING
    again = await town.redeem(scanned(claim), aiko)
    assert (again.is_new, again.award.id) == (False, first.award.id)
    assert (await town.claim(claim)).used == 2


async def test_a_word_is_read_as_it_was_meant(town: ClaimTown) -> None:
    await town.word(WORD)
    for typed in ("HIGATA 507318", " higata-507-318 ", "ｈｉｇａｔａ５０７３１８"):
        received = await town.redeem(town.heard(typed), await town.visitor())
        assert received.award.source is Source.WORD
    with refused("unknown"):
        await town.redeem(town.heard("higata 507 319"), await town.visitor())


async def test_a_word_of_another_event_is_unknown(town: ClaimTown) -> None:
    await town.word(WORD)
    async with town.database.transaction() as session:
        other = await another_event(session, town.staff_id)
    with refused("unknown"):
        await town.redeem(town.heard(WORD, event_id=other.id), await town.visitor())


async def test_the_same_word_said_again_is_the_one_in_use(town: ClaimTown) -> None:
    first = await town.word(WORD)
    await town.withdraw(first)
    second = await town.word(WORD)
    await town.redeem(town.heard(WORD), await town.visitor())
    assert [(await town.claim(one)).used for one in (first, second)] == [0, 1]
    await town.withdraw(second)
    with refused("withdrawn"):
        await town.redeem(town.heard(WORD), await town.visitor())


@pytest.mark.parametrize("channel", [ClaimChannel.ROTATING, ClaimChannel.WORD])
async def test_fifty_people_at_a_cap_of_three_are_three_badges(
    town: ClaimTown, channel: ClaimChannel
) -> None:
    plan = town.plan(channel, cap=3)
    if channel is ClaimChannel.WORD:
        claim, shown = await town.word(plan=plan), town.heard(WORD)
    else:
        claim = await town.rotating(plan)
        shown = scanned(claim)  # type: ignore[assignment]
    people = [await town.visitor() for _ in range(50)]
    told = await at_once(*(town.redeem(shown, one) for one in people))
    assert sum(isinstance(one, Received) for one in told) == 3
    others = {str(one) for one in told if not isinstance(one, Received)}
    assert others == {"claim-refused (rule=full)"}
    assert await town.count(Award) == await town.count(Redemption) == 3
    assert (await town.claim(claim)).used == 3
    # Who was served may ask again though it is full.
    served = next(one for one in told if isinstance(one, Received))
    again = await town.redeem(shown, served.award.visitor_id or "")
    assert again.award.id == served.award.id


# ── counters in the city ────────────────────────────────────────────────────


async def test_a_counter_gives_the_badge_of_the_day_in_kashima(town: ClaimTown) -> None:
    late = datetime.fromisoformat("2026-11-22T14:59:00+00:00")  # a minute to midnight in Kashima
    plan = town.plan(ClaimChannel.ROTATING, spot="michinoeki", closes_at=MORNING + 365 * 24 * HOUR)
    claim = await town.rotating(plan)
    aiko = await town.visitor()
    first = await town.redeem(scanned(claim, late), aiko, now=late)
    assert first.badge.key == "real:michinoeki:2026-11-22"
    assert (first.badge.kind, first.badge.place) == (BadgeKind.REAL, "michinoeki")
    assert (first.badge.title, first.badge.occurred_on) == ("道の駅鹿島", date(2026, 11, 22))
    assert not (await town.redeem(scanned(claim, late), aiko, now=late)).is_new
    after = late + timedelta(minutes=1)
    next_day = await town.redeem(scanned(claim, after), aiko, now=after)
    assert next_day.is_new
    assert next_day.badge.key == "real:michinoeki:2026-11-23"
    assert (await town.claim(claim)).used == 2
    # The code was read before midnight, and the answer came after it.
    assert (await town.redeem(scanned(claim, late), aiko, now=after)).award.id == first.award.id


async def test_a_slip_shown_again_next_month_is_still_last_months_badge(town: ClaimTown) -> None:
    plan = town.plan(
        ClaimChannel.ONE_TIME, spot="michinoeki", cap=2, closes_at=MORNING + 365 * 24 * HOUR
    )
    used, fresh = await town.one_time(2, plan)
    aiko, later = await town.visitor(), MORNING + timedelta(days=33)
    first = await town.redeem(used, aiko)
    again = await town.redeem(used, aiko, now=later)
    assert (again.is_new, again.badge.key) == (False, first.badge.key)
    came_back = await town.redeem(fresh, aiko, now=later)
    assert (came_back.is_new, came_back.badge.key) == (True, "real:michinoeki:2026-12-25")


async def test_two_counters_of_one_spot_give_one_badge_a_day(town: ClaimTown) -> None:
    plan = town.plan(ClaimChannel.ROTATING, spot="hama-station")
    claim_ids = [await town.rotating(plan) for _ in range(2)]
    people = [await town.visitor() for _ in range(6)]
    told = await at_once(
        *(town.redeem(scanned(claim), one) for claim in claim_ids for one in people)
    )
    assert [one for one in told if not isinstance(one, Received)] == []
    assert await town.count(Award) == 6
    assert len({badge.id for _, badge in await town.awards()}) == 1


# ── when not ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("seconds", "rule"), [(-1, "not-yet"), (0, None), (3599, None), (3600, "too-late")]
)
async def test_a_claim_is_good_from_its_opening_until_its_close(
    town: ClaimTown, seconds: int, rule: str | None
) -> None:
    (code,) = await town.one_time(1)
    moment = MORNING + timedelta(seconds=seconds)
    aiko = await town.visitor()
    if rule is None:
        assert (await town.redeem(code, aiko, now=moment)).is_new
    else:
        with refused(rule):
            await town.redeem(code, aiko, now=moment)
        assert await town.count(Award) == 0


async def test_a_withdrawn_claim_gives_nothing_and_takes_nothing_back(town: ClaimTown) -> None:
    first, second = await town.one_time(2)
    aiko = await town.visitor()
    award = (await town.redeem(first, aiko)).award
    await town.withdraw(1)
    with refused("withdrawn"):
        await town.redeem(second, await town.visitor())
    assert (await town.redeem(first, aiko)).award.id == award.id


async def test_a_cancelled_event_gives_nothing_an_ended_one_does(town: ClaimTown) -> None:
    (code,) = await town.one_time(1)
    await town.move(EventState.ENDED)
    assert (await town.redeem(code, await town.visitor())).is_new
    async with town.database.transaction() as session:
        town.event = await another_event(session, town.staff_id)
    (code,) = await town.one_time(1)
    await town.move(EventState.CANCELLED)
    with refused("withdrawn"):
        await town.redeem(code, await town.visitor())


async def test_codes_nobody_made_are_unknown(town: ClaimTown) -> None:
    await town.one_time(3)
    claim = await town.rotating()
    aiko = await town.visitor()
    for shown in (OneTimeCode(hash_of(new_one_time())), scanned(claim + 1), scanned(1)):
        with refused("unknown"):
            await town.redeem(shown, aiko)
    assert await town.count(Award) == 0


async def test_an_erased_visitor_gets_nothing_and_their_code_stays_used(town: ClaimTown) -> None:
    first, second = await town.one_time(2)
    aiko, ben = await town.visitor(), await town.visitor()
    await town.redeem(first, aiko)
    async with town.database.transaction() as session:
        await visitors.forget(session, aiko)
        await visitors.forget(session, ben)
    with pytest.raises(NotSignedIn):
        await town.redeem(second, ben)
    with refused("used"):
        await town.redeem(first, await town.visitor())
    (kept,) = await town.redemptions()
    assert kept.visitor_id is None
    assert (await town.claim(1)).used == 1


async def test_who_attended_and_shows_a_code_has_one_badge(town: ClaimTown) -> None:
    (code,) = await town.one_time(1)
    aiko = await town.visitor()

    async def attends() -> None:
        async with town.database.transaction() as session:
            visit = await visits.begin(
                session, visitor_id=aiko, instance="e", event_id=town.event.id, now=MORNING
            )
            await visits.checkpoint(
                session, visit_id=visit.id or 0, total_active_seconds=3600, now=MORNING
            )

    _, received = await asyncio.gather(attends(), town.redeem(code, aiko))
    assert received.is_new
    assert await town.count(Award) == 1


# ── looking, and opening ────────────────────────────────────────────────────


async def test_looking_changes_nothing_and_says_what_showing_would(town: ClaimTown) -> None:
    (code,) = await town.one_time(1)
    aiko, ben = await town.visitor(), await town.visitor()
    shown = OneTimeCode(hash_of(code))

    async def looks(visitor_id: str | None) -> redemptions.Offer:
        async with town.database.reading() as session:
            return await redemptions.offered(session, shown, visitor_id=visitor_id, now=MORNING)

    for _ in range(3):
        assert (await looks(None)).occasion.key == f"event:{town.event.id}"
    assert (await town.claim(1)).used == 0
    await town.redeem(code, aiko)
    badge = (await looks(aiko)).badge
    assert badge is not None
    assert badge.event_id == town.event.id
    for stranger in (None, ben):
        with refused("used"):
            await looks(stranger)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"cap": 0}, "cap"),
        ({"cap": 501}, "cap"),
        ({"label": " "}, "label"),
        ({"label": "a\nb"}, "label"),
        ({"label": "x" * 81}, "label"),
        ({"closes_at": MORNING}, "closes_at"),
        ({"closes_at": MORNING + timedelta(days=31, hours=1)}, "closes_at"),
        ({"opens_at": MORNING - timedelta(days=1, seconds=1)}, "opens_at"),
        ({"spot": "michinoeki"}, "event"),
        ({"event_id": None}, "event"),
        ({"event_id": None, "spot": ""}, "spot"),
    ],
)
async def test_a_plan_that_cannot_be_right_opens_nothing(
    town: ClaimTown, change: dict[str, object], field: str
) -> None:
    plan = replace(town.plan(ClaimChannel.ONE_TIME), **change)  # type: ignore[arg-type]
    with pytest.raises(Malformed, match=f"field={field}"):
        await town.one_time(1, plan)
    assert await town.count(ClaimCode) == 0


async def test_a_word_is_good_for_half_an_hour_at_most(town: ClaimTown) -> None:
    plan = town.plan(ClaimChannel.WORD, closes_at=MORNING + timedelta(minutes=31))
    with pytest.raises(Malformed, match="closes_at"):
        await town.word(plan=plan)


async def test_a_counter_has_no_word(town: ClaimTown) -> None:
    with pytest.raises(Malformed, match="channel"):
        await town.word(plan=town.plan(ClaimChannel.WORD, spot="michinoeki"))


@pytest.mark.parametrize("state", [EventState.DRAFT, EventState.CANCELLED])
async def test_an_event_nobody_may_come_to_has_no_codes(town: ClaimTown, state: EventState) -> None:
    async with town.database.transaction() as session:
        event = await events.find(session, town.event.id or 0)
        event.state = state
        session.add(event)
    with pytest.raises(Malformed, match="state"):
        await town.one_time(1)


async def test_what_is_not_there_cannot_be_withdrawn(town: ClaimTown) -> None:
    with pytest.raises(NotFound):
        await town.withdraw(7)


async def test_staff_see_what_is_open_and_when_it_was_last_used(town: ClaimTown) -> None:
    (code,) = await town.one_time(1)
    await town.word()
    await town.rotating(town.plan(ClaimChannel.ROTATING, spot="michinoeki"))
    await town.redeem(code, await town.visitor())
    async with town.database.reading() as session:
        of_event = await claims.of_event(session, town.event.id or 0)
        of_counters = await claims.of_counters(session)
        received = await claims.received(session, of_event)
    assert [one.channel for one in of_event] == [ClaimChannel.WORD, ClaimChannel.ONE_TIME]
    assert [one.spot for one in of_counters] == ["michinoeki"]
    assert received == {1: MORNING}
