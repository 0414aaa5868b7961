"""Holds every answer to an OpenAPI document, and remembers which answers were really had."""

import re
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientResponse, web
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

SLASHES_INCLUDED = {"/assets/{name}"}


@dataclass
class Witness:
    """What a document says, and the (method, path, status) seen so far."""

    document: dict[str, Any]
    seen: set[tuple[str, str, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        resource = DRAFT202012.create_resource(self.document)
        self._registry: Registry[Any] = Registry().with_resource("urn:town", resource)
        # Addresses without a parameter before those with one, as the routes stand.
        self._templates = [
            (re.compile(_pattern(path)), path)
            for path in sorted(self.document["paths"], key=lambda path: path.count("{"))
        ]

    def check(self, raw: ClientResponse, body: object) -> None:
        """Fail unless the document knows this answer of this address; other addresses pass."""
        path, method = self._template(raw.url.path), raw.method.lower()
        operation = self.document["paths"].get(path, {}).get(method)
        if operation is None:
            return
        self.seen.add((method, path, raw.status))
        described = operation["responses"].get(str(raw.status))
        assert described is not None, f"{method} {path} answered {raw.status}, undocumented"
        self._conforms(described.get("content", {}), raw, body)

    def unseen(self, paths: set[str]) -> set[tuple[str, str, int]]:
        """What the document promises of these paths and nobody has been answered yet."""
        return {
            (method, path, int(status))
            for path in paths
            for method, operation in self.document["paths"][path].items()
            for status in operation["responses"]
        } - self.seen

    def _template(self, path: str) -> str:
        return next((name for pattern, name in self._templates if pattern.fullmatch(path)), path)

    def _conforms(self, content: dict[str, Any], raw: ClientResponse, body: object) -> None:
        if not content:
            return
        assert raw.content_type in content or "*/*" in content or _is_refusal_page(raw), (
            f"{raw.url.path} is {raw.content_type}, documented are {sorted(content)}"
        )
        schema = content.get(raw.content_type, {}).get("schema")
        if schema is not None:
            pointer = schema["$ref"].removeprefix("#")
            shape = {"$ref": f"urn:town#{pointer}"}
            Draft202012Validator(shape, registry=self._registry).validate(body)


def documented(document: dict[str, Any]) -> set[tuple[str, str]]:
    """Every method and path of the document."""
    return {(method, path) for path, item in document["paths"].items() for method in item}


def routed(app: web.Application) -> set[tuple[str, str]]:
    """Every method and path the application answers at, written as the document writes them."""
    there = set()
    for route in app.router.routes():
        assert route.resource is not None
        path = re.sub(r"{(\w+):[^/]+?}(?=[./]|$)", r"{\1}", route.resource.canonical)
        is_client_file = path == "/icon.svg"
        is_socket = path.startswith("/w/")
        if route.method != "HEAD" and not is_client_file and not is_socket:
            there.add((route.method.lower(), path))
    return there


def _pattern(path: str) -> str:
    anything = ".+" if path in SLASHES_INCLUDED else "[^/.]+" if "}." in path else "[^/]+"
    return re.sub(r"\\{\w+\\}", lambda _: anything, re.escape(path))


def _is_refusal_page(raw: ClientResponse) -> bool:
    return raw.status >= 400 and raw.content_type == "text/html"
