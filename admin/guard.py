"""The one gate in front of every staff page: who asks, may they, and does the form come from us."""

from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from aiohttp_session import Session, get_session

from admin import pages, sessions
from admin.keys import CLOCK, DATABASE, LANGUAGE, MEMBER, SETTINGS, Member
from admin.permissions import Anyone, Need, may
from world_server.errors import Malformed, NotAllowed, NotFound, NotSignedIn
from world_server.i18n import pick_language
from world_server.store import staff

FORM = "application/x-www-form-urlencoded"
TOKEN_FIELD = "form_token"  # noqa: S105  a field's name
SIGN_IN = "/staff/sign-in"
INVITES = "/staff/invite/"


class Route(NamedTuple):
    """One line of the route table: what it does, and what somebody needs to be allowed to."""

    method: str
    path: str
    handler: Handler
    need: Need


class Guarded:
    """Adds routes to an application and lets nobody pass who lacks what the route needs."""

    def __init__(self, app: web.Application, routes: tuple[Route, ...]) -> None:
        self._needs: dict[web.AbstractRoute, Need] = {}
        for method, path, handler, need in routes:
            self._needs[app.router.add_route(method, path, handler)] = need
        app.middlewares.append(self._middleware())

    def _middleware(self) -> Middleware:
        @web.middleware
        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            need = self._needs.get(request.match_info.route)
            if need is None:
                # Files, health, and addresses that lead nowhere; nothing of them is anybody's.
                return await handler(request)
            return await _let_through(request, handler, need)

        return guard


async def _let_through(request: web.Request, handler: Handler, need: Need) -> web.StreamResponse:
    session = await get_session(request)
    request[LANGUAGE] = pick_language(None, sessions.language(session))
    member = await _member(request, session)
    request[MEMBER] = member
    writes = request.method == "POST"
    if writes:
        await _require_own_form(request)
    if not may(member.role if member else None, need):
        if member is not None:
            raise NotAllowed
        return await _ask_to_sign_in(request)
    if writes and not sessions.is_form_token(session, await _form_token(request)):
        if need is Anyone.WORLD:
            await sessions.say_next(request, "staff-form-stale", care=True)
            return pages.go(await _page_of_form(request))
        return await _offer_again(request, status=403)
    return await handler(request)


async def _member(request: web.Request, session: Session) -> Member | None:
    settings, now = request.app[SETTINGS], request.app[CLOCK]()
    staff_id = sessions.signed_in(session, settings=settings, now=now)
    if staff_id is None:
        return None
    try:
        async with request.app[DATABASE].reading() as store:
            found = await staff.find(store, staff_id)
    except NotFound:
        return None
    is_welcome = found.disabled_at is None
    if not is_welcome or not sessions.is_of_password(session, found.password_hash):
        return None
    return Member(id=staff_id, login=found.login, name=found.name, role=found.role)


async def _ask_to_sign_in(request: web.Request) -> web.StreamResponse:
    if pages.wants_json(request):
        raise NotSignedIn
    if request.method == "POST":
        # The session ended while they were typing; what they typed must not be lost.
        return await _offer_again(request, status=401)
    wanted = request.rel_url.raw_path_qs
    return pages.go(f"{SIGN_IN}?{urlencode({'next': wanted})}")


async def _offer_again(request: web.Request, *, status: int) -> web.Response:
    """A page that holds what was sent, with a fresh token, to be sent once more by hand."""
    form = await request.post()
    typed = [
        (name, value)
        for name, value in form.items()
        if name != TOKEN_FIELD and isinstance(value, str)
    ]
    return await pages.render(request, "again.html", status=status, typed=typed)


async def _page_of_form(request: web.Request) -> str:
    """The page a form open to the world stood on, to fill it in once more."""
    wanted = safe_next(str((await request.post()).get("next", "")))
    is_invite = request.path.startswith(INVITES)
    return request.rel_url.raw_path if is_invite else wanted or SIGN_IN


async def _require_own_form(request: web.Request) -> None:
    """Refuse what another site sent, and what is no form; browsers say where a form comes from."""
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    origin = request.headers.get("Origin")
    own = {request.host, urlsplit(request.app[SETTINGS].admin_url).netloc}
    is_ours = origin is None or urlsplit(origin).netloc in own
    if site not in {"same-origin", "none"} or not is_ours:
        raise NotAllowed
    if request.content_type != FORM:
        raise Malformed("form")


async def _form_token(request: web.Request) -> str:
    return str((await request.post()).get(TOKEN_FIELD, ""))


def me(request: web.Request) -> Member:
    """The member of staff who asks; raise NotSignedIn on a page that is open to the world."""
    member = request[MEMBER]
    if member is None:
        raise NotSignedIn
    return member


def safe_next(wanted: str) -> str | None:
    """`wanted` when it is an address of the staff pages, else None; nobody is sent elsewhere."""
    try:
        parts = urlsplit(wanted)
    except ValueError:
        return None
    is_ours = parts.scheme == "" and parts.netloc == "" and parts.path.startswith("/staff")
    return wanted if is_ours and wanted.isprintable() and not set(wanted) & set("\\ ") else None
