"""Complete WebSocket frames (RFC 6455), so that one write of shared bytes reaches a visitor."""

TEXT = 0x81
BINARY = 0x82
CLOSE = 0x88
SHORT = 126
U16_SIZE = 0x10000

POSES_EVENT = b'451-["poses",{"_placeholder":true,"num":0}]'
"""JN3: what announces the binary part of a `poses` event to a standard Socket.IO client."""


def ws_frame(payload: bytes, *, first: int = BINARY) -> bytes:
    """One final, unmasked frame, as a server sends it; `first` is FIN and opcode."""
    size = len(payload)
    if size < SHORT:
        return bytes((first, size)) + payload
    if size < U16_SIZE:
        return bytes((first, 126)) + size.to_bytes(2, "big") + payload
    return bytes((first, 127)) + size.to_bytes(8, "big") + payload


POSES_HEADER = ws_frame(POSES_EVENT, first=TEXT)


def compact_frame(poses: bytes) -> bytes:
    """PS5: the pose frame as a reader of the compact lane gets it."""
    return ws_frame(poses)


def event_frame(poses: bytes) -> bytes:
    """PS5: the same for a reader of the events lane: header and attachment in one write."""
    return POSES_HEADER + ws_frame(poses)


def text_frame(packet: str) -> bytes:
    """A Socket.IO text packet as an Engine.IO message in a frame of its own."""
    return ws_frame(b"4" + packet.encode(), first=TEXT)


def close_frame(code: int) -> bytes:
    """RFC 6455 §5.5.1: the peer is told why nothing more will come."""
    return ws_frame(code.to_bytes(2, "big"), first=CLOSE)
