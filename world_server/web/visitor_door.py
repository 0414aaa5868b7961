"""What pages of other packages may ask of the town about a visitor's request."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from aiohttp import web
from pydantic import BaseModel

from world_server.keys import CLOCK, DATABASE
from world_server.presence.buckets import Bucket
from world_server.web.answers import asked, told
from world_server.web.limits import (
    ADDRESS_READS,
    ADDRESS_WALLETS,
    VISITOR_LOOKS,
    VISITOR_WALLETS,
    limit_address,
    limit_visitor,
)
from world_server.web.passport import visitor_of

A = TypeVar("A", bound=BaseModel)


@dataclass(frozen=True)
class Limits:
    """How often one address and one visitor may ask for something."""

    address: Bucket
    visitor: Bucket


@dataclass(frozen=True)
class VisitorDoor:
    """Lets visitors in with their passport, as often as the limits say."""

    looks: Limits
    writes: Limits

    def now(self, request: web.Request) -> datetime:
        """The present."""
        return request.app[CLOCK]()

    async def looker(self, request: web.Request) -> str:
        """The id of the visitor who looks; raise NotSignedIn or TooMany."""
        return await self._visitor(request, self.looks)

    async def writer(self, request: web.Request) -> str:
        """The id of the visitor who changes something; raise NotSignedIn or TooMany."""
        return await self._visitor(request, self.writes)

    async def asked(self, request: web.Request, shape: type[A]) -> A:
        """The body as `shape`; raise Malformed."""
        return await asked(request, shape)

    def told(self, answer: BaseModel) -> web.Response:
        """The answer as JSON."""
        return told(answer)

    async def _visitor(self, request: web.Request, limits: Limits) -> str:
        await limit_address(request, limits.address)
        async with request.app[DATABASE].reading() as session:
            visitor = await visitor_of(session, request)
        await limit_visitor(request, limits.visitor, visitor.id)
        return visitor.id


def wallet_door() -> VisitorDoor:
    """The door to the wallet addresses."""
    return VisitorDoor(
        looks=Limits(ADDRESS_READS, VISITOR_LOOKS),
        writes=Limits(ADDRESS_WALLETS, VISITOR_WALLETS),
    )
