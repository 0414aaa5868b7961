"""What the wallet addresses need of the town about a request; the town hands it in."""

from datetime import datetime
from typing import Protocol, TypeVar

from aiohttp import web
from pydantic import BaseModel

A = TypeVar("A", bound=BaseModel)


class Door(Protocol):
    """Who asks, how often they may, and what they sent."""

    def now(self, request: web.Request) -> datetime:
        """The present."""

    async def looker(self, request: web.Request) -> str:
        """The id of the visitor who looks; raise NotSignedIn or TooMany."""

    async def writer(self, request: web.Request) -> str:
        """The id of the visitor who changes something; raise NotSignedIn or TooMany."""

    async def asked(self, request: web.Request, shape: type[A]) -> A:
        """The body as `shape`; raise Malformed."""

    def told(self, answer: BaseModel) -> web.Response:
        """The answer as JSON."""
