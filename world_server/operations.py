"""What the addresses of the world do: every part lists its own, one OpenAPI document is made."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from aiohttp import web
from pydantic import BaseModel

from world_server.errors import (
    Malformed,
    NotAllowed,
    NotJson,
    TooLarge,
    TooMany,
    TownError,
    Unavailable,
)

Refusals = tuple[type[TownError], ...]

LIMITED: Refusals = (TooMany, Unavailable)
"""What everything may answer that Redis counts or SQL keeps."""

WRITING: Refusals = (Malformed, NotAllowed, TooLarge, NotJson, *LIMITED)
"""What everything may answer that is sent something."""


@dataclass(frozen=True, kw_only=True)
class Operation:
    """One thing one address does."""

    method: str
    path: str
    summary: str
    answers: dict[int, type[BaseModel] | str | None]
    """By status: a shape, a media type, or nothing."""
    asks: type[BaseModel] | None = None
    refuses: Refusals = ()
    parameters: dict[str, str] = field(default_factory=dict)
    """Path parameters, by name, with their meaning."""
    queries: dict[str, str] = field(default_factory=dict)
    """Parameters behind the question mark, by name, with their meaning."""
    passport: bool = False
    bearer: bool = False


OPERATIONS: web.AppKey[list[Operation]] = web.AppKey("operations")
"""Everything this application does, in the order it was mounted."""


def add_operations(app: web.Application, some: Iterable[Operation]) -> None:
    """Say what a part that is being mounted into `app` does."""
    if OPERATIONS not in app:
        app[OPERATIONS] = []
    app[OPERATIONS].extend(some)
