"""A badge given by hand: to who was there, with a reason that is kept, once."""

import asyncio
from datetime import timedelta

import pytest
from staff_site import Browser, Site

from world_server.errors import GrantRefused, Malformed, NotFound
from world_server.store import awards, events, granting, visitors
from world_server.store.granting import Granted
from world_server.store.tables.award import Award, Badge, BadgeKind, Source
from world_server.store.tables.event import Event, EventState
from world_server.store.tables.staff import StaffRole

REASON = "回線が切れて時間が足りなかったため"


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(f"{request.param}_url"))


async def ended(site: Site, *people: tuple[str, int]) -> tuple[Event, list[str]]:
    """An event of ten minutes' rule that has ended, with so many seconds of each visitor."""
    event = await site.event()
    visitor_ids = []
    for nickname, seconds in people:
        visitor_ids.append(await site.visitor(nickname))
        await site.stay(visitor_ids[-1], seconds, event=event)
    site.clock.advance(hours=1)
    async with site.database.transaction() as session:
        await events.move(session, event.id or 0, to=EventState.ENDED, now=site.clock())
    return event, visitor_ids


async def held(site: Site, visitor_id: str) -> list[tuple[Award, Badge]]:
    async with site.database.reading() as session:
        return await awards.of_visitor(session, visitor_id)


async def grant(
    site: Site,
    event: Event,
    visitor_id: str,
    *,
    kind: BadgeKind = BadgeKind.EVENT,
    reason: str = REASON,
) -> Granted:
    async with site.database.transaction() as session:
        return await granting.grant(
            session,
            event_id=event.id or 0,
            visitor_id=visitor_id,
            kind=kind,
            reason=reason,
            now=site.clock(),
        )


def form(event: Event, visitor_id: str) -> str:
    return f"/staff/events/{event.id}/grant/{visitor_id}"


async def give(browser: Browser, event: Event, visitor_id: str, **typed: str) -> tuple[int, str]:
    await browser.get(form(event, visitor_id))
    answer = await browser.post(
        form(event, visitor_id), {"kind": "event", "reason": REASON} | typed
    )
    return answer.status, (await browser.follow(answer)).words


async def test_from_the_attendance_list_to_a_badge_with_its_reason(site: Site) -> None:
    event, (aiko, ben) = await ended(site, ("あいこ", 500), ("ベン", 700))
    browser = await site.signed_in(StaffRole.HOST)
    page = await browser.get(f"/staff/events/{event.id}/attendance")
    assert form(event, aiko) in page.text
    asked = await browser.get(form(event, aiko))
    assert "あいこさんに、理由を添えてバッジを贈ります" in asked.words
    status, words = await give(browser, event, aiko)
    assert status == 303
    assert "あいこさんにバッジを贈りました" in words
    ((award, badge),) = await held(site, aiko)
    assert (badge.key, award.source, award.grant_reason) == (
        f"event:{event.id}",
        Source.GRANT,
        REASON,
    )
    (line, *_) = await site.audit()
    assert (line.act, line.detail) == ("grant-event", f"あいこ: {REASON}")
    assert len(await held(site, ben)) == 1


async def test_giving_again_changes_nothing_and_is_not_logged(site: Site) -> None:
    event, (aiko,) = await ended(site, ("あいこ", 500))
    browser = await site.signed_in(StaffRole.HOST)
    await give(browser, event, aiko)
    site.clock.advance(seconds=5)
    logged = len(await site.audit())
    status, words = await give(browser, event, aiko, reason="もういちど")
    assert status == 303
    assert "もう持っています" in words
    ((award, _),) = await held(site, aiko)
    assert award.grant_reason == REASON
    assert len(await site.audit()) == logged


async def test_who_earned_the_badge_keeps_how_it_was_earned(site: Site) -> None:
    event, (ben,) = await ended(site, ("ベン", 700))
    granted = await grant(site, event, ben)
    assert not granted.is_new
    ((award, _),) = await held(site, ben)
    assert (award.source, award.grant_reason) == (Source.PRESENCE, None)


async def test_a_helper_is_given_the_host_s_badge_beside_their_own(site: Site) -> None:
    event, (ben,) = await ended(site, ("ベン", 700))
    browser = await site.signed_in(StaffRole.OWNER)
    assert (await give(browser, event, ben, kind="host"))[0] == 303
    found = {badge.key: award.source for award, badge in await held(site, ben)}
    assert found == {f"event:{event.id}": Source.PRESENCE, f"host:{event.id}": Source.GRANT}
    page = await browser.get(f"/staff/events/{event.id}/attendance")
    assert "案内役：発行準備中" in page.words
    assert form(event, ben) not in page.text


@pytest.mark.parametrize("reason", ["", "   ", "あ" * 201, "改\u202e行"])
async def test_without_a_reason_that_can_be_read_nothing_is_given(site: Site, reason: str) -> None:
    event, (aiko,) = await ended(site, ("あいこ", 500))
    browser = await site.signed_in(StaffRole.HOST)
    status, words = await give(browser, event, aiko, reason=reason)
    assert status == 422
    assert "200文字" in words
    assert await held(site, aiko) == []


@pytest.mark.parametrize("kind", ["rally", "monthly", "real", "", "owner"])
async def test_other_badges_cannot_be_given(site: Site, kind: str) -> None:
    event, (aiko,) = await ended(site, ("あいこ", 500))
    browser = await site.signed_in(StaffRole.HOST)
    status, words = await give(browser, event, aiko, kind=kind)
    assert status == 409
    assert "そのバッジは手渡しできません" in words
    assert await held(site, aiko) == []


async def test_only_who_was_there_can_be_given_a_badge(site: Site) -> None:
    event, (aiko,) = await ended(site, ("あいこ", 500))
    elsewhere = await site.visitor("よそ")
    browser = await site.signed_in(StaffRole.HOST)
    assert (await give(browser, event, elsewhere))[0] == 404
    assert (await give(browser, event, "A" * 22))[0] == 404
    with pytest.raises(NotFound):
        await grant(site, event, elsewhere)
    async with site.database.transaction() as session:
        await visitors.forget(session, aiko)
    assert (await browser.get(form(event, aiko))).status == 404
    with pytest.raises(NotFound):
        await grant(site, event, aiko)


async def test_an_event_that_is_open_has_its_badge_to_give_and_no_host_s(site: Site) -> None:
    event = await site.event()
    aiko = await site.visitor()
    await site.stay(aiko, 60, event=event)
    with pytest.raises(GrantRefused) as refused:
        await grant(site, event, aiko, kind=BadgeKind.HOST)
    assert refused.value.details == {"rule": "not-over"}
    assert (await grant(site, event, aiko)).is_new
    await site.stay(aiko, 3000, event=event)  # later they earn it as well
    assert len(await held(site, aiko)) == 1


@pytest.mark.parametrize("state", [EventState.PUBLISHED, EventState.CANCELLED])
async def test_an_event_that_was_not_held_has_no_badge_to_give(
    site: Site, state: EventState
) -> None:
    event = await site.event(state)
    with pytest.raises(GrantRefused) as refused:
        await grant(site, event, await site.visitor())
    assert refused.value.details == {"rule": "not-held"}


async def test_a_badge_is_given_while_the_chain_takes_it_and_no_longer(site: Site) -> None:
    event, (aiko, ben) = await ended(site, ("あいこ", 500), ("ベン", 400))
    closes = event.ends_at + timedelta(days=30)
    site.clock.now = closes - timedelta(seconds=1)
    assert (await grant(site, event, aiko)).is_new
    site.clock.now = closes
    with pytest.raises(GrantRefused) as refused:
        await grant(site, event, ben)
    assert refused.value.details == {"rule": "too-late"}


async def test_two_members_of_staff_at_once_give_one_badge(site: Site) -> None:
    event, (aiko,) = await ended(site, ("あいこ", 500))
    done = await asyncio.gather(
        *(grant(site, event, aiko, reason=f"理由{number}") for number in range(6))
    )
    assert sum(one.is_new for one in done) == 1
    assert len(await held(site, aiko)) == 1


@pytest.mark.parametrize("role", [StaffRole.MODERATOR, StaffRole.ANALYST])
async def test_who_may_not_give_badges_gives_none(site: Site, role: StaffRole) -> None:
    event, (aiko,) = await ended(site, ("あいこ", 500))
    browser = await site.signed_in(role)
    assert (await browser.get(form(event, aiko))).status == 403
    answer = await browser.post(form(event, aiko), {"kind": "event", "reason": REASON})
    assert answer.status == 403
    assert await held(site, aiko) == []


async def test_a_form_from_elsewhere_gives_nothing(site: Site) -> None:
    event, (aiko,) = await ended(site, ("あいこ", 500))
    browser = await site.signed_in(StaffRole.HOST)
    browser.token = "forged"
    answer = await browser.post(form(event, aiko), {"kind": "event", "reason": REASON})
    assert answer.status == 403
    assert await held(site, aiko) == []


async def test_a_reason_of_two_lines_is_kept_as_one(site: Site) -> None:
    event, (aiko,) = await ended(site, ("あいこ", 500))
    granted = await grant(site, event, aiko, reason=" 手伝って\n くれた ")
    assert granted.award.grant_reason == "手伝って くれた"
    with pytest.raises(Malformed):
        await grant(site, event, aiko, reason="\x00")
