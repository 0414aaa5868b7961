"""Pure: what staff typed about codes or a word becomes a plan, or every field's fault at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from admin import typed
from world_server.errors import Malformed
from world_server.spoken_words import folded, is_strong, strong_proposal
from world_server.store.badge_rules import event_occasion
from world_server.store.claim_rules import (
    LONGEST_WORD_WINDOW,
    MOST_CODES,
    MOST_USES,
    ClaimPlan,
    faults_of,
)
from world_server.store.tables.claim import ClaimChannel
from world_server.store.tables.event import Event

Faults = dict[str, str]
"""Field to the part of its sentence's key: `staff-claim-fault-<part>`."""

EARLY = timedelta(hours=1)
"""People come before an event begins, and their codes should work at the door."""

HANDED_OUT = timedelta(days=7)
"""For how long after an event a slip of paper from it is proposed to be good."""

COUNTER_DAYS = timedelta(days=90)
"""A season, after which somebody should look at a counter's codes again."""

SHEET = 24
"""Three pages of eight."""


@dataclass(frozen=True, kw_only=True)
class ClaimForm:
    """The fields as typed, kept so that nothing is lost when one of them is wrong."""

    channel: ClaimChannel
    label: str = ""
    spot: str = ""
    cap: str = ""
    opens_at: str = ""
    closes_at: str = ""
    word: str = ""
    minutes: str = ""

    @classmethod
    def typed(cls, channel: ClaimChannel, fields: Mapping[str, object]) -> "ClaimForm":
        """From the form's fields; one left out is empty."""

        def one(name: str) -> str:
            return str(fields.get(name, "")).strip()

        return cls(
            channel=channel,
            label=one("label"),
            spot=one("spot"),
            cap=one("cap"),
            opens_at=one("opens_at"),
            closes_at=one("closes_at"),
            word=one("word"),
            minutes=one("minutes"),
        )

    @classmethod
    def for_event(cls, channel: ClaimChannel, event: Event, *, now: datetime) -> "ClaimForm":
        """A first proposal for an event."""
        opens = max(event.starts_at - EARLY, event_occasion(event).opens_at)
        is_paper = channel is ClaimChannel.ONE_TIME
        closes = event.ends_at + (HANDED_OUT if is_paper else EARLY)
        if closes <= now:  # an event of last week: its visitors may still be given codes
            opens, closes = now, min(now + HANDED_OUT, event_occasion(event).closes_at)
        return cls(
            channel=channel,
            label=event.title,
            cap=str(SHEET if is_paper else max(event.capacity, 1)),
            opens_at=typed.written_time(opens),
            closes_at=typed.written_time(closes),
            word=strong_proposal() if channel is ClaimChannel.WORD else "",
            minutes="15",
        )

    @classmethod
    def for_counter(cls, channel: ClaimChannel, *, now: datetime) -> "ClaimForm":
        """A first proposal for a counter in the city."""
        return cls(
            channel=channel,
            cap=str(SHEET if channel is ClaimChannel.ONE_TIME else MOST_USES),
            opens_at=typed.written_time(now),
            closes_at=typed.written_time(now + COUNTER_DAYS),
        )

    def plan(self, event: Event | None, *, now: datetime) -> tuple[ClaimPlan, Faults]:
        """The plan, to be used only when there are no faults."""
        faults: Faults = {}
        cap, minutes = typed.number(self.cap), typed.number(self.minutes)
        opens, closes = typed.time(self.opens_at), typed.time(self.closes_at)
        if self.channel is ClaimChannel.WORD:
            opens, closes = now, None if minutes is None else now + _length(minutes)
            if closes is None:
                faults["minutes"] = "minutes"
            if not is_strong(folded(self.word)):
                faults["word"] = "word"
        else:
            faults |= {
                field: "date"
                for field, read in (("opens_at", opens), ("closes_at", closes))
                if read is None
            }
        if cap is None:
            faults["cap"] = "number"
        opens = opens or now
        plan = ClaimPlan(
            channel=self.channel,
            event_id=None if event is None else event.id,
            spot=self.spot if event is None else None,
            label=self.label if event is None else event.title,
            opens_at=opens,
            closes_at=closes or max(opens, now) + timedelta(minutes=1),
            cap=1 if cap is None else cap,
        )
        wrong = faults_of(plan, event=event, now=now)
        if not {"event", "channel", "state"}.isdisjoint(wrong):
            raise Malformed(wrong[0])
        return plan, {_shown(plan, field): _part(plan, field) for field in wrong} | faults


def _length(minutes: int) -> timedelta:
    """A length that cannot overflow, and is refused when it is too long."""
    return timedelta(minutes=min(minutes, 10_000))


def _shown(plan: ClaimPlan, field: str) -> str:
    """The field staff see: a word is given minutes instead of an end."""
    return "minutes" if field == "closes_at" and plan.channel is ClaimChannel.WORD else field


def _part(plan: ClaimPlan, field: str) -> str:
    if field == "cap":
        return "codes" if plan.channel is ClaimChannel.ONE_TIME else "cap"
    if field == "closes_at" and plan.channel is ClaimChannel.WORD:
        return "minutes"
    if field == "closes_at" and plan.closes_at <= plan.opens_at:
        return "before"
    return field.replace("_", "-")


MOST = {
    "codes": MOST_CODES,
    "cap": MOST_USES,
    "minutes": int(LONGEST_WORD_WINDOW.total_seconds() // 60),
}
"""The largest numbers, as the pages say them."""
