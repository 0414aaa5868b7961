"""Complete WebSocket frames (RFC 6455), so that one write of shared bytes reaches a visitor."""

TEXT = 0x81
BINARY = 0x82
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
