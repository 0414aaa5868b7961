"""One running copy of the town: who is in it, what they are told, and its beat.

Everything here happens at once and in order, on the event loop, without waiting for anything:
the database and Redis are looked after by others. `now` is in seconds of the loop's clock,
`clock()` is the calendar's time.
"""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from world_server.errors import NotAllowed, NotFound, TooMany, Unavailable
from world_server.live.apart import Apart
from world_server.live.attendance import Account, Ledger
from world_server.live.comings import Comings
from world_server.live.connection import Connection
from world_server.live.conversation import Conversation
from world_server.live.faces import Faces
from world_server.live.happening import Happening
from world_server.live.inheritance import Inheritance
from world_server.live.introductions import Introductions
from world_server.live.log import Log
from world_server.live.mirrored import ROOM, HeroesHere, Mirrored
from world_server.live.poses_out import PosesOut
from world_server.live.recorded_guide import RecordedGuide
from world_server.live.stamp_book import StampBook
from world_server.live.stay import Guest, Stay
from world_server.live.visit_book import VisitBook
from world_server.metrics import Metrics
from world_server.protocol.closing import Close, Refusal, bye
from world_server.protocol.frames import TextWrite
from world_server.protocol.geometry import Pose
from world_server.protocol.limits import (
    BUSY_BEATS,
    CALM_VISITORS,
    CORRECT_PAUSE_SECONDS,
    LINGER_SECONDS,
    POSE_BUDGET,
    RESUME_SECONDS,
)
from world_server.protocol.messages import (
    Announced,
    Correct,
    Stand,
    Welcome,
    encode_state,
)
from world_server.protocol.moves import Move
from world_server.protocol.requests import Lane, Say, Show, Travel
from world_server.sim.town import Town
from world_server.sim.world import World
from world_server.store.clock import Clock

SPARE = 16
"""Slots beyond a quarter more than the seats: who is kept for a return may outlive their seat."""

FAREWELL_SECONDS = 30.0
"""After an event ends people see their badge promised, and say goodbye, before they are let out."""


class Instance:
    """The visitors of one instance, and the world they stand in."""

    def __init__(
        self,
        name: str,
        *,
        town: Town,
        capacity: int,
        happening: Happening | None,
        ledger: Ledger,
        log: Log,
        inheritance: Inheritance,
        said: Callable[[], None],
        clock: Clock,
        metrics: Metrics,
        now: float,
        pose_budget: int = POSE_BUDGET,
    ) -> None:
        """`said` is called when something waits in `log` to be kept and told."""
        self.name = name
        self.inheritance = inheritance
        self.happening = happening
        self.stays: dict[str, Stay] = {}
        self.gone: list[tuple[Guest, float]] = []
        """Who left since presence was last told, and when."""
        self.empty_since: float | None = now
        self.world = World(town.bounds, size=capacity + capacity // 4 + SPARE + ROOM)
        self._stay_in: list[Stay | None] = [None] * self.world.size
        self._poses = PosesOut(self.world, budget=pose_budget)
        self._comings = Comings()
        self._faces = Faces(self.world, self._comings)
        self._cards = self._faces.cards
        self._introductions = Introductions(self.world, self._cards, unseen=self._poses.unseen)
        self.heroes = HeroesHere(self.world)
        self.apart = Apart(self.stays, self._poses, awaited=inheritance.rest)
        self.conversation = Conversation(
            log, self.stays, heroes=self.heroes, apart=self.apart, said=said, clock=clock, now=now
        )
        self.mirrored = Mirrored(
            self.world,
            cards=self._cards,
            comings=self._comings,
            at_home=self.stays,
            tell_all=self.conversation.tell_all,
            beat=lambda: self._beat + 1,
        )
        self.recorded = RecordedGuide(
            self.world,
            cards=self._cards,
            comings=self._comings,
            tell_all=self.conversation.tell_all,
            clock=clock,
            beat=lambda: self._beat + 1,
        )
        self._stamps = StampBook(
            town.places, self.world, stay_in=self._stay_in.__getitem__, clock=clock
        )
        self._book = VisitBook(
            name,
            event_id=None if happening is None else happening.id,
            world=self.world,
            ledger=ledger,
            clock=clock,
        )
        self._town = town
        self._metrics = metrics
        self._started = now
        self._beat = 0
        self._arrivals = 0
        self._farewell_at: float | None = None

    # ── coming and going ────────────────────────────────────────────────────

    def attach(
        self,
        visitor_id: str,
        connection: Connection,
        *,
        guest: Guest | None,
        after: int | None,
        now: float,
    ) -> Stay:
        """JN8, RS1 to RS3: let the visitor in, or back in.

        Raise Unavailable when there is no stay to come back to and no room for a new one.
        """
        stay = self.stays.get(visitor_id)
        is_back = stay is not None or self.inheritance.knows(visitor_id, now=now)
        if stay is None:
            stay = self._arrive(guest, now)
        elif guest is not None:
            self._renew(stay, guest, now)
        kept = self.conversation.log.after(after) if is_back and after is not None else None
        if after is not None:
            self._metrics.resumes.labels("anew" if kept is None else "resumed").inc()
        if stay.connection is not None:
            stay.connection.end(bye(Close.ANOTHER_TAB))
        stay.connection = connection
        stay.away_since = None
        self._stamps.watch(stay, is_here=True)
        stay.meter.resume(now)
        self.heroes.note(stay)
        connection.on_lost = partial(self._lose, stay, connection)
        if connection.lane is Lane.COMPACT:
            connection.moves = self.world.sink(stay.body)
        self.apart.enter(stay)
        self._faces.reveal(stay, beat=self._beat + 1)
        self._receive(stay, None if kept is None else self.apart.hearing(stay, kept), now)
        return stay

    def _receive(self, stay: Stay, missed: list[str] | None, now: float) -> None:
        """RS2: first what was missed, then how everything is now."""
        connection = stay.connection
        if connection is None:
            return
        near = self.apart.seen(stay, self._introductions.first(stay.body))
        welcome = self._welcome(stay, near, resumed=missed is not None, now=now)
        connection.tell(TextWrite(*(missed or ()), encode_state(welcome)))
        self._poses.show_these([connection], near, server_ms=self._ms(now))
        self._introductions.begin(connection)

    def settle(self, visitor_id: str) -> Account | None:
        """RS4: what a former world measured of a visitor who comes back, to be written first."""
        kept = self.inheritance.settle(visitor_id)
        return None if kept is None else self._book.adopt(kept, visitor_id=visitor_id)

    def leave(self, visitor_id: str, goodbye: Refusal | None, *, now: float) -> None:
        """The visitor goes for good: by their own wish, to another instance, or put out.

        Without a goodbye the connection is left to the caller.
        """
        stay = self.stays.get(visitor_id)
        if stay is not None:
            self._end(stay, goodbye, now=now)

    def close(self, goodbye: Refusal, *, now: float) -> None:
        """End every visit and every connection; stays are kept in Redis for a return elsewhere."""
        for stay in tuple(self.stays.values()):
            self._end(stay, goodbye, now=now)
        self.conversation.end()

    def _arrive(self, guest: Guest | None, now: float) -> Stay:
        if guest is None or len(self.world) >= self.world.size:
            raise Unavailable
        kept = self.inheritance.take(guest.visitor_id, now=now)
        pose = None if kept is None else Pose(kept.x, kept.y, kept.z, kept.yaw)
        if pose is None or not self._town.bounds.holds(pose):
            place = None if self.happening is None else self.happening.place
            pose = self._town.arrival(place, nth=self._arrivals)
            self._arrivals += 1
        avatar = None if kept is None else kept.avatar
        body = self.world.add(pose, now=now, beat=self._beat, avatar_id=avatar, hero=guest.is_hero)
        self.world.hide(body)
        stay = Stay(guest, body=body, account=self._book.open(guest, now=now), now=now)
        self.stays[guest.visitor_id] = stay
        self._stay_in[body.slot] = stay
        self._stamps.begin(stay)
        self.empty_since = None
        return stay

    def _renew(self, stay: Stay, guest: Guest, now: float) -> None:
        """The same visitor through another tab, perhaps under another name, look or role."""
        is_other = guest.role != stay.guest.role
        stay.guest = replace(guest, attended_before=stay.guest.attended_before)
        if is_other and stay.account.ended_at is None:
            self._book.begin_anew(stay, now=now)
        self.world.set_hero(stay.body, hero=guest.is_hero)
        self._faces.renew(stay)

    def _lose(self, stay: Stay, connection: Connection) -> None:
        """RS1: the connection broke; the stay goes on for 30 s."""
        if stay.connection is connection:
            stay.connection = None
            stay.away_since = connection.now()
            stay.meter.pause(stay.away_since)
            self._stamps.watch(stay, is_here=False)
            self._poses.seat(stay.body.slot, None)

    def _end(self, stay: Stay, goodbye: Refusal | None, *, now: float) -> None:
        self._book.close(stay, now=now)
        if stay.connection is not None and goodbye is not None:
            stay.connection.end(goodbye)
        stay.connection = None
        self._poses.seat(stay.body.slot, None)
        self._faces.conceal(stay)
        self._stamps.watch(stay, is_here=False)
        self.world.remove(stay.body)
        self._stay_in[stay.body.slot] = None
        del self.stays[stay.guest.visitor_id]
        self.apart.leave(stay)
        self.heroes.gone(stay)
        self.gone.append((stay.guest, now))
        if not self.stays:
            self.empty_since = now

    def _welcome(self, stay: Stay, near: list[int], *, resumed: bool, now: float) -> Welcome:
        happening = self.happening
        stay.told_attended = stay.attended
        return Welcome(
            n=self.conversation.log.n,
            avatar=stay.body.id,
            pose=self.world.pose(stay.body),
            instance=self.name,
            event=None if happening is None else happening.news(stay.attended),
            server_ms=self._ms(now),
            resumed=resumed,
            bounds=self._town.bounds,
            people=len(self.world.here()) - len(self.recorded) - self.apart.shown(stay),
            avatars=tuple(card for slot in near if (card := self._cards[slot]) is not None),
            announcements=() if happening is None else happening.announcements,
            badges=tuple(stay.badges.values()),
            stamps=tuple(stay.stamps.values()),
            narrated=self.recorded.narrated,
        )

    # ── what visitors do ────────────────────────────────────────────────────

    def say(self, stay: Stay, said: Say, *, now: float) -> asyncio.Event:
        """CH4: a line or a phrase to everybody; the event is set when all were told.

        Raise NotAllowed or TooMany.
        """
        if said.text is not None and (self.happening is None or not self.happening.is_open):
            raise NotAllowed
        return self.conversation.say(stay, said, now=now)

    def show(self, stay: Stay, shown: Show, *, now: float) -> None:
        """EM2: an emote, seen by everybody; raise TooMany."""
        self.conversation.show(stay, shown, now=now)

    def travel(self, stay: Stay, wish: Travel, *, now: float) -> None:
        """TV1, TV2: take the visitor to a place; raise NotFound or TooMany."""
        if self._town.place(wish.place) is None:
            raise NotFound("place")
        if wait := stay.travels.spend(now):
            raise TooMany(max(1, round(wait)))
        stay.meter.act(now)
        self.put(stay, self._town.arrival(wish.place, nth=stay.body.id), now=now)

    def put(self, stay: Stay, pose: Pose, *, now: float) -> None:
        """TV3: have the avatar stand at `pose` without walking there, and tell its visitor."""
        self.world.put(stay.body, pose, now=now, beat=self._beat + 1)
        stay.tell(Stand(pose=self.world.pose(stay.body)))

    def move(self, stay: Stay, move: Move) -> None:
        """MV3: a move of the events lane, judged on the next beat like any other."""
        self.world.ask_move(stay.body, move)

    # ── what staff do ───────────────────────────────────────────────────────

    def announce(self, line: Announced) -> None:
        """AN1: everybody hears it once, and who comes later reads it in `welcome`."""
        happening = self.happening
        if happening is not None and line not in happening.announcements:
            announcements = (*happening.announcements, line)
            self.happening = replace(happening, announcements=announcements)
            self.conversation.tell_all(line)

    def update(self, fresh: Happening, *, now: float) -> None:
        """EV1: the tables say this about the event now; tell whatever is new."""
        known, self.happening = self.happening, fresh
        if known is None:
            return
        for line in fresh.announcements:
            if line not in known.announcements:
                self.conversation.tell_all(line)
        if replace(fresh, announcements=known.announcements) == known:
            return
        if fresh.is_over and not known.is_over:
            self._farewell_at = now + FAREWELL_SECONDS
            for stay in self.stays.values():
                self._book.close(stay, now=now)
        for stay in self.stays.values():
            stay.tell(fresh.news(stay.attended))

    # ── time ────────────────────────────────────────────────────────────────

    def beat(self, now: float) -> None:
        """PS1: judge the moves, tell who came and left, show everybody where the others are."""
        self.judge(now)
        self.display(now)

    def judge(self, now: float) -> None:
        """The first half of a beat. Between the halves instances show each other their heroes."""
        self._beat += 1
        for slot, seq in self.world.settle(now=now, beat=self._beat):
            self._correct(slot, seq, now)
        self.recorded.beat(now)

    def display(self, now: float) -> None:
        """The second half of a beat: tell who came and left, show where everybody is."""
        if len(self.stays) <= CALM_VISITORS or self._beat % BUSY_BEATS == 0:
            self.conversation.tell_comings(self._comings)
        self._introductions.beat(partial(self._poses.show_these, server_ms=self._ms(now)))
        self._poses.beat(self._beat, server_ms=self._ms(now))

    def sweep(self, now: float) -> None:
        """What is looked at twice a second: who is away too long, midnight, progress, the end."""
        for stay in tuple(self.stays.values()):
            if stay.away_since is not None:
                self._await_return(stay, now - stay.away_since, now)
        today = self._book.today()
        for stay in self.stays.values():
            if stay.away_since is None:
                self._book.look_after(stay, today=today, now=now)
                self._tell_progress(stay)
        self._stamps.look(now)
        for visitor_id, kept in self.inheritance.lapsed(now):
            self._book.adopt(kept, visitor_id=visitor_id)
        if self._farewell_at is not None and now >= self._farewell_at:
            self.close(bye(Close.EVENT_ENDED), now=now)

    def _await_return(self, stay: Stay, away: float, now: float) -> None:
        if away > RESUME_SECONDS:
            self._end(stay, bye(Close.GHOST), now=now)
        elif away > LINGER_SECONDS:
            self._faces.conceal(stay)

    def _tell_progress(self, stay: Stay) -> None:
        """EV1: what was written down since it was last told."""
        if self.happening is not None and stay.attended != stay.told_attended:
            stay.told_attended = stay.attended
            stay.tell(self.happening.news(stay.attended))

    def _correct(self, slot: int, seq: int, now: float) -> None:
        """MV5 to MV7: the visitor's own client is put right; nobody else saw anything."""
        stay = self._stay_in[slot]
        if stay is not None and now - stay.corrected_at >= CORRECT_PAUSE_SECONDS:
            stay.corrected_at = now
            self._metrics.moves_corrected.inc()
            stay.tell(Correct(seq=seq, pose=self.world.pose(stay.body)))

    def _ms(self, now: float) -> int:
        return int((now - self._started) * 1000)
