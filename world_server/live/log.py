"""What is said in one instance, numbered once for all: put, kept elsewhere, told, told again.

Nothing is told before it is safe in Redis, or Redis had its time (NU5), so that whoever missed it
hears it from another world if this one dies. `log_keeper.py` sees to that; here it is only counted.
"""

import asyncio
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self

import orjson

from world_server.protocol.frames import TextWrite
from world_server.protocol.limits import KEPT_MESSAGES
from world_server.protocol.messages import Numbered, encode_numbered


@dataclass(frozen=True, slots=True)
class Entry:
    """One numbered message as everybody hears it; an empty packet marks where a log began.

    BL2: `by` is the visitor who said it, where a block can keep others from hearing them, and
    `unheard` are those whom one kept from it when it was said.
    """

    n: int
    packet: str
    by: str = ""
    unheard: tuple[str, ...] = ()

    def raw(self) -> bytes:
        """The entry as it is kept elsewhere."""
        said = (self.by, *self.unheard) if self.by else ()
        return orjson.dumps((self.n, self.packet, *said))

    @classmethod
    def read(cls, raw: bytes) -> Self:
        """An entry that was kept elsewhere."""
        n, packet, *said = orjson.loads(raw)
        return cls(n, packet, said[0] if said else "", tuple(said[1:]))


@dataclass(frozen=True, slots=True)
class Batch:
    """Messages on their way to everybody; `told` is set when they are there."""

    entries: Sequence[Entry]
    told: asyncio.Event

    @property
    def write(self) -> TextWrite:
        """The messages as one write, shared by all who hear them."""
        return TextWrite(*(entry.packet for entry in self.entries))


class Log:
    """NU1, RS2: the numbers of one instance, and its last messages."""

    def __init__(self, *, first: int, kept: Iterable[Entry] = ()) -> None:
        """Begin at `first` (microseconds of unix time: no two logs give the same number).

        `kept` is what the log of the instance had kept in the world it lived in before.
        """
        self._kept: deque[Entry] = deque(kept, maxlen=KEPT_MESSAGES)
        self._n = max([first, *(entry.n for entry in self._kept)])
        self._kept.append(Entry(self._n, ""))
        self._told = self._n
        self._waiting: list[Entry] = []
        self._next = asyncio.Event()

    @property
    def n(self) -> int:
        """The number of the last message everybody was told."""
        return self._told

    @property
    def kept(self) -> Sequence[Entry]:
        """What was told and is kept for who comes back, in order."""
        return tuple(self._kept)

    def put(
        self, message: Numbered, *, by: str = "", unheard: tuple[str, ...] = ()
    ) -> asyncio.Event:
        """Give the message its number; the event is set when everybody was told."""
        self._n += 1
        self._waiting.append(Entry(self._n, encode_numbered(message, self._n), by, unheard))
        return self._next

    def take(self) -> Batch | None:
        """What was said since the last time, to be kept and then told; None when nothing was."""
        if not self._waiting:
            return None
        batch = Batch(self._waiting, self._next)
        self._waiting, self._next = [], asyncio.Event()
        return batch

    def tell(self, batch: Batch) -> None:
        """The batch is told now: who comes back from here on finds it kept."""
        self._kept.extend(batch.entries)
        self._told = batch.entries[-1].n
        batch.told.set()

    def after(self, number: int) -> list[Entry] | None:
        """RS2, RS3: what was told after `number`, in order; None when some of it is not kept.

        A number that is not among the kept ones was told while nothing could be kept: what came
        after it may be lost, and saying so is better than a gap.
        """
        if all(entry.n != number for entry in self._kept):
            return None
        return [entry for entry in self._kept if entry.n > number and entry.packet]
