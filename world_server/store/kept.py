"""Everything the tables keep about a visitor, described once.

From this one description come the table a visitor is shown, the export, and its JSON schema; a test
fails when a table refers to a visitor, or has a column, that is not described here. Whoever adds
such a table adds a `Kept`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import Table
from sqlmodel import SQLModel

from world_server.store.tables.award import Award
from world_server.store.tables.claim import Redemption
from world_server.store.tables.event import ModerationAct
from world_server.store.tables.passport import Device, Passkey, RecoveryCode
from world_server.store.tables.people import Block
from world_server.store.tables.stamp import Stamp
from world_server.store.tables.visit import Attendance, Visit
from world_server.store.tables.visitor import Consent, Holder, Visitor
from world_server.store.tables.wallet import Rebind, WalletLink, WalletNonce


class Erasure(StrEnum):
    """What becomes of rows when their visitor is erased.

    `gone`: deleted with the visitor. `untied`: kept as a count that points at nobody. `numbered`:
    kept with the visitor's number, which nothing leads to any more. `public`: an address and what
    is on the chain anyway.
    """

    GONE = "gone"
    UNTIED = "untied"
    NUMBERED = "numbered"
    PUBLIC = "public"


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One table that keeps something about visitors; `name` is also the key of its words.

    `columns` says what each column is. `withheld` columns are kept, and said to be, but not handed
    out: hashes of what opens the passport, which only a thief could use, and what is another's.
    """

    name: str
    table: type[SQLModel]
    erasure: Erasure
    columns: Mapping[str, str]
    withheld: Mapping[str, str] = field(default_factory=dict)
    ties: tuple[str, ...] = ("visitor_id",)
    """A row is the visitor's when one of these columns is."""
    by_holder: bool = False
    """Tied by the address that holds the visitor's badges, not by their number."""

    @property
    def sql(self) -> Table:
        """The table as SQLAlchemy knows it."""
        made: Table = self.table.__table__  # type: ignore[attr-defined]  # SQLModel adds it
        return made


NUMBER = "Number of the row."
WHOSE = "The visitor's number."

KEPT: tuple[Kept, ...] = (
    Kept(
        name="visitor",
        table=Visitor,
        erasure=Erasure.GONE,
        ties=("id",),
        columns={
            "id": "The visitor's number, made at random.",
            "nickname": "As chosen by the visitor.",
            "look": "The avatar's look, packed.",
            "language": "The language the town speaks to them.",
            "remembered": "Whether they agreed to be remembered.",
            "created_at": "When they first came in.",
            "last_seen_at": "When they last entered the town.",
        },
        withheld={"secret_hash": "SHA-256 of the secret in the first device's passport."},
    ),
    Kept(
        name="consents",
        table=Consent,
        erasure=Erasure.GONE,
        columns={
            "id": NUMBER,
            "visitor_id": WHOSE,
            "purpose": "What was asked.",
            "given": "What was answered.",
            "at": "When.",
        },
    ),
    Kept(
        name="visits",
        table=Visit,
        erasure=Erasure.UNTIED,
        columns={
            "id": NUMBER,
            "visitor_id": WHOSE,
            "instance": "Which copy of the town.",
            "event_id": "Which event, if it was one.",
            "day": "Calendar day in Kashima.",
            "started_at": "When it began.",
            "last_seen_at": "Until when the visitor was seen.",
            "ended_at": "When it ended.",
            "active_seconds": "For how long the visitor took part.",
            "remembered": "Whether they had agreed to be remembered then.",
            "role": "guide or staff, for who held the event.",
        },
    ),
    Kept(
        name="attendances",
        table=Attendance,
        erasure=Erasure.UNTIED,
        columns={
            "id": NUMBER,
            "visitor_id": WHOSE,
            "event_id": "Which event.",
            "active_seconds": "For how long, over all stays in it.",
            "first_seen_at": "When they first came to it.",
            "earned_at": "When its badge was earned.",
        },
    ),
    Kept(
        name="stamps",
        table=Stamp,
        erasure=Erasure.UNTIED,
        columns={
            "id": NUMBER,
            "visitor_id": WHOSE,
            "place": "Which place of the town.",
            "day": "Calendar day in Kashima.",
            "at": "When it was first reached.",
        },
    ),
    Kept(
        name="awards",
        table=Award,
        erasure=Erasure.UNTIED,
        columns={
            "id": NUMBER,
            "visitor_id": WHOSE,
            "badge_id": "Which badge; its number on the chain.",
            "holder": "The address that holds it on the chain.",
            "reason": "What it was given for.",
            "source": "How it was earned.",
            "grant_reason": "What staff wrote when they gave it by hand.",
            "state": "How far its issue has come.",
            "parked_reason": "Why its issue waits for a person.",
            "batch_id": "With which batch it was issued.",
            "tx_hash": "The transaction on the chain.",
            "block_number": "The block on the chain.",
            "created_at": "When it was promised.",
            "updated_at": "When this last changed.",
        },
    ),
    Kept(
        name="holder",
        table=Holder,
        erasure=Erasure.GONE,
        columns={
            "visitor_id": WHOSE,
            "address": "The random address that holds their badges: the only tie to the chain.",
            "created_at": "When it was made.",
        },
    ),
    Kept(
        name="redemptions",
        table=Redemption,
        erasure=Erasure.UNTIED,
        columns={
            "id": NUMBER,
            "visitor_id": WHOSE,
            "claim_id": "Which code or word was used.",
            "badge_id": "Which badge it gave.",
            "at": "When.",
        },
    ),
    Kept(
        name="wallet",
        table=WalletLink,
        erasure=Erasure.GONE,
        columns={
            "visitor_id": WHOSE,
            "wallet": "The address of the wallet they linked.",
            "moves": "Whether their badges move there.",
            "linked_at": "When.",
        },
    ),
    Kept(
        name="wallet-words",
        table=WalletNonce,
        erasure=Erasure.GONE,
        columns={
            "nonce": "A word for the wallet to sign, good once.",
            "visitor_id": WHOSE,
            "expires_at": "Until when.",
        },
    ),
    Kept(
        name="moves",
        table=Rebind,
        erasure=Erasure.PUBLIC,
        ties=("holder",),
        by_holder=True,
        columns={
            "id": NUMBER,
            "holder": "The address the badges leave.",
            "wallet": "The wallet they move to.",
            "page": "Which badges, as the contract counts them.",
            "deadline": "Unix second until which the signature is good.",
            "signature": "The wallet's consent, in hexadecimal.",
            "state": "How far it has come.",
            "refused_reason": "What the contract answered.",
            "batch_id": "With which batch it was sent.",
            "created_at": "When it was signed.",
            "updated_at": "When this last changed.",
        },
    ),
    Kept(
        name="devices",
        table=Device,
        erasure=Erasure.GONE,
        columns={
            "id": NUMBER,
            "visitor_id": WHOSE,
            "way": "How the device came by the passport.",
            "came_on": "On which day.",
            "used_on": "The latest day it was used.",
        },
        withheld={"secret_hash": "SHA-256 of the secret in the device's passport."},
    ),
    Kept(
        name="codes",
        table=RecoveryCode,
        erasure=Erasure.GONE,
        columns={
            "visitor_id": WHOSE,
            "kind": "On paper, or for a phone.",
            "made_at": "When it was made.",
            "expires_at": "Until when it works.",
            "used_at": "When it was used.",
        },
        withheld={
            "code_hash": "Keyed hash of the code.",
            "attempt_hash": "Hash of the number of the attempt that used it.",
        },
    ),
    Kept(
        name="passkeys",
        table=Passkey,
        erasure=Erasure.GONE,
        columns={
            "id": NUMBER,
            "visitor_id": WHOSE,
            "credential_id": "The passkey's own name, in hexadecimal.",
            "public_key": "What checks its signatures, in hexadecimal.",
            "sign_count": "How many signatures its device has counted.",
            "made_on": "On which day it was made.",
            "used_on": "The latest day it was used.",
        },
    ),
    Kept(
        name="blocks",
        table=Block,
        erasure=Erasure.GONE,
        columns={
            "id": NUMBER,
            "visitor_id": WHOSE,
            "name": "What somebody you do not want to meet was called.",
            "at": "When you decided so.",
        },
        withheld={"blocked_id": "The other visitor's number, which is theirs."},
    ),
    Kept(
        name="moderation",
        table=ModerationAct,
        erasure=Erasure.NUMBERED,
        columns={
            "id": NUMBER,
            "visitor_id": WHOSE,
            "event_id": "In which event.",
            "staff_id": "Number of the member of staff.",
            "kind": "What was done.",
            "reason": "Why, as the visitor was told.",
            "at": "When.",
        },
    ),
)
