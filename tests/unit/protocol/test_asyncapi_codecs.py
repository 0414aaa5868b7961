"""The document's schemas and the codecs agree on values nobody thought of."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wire_document import BEYOND_A_SCHEMA, accepts, validator

from world_server.errors import Malformed, TownError
from world_server.protocol import messages, moves, requests
from world_server.protocol.asked import Asked, ConnectAsked
from world_server.protocol.geometry import Bounds
from world_server.protocol.schema import Schemas, Wire, fields_of, unwrapped

Json = dict[str, Any]


def values(hint: object, wire: Wire) -> st.SearchStrategy[Any]:
    """Everything a field of this kind may hold, as its annotation says."""
    kind, own = unwrapped(hint)
    wire = own.but(wire)
    if get_origin(kind) in (UnionType, Union):
        return st.one_of(*(values(one, wire) for one in get_args(kind)))
    if get_origin(kind) is tuple:
        return st.lists(values(get_args(kind)[0], Wire()), max_size=3).map(tuple)
    if hasattr(kind, "__dataclass_fields__"):
        return shapes_of(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return st.sampled_from([word.value for word in kind])
    least = None if wire.least is None else int(wire.least)
    most = None if wire.most is None else int(wire.most)
    text = st.text(min_size=least or 0, max_size=most)
    plain: dict[object, st.SearchStrategy[Any]] = {
        bool: st.booleans(),
        int: st.integers(least, most),
        float: st.floats(-300, 300),
        str: st.sampled_from(wire.words) if wire.words else text,
        datetime: st.datetimes(timezones=st.just(UTC)),
        date: st.dates(),
        type(None): st.none(),
    }
    return plain[kind]


def shapes_of(shape: Any) -> st.SearchStrategy[Any]:
    """Instances of a message; of the fields of which one is there, one is."""
    if shape is Bounds:
        return st.just(Bounds(min_x=-320.0, min_z=-280.5, max_x=410.0, max_z=300.25))
    known = fields_of(shape)
    either = [one.own for one in known if one.wire.either]
    plain = {one.own: values(one.kind, one.wire) for one in known if not one.wire.either}
    if not either:
        return st.builds(shape, **plain)

    def with_one(own: str) -> st.SearchStrategy[Any]:
        chosen = next(one for one in known if one.own == own)
        (kind,) = (k for k in get_args(chosen.kind) if k is not type(None))
        return st.builds(shape, **plain, **{own: values(kind, chosen.wire)})

    return st.one_of(*map(with_one, either))


TOLD = get_args(messages.Numbered) + get_args(messages.State)


@pytest.mark.parametrize("kind", TOLD, ids=lambda kind: str(kind.name))
def test_every_message_the_server_can_make_fits_its_schema(kind: Any) -> None:
    held = validator(f"told-{kind.name}")

    @given(message=shapes_of(kind), n=st.integers(1, 2**53 - 1))
    def holds(message: Any, n: int) -> None:
        if kind in get_args(messages.Numbered):
            packet = messages.encode_numbered(message, n)
        else:
            packet = messages.encode_state(message)
        name, body = json.loads(packet[1:])
        assert name == kind.name
        held.validate(body)

    holds()


MISSING = object()
ODD = st.one_of(
    st.just(MISSING),
    st.none(),
    st.booleans(),
    st.integers(-3, 70_000),
    st.floats(-10, 70_000),
    st.sampled_from([0, 1, 1.0, 3, 4, 5, 6, 12, 13, 65_535, 65_536, 2**53 - 1, 2**53]),
    st.text(max_size=3),
    st.sampled_from(["compact", "events", "Events"]),
    st.integers(390, 410).map("t".__mul__),
    st.integers(1_020, 1_030).map("t".__mul__),
    st.lists(st.none(), max_size=1),
)
"""What a field may be changed to: near its limits, of another kind, or gone."""


def sound(kind: Any) -> st.SearchStrategy[Json]:
    """Bodies as their annotations say; of the fields of which one is there, one is."""
    known = fields_of(kind)
    always = {one.name: values(one.kind, one.wire) for one in known if not one.wire.either}
    either = [one for one in known if one.wire.either]
    if not either:
        return st.fixed_dictionaries(always)
    return st.one_of(
        *(st.fixed_dictionaries({**always, one.name: values(one.kind, one.wire)}) for one in either)
    )


def bodies(kind: Any) -> st.SearchStrategy[Any]:
    """Sound ones, and ones with up to two fields changed."""
    names = st.sampled_from([one.name for one in fields_of(kind)])

    def changed(body: Json, changes: Json) -> Json:
        return {name: value for name, value in {**body, **changes}.items() if value is not MISSING}

    return st.builds(changed, sound(kind), st.dictionaries(names, ODD, max_size=2))


WIDE = Bounds(-600.0, -600.0, 600.0, 600.0, min_y=-327, max_y=327)

DECODERS: dict[str, Callable[[Any], object]] = {
    "connect": requests.decode_hello,
    "move": lambda body: moves.decode_move_event(body, WIDE),
    "chat": requests.decode_chat,
    "emote": requests.decode_emote,
    "block": lambda body: requests.decode_person(body, "block"),
    "travel": requests.decode_travel,
}


def outcome_of(decode: Callable[[Any], object], body: object) -> str:
    """What becomes of a body, and whether a schema could have known."""
    try:
        decode(body)
    except Malformed as refused:
        return "beyond a schema" if refused.field in BEYOND_A_SCHEMA else "refused"
    except TownError:
        return "refused"
    return "taken"


@pytest.mark.parametrize("kind", [ConnectAsked, *get_args(Asked)], ids=lambda kind: str(kind.name))
def test_a_schema_takes_what_its_decoder_takes(kind: Any) -> None:
    if kind.name not in DECODERS:
        assert fields_of(kind) == []  # nothing is read of it
        return
    held = validator(f"asked-{kind.name}")
    outcomes = set()

    @given(body=bodies(kind))
    def agree(body: Any) -> None:
        outcome = outcome_of(DECODERS[kind.name], body)
        outcomes.add(outcome)
        if outcome != "beyond a schema":
            assert held.is_valid(body) == (outcome == "taken")

    agree()
    assert outcomes >= {"refused", "taken"}


SOUND: dict[str, Json] = {
    "connect": {"ticket": "t", "protocol": 1, "lane": "events", "after": None},
    "move": {"seq": 1, "x": 0.0, "y": 0.0, "z": 0.0, "yaw": 0.0, "state": 0},
    "chat": {"text": "t"},
    "emote": {"emote": 1},
    "block": {"avatar": 7},
    "travel": {"place": "romon"},
}


def edges() -> list[Any]:
    """Every bounded field of every request at its limits, and one step beyond each."""
    found = []
    for kind in (ConnectAsked, *get_args(Asked)):
        for one in fields_of(kind):
            kinds = [unwrapped(hint) for hint in (one.kind, *get_args(one.kind))]
            wire = next((said.but(one.wire) for _, said in kinds if said.most), one.wire)
            for limit, beyond in ((wire.least, -1), (wire.most, 1)):
                for value in [] if limit is None else [int(limit), int(limit) + beyond]:
                    fits = value == limit
                    at = f"{kind.name}-{one.name}-{value}"
                    found.append(pytest.param(kind.name, one, value, fits, id=at))
    return found


@pytest.mark.parametrize(("name", "field", "value", "fits"), edges())
def test_a_decoder_and_its_schema_have_the_same_limits(
    name: str, field: Any, value: int, *, fits: bool
) -> None:
    is_text = field.name in ("text", "ticket", "place")
    told = ("t" + " " * (value - 1) if value else "") if is_text else value
    body = ({} if field.wire.either else SOUND[name]) | {field.name: told}
    assert accepts(f"asked-{name}", body) == fits
    assert (outcome_of(DECODERS[name], body) == "taken") == fits


def test_every_bounded_field_has_edges() -> None:
    ids = [str(one.id) for one in edges()]
    assert len(ids) == 2 * 2 * 10
    assert {"chat-phrase-0", "chat-phrase-13", "chat-text-401", "connect-ticket-1025"} <= set(ids)


def test_a_type_the_wire_does_not_have_is_noticed() -> None:
    with pytest.raises(TypeError, match="bytes"):
        Schemas().of_kind(bytes)
