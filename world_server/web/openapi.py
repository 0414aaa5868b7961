"""The OpenAPI 3.1 document of the HTTP interface; tests hold it against routes and answers."""

import json
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from aiohttp import web
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from world_server.operations import OPERATIONS, Operation
from world_server.web import shapes

REF = "#/components/schemas/{model}"
DOCUMENT = web.AppKey("openapi-document", bytes)

LANGUAGE_PARAMETER = {
    "name": "lang",
    "in": "query",
    "description": "Language of refusals and pages; else Accept-Language decides.",
    "schema": {"type": "string", "enum": ["ja", "en", "th", "ko", "zh-TW"]},
}


def document(operations: Sequence[Operation]) -> dict[str, Any]:
    """The whole document, made from the operations and their shapes."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Virtual Kashima",
            "version": "1",
            "description": "Times are UTC. Writes need application/json and come from own pages.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": _paths(operations),
        "components": {
            "schemas": _schemas(operations),
            "securitySchemes": {
                "passport": {"type": "apiKey", "in": "cookie", "name": "passport"},
                "bearer": {"type": "http", "scheme": "bearer"},
            },
        },
    }


def add_document(app: web.Application) -> None:
    """Make the document once every part is mounted, of what they all do."""
    app.on_startup.append(_write)


async def _write(app: web.Application) -> None:
    operations = app[OPERATIONS]
    app[DOCUMENT] = json.dumps(document(operations), ensure_ascii=False).encode()


async def serve(request: web.Request) -> web.Response:
    """The document as JSON."""
    return web.Response(
        body=request.app[DOCUMENT],
        content_type="application/json",
        headers={"Cache-Control": "no-cache"},
    )


def _paths(operations: Sequence[Operation]) -> dict[str, Any]:
    paths: dict[str, Any] = {}
    for operation in operations:
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
            *(
                {
                    "name": name,
                    "in": "query",
                    "description": meaning,
                    "schema": {"type": "string"},
                }
                for name, meaning in operation.queries.items()
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


def _schemas(operations: Sequence[Operation]) -> dict[str, Any]:
    asked = {one.asks for one in operations if one.asks is not None}
    told = {
        answer
        for one in operations
        for answer in one.answers.values()
        if answer is not None and not isinstance(answer, str)
    }
    told.add(shapes.RefusalAnswer)
    by_name = sorted(asked | told, key=lambda shape: shape.__name__)
    modes = [(one, "validation" if one in asked else "serialization") for one in by_name]
    _, definitions = models_json_schema(modes, ref_template=REF)  # type: ignore[arg-type]  # literal modes
    schemas: dict[str, Any] = definitions["$defs"]
    return schemas
