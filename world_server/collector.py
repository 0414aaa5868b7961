"""Python's cyclic collector, kept from stopping a full town.

A visitor is some 240 objects. Left alone, the collector looks at all of them whenever a quarter
more have come: 310 ms without a beat at 1,500 visitors, measured. Nothing of ours needs it, for a
connection that ends refers to nothing that refers to it (live/driver.py); what others leave behind
is nearly always young. So the young are looked at less often, and everybody hardly ever.
"""

import gc

from aiohttp import web

YOUNG, MIDDLING, ALL = 20_000, 20, 50
"""Objects more than at the last look; looks at the young to one at the middling, and so on."""


async def tame(_app: web.Application) -> None:
    """Leave out what is there from the start on, and look seldom."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, MIDDLING, ALL)
