"""What goes in and out over HTTP about codes and words that give a badge."""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from world_server.codes import LONGEST_TYPED
from world_server.spoken_words import LONGEST_WORD
from world_server.store.tables.award import BadgeKind
from world_server.web.shapes import Asked, BadgeCard, Told

Code = Annotated[
    str,
    Field(min_length=1, max_length=LONGEST_TYPED, description="As scanned, or copied by hand."),
]
Token = Annotated[str, Field(min_length=1, max_length=400)]


class ShownCode(Asked):
    """A code somebody wants to know more about before they use it."""

    code: Code


class UsedCode(Asked):
    """A code to be given a badge by: itself, or the hold of it."""

    code: Code | None = None
    hold: Annotated[Token | None, Field(description="Kept by a newcomer for ten minutes.")] = None


class SaidWord(Asked):
    """A word that was said aloud in an event."""

    event: str = Field(max_length=40, description="The event by its link.")
    word: str = Field(min_length=1, max_length=LONGEST_WORD * 2)


class ScreenLink(Asked):
    """The signed link by which a screen shows a claim's codes."""

    screen: Token


class Offer(Told):
    """The badge a code gives."""

    kind: BadgeKind
    title: str
    place: str
    occurred_on: date
    event: str | None = Field(description="The event by its link; null for a counter in the city.")
    art: str | None = Field(description="Path of the badge's picture; null before it is made.")
    hold: str | None = Field(
        description="What to send instead of a code that will be worthless in a minute."
    )


class ReceivedAnswer(Told):
    """The badge somebody was given."""

    badge: BadgeCard
    is_new: bool = Field(description="False when the same code or word had given it before.")


class ScreenCode(Told):
    """One code of a screen, and when it is to be shown."""

    link: str
    typed: str = Field(description="The code in groups, for who cannot scan it.")
    rows: list[str] = Field(description="Modules of the QR code from the top, 1 a dark one.")
    begins_at: datetime
    ends_at: datetime


class Screen(Told):
    """What a screen shows now and in the next minute, so that bad reception does no harm."""

    label: str
    event: bool = Field(description="Whether it is an event's; else a counter's in the city.")
    used: int
    cap: int
    now: datetime
    codes: list[ScreenCode]
