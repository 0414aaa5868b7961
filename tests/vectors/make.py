"""Write the vectors that pytest and vitest both decode: `python tests/vectors/make.py`.

Every hex string is spelled out by `struct` here, not by the encoder under test, so that the two
can disagree. `tests/unit/protocol/test_vectors.py` fails when the committed files are not these.
"""

import json
import struct
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
Json = dict[str, Any]

BOUNDS: Json = {"minX": -320.0, "minZ": -280.5, "maxX": 410.0, "maxZ": 300.25}
TURN = 6.283185307179586


def metres(x: int, z: int, y: int, yaw: int) -> Json:
    """What wire steps stand for, in metres and radians."""
    return {
        "x": round(BOUNDS["minX"] + x * 0.02, 6),
        "y": round(y / 100, 6),
        "z": round(BOUNDS["minZ"] + z * 0.02, 6),
        "yaw": round(yaw / 256 * TURN, 9),
    }


def frame(name: str, *, near: int, server_ms: int, avatars: list[tuple[int, ...]]) -> Json:
    """One pose frame; an avatar is (id, x, z, y, yaw, gait, snap) in wire steps."""
    raw = struct.pack("<BBHI", 1, near, len(avatars), server_ms)
    decoded = []
    for avatar, x, z, y, yaw, gait, snap in avatars:
        raw += struct.pack("<HHHhBB", avatar, x, z, y, yaw, gait | snap << 4)
        decoded.append(
            {"id": avatar, **metres(x, z, y, yaw), "gait": gait, "snap": bool(snap)}
            | {"wire": {"x": x, "z": z, "y": y, "yaw": yaw}}
        )
    return {
        "name": name,
        "hex": raw.hex(),
        "frame": {"near": near, "server_ms": server_ms, "avatars": decoded},
    }


def poses() -> Json:
    """PS2: frames, and bytes that are no frame."""
    walk = frame(
        "two near, and one farther off",
        near=2,
        server_ms=123_456,
        avatars=[
            (1, 16_000, 14_025, 0, 0, 0, 0),
            (2, 16_001, 14_024, 152, 64, 1, 0),
            (513, 15_999, 14_030, -120, 255, 2, 0),
        ],
    )
    return {
        "about": "PS2 pose frames. Positions: bounds.min + steps * 0.02 m; yaw: steps/256 turns.",
        "bounds": BOUNDS,
        "cases": [
            walk,
            frame("nobody", near=0, server_ms=0, avatars=[]),
            frame(
                "nobody near, the clock about to wrap",
                near=0,
                server_ms=0xFFFF_FFFF,
                avatars=[
                    (0, 0, 0, -2_000, 0, 0, 0),
                    (65_535, 36_500, 29_037, 12_000, 128, 1, 0),
                ],
            ),
            frame(
                "put there, not walked there",
                near=2,
                server_ms=60_000,
                avatars=[(7, 20_000, 20_000, 40, 32, 0, 1), (8, 20_000, 20_000, 40, 32, 2, 1)],
            ),
        ],
        "refused": [
            {"name": "empty", "hex": ""},
            {"name": "half a header", "hex": walk["hex"][:8]},
            {"name": "a record is cut", "hex": walk["hex"][:-2]},
            {"name": "a byte too many", "hex": walk["hex"] + "00"},
            {"name": "unknown type", "hex": "02" + walk["hex"][2:]},
            {"name": "more near than there are", "hex": "0104" + walk["hex"][4:]},
        ],
    }


def move(name: str, *, seq: int, x: int, z: int, y: int, yaw: int, gait: int) -> Json:
    """One compact move."""
    return {
        "name": name,
        "hex": struct.pack("<BBHHHhBB", 1, gait, seq, x, z, y, yaw, 0).hex(),
        "move": {"seq": seq, "gait": gait, **metres(x, z, y, yaw)}
        | {"wire": {"x": x, "z": z, "y": y, "yaw": yaw}},
    }


def moves() -> Json:
    """MV1: compact moves, and bytes that are no move."""
    walk = move("a step", seq=1, x=16_000, z=14_025, y=25, yaw=64, gait=1)
    return {
        "about": "MV1 compact moves, the same steps as in poses.json.",
        "bounds": BOUNDS,
        "cases": [
            walk,
            move("standing at the corner", seq=0, x=0, z=0, y=0, yaw=0, gait=0),
            move(
                "running, the last number", seq=65_535, x=36_500, z=29_037, y=1_830, yaw=255, gait=2
            ),
            move("below the sea wall", seq=300, x=100, z=29_000, y=-310, yaw=128, gait=1),
        ],
        "refused": [
            {"name": "empty", "hex": "", "field": "length"},
            {"name": "eleven bytes", "hex": walk["hex"][:-2], "field": "length"},
            {"name": "thirteen bytes", "hex": walk["hex"] + "00", "field": "length"},
            {"name": "another type", "hex": "02" + walk["hex"][2:], "field": "type"},
            {"name": "a gait nobody has", "hex": "0103" + walk["hex"][4:], "field": "state"},
            {
                "name": "the snap bit is the server's",
                "hex": "0111" + walk["hex"][4:],
                "field": "state",
            },
            {"name": "something in the tail", "hex": walk["hex"][:-2] + "01", "field": "tail"},
        ],
    }


CARD: Json = {"id": 7, "name": "あいこ", "look": 0xA1B2C3, "role": "visitor"}
RECORDED: Json = {
    "id": 65_279,
    "name": "自動案内",
    "look": 0x2A41C3,
    "role": "guide",
    "recorded": True,
}
NARRATED: Json = {"from": 65_279, "tour": "shrine", "stop": 2, "begun": "2026-11-28T05:00:00Z"}
POSE: Json = {"x": 12.5, "y": 0.25, "z": -3.0, "yaw": 1.5708}
NEWS: Json = {
    "slug": "sake-walk",
    "title": "浜宿の酒蔵さんぽ",
    "place": "hamashuku",
    "state": "open",
    "starts_at": "2026-11-28T05:00:00Z",
    "ends_at": "2026-11-28T06:00:00Z",
    "attended_seconds": 640,
    "needed_seconds": 2160,
}
LINE: Json = {"text": "次は祐徳稲荷へ行きます", "by": "観光課", "at": "2026-11-28T05:20:00Z"}

BADGE: Json = {"id": 3, "title": "浜宿の酒蔵さんぽ", "state": "mined", "proof": None}
STAMP: Json = {"place": "tsugiba", "day": "2026-11-28"}


def told() -> list[Json]:
    """Every message from the server, as the Socket.IO text packet that carries it."""
    return [
        {
            "rule": "JN4",
            "name": "welcome",
            "body": {
                "n": 1_795_309_200_000_041,
                "protocol": 1,
                "oldest": 1,
                "avatar": 7,
                "pose": POSE,
                "instance": "event-sake-walk",
                "event": NEWS,
                "server_ms": 90_500,
                "beat_ms": 100,
                "resumed": False,
                "bounds": BOUNDS,
                "people": 312,
                "avatars": [CARD],
                "announcements": [LINE],
                "badges": [BADGE],
                "stamps": [STAMP],
                "narrated": None,
            },
        },
        {"rule": "RO1", "name": "avatars", "body": {"came": [CARD], "left": [3, 9]}},
        {"rule": "RG1", "name": "avatars", "body": {"came": [RECORDED], "left": []}},
        {"rule": "GA1", "name": "gather", "body": {"n": 47, "from": 7, "name": "やまと"}},
        {"rule": "RG3", "name": "narrate", "body": {"n": 46, **NARRATED}},
        {
            "rule": "CH1",
            "name": "chat",
            "body": {
                "n": 1_795_309_200_000_042,
                "from": 7,
                "name": "あいこ",
                "text": "はじめまして 🍶",
                "at": "2026-11-28T05:03:07Z",
            },
        },
        {
            "rule": "CH3",
            "name": "chat",
            "body": {
                "n": 1_795_309_200_000_043,
                "from": 7,
                "name": "あいこ",
                "phrase": 3,
                "at": "2026-11-28T05:03:09Z",
            },
        },
        {"rule": "EM1", "name": "emote", "body": {"n": 44, "from": 7, "emote": 2}},
        {"rule": "AN1", "name": "announce", "body": {"n": 45, **LINE}},
        {"rule": "EV1", "name": "event", "body": NEWS},
        {"rule": "EV1", "name": "event", "body": {**NEWS, "recorded": True}},
        {"rule": "BD1", "name": "badge", "body": BADGE},
        {"rule": "ST1", "name": "stamp", "body": STAMP},
        {"rule": "TV3", "name": "stand", "body": {"pose": POSE}},
        {"rule": "MV7", "name": "correct", "body": {"seq": 41, "pose": POSE}},
        {
            "rule": "CL1",
            "name": "bye",
            "body": {"code": "another-tab", "retryable": False, "details": {}},
        },
        {
            "rule": "CL1",
            "name": "bye",
            "body": {"code": "removed", "retryable": False, "details": {"reason": "大声での宣伝"}},
        },
    ]


def asked() -> list[Json]:
    """What clients ask, and how the server reads it."""
    ticket = "eyJ2IjoiYSJ9.c2lnbmF0dXJl"
    return [
        {
            "rule": "JN1",
            "name": "connect",
            "body": {"ticket": ticket, "protocol": 1, "lane": "compact"},
            "read": {"ticket": ticket, "lane": "compact", "after": None},
        },
        {
            "rule": "RS2",
            "name": "connect",
            "body": {"ticket": ticket, "protocol": 1, "lane": "events", "after": 41},
            "read": {"ticket": ticket, "lane": "events", "after": 41},
        },
        {
            "rule": "MV3",
            "name": "move",
            "body": {"seq": 5, "x": 12.5, "y": 0.25, "z": -3.0, "yaw": -1.570796, "state": 1},
            "read": {"seq": 5, "gait": 1, "wire": {"x": 16_625, "z": 13_875, "y": 25, "yaw": 192}},
        },
        {
            "rule": "CH1",
            "name": "chat",
            "body": {"text": "  こんにちは\n世界 "},
            "read": {"text": "こんにちは 世界", "phrase": None},
        },
        {
            "rule": "CH3",
            "name": "chat",
            "body": {"phrase": 12},
            "read": {"text": None, "phrase": 12},
        },
        {"rule": "EM1", "name": "emote", "body": {"emote": 5}, "read": {"emote": 5}},
        {"rule": "BL1", "name": "block", "body": {"avatar": 65_535}, "read": {"avatar": 65_535}},
        {
            "rule": "TV1",
            "name": "travel",
            "body": {"place": "romon"},
            "read": {"place": "romon"},
        },
    ]


def refused() -> list[Json]:
    """What clients might ask and must not: the field or error code the server answers with."""
    ticket = "eyJ2IjoiYSJ9.c2lnbmF0dXJl"
    here = {"seq": 5, "x": 1.0, "y": 0.0, "z": 1.0, "yaw": 0.0, "state": 0}
    return [
        {"rule": "JN1", "name": "connect", "body": None, "field": "auth"},
        {
            "rule": "JN1",
            "name": "connect",
            "body": {"ticket": 7, "protocol": 1, "lane": "events"},
            "field": "ticket",
        },
        {
            "rule": "JN2",
            "name": "connect",
            "body": {"ticket": ticket, "protocol": 0, "lane": "events"},
            "code": "protocol-too-old",
        },
        {
            "rule": "JN3",
            "name": "connect",
            "body": {"ticket": ticket, "protocol": 1, "lane": "udp"},
            "field": "lane",
        },
        {"rule": "MV3", "name": "move", "body": {**here, "x": None}, "field": "x"},
        {"rule": "MV3", "name": "move", "body": {**here, "z": "1"}, "field": "z"},
        {"rule": "MV3", "name": "move", "body": {**here, "y": True}, "field": "y"},
        {"rule": "MV3", "name": "move", "body": {**here, "seq": 65_536}, "field": "seq"},
        {"rule": "MV3", "name": "move", "body": {**here, "state": 3}, "field": "state"},
        {"rule": "PO1", "name": "move", "body": {**here, "x": 410.5}, "field": "pose"},
        {"rule": "PO1", "name": "move", "body": {**here, "y": 1e300}, "field": "pose"},
        {"rule": "CH1", "name": "chat", "body": {}, "field": "chat"},
        {"rule": "CH1", "name": "chat", "body": {"text": "a", "phrase": 1}, "field": "chat"},
        {"rule": "CH2", "name": "chat", "body": {"text": "あ" * 201}, "field": "text"},
        {"rule": "CH2", "name": "chat", "body": {"text": "\u202e \u200b"}, "field": "text"},
        {"rule": "CH3", "name": "chat", "body": {"phrase": 0}, "field": "phrase"},
        {"rule": "CH3", "name": "chat", "body": {"phrase": 13}, "field": "phrase"},
        {"rule": "EM1", "name": "emote", "body": {"emote": 6}, "field": "emote"},
        {"rule": "EM1", "name": "emote", "body": {"emote": 1.5}, "field": "emote"},
        {"rule": "BL1", "name": "block", "body": {"avatar": 0}, "field": "avatar"},
        {"rule": "BL1", "name": "block", "body": {"avatar": "3"}, "field": "avatar"},
        {"rule": "TV1", "name": "travel", "body": {}, "field": "place"},
        {"rule": "TV1", "name": "travel", "body": {"place": "x" * 41}, "field": "place"},
    ]


def stance(at: int, *pose: float, gait: int = 0) -> Json:
    """Where a recorded walk stands at that millisecond (x, y, z, yaw), reckoned by hand."""
    return {"at": at, "pose": dict(zip(("x", "y", "z", "yaw"), pose, strict=True)), "gait": gait}


def scripts() -> Json:
    """RG2: recorded walks, as marks of [ms, x, y, z, yaw], and where they stand at some moments."""
    walk = [[0, 0, 0, 0, 0], [5000, 0, 0, 0, 0], [15_000, 20, 1, 0, 0], [20_000, 20, 1, 0, 3]]
    put = [[0, 0, 0, 0, 1], [4000, 0, 0, 0, 1], [4000, 300, 0, 0, 1], [6000, 300, 0, 12, 1]]
    return {
        "about": "Recorded walks. Gait: 0 stand, 1 walk, 2 run; who walks looks where they go.",
        "cases": [
            {
                "name": "stands, walks east and up, turns",
                "marks": walk,
                "moments": [
                    stance(-100, 0, 0, 0, 0),
                    stance(2500, 0, 0, 0, 0),
                    stance(10_000, 10, 0.5, 0, TURN / 4, gait=1),
                    stance(15_000, 20, 1, 0, 0),
                    stance(17_500, 20, 1, 0, 1.5),
                    stance(99_000, 20, 1, 0, 3),
                ],
            },
            {
                "name": "was put elsewhere, and runs south",
                "marks": put,
                "moments": [
                    stance(3999, 0, 0, 0, 1),
                    stance(4000, 300, 0, 0, 0, gait=2),
                    stance(5000, 300, 0, 6, 0, gait=2),
                ],
            },
            {
                "name": "turns the short way round",
                "marks": [[0, 1, 2, 3, 3], [1000, 1, 2, 3, -3]],
                "moments": [stance(500, 1, 2, 3, TURN / 2)],
            },
            {
                "name": "only stood",
                "marks": [[0, 1, 2, 3, 4]],
                "moments": [stance(7, 1, 2, 3, 4)],
            },
        ],
    }


def events() -> Json:
    """NU1: the JSON messages of both directions."""
    cases = [
        {**case, "packet": "2" + json.dumps([case["name"], case["body"]], ensure_ascii=False)}
        for case in told()
    ]
    return {
        "about": "JSON messages. `packet` is the Socket.IO text packet (spaces do not matter).",
        "bounds": BOUNDS,
        "server": cases,
        "client": asked(),
        "refused": refused(),
    }


def files() -> dict[str, str]:
    """The committed text of each vector file."""
    made = {
        "poses.json": poses(),
        "moves.json": moves(),
        "events.json": events(),
        "scripts.json": scripts(),
    }
    return {
        name: json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        for name, content in made.items()
    }


if __name__ == "__main__":
    for file_name, content in files().items():
        (HERE / file_name).write_text(content, encoding="utf-8")
