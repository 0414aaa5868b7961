"""JSON schemas of what goes over the wire, read from the types that go over it.

A field's type says most of it; `Wire`, in the type's annotation, says the rest. Only the kinds of
types the wire has are known here: anything else is a mistake that shows when the document is made.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from enum import StrEnum
from inspect import cleandoc
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """What the type of a field does not say about it.

    `name` is its name on the wire, where that differs; `least` and `most` bound a number or, for a
    text, its length; `words` are all it may say. A field that is `absent` when None is left out
    then, and of those that are `either` exactly one is there; one that is `optional` may be left
    out or be null; one that is `kept` is never sent.
    """

    name: str = ""
    least: float | None = None
    most: float | None = None
    words: tuple[str, ...] = ()
    absent: bool = False
    either: bool = False
    optional: bool = False
    kept: bool = False
    meaning: str = ""

    def but(self, other: "Wire") -> "Wire":
        """This, but for what `other` says."""
        said = {
            one.name: getattr(other, one.name)
            for one in fields(other)
            if getattr(other, one.name) != one.default
        }
        return replace(self, **said)


PLAIN = Wire()

_SIMPLE: Mapping[object, Json] = {
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    str: {"type": "string"},
    datetime: {"type": "string", "format": "date-time", "pattern": r"T\d\d:\d\d:\d\dZ$"},
    date: {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"},
    NoneType: {"type": "null"},
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a shape: its name in Python and on the wire, and what it may hold."""

    own: str
    name: str
    kind: object
    wire: Wire


def fields_of(shape: type) -> list[Field]:
    """The fields of a shape that are sent, in their order."""
    hints = get_type_hints(shape, include_extras=True)
    found = []
    for one in fields(shape):
        kind, wire = unwrapped(hints[one.name])
        if not wire.kept:
            found.append(Field(own=one.name, name=wire.name or one.name, kind=kind, wire=wire))
    return found


def unwrapped(hint: object) -> tuple[object, Wire]:
    """A type without its annotations, and what they say; a later one overrules."""
    wire = PLAIN
    if get_origin(hint) is Annotated:
        hint, *notes = get_args(hint)
        for note in notes:
            wire = wire.but(note) if isinstance(note, Wire) else wire
    return hint, wire


class Schemas:
    """Schemas by the name of their shape; a shape inside another is referred to."""

    def __init__(self) -> None:
        self.made: dict[str, Json] = {}

    def refer(self, shape: type) -> Json:
        """A reference to the schema of a shape, which is made when it is not there yet."""
        if shape.__name__ not in self.made:
            self.made[shape.__name__] = {}  # a shape may hold others of its own kind
            self.made[shape.__name__] = self.of_shape(shape)
        return {"$ref": f"#/components/schemas/{shape.__name__}"}

    def of_shape(self, shape: type) -> Json:
        """An object; other fields than these may come with a later version (NU2)."""
        known = fields_of(shape)
        properties = {one.name: self.of_kind(one.kind, one.wire) for one in known}
        constants: Mapping[str, object] = getattr(shape, "constants", {})
        properties |= {name: {"const": value} for name, value in constants.items()}
        missing = {one.name for one in known if one.wire.absent or one.wire.optional}
        schema: Json = {
            "type": "object",
            "description": cleandoc(shape.__doc__ or ""),
            "required": [name for name in properties if name not in missing],
            "properties": properties,
        }
        either = [one.name for one in known if one.wire.either]
        if either:
            schema["oneOf"] = [{"required": [name]} for name in either]
        return schema

    def of_kind(self, hint: object, wire: Wire = PLAIN) -> Json:
        """Whatever a field may hold; raise TypeError for what the wire does not know."""
        kind, own = unwrapped(hint)
        wire = own.but(wire)
        origin, inner = get_origin(kind), get_args(kind)
        if origin in (Union, UnionType):
            return self._either(inner, wire)
        if origin is tuple and inner[1:] == (...,):
            schema: Json = {"type": "array", "items": self.of_kind(inner[0])}
        elif origin is dict:
            schema = {"type": "object", "additionalProperties": self.of_kind(inner[1])}
        elif isinstance(kind, type) and issubclass(kind, StrEnum):
            schema = {"type": "string", "enum": [word.value for word in kind]}
        elif kind in _SIMPLE:
            schema = _bounded(dict(_SIMPLE[kind]), wire)
        elif isinstance(kind, type) and hasattr(kind, "__dataclass_fields__"):
            return self.refer(kind)
        else:
            message = f"the wire has no {kind!r}"
            raise TypeError(message)
        return {**schema, **({"description": wire.meaning} if wire.meaning else {})}

    def _either(self, kinds: tuple[object, ...], wire: Wire) -> Json:
        """One of several kinds; None of a field that is absent then is no kind at all."""
        told = [kind for kind in kinds if not (wire.absent and kind is NoneType)]
        if len(told) == 1:
            return self.of_kind(told[0], wire)
        return {"anyOf": [self.of_kind(kind, wire) for kind in told]}


def _bounded(schema: Json, wire: Wire) -> Json:
    least, most = ("minLength", "maxLength") if schema["type"] == "string" else _NUMERIC
    if schema["type"] in ("string", "integer", "number"):
        schema |= {least: wire.least} if wire.least is not None else {}
        schema |= {most: wire.most} if wire.most is not None else {}
    if wire.words and schema["type"] == "string":
        schema["enum"] = list(wire.words)
    return schema


_NUMERIC = ("minimum", "maximum")
