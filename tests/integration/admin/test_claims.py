"""Staff make codes and words, show them on a screen, withdraw them; and who may not."""

import re
from datetime import timedelta
from html import unescape

import pytest
from fixed_time import MORNING
from sqlmodel import select
from staff_site import Answer, Browser, Site

from world_server import codes
from world_server.claim_tokens import claim_of_screen
from world_server.errors import ClaimRefused
from world_server.spoken_words import folded
from world_server.store import claims, redemptions
from world_server.store.redemptions import Heard, Received, Scanned, Shown
from world_server.store.tables.claim import Claim, ClaimChannel, ClaimCode
from world_server.store.tables.event import Event, EventState
from world_server.store.tables.staff import StaffRole

CODE = re.compile(r'<p class="slip-typed" lang="en">(.+)</p>')
SCREEN = re.compile(r'href="https://kashima\.example/screen/#([^"]+)"')
WORD = {"word": "higata 507 318", "minutes": "15", "cap": "50"}
HOURS = {"opens_at": "2026-11-22T10:00", "closes_at": "2026-11-22T12:00"}


def page_of(event: Event) -> str:
    return f"/staff/events/{event.id}/claims"


async def make(browser: Browser, path: str, channel: str, **fields: str) -> Answer:
    """Fill in one of the forms on the page and send it."""
    await browser.get(path)
    return await browser.post(f"{path}/{channel}", fields)


async def redeem(site: Site, shown: Shown, visitor_id: str) -> Received:
    async with site.database.transaction() as session:
        return await redemptions.redeem(session, shown, visitor_id=visitor_id, now=site.clock())


async def the_claim(site: Site) -> Claim:
    async with site.database.reading() as session:
        return await claims.find(session, 1)


def printed_on(sheet: Answer) -> list[str]:
    """The codes as a person reads them off the slips."""
    return [re.sub(r"<[^>]+>", "", found) for found in CODE.findall(sheet.text)]


def one_time(printed: str) -> codes.OneTimeCode:
    code = codes.read(printed)
    assert isinstance(code, codes.OneTimeCode)
    return code


async def test_a_host_prints_codes_that_work_once_and_are_shown_once(site: Site) -> None:
    event = await site.event()
    browser = await site.signed_in(StaffRole.HOST)
    sheet = await make(browser, page_of(event), "one-time", cap="9", **HOURS)
    assert sheet.status == 200
    assert sheet.headers["Cache-Control"] == "no-store"
    printed = printed_on(sheet)
    assert len({*printed}) == 9
    assert sheet.text.count("<svg") == 9
    assert "バーチャル鹿島" in sheet.words
    assert "Scan to receive your visit badge" in sheet.words
    assert "kashima.example/c/" in sheet.words
    received = await redeem(site, one_time(printed[0]), await site.visitor())
    assert received.badge.event_id == event.id
    page = await browser.get(page_of(event))
    assert "1 / 9人" in page.words
    assert not any(code in page.text for code in printed)
    async with site.database.reading() as session:
        kept = (await session.exec(select(ClaimCode))).all()
    plain = {codes.hash_of(code.replace(" ", "")) for code in printed}
    assert {one.code_hash for one in kept} == plain
    line = (await site.audit())[0]
    assert (line.act, line.subject) == ("claim-open", f"#{event.id} {event.title}")
    assert line.detail == "#1 one-time 0/9"


async def test_a_screens_link_shows_the_towns_codes_and_nothing_of_staff(site: Site) -> None:
    event = await site.event()
    browser = await site.signed_in(StaffRole.HOST)
    page = await make(browser, page_of(event), "rotating", cap="30", **HOURS)
    found = SCREEN.search(page.text)
    assert found is not None
    token = unescape(found.group(1))
    secret = site.settings.secret.get_secret_value()
    assert claim_of_screen(secret, token, now=site.clock()) == 1
    assert f"#{token}" not in str(page.headers)
    claim = await the_claim(site)
    assert (claim.channel, claim.cap, claim.opens_at) == (ClaimChannel.ROTATING, 30, MORNING)
    # The town derives the same code from the same secret.
    code = codes.read(codes.rotating(secret, claim_id=1, step=codes.step_of(site.clock())))
    assert isinstance(code, codes.RotatingCode)
    assert codes.steps_behind(secret, code, now=site.clock()) == 0
    assert (await redeem(site, Scanned(1, site.clock()), await site.visitor())).is_new
    again = await browser.post("/staff/claims/1/screen", {})
    assert again.status == 200
    assert SCREEN.search(again.text) is not None
    assert [line.act for line in await site.audit()][:2] == ["claim-screen", "claim-open"]


async def test_a_word_is_said_for_a_while(site: Site) -> None:
    event = await site.event()
    browser = await site.signed_in(StaffRole.OWNER)
    page = await make(browser, page_of(event), "word", **WORD)
    assert page.status == 200
    assert "higata 507 318" in page.words
    claim = await the_claim(site)
    assert (claim.closes_at, claim.cap) == (MORNING + timedelta(minutes=15), 50)
    secret = site.settings.secret.get_secret_value()
    word_hash = codes.keyed_word(secret, folded("HIGATA507318"), event_id=event.id or 0)
    assert claim.word_hash == word_hash
    assert (await redeem(site, Heard(event.id or 0, word_hash), await site.visitor())).is_new
    shown_again = await browser.get(page_of(event))
    assert "507 318" not in shown_again.words
    assert not any("507" in line.detail + line.subject for line in await site.audit())


@pytest.mark.parametrize("fields", [{}, {**WORD, "word": "kashima"}, {**WORD, "minutes": "31"}])
async def test_a_weak_word_is_offered_again_with_what_was_typed(
    site: Site, fields: dict[str, str]
) -> None:
    event = await site.event()
    browser = await site.signed_in(StaffRole.HOST)
    page = await make(browser, page_of(event), "word", **fields)
    assert page.status == 422
    assert 'aria-invalid="true"' in page.text
    if fields:
        assert f'value="{fields["word"]}"' in page.text
    async with site.database.reading() as session:
        assert (await session.exec(select(Claim))).all() == []


async def test_withdrawing_stops_codes_and_screens_and_is_written_down(site: Site) -> None:
    event = await site.event()
    browser = await site.signed_in(StaffRole.HOST)
    sheet = await make(browser, page_of(event), "one-time", cap="2", **HOURS)
    first, second = printed_on(sheet)
    await redeem(site, one_time(first), await site.visitor())
    await browser.get(page_of(event))
    page = await browser.follow(await browser.post("/staff/claims/1/withdraw", {}))
    assert "使えなくしました" in page.words
    with pytest.raises(ClaimRefused, match="withdrawn"):
        await redeem(site, one_time(second), await site.visitor())
    line = (await site.audit())[0]
    assert (line.act, line.detail) == ("claim-withdraw", "#1 one-time 1/2")
    page = await make(browser, page_of(event), "rotating", cap="5", **HOURS)
    await browser.post("/staff/claims/2/withdraw", {})
    assert (await browser.post("/staff/claims/2/screen", {})).status == 409


async def test_a_counter_has_codes_of_its_own(site: Site) -> None:
    browser = await site.signed_in(StaffRole.HOST)
    where = {"spot": "michinoeki", "label": "道の駅鹿島", "cap": "3"}
    closes = {"opens_at": "2026-11-22T10:00", "closes_at": "2027-01-31T18:00"}
    sheet = await make(browser, "/staff/counters", "one-time", **where, **closes)
    (code, *_) = printed_on(sheet)
    received = await redeem(site, one_time(code), await site.visitor())
    assert (received.badge.key, received.badge.title) == (
        "real:michinoeki:2026-11-22",
        "道の駅鹿島",
    )
    await make(browser, "/staff/counters", "rotating", **where, **closes)
    page = await browser.get("/staff/counters")
    assert "1 / 3人" in page.words
    assert "0 / 3人" in page.words
    line = (await site.audit())[0]
    assert (line.act, line.subject) == ("claim-open", "道の駅鹿島")
    page = await browser.follow(await browser.post("/staff/claims/1/withdraw", {}))
    assert "窓口のコード" in page.words


@pytest.mark.parametrize(
    "change", [{"spot": "atlantis"}, {"spot": ""}, {"label": ""}, {"label": "x" * 81}]
)
async def test_a_counter_that_is_nowhere_has_no_codes(site: Site, change: dict[str, str]) -> None:
    browser = await site.signed_in(StaffRole.HOST)
    fields = {"spot": "michinoeki", "label": "道の駅鹿島", "cap": "3", **HOURS, **change}
    page = await make(browser, "/staff/counters", "rotating", **fields)
    assert page.status == 422
    async with site.database.reading() as session:
        assert (await session.exec(select(Claim))).all() == []


async def test_a_counter_has_no_word(site: Site) -> None:
    browser = await site.signed_in(StaffRole.HOST)
    assert (await make(browser, "/staff/counters", "word", **WORD)).status == 404


@pytest.mark.parametrize("state", [EventState.DRAFT, EventState.CANCELLED])
async def test_an_event_without_doors_has_no_codes(site: Site, state: EventState) -> None:
    event = await site.event(state)
    browser = await site.signed_in(StaffRole.HOST)
    page = await browser.get(page_of(event))
    assert page.status == 200
    assert 'name="cap"' not in page.text
    for channel, fields in (("one-time", {"cap": "5", **HOURS}), ("word", WORD)):
        assert (await browser.post(f"{page_of(event)}/{channel}", fields)).status == 400
    async with site.database.reading() as session:
        assert (await session.exec(select(Claim))).all() == []


async def test_an_ended_events_visitors_can_still_be_given_codes(site: Site) -> None:
    event = await site.event(EventState.ENDED)
    site.clock.advance(days=5)
    browser = await site.signed_in(StaffRole.HOST)
    page = await browser.get(page_of(event))
    opens, closes = re.findall(
        r'id="one-time-(?:opens|closes)_at" name="\w+" type="datetime-local" value="([^"]+)"',
        page.text,
    )
    sheet = await make(
        browser, page_of(event), "one-time", cap="1", opens_at=opens, closes_at=closes
    )
    (code,) = printed_on(sheet)
    site.clock.advance(minutes=1)
    assert (await redeem(site, one_time(code), await site.visitor())).is_new


@pytest.mark.parametrize("role", [StaffRole.MODERATOR, StaffRole.ANALYST])
async def test_nobody_else_makes_shows_or_withdraws(site: Site, role: StaffRole) -> None:
    event = await site.event()
    host, other = await site.signed_in(StaffRole.HOST), await site.signed_in(role)
    await make(host, page_of(event), "rotating", cap="5", **HOURS)
    for path, fields in (
        (f"{page_of(event)}/one-time", {"cap": "5", **HOURS}),
        (f"{page_of(event)}/word", WORD),
        ("/staff/counters/rotating", {"spot": "romon", "label": "x", "cap": "5", **HOURS}),
        ("/staff/claims/1/screen", {}),
        ("/staff/claims/1/withdraw", {}),
    ):
        answer = await other.post(path, fields)
        assert answer.status == 403
        assert "/screen/#" not in answer.text
    assert (await the_claim(site)).withdrawn_at is None
    for path in (page_of(event), "/staff/counters"):
        assert (await other.get(path)).status == 403


async def test_opening_an_address_makes_nothing(site: Site) -> None:
    event = await site.event()
    browser = await site.signed_in(StaffRole.HOST)
    for path in (
        f"{page_of(event)}/one-time",
        "/staff/counters/rotating",
        "/staff/claims/1/screen",
        "/staff/claims/1/withdraw",
    ):
        assert (await browser.get(path)).status == 405


async def test_a_form_of_another_site_makes_nothing(site: Site) -> None:
    event = await site.event()
    browser = await site.signed_in(StaffRole.HOST)
    await browser.get(page_of(event))
    fields = {"cap": "5", **HOURS}
    foreign = await browser.post(
        f"{page_of(event)}/one-time", fields, Origin="https://evil.example"
    )
    assert foreign.status == 403
    browser.token = "guess"
    assert (await browser.post(f"{page_of(event)}/one-time", fields)).status == 403
    async with site.database.reading() as session:
        assert (await session.exec(select(Claim))).all() == []


async def test_a_name_of_an_event_or_a_counter_is_text_on_every_page(site: Site) -> None:
    evil = "<img src=x onerror=alert(1)>"
    event = await site.event(title=evil)
    browser = await site.signed_in(StaffRole.HOST)
    pages = [
        await make(browser, page_of(event), "one-time", cap="1", **HOURS),
        await make(browser, page_of(event), "rotating", cap="1", **HOURS),
        await make(browser, page_of(event), "word", **WORD),
        await browser.get(page_of(event)),
        await make(
            browser, "/staff/counters", "one-time", spot="romon", label=evil, cap="1", **HOURS
        ),
        await browser.get("/staff/counters"),
    ]
    for page in pages:
        assert page.status == 200
        assert "<img" not in page.text
        assert "&lt;img" in page.text
