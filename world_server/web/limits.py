"""How often one address and one visitor may ask, and why that often."""

from aiohttp import web

from world_server import addresses
from world_server.keys import REDIS, SETTINGS
from world_server.presence.buckets import Bucket, spend

ADDRESS_READS = Bucket("reads", size=240, seconds_each=0.1)
"""A school class or a phone network shares one address: 240 pages at once, then ten a second."""

ADDRESS_ARRIVALS = Bucket("arrivals", size=120, seconds_each=2)
"""A hall of 120 people may come in at once behind one address; each arrival writes a row."""

ADDRESS_JOINS = Bucket("joins", size=240, seconds_each=0.25)
"""The same hall, twice over, since a lost connection joins again."""

VISITOR_JOINS = Bucket("visitor-joins", size=10, seconds_each=2)
"""A person changes between events a few times; a reconnecting client backs off by itself."""

ADDRESS_LINE = Bucket("line", size=240, seconds_each=0.02)
"""The same hall standing in line: each of them asks every three to eight seconds."""

VISITOR_LINE = Bucket("visitor-line", size=10, seconds_each=1)
"""One page asks every three seconds at most; a second one of the same visitor may too."""

VISITOR_CHANGES = Bucket("changes", size=10, seconds_each=6)
"""Trying names and looks on is fine; flashing through them to annoy others is not."""

ADDRESS_CLAIMS = Bucket("claims", size=480, seconds_each=0.25)
"""A hall of 120 scans one screen: each looks, comes in and receives, and some do so twice."""

ADDRESS_SCREENS = Bucket("screens", size=120, seconds_each=0.5)
"""A screen asks every ten seconds, and more often while the line is bad; a hall has a few."""

VISITOR_CLAIMS = Bucket("visitor-claims", size=10, seconds_each=6)
"""A person has a handful of codes in their hands at most."""

VISITOR_WORDS = Bucket("visitor-words", size=6, seconds_each=60)
"""Mishearing a word a few times is human."""

ADDRESS_WORDS = Bucket("words", size=120, seconds_each=30)
"""Wrong words only: everybody in a hall may mistype once, and a guesser is out at once.

In the half hour a word is good for at most, that is 180 guesses at one in 16 million or more.
"""

EVENT_WORDS = Bucket("event-words", size=1000, seconds_each=10)
"""Wrong words of the whole world: 1180 in half an hour, whatever number of addresses guesses."""

VISITOR_LOOKS = Bucket("visitor-looks", size=30, seconds_each=1)
"""A page that waits for the chain looks every few seconds; two such pages may be open."""

ADDRESS_WALLETS = Bucket("wallets", size=120, seconds_each=1)
"""Thirty people of one hall link their wallets at once, in four steps each."""

VISITOR_WALLETS = Bucket("visitor-wallets", size=12, seconds_each=10)
"""Three whole tries in a row; each may ask the chain, so nobody asks without end."""

ADDRESS_RECORDS = Bucket("records", size=60, seconds_each=1)
"""A record or an export reads everything about one visitor: a hall of people may look at theirs."""

VISITOR_RECORDS = Bucket("visitor-records", size=20, seconds_each=3)
"""Looking, exporting, looking again after each change."""

VISITOR_WAYS = Bucket("visitor-ways", size=20, seconds_each=15)
"""Making a code, a passkey, signing a device out: each a few times, and a mistake or two."""

ADDRESS_RECOVERS = Bucket("recovers", size=20, seconds_each=60)
"""Wrong codes only: a class mistypes its codes; at one a minute a guesser needs longer than the
universe is old. There is deliberately no bucket of the whole town, which a stranger could empty to
keep everybody from their passports."""

ADDRESS_PASSKEYS = Bucket("passkeys", size=120, seconds_each=1)
"""Two steps each; a hall of sixty may come in by passkeys at once."""


def caller_key(request: web.Request) -> str:
    """One name per address that calls, which does not tell the address."""
    settings = request.app[SETTINGS]
    return addresses.caller_key(
        request, trusted=settings.trusted_proxies, secret=settings.secret.get_secret_value()
    )


async def limit_address(request: web.Request, bucket: Bucket) -> None:
    """Raise TooMany when the caller's address asked too often."""
    await spend(request.app[REDIS], bucket, caller_key(request))


async def limit_visitor(request: web.Request, bucket: Bucket, visitor_id: str) -> None:
    """Raise TooMany when the visitor asked too often."""
    await spend(request.app[REDIS], bucket, visitor_id)
