"""Orders as values: what is written is read back, and anything else is refused."""

from datetime import UTC, datetime

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from world_server.errors import Malformed
from world_server.presence.orders import (
    Announce,
    BlockChanged,
    EventChanged,
    Order,
    RemoveVisitor,
    VisitorErased,
    decode,
    encode,
)

numbers = st.integers(min_value=-(2**62), max_value=2**62)
orders = st.one_of(
    st.builds(
        Announce,
        event_id=numbers,
        text=st.text(),
        by=st.text(),
        at=st.datetimes(timezones=st.just(UTC)),
    ),
    st.builds(RemoveVisitor, event_id=numbers, visitor_id=st.text(), reason=st.text()),
    st.builds(EventChanged, event_id=numbers),
    st.builds(VisitorErased, visitor_id=st.text()),
    st.builds(BlockChanged, visitor_id=st.text(), other_id=st.text(), blocks=st.booleans()),
)
json = st.recursive(
    st.none() | st.booleans() | numbers | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(orders)
def test_what_is_written_is_read_back(order: Order) -> None:
    assert decode(encode(order)) == order


@given(st.binary() | json.map(orjson.dumps))
def test_anything_else_is_refused_and_nothing_worse(raw: bytes) -> None:
    with pytest.raises(Malformed):
        decode(raw)


FINE = {"order": "remove-visitor", "event_id": 1, "visitor_id": "v", "reason": "r"}


@pytest.mark.parametrize(
    "told",
    [
        {**FINE, "order": "unknown"},
        {**FINE, "order": ["remove-visitor"]},
        {**FINE, "order": {}},
        {**FINE, "more": 1},
        {name: value for name, value in FINE.items() if name != "reason"},
        {**FINE, "event_id": True},
        {**FINE, "event_id": 1.0},
        {**FINE, "event_id": "1"},
        {**FINE, "reason": None},
        {"order": "announce", "event_id": 1, "text": "t", "by": "b", "at": "yesterday"},
        {"order": "announce", "event_id": 1, "text": "t", "by": "b", "at": "2026-11-22T01:00:00"},
        {"order": "announce", "event_id": 1, "text": "t", "by": "b", "at": 0},
    ],
)
def test_an_almost_right_order_is_refused(told: dict[str, object]) -> None:
    assert decode(orjson.dumps(FINE)) == RemoveVisitor(1, "v", "r")
    with pytest.raises(Malformed):
        decode(orjson.dumps(told))


def test_a_moment_keeps_its_zone() -> None:
    order = Announce(1, "t", "b", datetime(2026, 11, 22, 1, tzinfo=UTC))
    read = decode(encode(order))
    assert isinstance(read, Announce)
    assert read.at.tzinfo is not None
