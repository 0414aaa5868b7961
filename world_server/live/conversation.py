"""What is said and shown in one instance: how much of it is heard, in which order, by whom."""

import asyncio
from collections.abc import Callable, Collection, Mapping

from world_server.errors import NotAllowed, TooMany
from world_server.line_rules import ANY_WORDS
from world_server.live.apart import Apart
from world_server.live.comings import Comings
from world_server.live.log import Batch, Log
from world_server.live.mirrored import HeroesHere
from world_server.live.stay import Stay
from world_server.protocol.frames import TextWrite
from world_server.protocol.limits import (
    GATHER_AT_ONCE,
    GATHER_SECONDS_EACH,
    SAID_AT_ONCE,
    SAID_PER_SECOND,
    SHOWN_AT_ONCE,
    SHOWN_PER_SECOND,
)
from world_server.protocol.messages import Gathered, Numbered, Said, Shown, State, encode_state
from world_server.protocol.requests import Say, Show
from world_server.sim.bucket import Bucket
from world_server.store.clock import Clock


class Conversation:
    """Numbers what is said in `log`; `said` is called when something waits there to be told."""

    def __init__(
        self,
        log: Log,
        stays: Mapping[str, Stay],
        *,
        heroes: HeroesHere,
        apart: Apart,
        said: Callable[[], None],
        clock: Clock,
        now: float,
    ) -> None:
        self.log = log
        self._stays = stays
        self._heroes = heroes
        self._apart = apart
        self.rules = ANY_WORDS
        """CH7: what a line may not hold."""
        self._said = said
        self._clock = clock
        self._lines = Bucket(size=SAID_AT_ONCE, seconds_each=1 / SAID_PER_SECOND, now=now)
        self._gathers = Bucket(size=GATHER_AT_ONCE, seconds_each=GATHER_SECONDS_EACH, now=now)
        self._emotes = Bucket(size=SHOWN_AT_ONCE, seconds_each=1 / SHOWN_PER_SECOND, now=now)

    def say(self, stay: Stay, said: Say, *, now: float) -> asyncio.Event:
        """CH5, LM7: a line or a phrase to everybody; the event is set when all were told.

        Raise TooMany or LineRefused.
        """
        self._spend(stay, stay.chats, self._lines, now)
        if said.text is not None:
            self._judge(stay, said.text, now)
        stay.meter.act(now)
        line = Said(
            speaker=stay.body.id,
            nickname=stay.guest.nickname,
            at=self._clock(),
            text=said.text,
            phrase=said.phrase,
        )
        self._heroes.did(stay, line)
        return self._tell_of(stay, line)

    def show(self, stay: Stay, shown: Show, *, now: float) -> None:
        """EM2, LM7: an emote, seen by everybody; raise TooMany."""
        self._spend(stay, stay.emotes, self._emotes, now)
        stay.meter.act(now)
        seen = Shown(avatar=stay.body.id, emote=shown.emote)
        self._heroes.did(stay, seen)
        self._tell_of(stay, seen)

    def gather(self, stay: Stay, *, now: float) -> None:
        """GA1, GA2: a guide or staff call everybody; raise NotAllowed or TooMany."""
        if not stay.guest.is_hero:
            raise NotAllowed
        if wait := self._gathers.spend(now):
            raise TooMany(max(1, round(wait)))
        stay.meter.act(now)
        call = Gathered(avatar=stay.body.id, nickname=stay.guest.nickname)
        self._heroes.did(stay, call)
        self.tell_all(call)

    def tell_all(self, message: Numbered) -> asyncio.Event:
        """NU1: say it to everybody as soon as it is kept; the event is set when it was told."""
        told = self.log.put(message)
        self._said()
        return told

    def tell_said(self, batch: Batch) -> None:
        """NU5: what is in the batch is kept, and told now."""
        deaf = self._apart.deaf(batch.entries)
        self._tell(batch.write, but=deaf)
        for reader in deaf:
            heard = self._apart.hearing(reader, batch.entries)
            if heard and reader.connection is not None:
                reader.connection.tell(TextWrite(*heard))
        self.log.tell(batch)

    def tell_state(self, message: State) -> None:
        """NU4: how something is now, to everybody, encoded once."""
        self._tell(TextWrite(encode_state(message)))

    def tell_comings(self, comings: Comings) -> None:
        """RO1: who came and who left, to everybody who may notice them."""
        told = comings.take()
        if told is None:
            return
        unaware = self._apart.unaware(comings.whose)
        self._tell(TextWrite(encode_state(told)), but=unaware.keys())
        for reader, unseen in unaware.items():
            own = told.without(unseen)
            if own is not None:
                reader.tell(own)

    def end(self) -> None:
        """Nobody is left to hear what waits, and nobody shall wait for it."""
        if (untold := self.log.take()) is not None:
            untold.told.set()

    def _judge(self, stay: Stay, text: str, now: float) -> None:
        """CH7: raise LineRefused; who holds an event may give a link, and repeat it."""
        self.rules.check(text, may_link=stay.guest.is_hero)
        if not stay.guest.is_hero:
            stay.repeats.check(text, now)

    def _tell_of(self, stay: Stay, deed: Said | Shown) -> asyncio.Event:
        """BL2: what a visitor does, kept from those who are apart from them."""
        if stay.guest.is_hero:
            return self.tell_all(deed)
        by = stay.guest.visitor_id
        told = self.log.put(deed, by=by, unheard=self._apart.unheard(stay))
        self._said()
        return told

    def _tell(self, write: TextWrite, *, but: Collection[Stay] = ()) -> None:
        for stay in self._stays.values():
            if stay.connection is not None and not (but and stay in but):
                stay.connection.tell(write)

    def _spend(self, stay: Stay, own: Bucket, shared: Bucket, now: float) -> None:
        """LM7: in a full hall even polite people are too many; guide and staff are always heard."""
        wait = own.spend(now)
        if not wait and not stay.guest.is_hero:
            wait = shared.spend(now)
        if wait:
            raise TooMany(max(1, round(wait)))
