"""The parts of RFC 3986 and RFC 3339 that a sign-in message is written in, as exact patterns."""

import re
from datetime import UTC, datetime, timedelta, timezone
from ipaddress import AddressValueError, IPv6Address

UNRESERVED = r"A-Za-z0-9\-._~"
SUB_DELIMS = r"!$&'()*+,;="
GEN_DELIMS = r":/?#\[\]@"
PERCENT = r"%[0-9A-Fa-f]{2}"

SCHEME = r"[A-Za-z][A-Za-z0-9+.\-]*"
_USER = rf"(?:[{UNRESERVED}{SUB_DELIMS}:]|{PERCENT})*"
_NAME = rf"(?:[{UNRESERVED}{SUB_DELIMS}]|{PERCENT})"
_FUTURE = rf"v[0-9A-Fa-f]+\.[{UNRESERVED}{SUB_DELIMS}:]+"
_PCHAR = rf"(?:[{UNRESERVED}{SUB_DELIMS}:@]|{PERCENT})"
_SEGMENTS = rf"(?:/{_PCHAR}*)*"

_AUTHORITY = re.compile(
    rf"(?:{_USER}@)?(?:{_NAME}+|\[(?:(?P<six>[0-9A-Fa-f:.]+)|{_FUTURE})\])(?::[0-9]*)?"
)
_URI = re.compile(
    rf"{SCHEME}:"
    rf"(?://(?P<authority>[^/?#]*)(?P<path>{_SEGMENTS})|/(?:{_PCHAR}+{_SEGMENTS})?|{_PCHAR}+{_SEGMENTS}|)"
    rf"(?:\?(?:{_PCHAR}|[/?])*)?(?:#(?:{_PCHAR}|[/?])*)?"
)
_PCHARS = re.compile(rf"{_PCHAR}*")
_STATEMENT = re.compile(rf"[{UNRESERVED}{SUB_DELIMS}{GEN_DELIMS} ]+")
_SCHEME = re.compile(SCHEME)
_NONCE = re.compile(r"[A-Za-z0-9]{8,}")
_DIGITS = re.compile(r"[0-9]{1,78}")
_MOMENT = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?"
    r"(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))"
)
_LEAP = 60
_MICRO_DIGITS = 6


def is_scheme(text: str) -> bool:
    """Whether this is a URI's scheme."""
    return _SCHEME.fullmatch(text) is not None


def is_authority(text: str) -> bool:
    """Whether this is a host with or without port and user; RFC 3986's empty host is refused."""
    found = _AUTHORITY.fullmatch(text)
    if found is None:
        return False
    if found["six"] is None:
        return True
    try:
        IPv6Address(found["six"])
    except AddressValueError:
        return False
    return True


def is_uri(text: str) -> bool:
    """Whether this is a URI with a scheme; a relative reference is none."""
    found = _URI.fullmatch(text)
    if found is None:
        return False
    authority = found["authority"]
    return authority is None or authority == "" or is_authority(authority)


def is_statement(text: str) -> bool:
    """Whether this is one line of what a wallet may be asked to show: plain ASCII."""
    return _STATEMENT.fullmatch(text) is not None


def is_nonce(text: str) -> bool:
    """Whether these are at least eight letters and digits."""
    return _NONCE.fullmatch(text) is not None


def is_number(text: str) -> bool:
    """Whether these are decimal digits, few enough for a number the chain can hold."""
    return _DIGITS.fullmatch(text) is not None


def is_pchars(text: str) -> bool:
    """Whether every character may stand in a part of a URI's path; nothing at all may, too."""
    return _PCHARS.fullmatch(text) is not None


def moment(text: str) -> datetime:
    """An RFC 3339 date and time in UTC; raise ValueError for any other text."""
    found = _MOMENT.fullmatch(text)
    if found is None:
        raise ValueError(text)
    year, month, day, hour, minute, second = (int(part) for part in found.groups()[:6])
    leaps = second == _LEAP
    fraction = (found[7] or "").ljust(_MICRO_DIGITS, "0")[:_MICRO_DIGITS]
    zone = UTC
    if found[8] is not None:
        zone = timezone(_offset(found[8], int(found[9]), int(found[10])))
    read = datetime(
        year, month, day, hour, minute, second - leaps, microsecond=int(fraction), tzinfo=zone
    )
    try:
        return (read + timedelta(seconds=int(leaps))).astimezone(UTC)
    except OverflowError as beyond:  # the first and last day there is, seen from another zone
        raise ValueError(text) from beyond


def _offset(sign: str, hours: int, minutes: int) -> timedelta:
    if hours > 23 or minutes > 59:  # noqa: PLR2004  a day and an hour
        raise ValueError(sign)
    away = timedelta(hours=hours, minutes=minutes)
    return -away if sign == "-" else away
