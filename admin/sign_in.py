"""Signing in and out, accepting an invitation, changing one's password, choosing a language."""

import hashlib
import hmac

from aiohttp import web
from aiohttp_session import get_session

from admin import pages, permissions, sessions
from admin.guard import SIGN_IN, me, safe_next
from admin.keys import CLOCK, DATABASE, MEMBER, PASSWORDS, REDIS, SETTINGS
from admin.passwords import LONGEST, SHORTEST, weakness
from world_server import addresses
from world_server.errors import NameRefused, TooMany
from world_server.i18n import LANGUAGES
from world_server.presence.buckets import Bucket, spend
from world_server.store import staff
from world_server.store.tables.staff import Staff

TRIES_FROM_HERE = Bucket("staff-address", size=20, seconds_each=15)
TRIES_OF_LOGIN = Bucket("staff-login", size=10, seconds_each=60)
"""Slow enough that guessing is hopeless, quick enough for tired fingers on event day."""

HOME = "/staff"


async def home(request: web.Request) -> web.Response:
    """The page one's work begins at."""
    if permissions.may(me(request).role, permissions.Act.SEE_EVENTS):
        return pages.go("/staff/events")
    return pages.go("/staff/figures")


async def show_sign_in(request: web.Request) -> web.Response:
    """The sign-in page; who is signed in already goes home."""
    if request[MEMBER] is not None:
        return pages.go(safe_next(request.query.get("next", "")) or HOME)
    return await _sign_in_page(request)


async def do_sign_in(request: web.Request) -> web.Response:
    """Check login and password; the answer does not tell which of them was wrong."""
    form = await request.post()
    typed, password = str(form.get("login", "")), str(form.get("password", ""))
    try:
        login = staff.check_login(typed)
    except NameRefused:
        login = ""
    try:
        await spend(request.app[REDIS], TRIES_FROM_HERE, _caller(request))
        await spend(request.app[REDIS], TRIES_OF_LOGIN, _fingerprint(request, login or typed))
    except TooMany as slow_down:
        fault = pages.say(request, "error-too-many", **slow_down.details)
        return await _sign_in_page(request, login=typed, fault=fault, status=429)
    async with request.app[DATABASE].reading() as store:
        found = await staff.by_login(store, login) if login else None
    kept = found.password_hash if found is not None and found.disabled_at is None else None
    answer = await request.app[PASSWORDS].check(password, kept=kept)
    if found is None or kept is None or not answer.right:
        fault = pages.say(request, "staff-sign-in-wrong")
        return await _sign_in_page(request, login=typed, fault=fault, status=401)
    await _begin(request, found, password_hash=answer.rehashed or kept)
    return pages.go(safe_next(str(form.get("next", ""))) or HOME)


async def _begin(request: web.Request, member: Staff, *, password_hash: str) -> None:
    now = request.app[CLOCK]()
    staff_id = member.id or 0
    async with request.app[DATABASE].transaction() as store:
        if password_hash != member.password_hash:
            await staff.change_password(store, staff_id, password_hash=password_hash)
        await staff.audit(store, staff_id=staff_id, act="sign-in", subject=member.login, now=now)
    await sessions.sign_in(request, staff_id, password_hash=password_hash, now=now)


async def do_sign_out(request: web.Request) -> web.Response:
    """End the session."""
    await sessions.sign_out(request)
    await sessions.say_next(request, "staff-signed-out")
    return pages.go(SIGN_IN)


async def show_invite(request: web.Request) -> web.Response:
    """The page behind a one-time link."""
    return await _invite_page(request)


async def do_accept(request: web.Request) -> web.Response:
    """Spend the link on a new member of staff, who is then signed in."""
    form = await request.post()
    typed = {field: str(form.get(field, "")) for field in ("login", "name")}
    password, again = str(form.get("password", "")), str(form.get("again", ""))
    faults = _password_faults(request, password, again, **typed)
    for field, check in (("login", staff.check_login), ("name", staff.check_name)):
        try:
            check(typed[field])
        except NameRefused as refused:
            faults[field] = pages.say(request, f"staff-fault-{field}-{refused.rule}")
    if faults:
        return await _invite_page(request, typed=typed, faults=faults, status=422)
    now = request.app[CLOCK]()
    # Whoever has no good link does not get to keep a core busy with hashing.
    async with request.app[DATABASE].reading() as store:
        await staff.invited_role(store, request.match_info["token"], now=now)
    hashed = await request.app[PASSWORDS].hash(password)
    try:
        async with request.app[DATABASE].transaction() as store:
            member = await staff.accept(
                store, request.match_info["token"], **typed, password_hash=hashed, now=now
            )
            await staff.audit(store, staff_id=member.id, act="join", subject=member.login, now=now)
    except NameRefused as refused:
        faults["login"] = pages.say(request, f"staff-fault-login-{refused.rule}")
        return await _invite_page(request, typed=typed, faults=faults, status=422)
    await _begin(request, member, password_hash=hashed)
    await sessions.say_next(request, "staff-welcome", name=member.name)
    return pages.go(HOME)


async def show_password(request: web.Request) -> web.Response:
    """The page to change one's own password."""
    return await pages.render(request, "password.html", faults={}, limits=_limits())


async def do_change_password(request: web.Request) -> web.Response:
    """Keep a new password; every other session of this member ends."""
    member = me(request)
    form = await request.post()
    current, password = str(form.get("current", "")), str(form.get("password", ""))
    await spend(request.app[REDIS], TRIES_OF_LOGIN, _fingerprint(request, member.login))
    async with request.app[DATABASE].reading() as store:
        kept = (await staff.find(store, member.id)).password_hash
    faults = _password_faults(
        request, password, str(form.get("again", "")), login=member.login, name=member.name
    )
    if not (await request.app[PASSWORDS].check(current, kept=kept)).right:
        faults["current"] = pages.say(request, "staff-fault-current")
    if faults:
        return await pages.render(
            request, "password.html", faults=faults, limits=_limits(), status=422
        )
    hashed = await request.app[PASSWORDS].hash(password)
    now = request.app[CLOCK]()
    async with request.app[DATABASE].transaction() as store:
        await staff.change_password(store, member.id, password_hash=hashed)
        await staff.audit(
            store, staff_id=member.id, act="change-password", subject=member.login, now=now
        )
    sessions.restamp(await get_session(request), hashed)
    await sessions.say_next(request, "staff-password-changed")
    return pages.go(HOME)


async def do_choose_language(request: web.Request) -> web.Response:
    """Remember the language and go back to where one was."""
    form = await request.post()
    chosen = str(form.get("language", ""))
    if chosen in LANGUAGES:
        sessions.choose_language(await get_session(request), chosen)
    return pages.go(safe_next(str(form.get("next", ""))) or HOME)


def _password_faults(
    request: web.Request, password: str, again: str, *, login: str, name: str
) -> dict[str, str]:
    faults = {}
    weak = weakness(password, login=login, name=name)
    if weak is not None:
        faults["password"] = pages.say(request, f"staff-fault-password-{weak}", **_limits())
    if again != password:
        faults["again"] = pages.say(request, "staff-fault-again")
    return faults


def _limits() -> dict[str, int]:
    return {"shortest": SHORTEST, "longest": LONGEST}


async def _sign_in_page(
    request: web.Request, *, login: str = "", fault: str | None = None, status: int = 200
) -> web.Response:
    asked = (await request.post()).get("next") or request.query.get("next", "")
    wanted = safe_next(str(asked)) or ""
    return await pages.render(
        request, "sign_in.html", login=login, fault=fault, wanted=wanted, status=status
    )


async def _invite_page(
    request: web.Request,
    *,
    typed: dict[str, str] | None = None,
    faults: dict[str, str] | None = None,
    status: int = 200,
) -> web.Response:
    now = request.app[CLOCK]()
    async with request.app[DATABASE].reading() as store:
        role = await staff.invited_role(store, request.match_info["token"], now=now)
    return await pages.render(
        request,
        "invite.html",
        role=role,
        typed=typed or {"login": "", "name": ""},
        faults=faults or {},
        limits=_limits(),
        status=status,
    )


def _caller(request: web.Request) -> str:
    settings = request.app[SETTINGS]
    return addresses.caller_key(
        request, trusted=settings.trusted_proxies, secret=settings.secret.get_secret_value()
    )


def _fingerprint(request: web.Request, what: str) -> str:
    """A keyed hash, so that Redis holds neither addresses nor logins."""
    key = request.app[SETTINGS].secret.get_secret_value().encode()
    return hmac.new(key, what.encode(errors="replace"), hashlib.sha256).hexdigest()[:32]
