"""The OpenAPI 3.1 document of the HTTP interface; tests hold it against routes and answers."""

import json
from dataclasses import dataclass, field
from functools import cache
from http import HTTPStatus
from typing import Any

from aiohttp import web
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from world_server.errors import (
    EntryRefused,
    EventFull,
    EventNotOpen,
    Malformed,
    NameRefused,
    NotAllowed,
    NotFound,
    NotSignedIn,
    Removed,
    TooMany,
    TownError,
    Unavailable,
)
from world_server.web import shapes
from world_server.web.answers import NotJson
from world_server.web.refusals import TooLarge

REF = "#/components/schemas/{model}"

Refusals = tuple[type[TownError], ...]
LIMITED: Refusals = (TooMany, Unavailable)
WRITING: Refusals = (Malformed, NotAllowed, TooLarge, NotJson, *LIMITED)


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
    passport: bool = False
    bearer: bool = False


SLUG = {"slug": "The event's own part of its link."}

OPERATIONS = (
    Operation(
        method="post",
        path="/api/passport",
        summary="Come in; sets the passport cookie. 200 when a remembered visitor comes again.",
        asks=shapes.Arrival,
        answers={201: shapes.PassportAnswer, 200: shapes.PassportAnswer},
        refuses=(NameRefused, *WRITING),
    ),
    Operation(
        method="get",
        path="/api/passport",
        summary="What the town knows about the visitor.",
        answers={200: shapes.PassportAnswer},
        refuses=(NotSignedIn, *LIMITED),
        passport=True,
    ),
    Operation(
        method="patch",
        path="/api/passport",
        summary="Change nickname, look or language; what is left out stays.",
        asks=shapes.Change,
        answers={200: shapes.PassportAnswer},
        refuses=(NameRefused, NotSignedIn, *WRITING),
        passport=True,
    ),
    Operation(
        method="delete",
        path="/api/passport",
        summary="Erase everything that ties the visitor to what is kept.",
        answers={204: None},
        refuses=(NotAllowed, NotSignedIn, *LIMITED),
        passport=True,
    ),
    Operation(
        method="get",
        path="/api/events",
        summary="Events one may look forward to or join now, the soonest first.",
        answers={200: shapes.EventsAnswer},
        refuses=LIMITED,
    ),
    Operation(
        method="get",
        path="/api/events/{slug}",
        summary="One event by its link.",
        parameters=SLUG,
        answers={200: shapes.EventAnswer},
        refuses=(NotFound, *LIMITED),
    ),
    Operation(
        method="post",
        path="/api/join",
        summary="Reserve a seat for 15 seconds and get a ticket to connect with, or stand in line.",
        asks=shapes.Wish,
        answers={200: shapes.Admission, 202: shapes.Waiting},
        refuses=(NotSignedIn, NotFound, EventNotOpen, EventFull, EntryRefused, Removed, *WRITING),
        passport=True,
    ),
    Operation(
        method="post",
        path="/api/leave",
        summary="Leave the line; who is inside stays inside.",
        asks=shapes.Departure,
        answers={204: None},
        refuses=(NotSignedIn, *WRITING),
        passport=True,
    ),
    Operation(
        method="get",
        path="/api/openapi.json",
        summary="This document.",
        answers={200: "application/json"},
    ),
    Operation(
        method="get",
        path="/api/asyncapi.json",
        summary="What is said over the socket, as an AsyncAPI document.",
        answers={200: "application/json"},
    ),
    Operation(
        method="get",
        path="/healthz",
        summary="Whether each part answers; 503 when one does not.",
        answers={200: shapes.Health, 503: shapes.Health},
    ),
    Operation(
        method="get",
        path="/metrics",
        summary="Meters in Prometheus's text format; 404 where no token is set.",
        answers={200: "text/plain"},
        refuses=(NotFound, NotSignedIn),
        bearer=True,
    ),
    Operation(
        method="get",
        path="/",
        summary="The town, in a browser.",
        answers={200: "text/html", 304: None},
        refuses=(NotFound,),
    ),
    Operation(
        method="get",
        path="/e/{slug}",
        summary="The town, entering by an event's link.",
        parameters=SLUG,
        answers={200: "text/html", 304: None},
        refuses=(NotFound,),
    ),
    Operation(
        method="get",
        path="/assets/{name}",
        summary="A file of the browser client; its name changes whenever its bytes do.",
        parameters={"name": "The file's name, slashes included."},
        answers={200: "*/*", 304: None},
        refuses=(NotFound,),
    ),
    Operation(
        method="get",
        path="/privacy",
        summary="What is kept about a visitor, for people to read.",
        answers={200: "text/html"},
    ),
    Operation(
        method="get",
        path="/accessibility",
        summary="The ways to use the town, for people to read.",
        answers={200: "text/html"},
    ),
    Operation(
        method="get",
        path="/pages.css",
        summary="The style sheet of the plain pages.",
        answers={200: "text/css", 304: None},
    ),
)

LANGUAGE_PARAMETER = {
    "name": "lang",
    "in": "query",
    "description": "Language of refusals and pages; else Accept-Language decides.",
    "schema": {"type": "string", "enum": ["ja", "en", "th", "ko", "zh-TW"]},
}


def document() -> dict[str, Any]:
    """The whole document, built anew from the operations and shapes."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Virtual Kashima",
            "version": "1",
            "description": "Times are UTC. Writes need application/json and come from own pages.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": _paths(),
        "components": {
            "schemas": _schemas(),
            "securitySchemes": {
                "passport": {"type": "apiKey", "in": "cookie", "name": "passport"},
                "bearer": {"type": "http", "scheme": "bearer"},
            },
        },
    }


@cache
def _as_json() -> bytes:
    return json.dumps(document(), ensure_ascii=False).encode()


async def serve(_request: web.Request) -> web.Response:
    """The document as JSON."""
    return web.Response(
        body=_as_json(),
        content_type="application/json",
        headers={"Cache-Control": "no-cache"},
    )


def _paths() -> dict[str, Any]:
    paths: dict[str, Any] = {}
    for operation in OPERATIONS:
        paths.setdefault(operation.path, {})[operation.method] = _operation(operation)
    return paths


def _operation(operation: Operation) -> dict[str, Any]:
    described: dict[str, Any] = {
        "summary": operation.summary,
        "parameters": [
            *(
                {
                    "name": name,
                    "in": "path",
                    "required": True,
                    "description": meaning,
                    "schema": {"type": "string"},
                }
                for name, meaning in operation.parameters.items()
            ),
            LANGUAGE_PARAMETER,
        ],
        "responses": _responses(operation),
    }
    if operation.asks is not None:
        described["requestBody"] = {"required": True, "content": _json(operation.asks)}
    schemes = {"passport": operation.passport, "bearer": operation.bearer}
    described["security"] = [{name: []} for name, needed in schemes.items() if needed]
    return described


def _responses(operation: Operation) -> dict[str, Any]:
    responses: dict[str, Any] = {}
    for status, answer in operation.answers.items():
        response: dict[str, Any] = {"description": HTTPStatus(status).phrase}
        if isinstance(answer, str):
            response["content"] = {answer: {}}
        elif answer is not None:
            response["content"] = _json(answer)
        responses[str(status)] = response
    for status in sorted({refused.status for refused in operation.refuses}):
        codes = sorted({one.code for one in operation.refuses if one.status == status})
        responses[str(status)] = {
            "description": f"Refused: {', '.join(codes)}.",
            "content": _json(shapes.RefusalAnswer),
        }
    return responses


def _json(shape: type[BaseModel]) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": REF.format(model=shape.__name__)}}}


def _schemas() -> dict[str, Any]:
    asked = {one.asks for one in OPERATIONS if one.asks is not None}
    told = {
        answer
        for one in OPERATIONS
        for answer in one.answers.values()
        if answer is not None and not isinstance(answer, str)
    }
    told.add(shapes.RefusalAnswer)
    by_name = sorted(asked | told, key=lambda shape: shape.__name__)
    modes = [(one, "validation" if one in asked else "serialization") for one in by_name]
    _, definitions = models_json_schema(modes, ref_template=REF)  # type: ignore[arg-type]  # literal modes
    schemas: dict[str, Any] = definitions["$defs"]
    return schemas
