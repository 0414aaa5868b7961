"""Pure: for which site passkeys of the town are made, from its public address."""

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Site:
    """A relying party: `id` is its domain, `origin` what browsers sign to have talked to."""

    id: str
    origin: str


def site_of(public_url: str) -> Site | None:
    """The site, or None: browsers make passkeys for a name over https, or for localhost, only."""
    parts = urlsplit(public_url)
    name = parts.hostname or ""
    try:
        ip_address(name)
    except ValueError:
        is_name = bool(name)
    else:
        is_name = False
    if not is_name or (parts.scheme != "https" and name != "localhost"):
        return None
    return Site(id=name, origin=f"{parts.scheme}://{_host(parts.netloc, parts.scheme)}")


def _host(netloc: str, scheme: str) -> str:
    """The host as an origin writes it: in small letters, the scheme's own port left out."""
    default = ":443" if scheme == "https" else ":80"
    return netloc.rpartition("@")[2].lower().removesuffix(default)
