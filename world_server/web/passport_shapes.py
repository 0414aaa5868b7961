"""What goes in and out over HTTP about one's record, export, devices, codes and passkeys."""

from datetime import date, datetime
from typing import Annotated, Any, Final, Literal

from pydantic import Field, create_model

from world_server.codes import LONGEST_TYPED
from world_server.passport_codes import ATTEMPT_LENGTH
from world_server.store.kept import KEPT, Erasure, Kept
from world_server.store.tables.passport import DeviceWay
from world_server.web.shapes import Asked, BadgeCard, Told

FORMAT: Final = "kashima-passport.1"

Instead = Annotated[
    bool, Field(description="Give up the other passport this browser holds, which is remembered.")
]


class Agreement(Asked):
    """Whether the visitor agrees to be remembered after this stay."""

    remember: bool


class CodeWish(Asked):
    """Which code is wanted; the one of that kind before it is worthless from then on."""

    kind: Literal["paper", "phone"]


class UsedRecovery(Asked):
    """A code that brings a passport to this browser."""

    code: str = Field(min_length=1, max_length=LONGEST_TYPED, description="As read or scanned.")
    attempt: str = Field(
        pattern=rf"^[A-Za-z0-9_-]{{{ATTEMPT_LENGTH}}}$",
        description="128 random bits in base64url; the same attempt may be repeated.",
    )
    instead: Instead = False


class MadePasskey(Asked):
    """What navigator.credentials.create answered, as its toJSON writes it."""

    credential: dict[str, Any]


class ShownPasskey(Asked):
    """What navigator.credentials.get answered, as its toJSON writes it."""

    credential: dict[str, Any]
    instead: Instead = False


class PasskeyOptions(Told):
    """Options for navigator.credentials, as its JSON methods read them; good for five minutes."""

    options: dict[str, Any]


class CodeAnswer(Told):
    """A new code, which is told this once."""

    typed: str = Field(description="In groups of four.")
    link: str = Field(description="Opens the town with the code behind the #.")
    rows: list[str] = Field(description="Modules of the link's QR code from the top, 1 a dark one.")
    expires_at: datetime


class DayCard(Told):
    """A day on which the visitor came."""

    day: date = Field(description="Calendar day in Kashima (JST).")
    minutes: int = Field(description="Whole minutes in which they took part.")
    events: list[str] = Field(description="Titles of the events they were at.")


class KeptCard(Told):
    """One kind of thing that is kept about the visitor."""

    name: str
    rows: int
    erasure: Erasure = Field(description="What becomes of it when the visitor is erased.")


class DeviceCard(Told):
    """A browser that holds the passport."""

    id: int
    is_here: bool
    way: DeviceWay
    came_on: date
    used_on: date


class PasskeyCard(Told):
    """A passkey of the visitor's."""

    id: int
    made_on: date
    used_on: date | None


class Record(Told):
    """What a visitor's own page shows of them, beside their passport."""

    visits: list[DayCard] = Field(description="The latest first.")
    kept: list[KeptCard]
    devices: list[DeviceCard]
    code_until: datetime | None = Field(description="Until when the code on paper works.")
    passkeys: list[PasskeyCard]
    may_have_passkeys: bool = Field(description="Whether the town's address allows for them.")


class ExportedBadge(BadgeCard):
    """A badge with the address that holds it and the link to its proof."""

    holder: str
    proof_link: str


class ExportedEvent(Told):
    """An event the visitor came to."""

    id: int
    slug: str
    title: str
    place: str
    starts_at: datetime
    ends_at: datetime


def _rows_of(kept: Kept) -> Any:  # noqa: ANN401  a class made from a description
    """The shape of one table's rows in the export, made from its description."""
    fields: dict[str, Any] = {
        name: (_type_of(kept, name), Field(description=about))
        for name, about in kept.columns.items()
    }
    named = "".join(part.capitalize() for part in kept.name.split("-"))
    made: Any = create_model(f"Kept{named}", __base__=Told, __doc__=kept.table.__doc__, **fields)
    return made


def _type_of(kept: Kept, column: str) -> Any:  # noqa: ANN401  a type
    told = kept.table.model_fields[column].annotation
    return str if told is bytes else str | None if told == bytes | None else told


_ROWS: dict[str, Any] = {
    kept.name.replace("-", "_"): (list[_rows_of(kept)], ...)  # type: ignore[misc]  # made from data
    for kept in KEPT
}

KeptRows: Any = create_model(
    "KeptRows",
    __base__=Told,
    __doc__="Every row of every table that is about the visitor, by name.",
    **_ROWS,
)

_EXPORT: dict[str, Any] = {
    "format": (Literal[FORMAT], Field(description="Name and version of this shape.")),
    "town": (str, Field(description="Address of the town.")),
    "made_at": (datetime, ...),
    "visits": (list[DayCard], Field(description="The visits of `kept`, day by day.")),
    "badges": (list[ExportedBadge], Field(description="The awards of `kept`, with their proofs.")),
    "events": (list[ExportedEvent], Field(description="The events the numbers in `kept` mean.")),
    "kept": (KeptRows, ...),
}

Export: Any = create_model(
    "Export",
    __base__=Told,
    __doc__="Everything the town keeps about one visitor, but for the hashes of secrets.",
    **_EXPORT,
)
