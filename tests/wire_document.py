"""The AsyncAPI document as a witness: what is heard on the wire is in it, and nothing more."""

from functools import cache
from typing import Any

from jsonschema import Draft7Validator

from world_server.protocol.asyncapi import document

DOCUMENT = document()
MESSAGES = DOCUMENT["components"]["messages"]

BEYOND_A_SCHEMA = {"pose", "text"}
"""Fields a decoder may refuse where the document does not: bounds are the town's, and whether a
character can be seen is Unicode's."""


def closed(schema: Any) -> Any:
    """The same schema, but an object may have no field that is not described."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    tight = {name: closed(value) for name, value in schema.items()}
    if "properties" in schema:
        tight["additionalProperties"] = False
    return tight


SCHEMAS = {"schemas": closed(DOCUMENT["components"]["schemas"])}


@cache
def validator(message: str) -> Draft7Validator:
    """What the payload of a message is held to, by its name in the document."""
    payload = closed(MESSAGES[message]["payload"])
    return Draft7Validator({"components": SCHEMAS, "allOf": [payload]})


def accepts(message: str, body: object) -> bool:
    """Whether the document allows this body of a message."""
    return bool(validator(message).is_valid(body))


def wrongs(message: str, body: object) -> list[str]:
    """What is not as the document says; a message it does not have is wrong as a whole."""
    if message not in MESSAGES:
        return [f"{message} is not in the document"]
    return [f"{message}: {error.message}" for error in validator(message).iter_errors(body)]
