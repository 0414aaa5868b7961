"""A connection whose other side is the test: it hears everything and says when it is gone."""

import json
from typing import Any

from world_server.live.connection import Connection
from world_server.protocol.closing import Refusal
from world_server.protocol.frames import PoseWrite, TextWrite
from world_server.protocol.poses import PoseFrame, decode_frame
from world_server.protocol.requests import Lane


class HeardConnection(Connection):
    """Remembers what it was told and shown; `time` is what its clock says."""

    def __init__(self, lane: Lane = Lane.COMPACT) -> None:
        self.time = 0.0
        self.told: list[tuple[str, dict[str, Any]]] = []
        self.frames: list[PoseFrame] = []
        self.dropped = False
        super().__init__(address="here", now=lambda: self.time)
        self.lane = lane

    def tell(self, write: TextWrite) -> None:
        if not self.is_over:
            for packet in write.packets:
                name, body = json.loads(packet[1:])
                self.told.append((name, body))

    def show(self, write: PoseWrite) -> None:
        self.frames.append(decode_frame(write.poses))

    @property
    def unsent(self) -> int:
        return 0

    def _close(self, goodbye: Refusal) -> None:
        self.told.append(("bye", goodbye.body()))

    def drop(self) -> None:
        self.dropped = True

    def all(self, name: str) -> list[dict[str, Any]]:
        """Every message of that name so far."""
        return [body for told, body in self.told if told == name]

    @property
    def numbers(self) -> list[int]:
        """The numbers of everything heard, in order."""
        return [body["n"] for _, body in self.told if "n" in body]
