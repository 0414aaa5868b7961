"""What the minter does next, as pure decisions over facts gathered elsewhere.

award   queued ──claim, sign──▶ batched ──receipt──▶ mined ──cannot be undone──▶ final
           ▲                       │  ▲                │
           └──────reverted─────────┘  └──reorganised───┘        any ──▶ parked (a person looks)

batch   signed ──▶ mined ──▶ final            signed ──▶ reverted ──▶ failed
           ▲─reorganised─┘                       ▲──reorganised──┘
"""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol, TypeVar

T = TypeVar("T")


class Why(StrEnum):
    """Why awards wait, as the health page and the metrics name it."""

    NOTHING = "nothing"
    STANDBY = "standby"
    SIGNER_MISSING = "signer-missing"
    SIGNER_UNUSABLE = "signer-unusable"
    SIGNER_CHANGED = "signer-changed"
    REGISTRAR_UNUSABLE = "registrar-unusable"
    CHAIN_AWAY = "chain-away"
    WRONG_CHAIN = "wrong-chain"
    CHAIN_DISAGREES = "chain-disagrees"
    NODES_DISAGREE = "nodes-disagree"
    NO_CONTRACT = "no-contract"
    NOT_ISSUER = "not-issuer"
    NOT_REGISTRAR = "not-registrar"
    NEEDS_ADMIN = "needs-admin"
    DEFINED_OTHERWISE = "defined-otherwise"
    PAUSED = "paused"
    DAILY_CAP = "daily-cap"
    OUT_OF_FUNDS = "out-of-funds"
    REFUSED = "refused"
    KEEPS_REVERTING = "keeps-reverting"
    UNCONFIRMED = "unconfirmed"
    DATABASE_AWAY = "database-away"


PATIENCE: dict[Why, float] = {
    Why.STANDBY: 0.5,
    Why.CHAIN_AWAY: 0.5,
    Why.DATABASE_AWAY: 1.0,
    Why.UNCONFIRMED: 0.5,
    Why.CHAIN_DISAGREES: 15.0,
    Why.NODES_DISAGREE: 15.0,
}
"""Seconds until the next look; what a person has to put right is looked at less often."""

USUAL_PATIENCE = 3.0


class Held(Exception):
    """Nothing can be issued at present; `why` is told to the operator with `detail`."""

    def __init__(self, why: Why, detail: str = "") -> None:
        super().__init__(f"{why}: {detail}" if detail else why)
        self.why = why
        self.detail = detail

    @property
    def patience(self) -> float:
        """Seconds until the next look."""
        return PATIENCE.get(self.why, USUAL_PATIENCE)


class BadgeHeld(Held):
    """One badge cannot be issued at present; the others go on."""


class Course(StrEnum):
    """What to do about a badge with awards waiting."""

    AWARD = "award"
    DEFINE = "define"
    EXTEND = "extend"
    WAIT = "wait"
    SPLIT = "split"


REASONS: tuple[tuple[str, Course | Why], ...] = (
    ("kashima_badges: not defined", Course.DEFINE),
    ("kashima_badges: not open yet", Course.WAIT),
    ("kashima_badges: not its day yet", Course.WAIT),
    ("kashima_badges: closed", Course.EXTEND),
    ("kashima_badges: paused", Why.PAUSED),
    ("kashima_badges: daily cap reached", Why.DAILY_CAP),
    ("kashima_badges: caller lacks the role", Why.NOT_ISSUER),
)


FIRST_REASONS: tuple[tuple[str, Why], ...] = (
    ("kashima_badges: only the admin defines", Why.NEEDS_ADMIN),
    ("kashima_badges: caller is not the admin", Why.NEEDS_ADMIN),
    ("kashima_badges: too many badges defined today", Why.DAILY_CAP),
)
"""Why a badge cannot be defined or extended by us; anything else is about its own facts."""


def after_trial(reason: str | None) -> Course:
    """What a trial call of `award` asks for; raise Held for what concerns every badge alike.

    A reason not listed can only be about some of the holders, so the batch is split to find them.
    """
    if reason is None:
        return Course.AWARD
    meaning = next((meaning for text, meaning in REASONS if text in reason), Course.SPLIT)
    if isinstance(meaning, Why):
        raise Held(meaning, reason)
    return meaning


def check_first(reason: str, *, badge_id: int) -> None:
    """Raise BadgeHeld when what must come before an award waits for somebody or for tomorrow."""
    why = next((why for text, why in FIRST_REASONS if text in reason), None)
    if why is not None:
        raise BadgeHeld(why, f"badge {badge_id}: {reason}")


def is_ripe(*, count: int, oldest: datetime, now: datetime, size: int, flush: timedelta) -> bool:
    """Whether a batch is worth sending: full, or its first award has waited long enough."""
    return count >= size or now - oldest >= flush


class Waits(Protocol):
    """Whatever waits since some moment."""

    @property
    def created_at(self) -> datetime:
        """Since when."""


W = TypeVar("W", bound=Waits)


def batches_of(
    rows: Sequence[W], *, now: datetime, size: int, flush: timedelta
) -> list[Sequence[W]]:
    """What waits, the longest waiting first, as batches of at most `size` that are worth sending.

    Only the last can be less than full; then it goes when its own first row has waited long enough.
    """
    parts = [rows[at : at + size] for at in range(0, len(rows), size)]
    return [
        part
        for part in parts
        if is_ripe(count=len(part), oldest=part[0].created_at, now=now, size=size, flush=flush)
    ]


@dataclass(frozen=True)
class Verdict:
    """What a mined batch did, by holder: tokens there are, and what cannot be explained."""

    there: frozenset[str]
    missing: frozenset[str]
    foreign: frozenset[str]


def verdict(*, expected: Iterable[str], logged: Iterable[str], held: Iterable[str]) -> Verdict:
    """Compare what a batch promised with what its receipt logged and who held the badge already."""
    wanted, seen = frozenset(expected), frozenset(logged)
    there = wanted & (seen | frozenset(held))
    return Verdict(there=there, missing=wanted - there, foreign=seen - wanted)


Trial = Callable[[Sequence[T]], Awaitable[str | None]]
"""Answers why the contract would refuse these rows together, or None when it would not."""


async def separate(rows: Sequence[T], trial: Trial[T]) -> tuple[list[T], list[tuple[T, str]]]:
    """Rows that pass together, and each row that cannot with its reason; few questions for few bad.

    Halves are tried again and again until a failing part is a single row.
    """
    reason = await trial(rows)
    if reason is None:
        return list(rows), []
    if len(rows) == 1:
        return [], [(rows[0], reason)]
    middle = len(rows) // 2
    good, bad = await separate(rows[:middle], trial)
    more_good, more_bad = await separate(rows[middle:], trial)
    return good + more_good, bad + more_bad


REVERTS_IN_A_ROW = 3


def check_reverts(in_a_row: int) -> None:
    """Raise Held when rounds that passed their trials keep being reverted: a person must look."""
    if in_a_row >= REVERTS_IN_A_ROW:
        raise Held(
            Why.KEEPS_REVERTING, f"{in_a_row} rounds in a row passed their trials, then reverted"
        )


def block_time(*, now: datetime, last: int) -> int:
    """Unix second of the embedded chain's next block: the present, yet later than the last one."""
    return max(int(now.timestamp()), last + 1)
