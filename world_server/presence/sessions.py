"""Sessions of people who sign in (staff), kept in Redis for aiohttp_session."""

import secrets

from aiohttp import web
from aiohttp_session import Session
from aiohttp_session.redis_storage import RedisStorage

from world_server.presence.connection import Redis, answering


class SessionStore(RedisStorage):
    """aiohttp_session's Redis storage; Redis being away is `Unavailable`, as everywhere."""

    def __init__(self, redis: Redis, *, cookie_name: str, max_age: int, secure: bool) -> None:
        super().__init__(
            redis,
            cookie_name=cookie_name,
            max_age=max_age,
            secure=secure,
            httponly=True,
            # Not Strict: a link in a colleague's mail should open for who is signed in.
            samesite="Lax",
            key_factory=lambda: secrets.token_urlsafe(32),
        )

    async def load_session(self, request: web.Request) -> Session:
        """The session the cookie names, or a new one."""
        with answering():
            return await super().load_session(request)

    async def save_session(
        self, request: web.Request, response: web.StreamResponse, session: Session
    ) -> None:
        """Write the session back and set its cookie."""
        with answering():
            await super().save_session(request, response, session)
