"""Pure: what staff typed about an event becomes a plan, or every field's fault at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from admin import typed
from world_server.errors import Malformed
from world_server.i18n import LANGUAGES
from world_server.store.clock import JST
from world_server.store.rules import EventPlan, check_plan
from world_server.store.tables.event import Event, RuleKind

Faults = dict[str, str]
"""Field to the part of its sentence's key: `staff-fault-<part>`."""

ENDS_IN_PAST = "ends-past"
DATE = "date"
NUMBER = "number"


@dataclass(frozen=True)
class EventForm:
    """The fields as typed, kept so that nothing is lost when one of them is wrong."""

    title: str = ""
    place: str = ""
    starts_at: str = ""
    ends_at: str = ""
    capacity: str = "50"
    languages: tuple[str, ...] = ("ja",)
    rule_kind: str = RuleKind.SHARE.value
    rule_value: str = "60"

    @classmethod
    def typed(cls, fields: Mapping[str, Sequence[str]]) -> "EventForm":
        """From the form's fields; one left out is empty."""

        def one(name: str) -> str:
            return fields.get(name, [""])[0].strip()

        return cls(
            title=one("title"),
            place=one("place"),
            starts_at=one("starts_at"),
            ends_at=one("ends_at"),
            capacity=one("capacity"),
            languages=tuple(fields.get("languages", ())),
            rule_kind=one("rule_kind"),
            rule_value=one("rule_value"),
        )

    @classmethod
    def of(cls, event: Event) -> "EventForm":
        """What one would have typed to get this event."""
        return cls(
            title=event.title,
            place=event.place,
            starts_at=typed.written_time(event.starts_at),
            ends_at=typed.written_time(event.ends_at),
            capacity=str(event.capacity),
            languages=tuple(event.languages),
            rule_kind=event.rule_kind.value,
            rule_value=str(event.rule_value),
        )

    @classmethod
    def suggested(cls, *, now: datetime) -> "EventForm":
        """A first proposal: an hour at the same time of day, a week from now."""
        hour = now.astimezone(JST).replace(minute=0, second=0, microsecond=0)
        starts = hour + timedelta(days=7, hours=1)
        return cls(
            starts_at=typed.written_time(starts),
            ends_at=typed.written_time(starts + timedelta(hours=1)),
        )

    def plan(self, *, now: datetime) -> tuple[EventPlan, Faults]:
        """The plan, to be used only when there are no faults."""
        faults: Faults = {}
        starts, ends = typed.time(self.starts_at), typed.time(self.ends_at)
        capacity, value = typed.number(self.capacity), typed.number(self.rule_value)
        faults |= {
            field: part
            for field, part, read in (
                ("starts_at", DATE, starts),
                ("ends_at", DATE, ends),
                ("capacity", NUMBER, capacity),
                ("rule_value", NUMBER, value),
            )
            if read is None
        }
        if ends is not None and ends <= now:
            faults["ends_at"] = ENDS_IN_PAST
        starts = starts or (ends - timedelta(hours=1) if ends else now)
        is_minutes = self.rule_kind == RuleKind.MINUTES.value
        plan = EventPlan(
            title=self.title,
            place=self.place,
            starts_at=starts,
            ends_at=ends or starts + timedelta(hours=1),
            capacity=1 if capacity is None else capacity,
            languages=tuple(name for name in LANGUAGES if name in self.languages),
            rule_kind=RuleKind.MINUTES if is_minutes else RuleKind.SHARE,
            rule_value=1 if value is None else value,
        )
        return plan, {**_rule_faults(plan), **faults}


def _rule_faults(plan: EventPlan) -> Faults:
    """Every field the town's rules refuse; they name one at a time, so each is then put right."""
    faults: Faults = {}
    while True:
        try:
            check_plan(plan, known_languages=LANGUAGES)
        except Malformed as refused:
            faults[refused.field] = _part(plan, refused.field)
            right: dict[str, Any] = {
                "title": "-",
                "place": "-",
                "ends_at": plan.starts_at + timedelta(hours=1),
                "capacity": 1,
                "languages": LANGUAGES,
                "rule_value": 1,
            }
            plan = replace(plan, **{refused.field: right[refused.field]})
        else:
            return faults


def _part(plan: EventPlan, field: str) -> str:
    if field == "ends_at" and plan.ends_at <= plan.starts_at:
        return "ends-before"
    if field == "rule_value":
        return f"rule-{plan.rule_kind.value}"
    return field.replace("_", "-")
