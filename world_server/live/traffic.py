"""What went over the connections, in plain numbers that are added up only when somebody asks."""

from dataclasses import dataclass


@dataclass(slots=True)
class Traffic:
    """Counts of one connection, or of many together; each part of the wire adds to its own."""

    frames: int = 0
    """Pose frames written, and the bytes of their poses (PS2) without any wrapping."""
    frame_bytes: int = 0
    messages: int = 0
    """Text packets written, `bye` among them, and their bytes as WebSocket frames."""
    message_bytes: int = 0
    moves: int = 0
    """Moves of the compact lane taken in (MV1)."""
    skipped: int = 0
    """Pose frames left out because the reader was still busy with earlier ones (PS6)."""

    def add(self, other: "Traffic") -> None:
        """Count what the other counted as well."""
        self.frames += other.frames
        self.frame_bytes += other.frame_bytes
        self.messages += other.messages
        self.message_bytes += other.message_bytes
        self.moves += other.moves
        self.skipped += other.skipped
