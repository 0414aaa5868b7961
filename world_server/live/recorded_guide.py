"""The recorded guide of one instance: walks and speaks by the clock, and is nobody.

It has a body and a card as a mirrored avatar has, and nothing else: no stay, no seat, no account.
Whoever owns the instance finds it where the clock says; there is nothing to hand over but which of
its words are in the log already.
"""

import logging
from collections.abc import Callable, Iterable, MutableSequence

import orjson

from world_server.live.comings import Comings
from world_server.live.mirrored import FIRST_NUMBER
from world_server.protocol.messages import AvatarCard, Narrated, iso
from world_server.sim.programme import NOTHING, Programme, Run
from world_server.sim.world import Body, World
from world_server.store.clock import Clock

log = logging.getLogger(__name__)

NAME = "自動案内"
"""RG1: each client words it in its reader's language; this is for clients that do not."""

LOOK = 0x2A41C3
"""How it is dressed: always the same, so that people know it again."""

_SAID = '2["narrate",'


class RecordedGuide:
    """RG1 to RG3: at most one walks at a time."""

    def __init__(
        self,
        world: World,
        *,
        cards: MutableSequence[AvatarCard | None],
        comings: Comings,
        tell_all: Callable[[Narrated], object],
        clock: Clock,
        beat: Callable[[], int],
    ) -> None:
        """`cards` holds, by slot, who is to be seen."""
        self._world = world
        self._cards = cards
        self._comings = comings
        self._tell_all = tell_all
        self._clock = clock
        self._beat = beat
        self._programme = NOTHING
        self._said: set[tuple[str, int]] = set()
        self._body: Body | None = None
        self._run: Run | None = None
        self.narrated: Narrated | None = None
        """RG3: its last words, for who comes in the middle."""

    def __len__(self) -> int:
        return 0 if self._body is None else 1

    def begin(self, programme: Programme, packets: Iterable[str], *, now: float) -> None:
        """Walk by `programme` from now on; `packets` were said in the world it lived in before."""
        self._programme = programme
        for packet in packets:
            if packet.startswith(_SAID):
                told = orjson.loads(packet[1:])[1]
                self._said.add((told["begun"], told["stop"]))
        self.beat(now)  # so that the first welcome shows it already

    def beat(self, now: float) -> None:
        """Stand where the clock says, and say what it says."""
        if not self._programme.tours:
            return
        run = self._programme.at(self._clock())
        if self._run is not None and (run is None or run.begun != self._run.begun):
            self._go()
        if run is None:
            return
        body = self._body or self._come(run, now)
        if body is None:
            return
        self._run = run
        pose, gait = run.walked.script.stance(run.seconds)
        self._world.follow(body, self._world.bounds.pack(pose), int(gait), beat=self._beat())
        self._speak(run, body)

    def _come(self, run: Run, now: float) -> Body | None:
        world = self._world
        if len(world) >= world.size:
            log.warning("no room for the recorded guide")
            return None
        pose, _ = run.walked.script.stance(run.seconds)
        body = self._body = world.add(
            pose, now=now, beat=self._beat(), avatar_id=FIRST_NUMBER - 1 - run.turn, hero=True
        )
        card = AvatarCard(id=body.id, name=NAME, look=LOOK, role="guide", recorded=True)
        self._cards[body.slot] = card
        self._comings.came(card)
        return body

    def _go(self) -> None:
        body, self._body = self._body, None
        self._run = self.narrated = None
        self._said.clear()
        if body is not None:
            self._cards[body.slot] = None
            self._world.remove(body)
            self._comings.left(body.id)

    def _speak(self, run: Run, body: Body) -> None:
        cue = run.walked.script.cue(run.seconds)
        if cue is None or (self.narrated is not None and self.narrated.stop == cue.stop):
            return
        self.narrated = Narrated(
            speaker=body.id, tour=run.walked.tour, stop=cue.stop, begun=run.begun
        )
        key = (iso(run.begun), cue.stop)
        if key not in self._said:
            self._said.add(key)
            self._tell_all(self.narrated)
