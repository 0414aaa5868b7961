"""A guide's walk and words while they are recorded, and as they are played again. Pure.

A recording is made of parts, each written once; whoever goes on in another world begins a new one.
Times inside a part are milliseconds since it began.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

SLACK_METRES = 0.2
"""How far the played walk may be beside the one that was walked."""

SLACK_TURN = 0.6
"""Radians somebody who stands may turn unrecorded."""

LONGEST_SILENCE = 60.0
"""Seconds after which a mark is kept even if nothing changed."""

JUMP_SPEED = 12.0
"""Metres a second beyond which somebody was put there and did not walk."""

GAP_SECONDS = 5.0
"""A longer time without any record, as when the guide was away, is not waited for again."""

SHORT_GAP = 1.0


class RecordedMark(NamedTuple):
    """At that millisecond the guide stood there: metres to the centimetre, radians."""

    at: int
    x: float
    y: float
    z: float
    yaw: float


@dataclass(frozen=True, slots=True)
class RecordedLine:
    """At that millisecond a guide or staff said this: a text, or the number of a phrase."""

    at: int
    by: str
    text: str | None = None
    phrase: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """What was recorded without a break, from `begun_at` on."""

    begun_at: datetime
    marks: tuple[RecordedMark, ...]
    lines: tuple[RecordedLine, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A whole recording from its first mark on; marks and lines in the order of their times."""

    marks: tuple[RecordedMark, ...] = ()
    lines: tuple[RecordedLine, ...] = ()

    @property
    def seconds(self) -> int:
        """How long it plays."""
        walked = self.marks[-1].at if self.marks else 0
        said = self.lines[-1].at if self.lines else 0
        return max(walked, said) // 1000


@dataclass(slots=True)
class Track:
    """Gathers one guide's walk and words between two times of writing them down."""

    begun_at: datetime
    _kept: list[RecordedMark] = field(default_factory=list)
    _since: list[RecordedMark] = field(default_factory=list)
    _lines: list[RecordedLine] = field(default_factory=list)

    def see(self, pose: tuple[float, float, float, float], *, at: datetime) -> None:
        """Where the guide stands now: x, y, z and yaw; only what is needed to walk so is kept."""
        mark = RecordedMark(self._ms(at), *(round(one, 2) for one in pose))
        if not self._kept:
            self._kept.append(mark)
            return
        before = self._since[-1] if self._since else self._kept[-1]
        if mark.at <= before.at:
            return
        if _metres(before, mark) > JUMP_SPEED * (mark.at - before.at) / 1000:
            self._keep(before)
            self._keep(before._replace(at=mark.at))
            self._keep(mark)
        elif any(_is_beside(one, self._kept[-1], mark) for one in self._since) or (
            mark.at - self._kept[-1].at > LONGEST_SILENCE * 1000
        ):
            self._keep(before)
            self._since.append(mark)
        else:
            self._since.append(mark)

    def hear(self, by: str, *, at: datetime, text: str | None, phrase: int | None = None) -> None:
        """What a guide or staff said."""
        self._lines.append(RecordedLine(self._ms(at), by, text, phrase))

    def take(self) -> Part | None:
        """What is to be written down, once; the next part goes on where this one ends."""
        if self._since:
            self._keep(self._since[-1])
        if len(self._kept) <= 1 and not self._lines:
            return None
        part = Part(self.begun_at, tuple(self._kept), tuple(self._lines))
        self._kept, self._lines = self._kept[-1:], []
        return part

    def _keep(self, mark: RecordedMark) -> None:
        if mark != self._kept[-1]:
            self._kept.append(mark)
        self._since.clear()

    def _ms(self, at: datetime) -> int:
        return max(0, round((at - self.begun_at).total_seconds() * 1000))


def joined(parts: Iterable[Part]) -> Recorded:
    """The parts, in their order, as one recording without the times nobody guided."""
    marks: list[RecordedMark] = []
    lines: list[RecordedLine] = []
    played = 0
    ended: datetime | None = None
    for part in parts:
        if not part.marks:
            continue
        first = part.marks[0].at
        begun = part.begun_at.timestamp() * 1000 + first
        if ended is not None:
            gap = begun - ended.timestamp() * 1000
            played += round(min(max(gap, 0), SHORT_GAP * 1000) if gap > GAP_SECONDS * 1000 else gap)
            if marks and _metres(marks[-1], part.marks[0]) > SLACK_METRES:
                marks.append(marks[-1]._replace(at=played))
        shift = played - first
        fresh = [mark._replace(at=mark.at + shift) for mark in part.marks]
        marks += fresh if not marks or fresh[0] != marks[-1] else fresh[1:]
        lines += [_moved(line, shift, least=played) for line in part.lines]
        played = marks[-1].at
        last = part.marks[-1].at
        ended = datetime.fromtimestamp(
            part.begun_at.timestamp() + last / 1000, part.begun_at.tzinfo
        )
    return Recorded(tuple(marks), tuple(sorted(lines, key=lambda line: line.at)))


def _moved(line: RecordedLine, shift: int, *, least: int) -> RecordedLine:
    return RecordedLine(max(least, line.at + shift), line.by, line.text, line.phrase)


def _metres(a: RecordedMark, b: RecordedMark) -> float:
    return math.dist((a.x, a.y, a.z), (b.x, b.y, b.z))


def _is_beside(mark: RecordedMark, start: RecordedMark, end: RecordedMark) -> bool:
    """Whether who walks straight from start to end would miss this mark."""
    share = (mark.at - start.at) / (end.at - start.at)
    on_line = RecordedMark(mark.at, *(a + (b - a) * share for a, b in _pairs(start, end)))
    stands = _metres(start, end) <= SLACK_METRES
    turned = abs((mark.yaw - on_line.yaw + math.pi) % math.tau - math.pi)
    return _metres(mark, on_line) > SLACK_METRES or (stands and turned > SLACK_TURN)


def _pairs(start: RecordedMark, end: RecordedMark) -> Sequence[tuple[float, float]]:
    turn = (end.yaw - start.yaw + math.pi) % math.tau - math.pi
    return (
        (start.x, end.x),
        (start.y, end.y),
        (start.z, end.z),
        (start.yaw, start.yaw + turn),
    )
