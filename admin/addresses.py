"""Pure: from which address a request comes, when reverse proxies stand in front."""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from admin.settings import Network

IPV6_HOUSEHOLD = 64
"""Bits of an IPv6 address that name a household; the rest one person may change at will."""


def origin(peer: str | None, forwarded_for: str | None, *, trusted: Sequence[Network]) -> str:
    """The nearest address that is not one of our proxies; an IPv6 one as its household.

    X-Forwarded-For is read from the right and only as far as proxies we trust wrote it.
    """
    hops = [part.strip() for part in (forwarded_for or "").split(",") if part.strip()]
    nearest = _address(peer)
    while hops and nearest is not None and any(nearest in network for network in trusted):
        nearest = _address(hops.pop())
    if nearest is None:
        return "unknown"
    if isinstance(nearest, IPv6Address):
        return str(IPv6Network((nearest, IPV6_HOUSEHOLD), strict=False))
    return str(nearest)


def _address(text: str | None) -> IPv4Address | IPv6Address | None:
    try:
        found = ip_address(text or "")
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found
