"""The AsyncAPI 3.0 document of the wire, made from the types, numbers and rules that run it.

Nothing of the wire is told twice here: shapes come from `messages` and `asked`, bytes from the
layouts of `moves` and `poses`, reasons from `closing` and `errors`, numbers from `limits`, and
the sentences of the rules from PROTOCOL.md.
"""

from inspect import cleandoc
from typing import Any, get_args

import numpy as np

from world_server import errors
from world_server.protocol import asked, messages, moves, poses
from world_server.protocol.closing import RETRYABLE, Close, Refusal
from world_server.protocol.frames import POSES_EVENT
from world_server.protocol.kinds import MessageNumber
from world_server.protocol.limits import MAX_PAYLOAD, MOVE_BYTES, POSE_HEADER_BYTES
from world_server.protocol.requests import Lane
from world_server.protocol.rules import named, numbers, rules
from world_server.protocol.schema import Schemas

Json = dict[str, Any]

JSON = "application/json"
BYTES = "application/octet-stream"
CHANNEL = "#/channels/town"

ABOUT = """\
What a client and a world process say to each other while a visitor is in the town, over \
Socket.IO 4 on a WebSocket. `POST /api/join` (see `/api/openapi.json`) gives the ticket and the \
path. A message's payload is the one argument of the Socket.IO event of its name; a request is \
answered by the acknowledgement. The operations are told from the world's side: it *sends* what \
visitors hear. The rules below are those of PROTOCOL.md.
"""


def document() -> Json:
    """The whole document, built anew."""
    shapes = Schemas()
    told = _told(shapes)
    heard = _heard(shapes)
    answers = _answers(shapes)
    every = told | heard | answers
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Virtual Kashima: the wire",
            "version": "1",
            "description": ABOUT + "\n" + "\n".join(map(_line, rules())),
            "license": {"name": "Apache-2.0", "url": "https://www.apache.org/licenses/LICENSE-2.0"},
        },
        "defaultContentType": JSON,
        "servers": {"world": _server()},
        "channels": {"town": _channel(every)},
        "operations": _operations(told, heard),
        "components": {"messages": every, "schemas": shapes.made},
        "x-limits": {
            one.name: {"value": one.value, "description": one.meaning} for one in numbers()
        },
        "x-refusals": _refusals(),
    }


def _line(rule: str) -> str:
    return f"- **{rule}**: {rules()[rule].what}"


def _described(text: str) -> str:
    """A sentence of the code, and the rules it names in full."""
    return "\n".join(
        [cleandoc(text), "", *(_line(one) for one in named(text) if one in rules())]
    ).strip()


def _server() -> Json:
    return {
        "host": "{host}",
        "pathname": "/w/{world}/socket.io/",
        "protocol": "wss",
        "protocolVersion": "Socket.IO 4, Engine.IO 4",
        "description": _described("One world process of the town: JN5, LM1, LM3, LM5, RS5."),
        "variables": {
            "host": {"description": "Where the town's pages are served."},
            "world": {"description": "The world that `POST /api/join` names in `path`."},
        },
    }


def _channel(every: Json) -> Json:
    fixed = {"EIO": {"const": "4"}, "transport": {"const": "websocket"}}
    query = {"type": "object", "required": sorted(fixed), "properties": fixed}
    return {
        "address": "/",
        "title": "The town",
        "description": "The one namespace of Socket.IO (JN5).",
        "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in every},
        "bindings": {"ws": {"method": "GET", "query": query, "bindingVersion": "0.1.0"}},
    }


# ── what is said ────────────────────────────────────────────────────────────


def _told(shapes: Schemas) -> Json:
    told: Json = {}
    for kind in get_args(messages.Numbered):
        told[f"told-{kind.name}"] = _message(kind.name, _numbered(shapes, kind), kind.__doc__ or "")
    for kind in get_args(messages.State):
        told[f"told-{kind.name}"] = _message(kind.name, shapes.refer(kind), kind.__doc__ or "")
    told["told-poses"] = _binary(
        "poses",
        f"PS1, PS2: a pose frame; after `{POSES_EVENT}` in the events lane, bare in the compact.",
        layouts={"header": poses.HEADER, "record": poses.RECORD},
        least=POSE_HEADER_BYTES,
    )
    told["told-bye"] = _message("bye", _refusal(shapes), "CL1, CL2: why the connection ends now.")
    return told


def _numbered(shapes: Schemas, kind: type) -> Json:
    """NU1: a shape with the number it has when it is told by itself, and not inside another."""
    schema = shapes.of_shape(kind)
    number = shapes.of_kind(MessageNumber)
    schema["required"] = ["n", *schema["required"]]
    schema["properties"] = {"n": number, **schema["properties"]}
    name = f"Numbered{kind.__name__}"
    shapes.made[name] = schema
    return {"$ref": f"#/components/schemas/{name}"}


def _heard(shapes: Schemas) -> Json:
    heard: Json = {}
    for kind in (asked.ConnectAsked, *get_args(asked.Asked)):
        heard[f"asked-{kind.name}"] = _message(kind.name, shapes.refer(kind), kind.__doc__ or "")
    heard["asked-bare-move"] = _binary(
        "move",
        f"MV1, MV2: a move of the {Lane.COMPACT} lane, a bare binary message.",
        layouts={"move": moves.MOVE},
        least=MOVE_BYTES,
        most=MOVE_BYTES,
    )
    return heard


def _answers(shapes: Schemas) -> Json:
    accepted = {"type": "object", "required": ["ok"], "properties": {"ok": {"const": True}}}
    refused = {
        "type": "object",
        "required": ["message", "data"],
        "properties": {"message": {"type": "string"}, "data": _refusal(shapes)},
    }
    plain = {"type": "string", "description": "For a second CONNECT, or another namespace (JN5)."}
    return {
        "answer-accepted": _message("accepted", accepted, "The request was carried out."),
        "answer-refused": _message("refused", _refusal(shapes), "CL3: why it was not."),
        "answer-connect-error": _message(
            "connect_error", {"anyOf": [refused, plain]}, "JN6: CONNECT was refused."
        ),
    }


def _message(name: str, payload: Json, text: str) -> Json:
    return {
        "name": name,
        "summary": cleandoc(text).splitlines()[0],
        "description": _described(text),
        "contentType": JSON,
        "payload": payload,
    }


def _binary(
    name: str,
    text: str,
    *,
    layouts: dict[str, "np.dtype[np.void]"],
    least: int,
    most: int = MAX_PAYLOAD,
) -> Json:
    lengths = {"x-least-bytes": least, **({"x-most-bytes": most} if least == most else {})}
    payload = {"type": "string", "format": "binary", **lengths}
    payload["x-layout"] = {part: _layout(dtype) for part, dtype in layouts.items()}
    return _message(name, payload, text) | {"contentType": BYTES}


def _layout(dtype: "np.dtype[np.void]") -> list[Json]:
    """Every field of a packed record, little endian, with its place and its type."""
    found = []
    for name, (kind, offset, *_) in (dtype.fields or {}).items():
        sign = "u" if kind.kind == "u" else "i"
        found.append({"name": name, "offset": int(offset), "type": f"{sign}{kind.itemsize * 8}"})
    return found


# ── who says it ─────────────────────────────────────────────────────────────


def _operations(told: Json, heard: Json) -> Json:
    operations: Json = {}
    for name, message in told.items():
        operations[name] = _operation("send", name, message)
    for name, message in heard.items():
        operations[name] = _operation("receive", name, message)
    answered = ["answer-accepted", "answer-refused"]
    for kind in get_args(asked.Asked):
        operations[f"asked-{kind.name}"]["reply"] = _reply(answered)
    welcomed = ["told-welcome", "answer-connect-error"]
    operations["asked-connect"]["reply"] = _reply(welcomed)
    return operations


def _operation(action: str, name: str, message: Json) -> Json:
    return {
        "action": action,
        "channel": {"$ref": CHANNEL},
        "summary": message["summary"],
        "messages": [_in_channel(name)],
    }


def _reply(names: list[str]) -> Json:
    return {"channel": {"$ref": CHANNEL}, "messages": [_in_channel(name) for name in names]}


def _in_channel(name: str) -> Json:
    return {"$ref": f"{CHANNEL}/messages/{name}"}


# ── why not ─────────────────────────────────────────────────────────────────


def _kinds() -> list[type[errors.TownError]]:
    known = errors.TownError.__subclasses__()
    return sorted(
        (kind for kind in known if kind.__module__ == errors.__name__), key=lambda kind: kind.code
    )


def _refusal(shapes: Schemas) -> Json:
    """CL3: `closing.Refusal`, its code one of those the town has."""
    known = shapes.refer(Refusal)
    codes = {kind.code for kind in _kinds()} | {close.value for close in Close}
    shapes.made[Refusal.__name__]["properties"]["code"] = {"enum": sorted(codes)}
    return known


def _refusals() -> Json:
    told = {
        kind.code: {
            "retryable": kind.retryable,
            "description": (kind.__doc__ or "").splitlines()[0],
        }
        for kind in _kinds()
    }
    byes = {
        close.value: {"retryable": close in RETRYABLE, "description": "Ends a connection (CL1)."}
        for close in sorted(Close)
        if close.value not in told
    }
    return told | byes
