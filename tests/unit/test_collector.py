"""The collector looks seldom, and a connection that ended does not wait for it."""

import gc
from collections.abc import Iterator

import pytest
from aiohttp import web

from world_server.collector import ALL, MIDDLING, YOUNG, tame


@pytest.fixture
def as_before() -> Iterator[None]:
    thresholds = gc.get_threshold()
    yield
    gc.set_threshold(*thresholds)
    gc.unfreeze()


@pytest.mark.usefixtures("as_before")
async def test_what_is_there_from_the_start_is_left_out_and_looks_are_rare() -> None:
    await tame(web.Application())
    assert gc.get_freeze_count() > 10_000
    assert gc.get_threshold() == (YOUNG, MIDDLING, ALL)
