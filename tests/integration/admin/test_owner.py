"""What only an owner sees: the staff, their links, and the log of everybody's acts."""

import re

from staff_site import PASSWORD, Site

from world_server.store import staff
from world_server.store.tables.staff import StaffRole


async def test_an_owner_invites_by_a_link_that_is_shown_once(site: Site) -> None:
    owner = await site.signed_in(StaffRole.OWNER)
    await owner.get("/staff/members")
    made = await owner.post("/staff/members/invite", {"role": "moderator"})
    found = re.search(r"http://127\.0\.0\.1(/staff/invite/[\w-]{43})", made.text)
    assert found is not None
    later = await owner.get("/staff/members")
    assert found.group(1) not in later.text
    assert "見守り役" in later.words
    browser = await site.browser()
    await browser.get(found.group(1))
    form = {"login": "nakamura", "name": "中村", "password": PASSWORD, "again": PASSWORD}
    assert (await browser.post(found.group(1), form)).status == 303
    assert (await browser.get("/staff/members")).status == 403
    assert "中村" in (await owner.get("/staff/members")).words


async def test_a_link_can_be_withdrawn(site: Site) -> None:
    owner = await site.signed_in(StaffRole.OWNER)
    made = await owner.post("/staff/members/invite", {"role": "host"})
    path = re.search(r"/staff/invite/[\w-]{43}", made.text)
    withdraw = re.search(r"/staff/invites/\d+/withdraw", made.text)
    assert path is not None
    assert withdraw is not None
    assert (await (await site.browser()).get(path.group(0))).status == 200
    answer = await owner.follow(await owner.post(withdraw.group(0), {}))
    assert "取り消しました" in answer.words
    assert (await (await site.browser()).get(path.group(0))).status == 404
    assert (await owner.post(withdraw.group(0), {})).status == 404


async def test_an_invitation_to_an_unknown_role_is_refused(site: Site) -> None:
    owner = await site.signed_in(StaffRole.OWNER)
    for role in ("", "king", "OWNER"):
        assert (await owner.post("/staff/members/invite", {"role": role})).status == 400


async def test_the_last_owner_cannot_be_shut_out(site: Site) -> None:
    owner = await site.signed_in(StaffRole.OWNER)
    page = await owner.get("/staff/members")
    owner_id = (await site.audit())[0].staff_id
    assert f"/staff/members/{owner_id}/disable" not in page.text
    assert (await owner.post(f"/staff/members/{owner_id}/disable", {})).status == 403
    other = await site.member(StaffRole.OWNER, "second")
    assert f"/staff/members/{owner_id}/disable" in (await owner.get("/staff/members")).text
    assert (await owner.post(f"/staff/members/{other}/disable", {})).status == 303


async def test_the_log_is_read_page_by_page(site: Site) -> None:
    owner = await site.signed_in(StaffRole.OWNER)
    async with site.database.transaction() as session:
        for number in range(250):
            await staff.audit(
                session,
                staff_id=None,
                act="event-edit",
                subject=f"line-{number:03}",
                detail="x" * 1000,
                now=site.clock(),
            )
    seen: list[str] = []
    path: str | None = "/staff/audit"
    while path is not None:
        page = await owner.get(path)
        seen += re.findall(r"line-\d{3}", page.text)
        older = re.search(r"href=\"(/staff/audit\?before=\d+)\"", page.text)
        path = older.group(1) if older else None
    assert seen == [f"line-{number:03}" for number in range(249, -1, -1)]
    for odd in ("x", "-1", "9" * 40, "²"):
        assert (await owner.get(f"/staff/audit?before={odd}")).status == 200
