"""MV1 to MV3: a move is read the same way by the quick look and by the careful one."""

from hypothesis import given
from hypothesis import strategies as st

from world_server.errors import Malformed
from world_server.protocol.geometry import Bounds, Gait, WirePose
from world_server.protocol.moves import (
    MOVE,
    Move,
    decode_move,
    decode_move_event,
    encode_move,
    is_move,
)

BOUNDS = Bounds(min_x=-300, min_z=-300, max_x=300, max_z=300)

moves = st.builds(
    Move,
    seq=st.integers(0, 0xFFFF),
    pose=st.builds(
        WirePose,
        x=st.integers(0, 0xFFFF),
        z=st.integers(0, 0xFFFF),
        y=st.integers(-0x8000, 0x7FFF),
        yaw=st.integers(0, 255),
    ),
    gait=st.sampled_from(Gait),
)
almost = st.builds(
    lambda raw, at, value: raw[:at] + bytes([value]) + raw[at + 1 :],
    moves.map(encode_move),
    st.integers(0, 11),
    st.integers(0, 255),
)


@given(moves)
def test_mv1_a_move_survives_its_twelve_bytes(move: Move) -> None:
    raw = encode_move(move)
    assert len(raw) == MOVE.itemsize == 12
    assert decode_move(raw) == move
    assert is_move(raw)


@given(st.one_of(st.binary(max_size=20), st.binary(min_size=12, max_size=12), almost))
def test_mv2_the_quick_look_accepts_exactly_what_can_be_decoded(raw: bytes) -> None:
    try:
        decode_move(raw)
        can_be_decoded = True
    except Malformed:
        can_be_decoded = False
    assert is_move(raw) is can_be_decoded


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)


@given(json | st.fixed_dictionaries(dict.fromkeys(("seq", "x", "y", "z", "yaw", "state"), json)))
def test_mv3_whatever_json_is_sent_it_is_a_move_in_bounds_or_malformed(raw: object) -> None:
    try:
        move = decode_move_event(raw, BOUNDS)
    except Malformed:
        return
    assert BOUNDS.holds(BOUNDS.unpack(move.pose))
    assert decode_move(encode_move(move)) == move
