"""The owner's pages: who is on the staff, inviting, ending a membership, and the audit lines."""

from aiohttp import web

from admin import pages, sessions
from admin.guard import me
from admin.keys import CLOCK, DATABASE, SETTINGS
from world_server.errors import Malformed
from world_server.store import staff
from world_server.store.tables.staff import StaffRole

AUDIT_PAGE = 100


async def show_members(request: web.Request) -> web.Response:
    """All staff, and the links that are still good."""
    return await _members_page(request)


async def do_invite(request: web.Request) -> web.Response:
    """Make a one-time link; it is shown once, on this answer, and kept nowhere."""
    try:
        role = StaffRole(str((await request.post()).get("role", "")))
    except ValueError as unknown:
        raise Malformed("role") from unknown
    settings, now = request.app[SETTINGS], request.app[CLOCK]()
    async with request.app[DATABASE].transaction() as store:
        token = await staff.invite(store, role, now=now, ttl=settings.invite_life)
        await staff.audit(store, staff_id=me(request).id, act="invite", subject=role, now=now)
    link = f"{settings.admin_url}/staff/invite/{token}"
    return await _members_page(request, link=link, role=role)


async def do_withdraw(request: web.Request) -> web.Response:
    """End a link nobody has used."""
    invite_id, now = int(request.match_info["invite"]), request.app[CLOCK]()
    async with request.app[DATABASE].transaction() as store:
        await staff.withdraw_invite(store, invite_id, now=now)
        await staff.audit(
            store, staff_id=me(request).id, act="withdraw", subject=f"#{invite_id}", now=now
        )
    await sessions.say_next(request, "staff-invite-withdrawn")
    return pages.go("/staff/members")


async def show_disable(request: web.Request) -> web.Response:
    """What ending a membership will do."""
    async with request.app[DATABASE].reading() as store:
        person = await staff.find(store, int(request.match_info["staff"]))
    return await pages.render(request, "disable.html", person=person)


async def do_disable(request: web.Request) -> web.Response:
    """Let a member of staff in no more, from their next click on."""
    now = request.app[CLOCK]()
    async with request.app[DATABASE].transaction() as store:
        person = await staff.disable(store, int(request.match_info["staff"]), now=now)
        await staff.audit(
            store, staff_id=me(request).id, act="disable", subject=person.login, now=now
        )
    await sessions.say_next(request, "staff-disabled", name=person.name)
    return pages.go("/staff/members")


async def show_audit(request: web.Request) -> web.Response:
    """Who did what, the newest first, a page at a time."""
    before = request.query.get("before", "")
    async with request.app[DATABASE].reading() as store:
        lines = await staff.audit_lines(
            store,
            before=int(before)
            if before.isdecimal() and len(before) <= len(str(2**63)) - 1
            else None,
            limit=AUDIT_PAGE + 1,
        )
    shown = lines[:AUDIT_PAGE]
    older = shown[-1][0].id if len(lines) > AUDIT_PAGE else None
    return await pages.render(request, "audit.html", lines=shown, older=older)


async def _members_page(
    request: web.Request, *, link: str | None = None, role: StaffRole | None = None
) -> web.Response:
    async with request.app[DATABASE].reading() as store:
        everyone = await staff.everyone(store)
        invites = await staff.open_invites(store, now=request.app[CLOCK]())
    owners = [one.id for one in everyone if one.role is StaffRole.OWNER and one.disabled_at is None]
    return await pages.render(
        request,
        "members.html",
        everyone=everyone,
        invites=invites,
        owners=owners,
        link=link,
        role=role,
        roles=list(StaffRole),
        hours=request.app[SETTINGS].invite_hours,
        here="/staff/members",
    )
