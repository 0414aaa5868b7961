"""Reading one field of untrusted JSON: a finite number, a whole number, an object."""

import math
from typing import Any

from world_server.errors import Malformed


def an_object(raw: object, name: str) -> dict[str, Any]:
    """A JSON object; raise Malformed naming `name`."""
    if not isinstance(raw, dict):
        raise Malformed(name)
    return raw


def finite(raw: dict[str, Any], name: str) -> float:
    """NU1: a finite number, never a bool; raise Malformed naming the field."""
    value = raw.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Malformed(name)
    try:
        number = float(value)
    except OverflowError as huge:  # a JSON integer may have hundreds of digits
        raise Malformed(name) from huge
    if not math.isfinite(number):
        raise Malformed(name)
    return number


def whole(raw: dict[str, Any], name: str, *, most: int, least: int = 0) -> int:
    """NU1: a whole number from `least` to `most`; 3.0 is whole, as JavaScript sees it."""
    value = raw.get(name)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise Malformed(name)
    return value
