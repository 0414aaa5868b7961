"""What the console refuses, keeps and escapes while an event is planned and hosted."""

import json
import re
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer
from fixed_time import ManualClock
from pydantic import SecretStr
from staff_site import Site
from stoppable_redis import StoppableRedis

from admin.app import build_app
from admin.settings import AdminSettings
from world_server.store import events
from world_server.store.tables.event import EventState
from world_server.store.tables.staff import StaffRole

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
GOOD = {
    "title": "酒蔵",
    "place": "romon",
    "starts_at": "2026-11-23T10:00",
    "ends_at": "2026-11-23T11:00",
    "capacity": "20",
    "languages": "ja",
    "rule_kind": "share",
    "rule_value": "60",
}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"title": ""}, "題名を1文字から80文字で"),
        ({"place": "atlantis"}, "場所を選んでください"),
        ({"ends_at": "2026-11-23T09:00"}, "終わりは始まりよりあとに"),
        ({"ends_at": "2026-11-24T11:00"}, "12時間まで"),
        ({"starts_at": "yesterday"}, "日付と時刻を"),
        ({"capacity": "0"}, "1人から10,000人まで"),
        ({"capacity": "1000000000"}, "1人から10,000人まで"),
        ({"capacity": "many"}, "数字で"),
        ({"languages": "xx"}, "ことばを一つ以上"),
        ({"rule_value": "0"}, "割合は1から100まで"),
    ],
)
async def test_a_wrong_plan_is_explained_at_its_field_and_kept(
    site: Site, change: dict[str, str], says: str
) -> None:
    browser = await site.signed_in(StaffRole.HOST)
    await browser.get("/staff/events/new")
    answer = await browser.post("/staff/events/new", GOOD | change)
    assert answer.status == 422
    (field,) = change
    fault = re.search(rf'id="{field}-fault">([^<]+)<', answer.text)
    assert fault is not None
    assert says in fault.group(1)
    assert re.search(rf'aria-describedby="[^"]*{field}-fault', answer.text)
    for name in ("title", "starts_at", "ends_at", "capacity", "rule_value"):
        assert f'value="{(GOOD | change)[name]}"' in answer.text
    async with site.database.reading() as session:
        assert await events.all_events(session) == []


async def test_names_and_words_of_others_are_text_and_never_markup(site: Site) -> None:
    event = await site.event(EventState.OPEN, title=EVIL)
    visitor = await site.visitor(EVIL)
    browser = await site.signed_in(StaffRole.OWNER)
    await site.present(event, (visitor, EVIL))
    path = f"/staff/events/{event.id}"
    await browser.post(f"{path}/announce", {"text": EVIL})
    for page in (
        path,
        f"{path}/live",
        f"{path}/remove/{visitor}",
        f"{path}/end",
        f"{path}/attendance",
        "/staff/events",
        "/staff/audit",
    ):
        answer = await browser.get(page)
        assert answer.status == 200
        assert "<script>alert" not in answer.text
        assert "<img" not in answer.text
        assert "alert(1)" in answer.words
    refused = await browser.post(f"{path}/remove/{visitor}", {"reason": EVIL * 10})
    assert refused.status == 422
    assert "<img" not in refused.text
    told = await browser.get(f"{path}/present", Accept="application/json")
    assert told.headers["Content-Type"].startswith("application/json")
    assert json.loads(told.text)["present"][0]["nickname"] == EVIL


@pytest.mark.parametrize("text", ["", "   ", "長" * 301, "bell\a"])
async def test_an_announcement_that_cannot_be_made_stays_in_its_box(site: Site, text: str) -> None:
    event = await site.event(EventState.OPEN)
    browser = await site.signed_in(StaffRole.MODERATOR)
    answer = await browser.post(f"/staff/events/{event.id}/announce", {"text": text})
    assert answer.status == 422
    assert "1文字から300文字" in answer.words
    assert f">{text}</textarea>" in answer.text
    async with site.database.reading() as session:
        assert await events.announcements(session, event.id or 0) == []
    # The language form of this page must lead back to a page that can be opened.
    again = await browser.post(
        "/staff/language",
        {"language": "en", "next": re.findall(r'name="next" value="([^"]+)"', answer.text)[0]},
    )
    assert (await browser.get(again.location)).status == 200


@pytest.mark.parametrize("reason", ["", "理" * 201])
async def test_nobody_is_removed_without_a_reason(site: Site, reason: str) -> None:
    event = await site.event(EventState.OPEN)
    visitor = await site.visitor()
    browser = await site.signed_in(StaffRole.MODERATOR)
    answer = await browser.post(f"/staff/events/{event.id}/remove/{visitor}", {"reason": reason})
    assert answer.status == 422
    assert "1文字から200文字" in answer.words
    async with site.database.reading() as session:
        assert (
            await events.removal_reason(session, event_id=event.id or 0, visitor_id=visitor) is None
        )


@pytest.mark.parametrize("state", [EventState.DRAFT, EventState.PUBLISHED, EventState.ENDED])
async def test_only_an_open_event_can_be_hosted(site: Site, state: EventState) -> None:
    event = await site.event(state)
    visitor = await site.visitor()
    browser = await site.signed_in(StaffRole.HOST)
    path = f"/staff/events/{event.id}"
    assert "いま開場していません" in (await browser.get(f"{path}/live")).words
    assert (await browser.post(f"{path}/announce", {"text": "こんにちは"})).status == 409
    assert (await browser.get(f"{path}/remove/{visitor}")).status == 409
    assert (await browser.post(f"{path}/remove/{visitor}", {"reason": "x"})).status == 409
    assert [line.act for line in await site.audit()] == ["sign-in"]


async def test_an_act_and_its_audit_line_stand_or_fall_together(site: Site) -> None:
    event = await site.event(EventState.ENDED)
    browser = await site.signed_in(StaffRole.HOST)
    assert (await browser.post(f"/staff/events/{event.id}/publish", {})).status in {303, 409}
    assert (await browser.post(f"/staff/events/{event.id}/cancel", {})).status == 409
    assert [line.act for line in await site.audit()] == ["sign-in"]


async def test_a_visitor_nobody_knows_cannot_be_removed(site: Site) -> None:
    event = await site.event(EventState.OPEN)
    browser = await site.signed_in(StaffRole.HOST)
    answer = await browser.post(f"/staff/events/{event.id}/remove/{'A' * 22}", {"reason": "大声"})
    assert answer.status == 404


async def test_without_town_data_a_place_is_typed(
    settings: AdminSettings, clock: ManualClock, tmp_path: Path, site: Site
) -> None:
    bare = TestServer(build_app(settings.model_copy(update={"town_dir": tmp_path}), clock=clock))
    await bare.start_server()
    site.server = bare
    browser = await site.signed_in(StaffRole.HOST)
    assert '<input id="place"' in (await browser.get("/staff/events/new")).text
    made = await browser.post("/staff/events/new", GOOD | {"place": "酒蔵通り"})
    assert "酒蔵通り" in (await browser.follow(made)).words
    await browser.client.session.close()
    await bare.close()


async def test_when_redis_is_away_staff_are_told_and_come_back_when_it_is(
    settings: AdminSettings, clock: ManualClock, tmp_path: Path
) -> None:
    redis = StoppableRedis(tmp_path)
    redis.start()
    app = build_app(settings.model_copy(update={"redis_url": SecretStr(redis.url)}), clock=clock)
    async with TestClient(TestServer(app)) as client:
        assert (await client.get("/staff/sign-in")).status == 200
        assert (await client.get("/healthz")).status == 200
        redis.stop()
        away = await client.get("/staff/sign-in")
        assert away.status == 503
        assert "少し待って" in await away.text()
        health = await client.get("/healthz")
        assert health.status == 503
        assert await health.json() == {"database": True, "redis": False}
        redis.start()
        assert (await client.get("/staff/sign-in")).status == 200
    redis.stop()
