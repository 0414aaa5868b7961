"""A member of staff takes an event from the first idea to its attendance list."""

import json
from datetime import timedelta

import pytest
from fixed_time import MORNING
from staff_site import Browser, Site

from world_server.presence.orders import Announce, EventChanged, RemoveVisitor
from world_server.store import awards, events, visitors
from world_server.store.tables.award import AwardState
from world_server.store.tables.event import Event, EventState
from world_server.store.tables.staff import StaffRole

PLAN = [
    ("title", "酒蔵通りの夕べ"),
    ("place", "romon"),
    ("starts_at", "2026-11-22T10:30"),
    ("ends_at", "2026-11-22T11:30"),
    ("capacity", "20"),
    ("languages", "ja"),
    ("languages", "en"),
    ("rule_kind", "minutes"),
    ("rule_value", "10"),
]


def changed(**typed: str) -> list[tuple[str, str]]:
    return [(name, typed.get(name, value)) for name, value in PLAN]


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(f"{request.param}_url"))


async def test_from_the_first_idea_to_the_attendance_list(site: Site) -> None:
    browser = await site.signed_in(StaffRole.HOST)
    assert "まだイベントはありません" in (await browser.get("/staff/events")).words
    path = await staff_plan(browser)
    event = await staff_publish(site, browser, path)
    aiko, ben = await staff_open(site, browser, event)
    await staff_announce(site, browser, event)
    await staff_remove(site, browser, event, ben)
    await site.stay(aiko, 660, event=event)
    await site.stay(ben, 120, event=event)
    site.clock.advance(hours=1, minutes=45)
    assert "終わりの時刻を過ぎています" in (await browser.get(path)).words
    await staff_end(site, browser, event, earned_by=aiko)
    await the_log_tells_it(site)


async def staff_plan(browser: Browser) -> str:
    await browser.get("/staff/events/new")
    made = await browser.post("/staff/events/new", PLAN)
    path = made.location
    page = await browser.follow(made)
    assert "下書きとして作りました" in page.words
    assert "2026年11月22日（日） 10:30〜11:30" in page.words
    assert "楼門" in page.words
    assert "下書きとして作りました" not in (await browser.get(path)).words
    assert "/e/" not in page.text
    edited = await browser.get(f"{path}/edit")
    assert 'value="2026-11-22T10:30"' in edited.text
    await browser.post(f"{path}/edit", changed(title="酒蔵通りの夜", capacity="2"))
    assert "酒蔵通りの夜" in (await browser.get(path)).words
    return path


async def staff_publish(site: Site, browser: Browser, path: str) -> Event:
    told = await site.next_order(lambda: browser.post(f"{path}/publish", {}))
    event_id = int(path.rsplit("/", 1)[1])
    assert told == EventChanged(event_id)
    async with site.database.reading() as session:
        event = await events.find(session, event_id)
    page = await browser.get(path)
    assert f"https://kashima.example/e/{event.slug}" in page.text
    assert "<svg" in page.text
    code = await browser.get(f"{path}/code.svg")
    assert code.headers["Content-Type"].startswith("image/svg+xml")
    assert (await browser.get(f"{path}/edit")).status == 409
    return event


async def staff_open(site: Site, browser: Browser, event: Event) -> tuple[str, str]:
    path = f"/staff/events/{event.id}"
    assert (await browser.post(f"{path}/open", {})).location == f"{path}/live"
    aiko, ben = await site.visitor("あいこ"), await site.visitor("ベン")
    await site.present(event, (aiko, "あいこ"), (ben, "ベン"))
    assert "いま会場に 2人" in (await browser.get("/staff/events")).words
    live = await browser.get(f"{path}/live")
    for sentence in ("あいこ", "ベン", "楼門", "2分"):
        assert sentence in live.words
    told = await browser.get(f"{path}/present", Accept="application/json")
    lines = json.loads(told.text)["present"]
    assert [line["nickname"] for line in lines] == ["あいこ", "ベン"]
    assert lines[1]["remove"] == f"{path}/remove/{ben}"
    return aiko, ben


async def staff_announce(site: Site, browser: Browser, event: Event) -> None:
    said = await site.next_order(
        lambda: browser.post(
            f"/staff/events/{event.id}/announce", {"text": "  まもなく  はじまります "}
        )
    )
    assert said == Announce(
        event_id=event.id or 0, text="まもなく はじまります", by="hostさん", at=site.clock()
    )


async def staff_remove(site: Site, browser: Browser, event: Event, ben: str) -> None:
    path = f"/staff/events/{event.id}/remove/{ben}"
    assert "ベンさんは会場から出され" in (await browser.get(path)).words
    told = await site.next_order(lambda: browser.post(path, {"reason": "大声"}))
    assert told == RemoveVisitor(event_id=event.id or 0, visitor_id=ben, reason="大声")
    async with site.database.reading() as session:
        reason = await events.removal_reason(session, event_id=event.id or 0, visitor_id=ben)
    assert reason == "大声"


async def staff_end(site: Site, browser: Browser, event: Event, *, earned_by: str) -> None:
    path = f"/staff/events/{event.id}"
    page = await browser.get(f"{path}/end")
    assert "バッジをお渡しします" in page.words
    assert await site.state(event) is EventState.OPEN
    ended = await browser.post(f"{path}/end", {})
    assert ended.location == f"{path}/attendance"
    page = await browser.follow(ended)
    assert "参加 2人、うちバッジ 1人" in page.words
    assert "発行準備中" in page.words
    assert "条件に届きませんでした" in page.words
    async with site.database.transaction() as session:
        ((award, _),) = await awards.of_visitor(session, earned_by)
        award.state = AwardState.FINAL
        session.add(award)
    assert "確定" in (await browser.get(f"{path}/attendance")).words
    for again in ("open", "end", "cancel"):
        assert (await browser.post(f"{path}/{again}", {})).status == 409
    assert await site.state(event) is EventState.ENDED


async def the_log_tells_it(site: Site) -> None:
    assert [line.act for line in await site.audit()][:7] == [
        "event-ended",
        "remove",
        "announce",
        "event-open",
        "event-published",
        "event-edit",
        "event-create",
    ]
    owner = await site.signed_in(StaffRole.OWNER)
    log = (await owner.get("/staff/audit")).words
    for sentence in ("退場のお願い", "ベン: 大声", "まもなく はじまります", "hostさん"):
        assert sentence in log


async def test_an_erased_visitor_stays_in_the_list_without_a_name(site: Site) -> None:
    event = await site.event(EventState.OPEN)
    aiko = await site.visitor("あいこ")
    await site.stay(aiko, 900, event=event)
    async with site.database.transaction() as session:
        await visitors.forget(session, aiko)
    browser = await site.signed_in(StaffRole.HOST)
    page = await browser.get(f"/staff/events/{event.id}/attendance")
    assert "あいこ" not in page.words
    assert "（消去済み）" in page.words
    assert "お渡し済み（消去済み）" in page.words


async def plan(site: Site, browser: Browser, fields: list[tuple[str, str]]) -> str:
    del site
    await browser.get("/staff/events/new")
    return (await browser.post("/staff/events/new", fields)).location


async def test_doors_open_a_day_before_at_the_earliest(site: Site) -> None:
    browser = await site.signed_in(StaffRole.HOST)
    path = await plan(
        site,
        browser,
        changed(starts_at="2026-11-23T10:00", ends_at="2026-11-23T11:00"),
    )
    await browser.post(f"{path}/publish", {})
    site.clock.now = MORNING - timedelta(seconds=1)
    early = await browser.follow(await browser.post(f"{path}/open", {}))
    assert "24時間前から" in early.words
    site.clock.now = MORNING
    assert (await browser.post(f"{path}/open", {})).location.endswith("/live")


async def test_a_draft_whose_time_has_passed_is_not_published(site: Site) -> None:
    browser = await site.signed_in(StaffRole.HOST)
    path = await plan(site, browser, PLAN)
    site.clock.advance(minutes=91)
    answer = await browser.follow(await browser.post(f"{path}/publish", {}))
    assert "終わりの時刻がもう過ぎています" in answer.words
    assert "公開する" in answer.words
