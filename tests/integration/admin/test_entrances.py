"""Staff come into a full event themselves, and let others in from the line; and who may not."""

import json
import re
from html import unescape

import pytest
from staff_site import Answer, Browser, Site

from world_server.entries import LONGEST_ENTRY, Entry, read
from world_server.errors import EntryRefused
from world_server.presence import roster, seats
from world_server.presence.seats import InLine, Room, Seat
from world_server.store import staff
from world_server.store.tables.event import Event, EventState
from world_server.store.tables.staff import StaffRole

LINK = re.compile(r'href="(https://kashima\.example/e/[^"]+)"')


def entrance_of(page: Answer) -> tuple[str, str, str]:
    """The address before the #, the role, and the signed entry."""
    found = LINK.search(page.text)
    assert found is not None, page.words
    address, _, fragment = unescape(found.group(1)).partition("#")
    role, _, token = fragment.partition("=")
    return address, role, token


async def ask_for(site: Site, browser: Browser, event: Event, role: str) -> Entry:
    page = await browser.post(f"/staff/events/{event.id}/enter/{role}", {})
    assert page.status == 200
    assert page.headers["Cache-Control"] == "no-store"
    address, named, token = entrance_of(page)
    assert address == f"https://kashima.example/e/{event.slug}"
    assert named == role
    secret = site.settings.secret.get_secret_value()
    return read(secret, token, event_id=event.id, now=site.clock())


async def fill(site: Site, event: Event, *names: str) -> None:
    """Take every seat, and let these stand in line."""
    for number in range(event.capacity):
        await seats.take(site.redis, base=base(event), visitor_id=f"v{number}", room=room(event))
    for name in names:
        await wait(site, event, name)


async def wait(site: Site, event: Event, name: str) -> Seat | InLine:
    return await seats.wait(site.redis, base=base(event), visitor_id=name, room=room(event))


def base(event: Event) -> str:
    return f"event-{event.slug}"


def room(event: Event) -> Room:
    return Room(capacity=event.capacity, per_instance=1000)


@pytest.mark.parametrize("role", ["guide", "staff"])
async def test_a_host_gets_an_entrance_of_their_own_and_it_is_written_down(
    site: Site, role: str
) -> None:
    event = await site.event()
    browser = await site.signed_in(StaffRole.HOST)
    page = await browser.get(f"/staff/events/{event.id}")
    assert f"/staff/events/{event.id}/enter/{role}" in page.text
    entry = await ask_for(site, browser, event, role)
    async with site.database.reading() as session:
        maker = await staff.by_login(session, "host")
    assert maker is not None
    assert (entry.staff_id, entry.event_id, entry.role) == (maker.id, event.id, role)
    line = (await site.audit())[0]
    assert (line.act, line.subject) == (f"enter-{role}", f"#{event.id} {event.title}")
    assert entry.number not in line.detail + line.subject
    again = await ask_for(site, browser, event, role)
    assert again.number != entry.number


async def test_an_entrance_is_good_for_twelve_hours(site: Site) -> None:
    event = await site.event()
    browser = await site.signed_in(StaffRole.OWNER)
    page = await browser.post(f"/staff/events/{event.id}/enter/guide", {})
    _, _, token = entrance_of(page)
    secret = site.settings.secret.get_secret_value()
    late = site.clock() + LONGEST_ENTRY
    assert read(secret, token, event_id=event.id, now=late).event_id == event.id
    site.clock.advance(hours=12, seconds=1)
    with pytest.raises(EntryRefused, match="expired"):
        read(secret, token, event_id=event.id, now=site.clock())


async def test_a_moderator_helps_and_lets_in_but_does_not_guide(site: Site) -> None:
    event = await site.event()
    browser = await site.signed_in(StaffRole.MODERATOR)
    page = await browser.get(f"/staff/events/{event.id}/live")
    assert "enter/guide" not in page.text
    assert (await ask_for(site, browser, event, "staff")).role == "staff"
    assert (await browser.post(f"/staff/events/{event.id}/enter/guide", {})).status == 403
    assert [line.act for line in await site.audit()].count("enter-guide") == 0
    await fill(site, event, "ben")
    assert (await browser.post(f"/staff/events/{event.id}/let-in", {"count": "1"})).status == 303
    assert isinstance(await wait(site, event, "ben"), Seat)


async def test_an_analyst_gets_no_entrance_and_lets_nobody_in(site: Site) -> None:
    event = await site.event()
    await fill(site, event, "ben")
    browser = await site.signed_in(StaffRole.ANALYST)
    for path in ("enter/guide", "enter/staff", "let-in"):
        answer = await browser.post(f"/staff/events/{event.id}/{path}", {"count": "1"})
        assert answer.status == 403
        assert "#guide" not in answer.text
    assert isinstance(await wait(site, event, "ben"), InLine)
    assert {line.act for line in await site.audit()} == {"sign-in"}


async def test_opening_the_address_of_an_entrance_does_nothing(site: Site) -> None:
    event = await site.event()
    browser = await site.signed_in(StaffRole.HOST)
    for path in ("enter/guide", "enter/staff", "let-in"):
        assert (await browser.get(f"/staff/events/{event.id}/{path}")).status == 405


@pytest.mark.parametrize("state", [EventState.DRAFT, EventState.ENDED, EventState.CANCELLED])
async def test_there_is_no_entrance_where_there_is_no_door(site: Site, state: EventState) -> None:
    event = await site.event(state)
    browser = await site.signed_in(StaffRole.HOST)
    assert (await browser.post(f"/staff/events/{event.id}/enter/guide", {})).status == 409
    assert (await browser.post(f"/staff/events/{event.id}/let-in", {"count": "1"})).status == 409
    assert "enter/guide" not in (await browser.get(f"/staff/events/{event.id}")).text


async def test_the_first_in_line_are_let_in_and_it_is_written_down(site: Site) -> None:
    event = await site.event()
    await fill(site, event, "ben", "chai", "dao")
    browser = await site.signed_in(StaffRole.HOST)
    path = f"/staff/events/{event.id}"
    assert "列で3人が待っています" in (await browser.get(f"{path}/live")).words
    told = await browser.get(f"{path}/present", Accept="application/json")
    assert "列で3人が待っています" in json.loads(told.text)["waiting"]
    answer = await browser.follow(await browser.post(f"{path}/let-in", {"count": "2"}))
    assert "2人に席を用意しました" in answer.words
    assert isinstance(await wait(site, event, "ben"), Seat)
    assert isinstance(await wait(site, event, "chai"), Seat)
    assert await wait(site, event, "dao") == InLine(place=1, waiting=1)
    assert await seats.taken(site.redis, base(event)) == event.capacity + 2
    line = (await site.audit())[0]
    assert (line.act, line.detail) == ("let-in", "2")
    assert line.subject == f"#{event.id} {event.title}"


async def test_letting_in_from_an_empty_line_says_so_and_writes_nothing_down(site: Site) -> None:
    event = await site.event()
    browser = await site.signed_in(StaffRole.HOST)
    path = f"/staff/events/{event.id}"
    answer = await browser.follow(await browser.post(f"{path}/let-in", {"count": "2"}))
    assert "席を用意できた人はいません" in answer.words
    assert {line.act for line in await site.audit()} == {"sign-in"}


@pytest.mark.parametrize("count", ["", "0", "-1", "51", "1.5", "二", "9" * 40, "1e1"])
async def test_a_number_that_cannot_be_right_lets_nobody_in(site: Site, count: str) -> None:
    event = await site.event()
    await fill(site, event, "ben")
    browser = await site.signed_in(StaffRole.HOST)
    answer = await browser.post(f"/staff/events/{event.id}/let-in", {"count": count})
    assert answer.status == 400
    assert isinstance(await wait(site, event, "ben"), InLine)


async def test_everybody_is_listed_whichever_instance_they_are_in(site: Site) -> None:
    event = await site.event()
    small = Room(capacity=2, per_instance=1)
    for number, name in enumerate(("あいこ", "ベン")):
        visitor_id = await site.visitor(name)
        seat = await seats.take(site.redis, base=base(event), visitor_id=visitor_id, room=small)
        told = [roster.Present(visitor_id, number, name, "romon", 125, 0.0, 0.0)]
        await roster.tell(site.redis, instance=seat.instance, present=told)
    browser = await site.signed_in(StaffRole.HOST)
    live = await browser.get(f"/staff/events/{event.id}/live")
    for words in ("あいこ", "ベン", "第1会場・楼門", "第2会場・楼門"):
        assert words in live.words
    assert "<span data-count>2</span> / 20" in live.text
    assert "いま会場に 2人" in (await browser.get("/staff/events")).words
