"""What a badge is called in each language: an event as staff named it, all others by their kind."""

import json
from datetime import date
from functools import cache
from pathlib import Path

from nft_badges.metadata import Facts
from nft_badges.proof.places import is_place, place_name
from world_server import dates
from world_server.i18n import FIRST_LANGUAGE, translate
from world_server.store.tables.award import BadgeKind

RALLIES = Path(__file__).parent.parent.parent / "assets" / "town" / "rallies.json"


def name_of(facts: Facts, language: str) -> str:
    """The badge's name; what staff typed stays as they typed it."""
    match facts.kind:
        case BadgeKind.EVENT:
            return facts.title
        case BadgeKind.HOST:
            return translate(language, "proof-name-host", title=facts.title)
        case BadgeKind.RALLY:
            return _rally_name(facts, language)
        case BadgeKind.REAL:
            place = _real_place(facts, language)
            return translate(language, "proof-name-real", place=place)
        case BadgeKind.MONTHLY:
            first = month_of(facts)
            return translate(
                language, "proof-name-monthly", year=str(first.year), month=first.month
            )


def described(facts: Facts, language: str) -> str:
    """One sentence: what the badge is the sign of."""
    first = month_of(facts)
    return translate(
        language,
        f"proof-meta-{facts.kind}",
        name=name_of(facts, language),
        place=where_of(facts, language),
        day=dates.day(language, facts.occurred_on),
        year=str(first.year),
        month=first.month,
    )


def where_of(facts: Facts, language: str) -> str:
    """The place the badge belongs to; the town where it belongs to no one place."""
    if not facts.place:
        return translate(language, "proof-town")
    return _real_place(facts, language)


def month_of(facts: Facts) -> date:
    """The first day of the month a badge is of, as its key says, else of its day."""
    kind, _, month = (facts.key or "").partition(":")
    if kind == "monthly":
        try:
            return date.fromisoformat(f"{month}-01")
        except ValueError:
            pass  # a key of another form: the day knows as well
    return facts.occurred_on.replace(day=1)


def is_of_one_day(kind: BadgeKind) -> bool:
    """Whether a badge of this kind stands for a day on which its holder was there."""
    return kind in (BadgeKind.EVENT, BadgeKind.REAL, BadgeKind.HOST)


def _real_place(facts: Facts, language: str) -> str:
    if is_place(facts.place):
        return place_name(facts.place, language)
    # A counter that is no place of the town has the name staff gave it.
    return facts.title if facts.kind is BadgeKind.REAL else facts.place


def _rally_name(facts: Facts, language: str) -> str:
    name = (facts.key or "").split(":")[1:2]
    names = _rallies().get(name[0], {}) if name else {}
    return names.get(language) or names.get(FIRST_LANGUAGE) or facts.title


@cache
def _rallies() -> dict[str, dict[str, str]]:
    """Names of every rally by id: constant data beside the code, so reading it once is enough."""
    told = json.loads(RALLIES.read_text(encoding="utf-8"))
    return {one["id"]: one["names"] for one in told["rallies"]}
