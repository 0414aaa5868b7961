"""Staff have a guide recorded: only agreed to, looked at afterwards, published or erased."""

from datetime import timedelta

import pytest
from staff_site import Browser, Site

from world_server.store import events, recordings
from world_server.store.recorded_walk import Part, RecordedLine, RecordedMark
from world_server.store.tables.event import Event, EventState
from world_server.store.tables.staff import StaffRole


def path(event: Event) -> str:
    return f"/staff/events/{event.id}/recording"


async def kept(site: Site, event: Event) -> bool:
    begun = site.clock()
    part = Part(
        begun,
        (RecordedMark(0, 1, 0, 2, 0), RecordedMark(90_000, 60, 0, 2, 1)),
        (
            RecordedLine(65_000, "guide", text="酒蔵通りです <b>"),
            RecordedLine(70_000, "staff", text="まもなく出発します"),
        ),
    )
    async with site.database.transaction() as session:
        return await recordings.keep(session, event.id or 0, part, writer="w", now=begun)


async def ended(site: Site, event: Event) -> None:
    async with site.database.transaction() as session:
        await events.move(session, event.id or 0, to=EventState.ENDED, now=site.clock())


async def press(browser: Browser, event: Event, act: str) -> tuple[int, str]:
    await browser.get(path(event))
    answer = await browser.post(f"{path(event)}/{act}", {})
    return answer.status, (await browser.follow(answer)).words


async def test_nothing_is_recorded_until_staff_say_that_the_guide_agrees(site: Site) -> None:
    event = await site.event()
    browser = await site.signed_in(StaffRole.HOST)
    page = await browser.get(path(event))
    for promise in ("記録していません", "来訪者の姿、名前、発言、位置", "180日", "本人の同意"):
        assert promise in page.words
    assert not await kept(site, event)
    status, words = await press(browser, event, "on")
    assert status == 303
    assert "案内を記録します" in words
    assert await kept(site, event)
    (line, *_) = await site.audit()
    assert line.act == "recording-on"
    status, words = await press(browser, event, "off")
    assert "記録をやめました" in words
    assert not await kept(site, event)


async def test_it_is_looked_at_and_published_after_the_event(site: Site) -> None:
    event = await site.event()
    browser = await site.signed_in(StaffRole.HOST)
    await press(browser, event, "on")
    await kept(site, event)
    site.clock.advance(hours=1)
    status, _ = await press(browser, event, "publish")
    assert status == 409, "not while the doors are open"
    await ended(site, event)
    page = await browser.get(path(event))
    assert "酒蔵通りです <b>" in page.words.replace("&lt;b&gt;", "<b>")
    assert "<b>" not in page.text
    for shown in ("1:05", "案内人", "係", "2分", "2件"):
        assert shown in page.words
    status, words = await press(browser, event, "publish")
    assert status == 303
    assert "公開しました" in words
    async with site.database.reading() as session:
        assert [one.event.slug for one in await recordings.published(session)] == [event.slug]


async def test_published_or_not_it_can_be_erased(site: Site) -> None:
    event = await site.event()
    browser = await site.signed_in(StaffRole.HOST)
    await press(browser, event, "on")
    await kept(site, event)
    await ended(site, event)
    await press(browser, event, "publish")
    _, words = await press(browser, event, "discard")
    assert "記録を消しました" in words
    async with site.database.reading() as session:
        assert await recordings.of_event(session, event.id or 0) is None
    acts = [line.act for line in await site.audit()]
    assert {"recording-publish", "recording-discard"} <= set(acts)


@pytest.mark.parametrize("act", ["on", "off", "publish", "discard"])
async def test_a_moderator_may_look_and_not_decide(site: Site, act: str) -> None:
    event = await site.event()
    browser = await site.signed_in(StaffRole.MODERATOR)
    page = await browser.get(path(event))
    assert page.status == 200
    assert "<button" not in page.text.split("<main")[1].split("</main")[0]
    assert (await browser.post(f"{path(event)}/{act}", {})).status == 403


async def test_when_the_event_is_over_nothing_is_switched(site: Site) -> None:
    event = await site.event()
    await ended(site, event)
    browser = await site.signed_in(StaffRole.HOST)
    page = await browser.get(path(event))
    assert "記録はありません" in page.words
    assert "/recording/on" not in page.text
    site.clock.advance(seconds=timedelta(minutes=1).total_seconds())
    assert (await browser.post(f"{path(event)}/on", {})).status == 409
