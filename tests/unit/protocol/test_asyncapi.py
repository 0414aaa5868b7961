"""The AsyncAPI document is one, is whole, and every vector fits it."""

import json
import re
from copy import deepcopy
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft7Validator
from wire_document import BEYOND_A_SCHEMA, DOCUMENT, MESSAGES, accepts, wrongs

from world_server.errors import TownError
from world_server.protocol import limits, messages, moves, poses
from world_server.protocol.asked import Asked, ConnectAsked
from world_server.protocol.closing import RETRYABLE, Close
from world_server.protocol.geometry import Gait, WirePose
from world_server.protocol.rules import named, numbers, rules

ROOT = Path(__file__).parents[3]
OFFICIAL = ROOT / "deploy/schema/node_modules/@asyncapi/specs/schemas/3.0.0-without-$id.json"
EVENTS = json.loads((ROOT / "tests/vectors/events.json").read_text("utf-8"))
Json = dict[str, Any]


# ── the document itself ─────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def official() -> Draft7Validator:
    """AsyncAPI's own schema of its documents."""
    return Draft7Validator(json.loads(OFFICIAL.read_text("utf-8")))


def test_the_document_is_asyncapi(official: Draft7Validator) -> None:
    assert [error.message for error in official.iter_errors(DOCUMENT)] == []


@pytest.mark.parametrize("part", ["info", "channels", "operations"])
def test_asyncapi_s_schema_would_notice_a_mistake(official: Draft7Validator, part: str) -> None:
    wrong = deepcopy(DOCUMENT)
    if part == "info":
        del wrong["info"]["title"]
    elif part == "channels":
        wrong["channels"]["town"]["adress"] = "/"
    else:
        wrong["operations"]["told-chat"]["action"] = "shout"
    assert not official.is_valid(wrong)


def test_every_reference_leads_somewhere() -> None:
    for pointer in re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(DOCUMENT)):
        at: Any = DOCUMENT
        for step in pointer.split("/"):
            at = at[step]
        assert at


def test_every_message_is_said_by_somebody() -> None:
    said = set(re.findall(r"#/channels/town/messages/([\w-]+)", json.dumps(DOCUMENT["operations"])))
    assert said == set(MESSAGES) == set(DOCUMENT["channels"]["town"]["messages"])


def test_every_schema_is_one_and_is_used() -> None:
    used = set(re.findall(r"#/components/schemas/(\w+)", json.dumps(DOCUMENT)))
    assert used == set(DOCUMENT["components"]["schemas"])
    for schema in DOCUMENT["components"]["schemas"].values():
        Draft7Validator.check_schema(schema)


def test_every_message_and_request_of_the_code_is_in_it() -> None:
    told = {kind.name for kind in get_args(messages.Numbered) + get_args(messages.State)}
    asked = {kind.name for kind in (ConnectAsked, *get_args(Asked))}
    names = {name for name in MESSAGES if not name.startswith("answer-")}
    assert names == {f"told-{name}" for name in told | {"poses", "bye"}} | {
        f"asked-{name}" for name in asked | {"bare-move"}
    }


def test_every_rule_number_and_reason_is_in_it() -> None:
    described = DOCUMENT["info"]["description"]
    assert len(rules()) > 40
    assert [rule for rule in rules() if f"**{rule}**" not in described] == []
    constants = {name: value for name, value in vars(limits).items() if name.isupper()}
    assert {one.name: one.value for one in numbers()} == constants
    assert {name: one["value"] for name, one in DOCUMENT["x-limits"].items()} == constants
    for one in numbers():
        assert named(one.meaning), f"{one.name} names no rule"
    told = DOCUMENT["x-refusals"]
    assert {code for code, one in told.items() if one["retryable"]} >= set(RETRYABLE)
    assert set(told) >= set(Close) | {
        kind.code for kind in TownError.__subclasses__() if kind.__module__ == TownError.__module__
    }


def test_every_message_tells_its_rules() -> None:
    for name, message in MESSAGES.items():
        if name != "answer-accepted":
            assert re.search(r"^- \*\*[A-Z]{2}\d\*\*: ", message["description"], re.MULTILINE), name


def test_ps2_mv1_the_layouts_are_the_bytes() -> None:
    frame = MESSAGES["told-poses"]["payload"]["x-layout"]
    move = MESSAGES["asked-bare-move"]["payload"]["x-layout"]["move"]
    assert size(frame["header"]) == limits.POSE_HEADER_BYTES
    assert size(frame["record"]) == limits.POSE_RECORD_BYTES
    assert size(move) == limits.MOVE_BYTES
    raw = moves.encode_move(
        moves.Move(seq=0x0203, pose=WirePose(x=4, z=5, y=-6, yaw=7), gait=Gait.RUN)
    )
    said = {
        one["name"]: int.from_bytes(
            raw[one["offset"] :][: int(one["type"][1:]) // 8],
            "little",
            signed=one["type"].startswith("i"),
        )
        for one in move
    }
    assert said == {
        "type": 1,
        "state": 2,
        "seq": 0x0203,
        "x": 4,
        "z": 5,
        "y": -6,
        "yaw": 7,
        "tail": 0,
    }
    assert [one["name"] for one in frame["record"]] == list(poses.RECORD.names or ())


def size(layout: list[Json]) -> int:
    last = layout[-1]
    return int(last["offset"]) + int(last["type"][1:]) // 8


# ── vectors ─────────────────────────────────────────────────────────────────


def cases(side: str) -> list[Any]:
    prefix = "told" if side == "server" else "asked"
    return [
        pytest.param(f"{prefix}-{case['name']}", case["body"], id=f"{i}-{case['name']}")
        for i, case in enumerate(EVENTS[side])
    ]


VALID = cases("server") + cases("client")


@pytest.mark.parametrize(("message", "body"), VALID)
def test_every_vector_fits_its_schema(message: str, body: Json) -> None:
    assert wrongs(message, body) == []


WRONG: list[Any] = [None, True, "!", -1.5, {}, [0]]


@pytest.mark.parametrize(("message", "body"), VALID)
def test_a_vector_that_was_changed_does_not(message: str, body: Json) -> None:
    assert not accepts(message, None)
    assert not accepts(message, [body])
    assert not accepts(message, body | {"surprise": 1})
    for name, value in body.items():
        nullable = value is None or name in ("after", "event", "proof", "narrated")
        rest = {other: kept for other, kept in body.items() if other != name}
        if name not in ("after", "recorded"):
            assert not accepts(message, rest), f"without {name}"
        for wrong in WRONG:
            plain = is_plain(message, name, wrong)
            if not (wrong is None and nullable) and not plain:
                assert not accepts(message, body | {name: wrong}), f"{name} = {wrong!r}"


def is_plain(message: str, name: str, wrong: object) -> bool:
    """Whether the changed value is just another value the field may have."""
    field = field_schema(message)[name]
    anything = json.dumps(field)
    return (
        (isinstance(wrong, str) and '"string"' in anything and "pattern" not in anything)
        or (wrong is True and '"boolean"' in anything)
        or (wrong == -1.5 and '"number"' in anything)
        or (wrong == {} and name == "details")
    ) and "enum" not in field


def field_schema(message: str) -> Json:
    name = MESSAGES[message]["payload"]["$ref"].rsplit("/", 1)[1]
    found: Json = DOCUMENT["components"]["schemas"][name]["properties"]
    return found


@pytest.mark.parametrize("case", EVENTS["refused"], ids=lambda case: str(case["name"]))
def test_what_a_decoder_refuses_does_not_fit_either(case: Json) -> None:
    if case.get("field") not in BEYOND_A_SCHEMA:
        assert not accepts(f"asked-{case['name']}", case["body"])
