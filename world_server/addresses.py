"""Who is really calling, through whatever proxies stand before us."""

import hashlib
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from aiohttp import hdrs, web

from world_server.store.settings import Network

Address = IPv4Address | IPv6Address


def caller_key(request: web.Request, *, trusted: Sequence[Network], secret: str) -> str:
    """One name per household that calls, which does not tell the address."""
    forwarded = ",".join(request.headers.getall(hdrs.X_FORWARDED_FOR, [])) or None
    return limit_key(client_address(request.remote, forwarded, trusted=trusted), secret=secret)


def client_address(
    peer: str | None, forwarded: str | None, *, trusted: Sequence[Network]
) -> Address | None:
    """The nearest address that is not one of our own proxies, or None over a local socket.

    Each proxy appends the address it saw to X-Forwarded-For, so the list is believed from the
    right, and only as far as trusted proxies wrote it: the left end is whatever a caller made up.
    """
    nearest = _parse(peer)
    hops = [] if forwarded is None else forwarded.split(",")
    while hops and nearest is not None and any(nearest in network for network in trusted):
        before = _parse(hops.pop())
        if before is None:
            break
        nearest = before
    return nearest


def limit_key(address: Address | None, *, secret: str) -> str:
    """The name under which an address is rate limited; it does not tell the address.

    An IPv6 household holds a whole /64, so that is what one bucket is for.
    """
    if isinstance(address, IPv6Address):
        told = str(IPv6Network((address, 64), strict=False))
    else:
        told = str(address)
    return hashlib.blake2s(told.encode(), key=secret.encode()[:32], digest_size=12).hexdigest()


def _parse(text: str | None) -> Address | None:
    try:
        address = ip_address((text or "").strip())
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address
