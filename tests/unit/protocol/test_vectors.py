"""The committed vectors are what `make.py` writes, and this side reads them as the browser does."""

import json
import math
import runpy
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from socketio.packet import Packet  # type: ignore[import-untyped]  # the library has no types

from world_server.errors import Malformed, TownError
from world_server.protocol import messages, moves, poses, requests
from world_server.protocol.closing import Refusal
from world_server.protocol.geometry import GAIT_BITS, SNAP_BIT, Bounds, Gait, Pose, WirePose

VECTORS = Path(__file__).parents[2] / "vectors"
POSES = json.loads((VECTORS / "poses.json").read_text("utf-8"))
MOVES = json.loads((VECTORS / "moves.json").read_text("utf-8"))
EVENTS = json.loads((VECTORS / "events.json").read_text("utf-8"))


def bounds(of: dict[str, Any]) -> Bounds:
    raw = of["bounds"]
    return Bounds(min_x=raw["minX"], min_z=raw["minZ"], max_x=raw["maxX"], max_z=raw["maxZ"])


def named(cases: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(case, id=f"{i}-{case['name']}") for i, case in enumerate(cases)]


def agrees(pose: Pose, said: dict[str, Any]) -> bool:
    return all(
        math.isclose(getattr(pose, name), said[name], abs_tol=1e-6)
        for name in ("x", "y", "z", "yaw")
    )


def test_the_committed_files_are_what_make_writes() -> None:
    for name, text in runpy.run_path(str(VECTORS / "make.py"))["files"]().items():
        assert (VECTORS / name).read_text("utf-8") == text, (
            f"run python tests/vectors/make.py ({name})"
        )


@pytest.mark.parametrize("case", named(POSES["cases"]))
def test_ps2_frames_decode_to_their_poses_and_encode_back(case: dict[str, Any]) -> None:
    raw = bytes.fromhex(case["hex"])
    frame = poses.decode_frame(raw)
    assert frame.near == case["frame"]["near"]
    assert frame.server_ms == case["frame"]["server_ms"]
    assert len(frame.records) == len(case["frame"]["avatars"])
    for record, said in zip(frame.records, case["frame"]["avatars"], strict=True):
        wire = WirePose(x=record["x"], z=record["z"], y=record["y"], yaw=record["yaw"])
        assert record["id"] == said["id"]
        assert record["state"] & GAIT_BITS == said["gait"]
        assert bool(record["state"] & SNAP_BIT) is said["snap"]
        assert agrees(bounds(POSES).unpack(wire), said)
    encoded = poses.encode_frame(frame.records, server_ms=frame.server_ms, near=frame.near)
    assert encoded == raw


@pytest.mark.parametrize("case", named(POSES["refused"]))
def test_ps2_other_bytes_are_no_frame(case: dict[str, Any]) -> None:
    with pytest.raises(Malformed):
        poses.decode_frame(bytes.fromhex(case["hex"]))


@pytest.mark.parametrize("case", named(MOVES["cases"]))
def test_mv1_moves_decode_and_encode_back(case: dict[str, Any]) -> None:
    raw = bytes.fromhex(case["hex"])
    move = moves.decode_move(raw)
    assert move == moves.Move(
        seq=case["move"]["seq"],
        pose=WirePose(**case["move"]["wire"]),
        gait=Gait(case["move"]["gait"]),
    )
    assert agrees(bounds(MOVES).unpack(move.pose), case["move"])
    assert moves.encode_move(move) == raw


@pytest.mark.parametrize("case", named(MOVES["refused"]))
def test_mv2_other_bytes_are_no_move(case: dict[str, Any]) -> None:
    with pytest.raises(Malformed) as refused:
        moves.decode_move(bytes.fromhex(case["hex"]))
    assert refused.value.field == case["field"]


def rebuilt(case: dict[str, Any]) -> str:
    """The message made from its vector's body, as the server would send it."""
    body = dict(case["body"])
    if case["name"] == "bye":
        return messages.encode_bye(Refusal(**body))
    message = message_of(case["name"], body)
    if isinstance(message, messages.Numbered):
        return messages.encode_numbered(message, body["n"])
    return messages.encode_state(message)


def message_of(  # noqa: C901, PLR0911  one branch a message
    name: str, body: dict[str, Any]
) -> messages.Numbered | messages.State:
    match name:
        case "welcome":
            return messages.Welcome(
                n=body["n"],
                avatar=body["avatar"],
                pose=Pose(**body["pose"]),
                instance=body["instance"],
                event=messages.EventNews(**times(body["event"])),
                server_ms=body["server_ms"],
                resumed=body["resumed"],
                bounds=bounds(body),
                people=body["people"],
                avatars=tuple(messages.AvatarCard(**card) for card in body["avatars"]),
                announcements=tuple(
                    messages.Announced(**times(line)) for line in body["announcements"]
                ),
                badges=tuple(messages.BadgeNews(**news) for news in body["badges"]),
                stamps=tuple(stamp(news) for news in body["stamps"]),
                narrated=None,
            )
        case "avatars":
            came = tuple(messages.AvatarCard(**card) for card in body["came"])
            return messages.Avatars(came=came, left=tuple(body["left"]))
        case "chat":
            said = times(body)
            return messages.Said(speaker=said.pop("from"), nickname=said.pop("name"), **said)
        case "emote":
            return messages.Shown(avatar=body["from"], emote=body["emote"])
        case "announce":
            return messages.Announced(**times(body))
        case "gather":
            return messages.Gathered(avatar=body["from"], nickname=body["name"])
        case "narrate":
            told = times(body)
            return messages.Narrated(speaker=told.pop("from"), **told)
        case "event":
            return messages.EventNews(**times(body))
        case "badge":
            return messages.BadgeNews(**body)
        case "stamp":
            return stamp(body)
        case "stand":
            return messages.Stand(pose=Pose(**body["pose"]))
        case _:
            return messages.Correct(seq=body["seq"], pose=Pose(**body["pose"]))


def stamp(body: dict[str, Any]) -> messages.StampNews:
    return messages.StampNews(place=body["place"], day=date.fromisoformat(body["day"]))


def times(body: dict[str, Any]) -> dict[str, Any]:
    dated = {"at", "starts_at", "ends_at", "begun"}
    return {
        name: datetime.fromisoformat(value) if name in dated else value
        for name, value in body.items()
        if name != "n"
    }


@pytest.mark.parametrize("case", named(EVENTS["server"]))
def test_nu1_messages_are_socketio_packets_with_their_number(case: dict[str, Any]) -> None:
    packet = Packet(encoded_packet=rebuilt(case))
    assert packet.packet_type == 2
    assert packet.namespace is None
    assert packet.data == [case["name"], case["body"]]
    assert Packet(encoded_packet=case["packet"]).data == packet.data


def test_every_message_has_a_vector() -> None:
    names = {kind.name for kind in (messages.Numbered | messages.State).__args__}
    assert names | {"bye"} == {case["name"] for case in EVENTS["server"]}


@pytest.mark.parametrize("case", named(EVENTS["client"]))
def test_client_messages_are_read_as_their_vectors_say(case: dict[str, Any]) -> None:
    read = reading(case["name"], case["body"])
    if isinstance(read, moves.Move):
        said = case["read"]
        assert read == moves.Move(
            seq=said["seq"], pose=WirePose(**said["wire"]), gait=Gait(said["gait"])
        )
    else:
        assert {name: getattr(read, name) for name in case["read"]} == case["read"]


@pytest.mark.parametrize("case", named(EVENTS["refused"]))
def test_client_messages_that_break_a_rule_are_refused(case: dict[str, Any]) -> None:
    with pytest.raises(TownError) as refused:
        reading(case["name"], case["body"])
    assert refused.value.code == case.get("code", "malformed")
    if isinstance(refused.value, Malformed):
        assert refused.value.field == case["field"]


def reading(name: str, body: object) -> object:
    match name:
        case "connect":
            return requests.decode_hello(body)
        case "move":
            return moves.decode_move_event(body, bounds(EVENTS))
        case "chat":
            return requests.decode_chat(body)
        case "block":
            return requests.decode_person(body, name)
        case "travel":
            return requests.decode_travel(body)
        case _:
            return requests.decode_emote(body)
