"""PO1 to PO3: positions between metres and the wire."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from world_server.errors import Malformed
from world_server.protocol.geometry import Bounds, Pose, WirePose, pose_of

BOUNDS = Bounds(min_x=-460, min_z=-400, max_x=560, max_z=540)
inside = st.builds(
    Pose,
    st.floats(-460, 560),
    st.floats(-20, 120),
    st.floats(-400, 540),
    st.floats(-1000, 1000),
)


@given(inside)
def test_po2_po3_a_pose_survives_the_wire_within_the_stated_error(pose: Pose) -> None:
    back = BOUNDS.unpack(BOUNDS.pack(pose))
    assert abs(back.x - pose.x) <= 0.01 + 1e-9
    assert abs(back.z - pose.z) <= 0.01 + 1e-9
    assert abs(back.y - pose.y) <= 0.005 + 1e-9
    off = math.remainder(back.yaw - pose.yaw, math.tau)
    assert abs(math.degrees(off)) <= 0.71


@given(
    st.builds(
        WirePose, *[st.integers(0, 47_000)] * 2, st.integers(-2000, 12_000), st.integers(0, 255)
    )
)
def test_po2_packing_what_was_unpacked_changes_nothing(wire: WirePose) -> None:
    assert BOUNDS.pack(BOUNDS.unpack(wire)) == wire


@pytest.mark.parametrize(
    "pose",
    [
        Pose(560.1, 0, 0, 0),
        Pose(-460.1, 0, 0, 0),
        Pose(0, 0, 540.1, 0),
        Pose(0, 0, -400.1, 0),
        Pose(0, 121, 0, 0),
        Pose(0, -21, 0, 0),
        *(
            Pose(**{"x": 0, "y": 0, "z": 0, "yaw": 0, name: bad})
            for name in ("x", "y", "z", "yaw")
            for bad in (math.nan, math.inf, -math.inf)
        ),
    ],
)
def test_po1_what_is_not_finite_or_not_inside_is_refused(pose: Pose) -> None:
    assert not BOUNDS.holds(pose)
    with pytest.raises(Malformed):
        BOUNDS.pack(pose)


@pytest.mark.parametrize("value", [None, "1", True, [], {}, math.nan, math.inf, 10**400])
def test_po1_json_that_is_no_finite_number_is_refused_by_name(value: object) -> None:
    with pytest.raises(Malformed) as refused:
        pose_of({"x": 0, "y": 0, "z": value, "yaw": 0})
    assert refused.value.field == "z"


def test_po1_a_missing_number_is_refused() -> None:
    with pytest.raises(Malformed):
        pose_of({"x": 0, "y": 0, "z": 0})


@pytest.mark.parametrize(
    "edges",
    [
        {"max_x": -460.0},
        {"max_x": 900.0},
        {"max_z": 911.0},
        {"max_x": math.nan},
        {"min_y": 5.0, "max_y": 5.0},
        {"max_y": 328.0},
    ],
)
def test_po2_a_town_the_wire_cannot_hold_is_refused_at_the_start(edges: dict[str, float]) -> None:
    whole = {"min_x": -460.0, "min_z": -400.0, "max_x": 560.0, "max_z": 540.0}
    with pytest.raises(ValueError, match="must"):
        Bounds(**{**whole, **edges})
