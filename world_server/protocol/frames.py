"""Complete WebSocket frames (RFC 6455), so that one write of shared bytes reaches a visitor."""

TEXT = 0x81
BINARY = 0x82
CLOSE = 0x88
SHORT = 126
U16_SIZE = 0x10000

PING_FRAME = bytes((TEXT, 1)) + b"2"
"""RS5: Engine.IO's ping."""

POSES_EVENT = '51-["poses",{"_placeholder":true,"num":0}]'
"""JN3: what announces the binary part of a `poses` event to a standard Socket.IO client."""


def ws_frame(payload: bytes, *, first: int = BINARY) -> bytes:
    """One final, unmasked frame, as a server sends it; `first` is FIN and opcode."""
    size = len(payload)
    if size < SHORT:
        return bytes((first, size)) + payload
    if size < U16_SIZE:
        return bytes((first, 126)) + size.to_bytes(2, "big") + payload
    return bytes((first, 127)) + size.to_bytes(8, "big") + payload


def text_frame(packet: str) -> bytes:
    """A Socket.IO text packet as an Engine.IO message in a frame of its own."""
    return ws_frame(b"4" + packet.encode(), first=TEXT)


class TextWrite:
    """Socket.IO text packets in their order, shared by all who are told them, in one write."""

    __slots__ = ("_raw", "packets")

    def __init__(self, *packets: str) -> None:
        self.packets = packets
        self._raw = b""

    @property
    def raw(self) -> bytes:
        """The packets as frames, one after the other."""
        self._raw = self._raw or b"".join(map(text_frame, self.packets))
        return self._raw


POSES_HEADER = text_frame(POSES_EVENT)


class PoseWrite:
    """PS5: one pose frame, shared by all its readers, in the shape each lane is written in."""

    __slots__ = ("_event", "compact", "poses")

    def __init__(self, poses: bytes) -> None:
        self.poses = poses
        self.compact = ws_frame(poses)
        """For the compact lane: one bare binary message."""
        self._event = b""

    @property
    def event(self) -> bytes:
        """For the events lane: a binary event's header and its attachment, in one write."""
        self._event = self._event or POSES_HEADER + self.compact
        return self._event


def close_frame(code: int) -> bytes:
    """RFC 6455 §5.5.1: the peer is told why nothing more will come."""
    return ws_frame(code.to_bytes(2, "big"), first=CLOSE)
