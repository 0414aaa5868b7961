"""The lossless lane of one visitor: messages get their numbers here, and are kept for a return."""

from collections import deque

from world_server.protocol.limits import KEPT_MESSAGES
from world_server.protocol.messages import Prepared


class Outbox:
    """NU1, RS2: numbers from 1, and the last 256 messages; shared bodies are kept once for all."""

    __slots__ = ("_forgotten", "_kept", "n")

    def __init__(self) -> None:
        self.n = 0
        self._forgotten = 0
        self._kept: deque[tuple[int, Prepared]] = deque(maxlen=KEPT_MESSAGES)

    def put(self, message: Prepared, *, keep: bool = True) -> str:
        """Give the message its number; give back the packet to send, if anybody is there."""
        self.n += 1
        if keep:
            if len(self._kept) == KEPT_MESSAGES:
                self._forgotten = self._kept[0][0]
            self._kept.append((self.n, message))
        return message.numbered(self.n)

    def after(self, number: int) -> list[str] | None:
        """RS2, RS3: the packets after `number`, in order; None when one of them is not kept.

        A number that was never given out means that somebody else's numbers are meant.
        """
        if not 0 < number <= self.n or number < self._forgotten:
            return None
        return [message.numbered(n) for n, message in self._kept if n > number]

    def restart(self) -> None:
        """RS3: begin again at 1 for a client that knows nothing."""
        self.n = 0
        self._forgotten = 0
        self._kept.clear()
