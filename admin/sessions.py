"""Staff sessions in Redis: who is signed in, the form token, the language, words for next time."""

import hashlib
import hmac
import secrets
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import web
from aiohttp_session import Session, get_session, new_session

from admin.settings import AdminSettings
from world_server.i18n import Value
from world_server.presence.connection import Redis, answering
from world_server.presence.sessions import SessionStore

SEEN_EVERY = timedelta(minutes=1)
"""How exactly the last use of a session is known; more would write to Redis at every request."""

STRANGERS_SECONDS = 30 * 60
"""How long Redis keeps the session of somebody who only looked at the sign-in page."""

_STAFF, _SINCE, _SEEN, _STAMP = "staff", "since", "seen", "stamp"
_TOKEN, _LANGUAGE, _WORDS = "token", "language", "words"


class StaffSessions(SessionStore):
    """Sessions that end when signed out, whatever else is under way, and with the browser.

    Redis knows a session by a keyed hash of its cookie, so that a copy of Redis opens no door.
    """

    def __init__(self, redis: Redis, settings: AdminSettings) -> None:
        self._idle_seconds = int(settings.idle.total_seconds())
        self._key = settings.secret.get_secret_value().encode()
        super().__init__(
            redis,
            cookie_name="__Host-staff" if settings.secure else "staff",
            max_age=self._idle_seconds,
            secure=settings.secure,
        )
        # No Max-Age: on a shared desk the cookie goes with the browser window.
        self._cookie_params["max_age"] = None

    def load_cookie(self, request: web.Request) -> str | None:
        """The name in Redis of the session this cookie opens."""
        cookie = super().load_cookie(request)
        return None if cookie is None else self._name(cookie)

    async def save_session(
        self, request: web.Request, response: web.StreamResponse, session: Session
    ) -> None:
        """Write the session back; one that was ended meanwhile stays ended."""
        del request
        if session.identity is None and session.empty:
            return
        if session.empty:
            await self.destroy(session)
            self.save_cookie(response, "")
            return
        data = self._encoder(self._get_session_data(session))
        seconds = self._idle_seconds if _STAFF in session else STRANGERS_SECONDS
        with answering():
            if session.identity is None:
                cookie = secrets.token_urlsafe(32)
                await self._redis.set(self._slot(self._name(cookie)), data, ex=seconds)
                self.save_cookie(response, cookie)
            else:
                slot = self._slot(str(session.identity))
                await self._redis.set(slot, data, ex=seconds, xx=True)

    async def destroy(self, session: Session) -> None:
        """End the session for every browser that holds its cookie."""
        if session.identity is not None:
            with answering():
                await self._redis.delete(self._slot(str(session.identity)))

    def _name(self, cookie: str) -> str:
        return hmac.new(self._key, b"session:" + cookie.encode(), hashlib.sha256).hexdigest()

    def _slot(self, name: str) -> str:
        return f"{self.cookie_name}_{name}"


SESSIONS = web.AppKey("SESSIONS", StaffSessions)


async def sign_in(
    request: web.Request, staff_id: int, *, password_hash: str, now: datetime
) -> None:
    """Begin a new session for the member of staff; the one before, if any, ends."""
    before = await get_session(request)
    language = before.get(_LANGUAGE)
    await request.app[SESSIONS].destroy(before)
    session = await new_session(request)
    if language is not None:
        session[_LANGUAGE] = language
    session[_STAFF] = staff_id
    session[_SINCE] = session[_SEEN] = now.timestamp()
    session[_STAMP] = _stamp(password_hash)


async def sign_out(request: web.Request) -> None:
    """End the session; its language goes on in a new one."""
    before = await get_session(request)
    language = before.get(_LANGUAGE)
    await request.app[SESSIONS].destroy(before)
    session = await new_session(request)
    if language is not None:
        session[_LANGUAGE] = language


def signed_in(session: Session, *, settings: AdminSettings, now: datetime) -> int | None:
    """The id of who is signed in, None when nobody is, or not any more."""
    staff_id = session.get(_STAFF)
    if not isinstance(staff_id, int):
        return None
    since, seen = _moment(session, _SINCE), _moment(session, _SEEN)
    if now - since > settings.absolute or now - seen > settings.idle:
        return None
    if now - seen > SEEN_EVERY:
        session[_SEEN] = now.timestamp()
    return staff_id


def is_of_password(session: Session, password_hash: str) -> bool:
    """Whether the session was begun with the password that holds now; a new one ends the rest."""
    return hmac.compare_digest(str(session.get(_STAMP, "")), _stamp(password_hash))


def restamp(session: Session, password_hash: str) -> None:
    """Let this session live on under a new password."""
    session[_STAMP] = _stamp(password_hash)


def form_token(session: Session) -> str:
    """The token every form of this session carries."""
    if _TOKEN not in session:
        session[_TOKEN] = secrets.token_urlsafe(32)
    return str(session[_TOKEN])


def is_form_token(session: Session, token: str) -> bool:
    """Whether `token` is this session's, compared in constant time."""
    kept = str(session.get(_TOKEN, ""))
    return kept != "" and hmac.compare_digest(kept.encode(), token.encode(errors="replace"))


def language(session: Session) -> str | None:
    """The language chosen in this session."""
    return session.get(_LANGUAGE)


def choose_language(session: Session, chosen: str) -> None:
    """Remember the language for as long as the session lasts."""
    session[_LANGUAGE] = chosen


async def say_next(request: web.Request, key: str, *, care: bool = False, **values: Value) -> None:
    """Keep a sentence to be shown once, on the next page; `care` when not all went well."""
    session = await get_session(request)
    session[_WORDS] = [*session.get(_WORDS, []), [key, values, care]]


def take_words(session: Session) -> list[tuple[str, dict[str, Any], bool]]:
    """The sentences kept for this page (key, values, care); they are shown once."""
    if _WORDS not in session:
        return []
    return [(key, values, care) for key, values, care in session.pop(_WORDS)]


def _moment(session: Session, key: str) -> datetime:
    return datetime.fromtimestamp(float(session.get(key, 0)), UTC)


def _stamp(password_hash: str) -> str:
    return hashlib.sha256(password_hash.encode()).hexdigest()[:16]
