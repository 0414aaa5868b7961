"""Every refusal the town can give, each with a stable code a person's language is looked up by.

TownError
├── Malformed            what was sent cannot be understood
├── NotSignedIn          no passport, or one the town does not know
├── NotAllowed           known, but not permitted
├── NotFound             no such thing
├── TooMany              a rate limit; carries the seconds to wait
├── Unavailable          a part of the town is away for a moment; try again
├── NameRefused          the nickname breaks a rule
├── EventNotOpen         doors are not open, or have closed
├── EventFull            every seat is taken
├── EntryRefused         the link staff enter by is forged, spent or too old
├── Removed              staff asked this visitor to leave this event
├── ClaimRefused         a code or a word that gives no badge, or not now
├── GrantRefused         a badge that staff cannot give by hand, or not now
├── PassportRefused      the passport does not come to this device, or is not kept as asked
├── LineRefused          a line of chat that is not passed on
├── PersonRefused        what one asked about another visitor cannot be done
├── WalletRefused        what a wallet signed cannot be believed
├── WalletConflict       the wallet cannot be linked as things are
├── TicketRefused        the ticket is forged, spent or too old
├── ProtocolTooOld       the client speaks a version the server no longer accepts
└── BadTransition        the event is not in a state from which that can be done

`code` is the stable name (also the key `error-<code>` in `assets/locales`), `status` the HTTP
status, `retryable` whether trying the same again later can succeed.
"""

from typing import ClassVar


class TownError(Exception):
    """A refusal a person can be told about in their own language."""

    code: ClassVar[str] = "town-error"
    status: ClassVar[int] = 400
    retryable: ClassVar[bool] = False

    @property
    def details(self) -> dict[str, str | int]:
        """Values the translated sentence may use, by name."""
        return {}

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value}" for name, value in self.details.items())
        return f"{self.code} ({facts})" if facts else self.code


class Malformed(TownError):
    """What was sent cannot be understood; `field` names the part."""

    code = "malformed"

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field

    @property
    def details(self) -> dict[str, str | int]:
        return {"field": self.field}


class TooLarge(Malformed):
    """The body is larger than any honest one."""

    status = 413


class NotJson(Malformed):
    """The body is not declared to be JSON, which only our own pages may send across origins."""

    status = 415


class NotSignedIn(TownError):
    """There is no passport or staff session here, or it is not known any more."""

    code = "not-signed-in"
    status = 401


class NotAllowed(TownError):
    """The person is known, but may not do this."""

    code = "not-allowed"
    status = 403


class NotFound(TownError):
    """There is no such thing; `what` names its kind in the town's words."""

    code = "not-found"
    status = 404

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what

    @property
    def details(self) -> dict[str, str | int]:
        return {"what": self.what}


class TooMany(TownError):
    """Too many requests from one place; try again after `seconds`."""

    code = "too-many"
    status = 429
    retryable = True

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds

    @property
    def details(self) -> dict[str, str | int]:
        return {"seconds": self.seconds}


class Unavailable(TownError):
    """A part of the town is away for a moment."""

    code = "unavailable"
    status = 503
    retryable = True


class NameRefused(TownError):
    """The nickname breaks a rule; `rule` says which (empty, long, characters, reserved)."""

    code = "name-refused"

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule

    @property
    def details(self) -> dict[str, str | int]:
        return {"rule": self.rule}


class EventNotOpen(TownError):
    """The event's doors are not open."""

    code = "event-not-open"
    status = 409
    retryable = True


class EventFull(TownError):
    """Every seat is taken, and `waiting` people stand in line; one may wait too."""

    code = "event-full"
    status = 409
    retryable = True

    def __init__(self, waiting: int = 0) -> None:
        super().__init__(waiting)
        self.waiting = waiting

    @property
    def details(self) -> dict[str, str | int]:
        return {"waiting": self.waiting}


class EntryRefused(TownError):
    """The link by which staff enter is no good; `rule` says why.

    One of: forged, expired, other-event, other-visitor (somebody else came with it first),
    withdrawn (its maker is not on the staff any more).
    """

    code = "entry-refused"
    status = 403

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule

    @property
    def details(self) -> dict[str, str | int]:
        return {"rule": self.rule}


class Removed(TownError):
    """Staff asked this visitor to leave, with a reason the visitor is told."""

    code = "removed"
    status = 403

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    @property
    def details(self) -> dict[str, str | int]:
        return {"reason": self.reason}


class ClaimRefused(TownError):
    """A code or a word gives no badge; `rule` says why.

    One of: unknown, used (by somebody else), stale (a screen shows a newer one by now), not-yet,
    too-late, full, withdrawn.
    """

    code = "claim-refused"
    status = 409

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = str(rule)

    @property
    def details(self) -> dict[str, str | int]:
        return {"rule": self.rule}


class GrantRefused(TownError):
    """Staff cannot give this badge by hand; `rule` says why.

    One of: kind (no such badge), not-held (the event was not), not-over (the event is not yet),
    too-late (the badge cannot be issued any more).
    """

    code = "grant-refused"
    status = 409

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = str(rule)

    @property
    def details(self) -> dict[str, str | int]:
        return {"rule": self.rule}


class PassportRefused(TownError):
    """The passport does not come to this device, or is not kept as asked; `rule` says why.

    One of: unknown (no such code), used, expired, other-passport (this device holds another's; is
    it to be given up?), not-remembered (who is here just this once has nothing to bring along),
    challenge (asked for too long ago, or answered before), passkey (one that proves nothing here),
    many-passkeys, no-passkeys (the town's address is none that passkeys can be made for).
    """

    code = "passport-refused"
    status = 409

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule

    @property
    def details(self) -> dict[str, str | int]:
        return {"rule": self.rule}


class LineRefused(TownError):
    """A line of chat is not passed on; `rule` says why.

    One of: link, words (the town's list has one of them), repeated (said too often of late).
    """

    code = "line-refused"
    status = 409

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule

    @property
    def details(self) -> dict[str, str | int]:
        return {"rule": self.rule}


class PersonRefused(TownError):
    """What one asked about another visitor cannot be done; `rule` says why.

    One of: gone (nobody one sees has that avatar), self, host (guide and staff, who hold the event,
    cannot be blocked, and do not nod), full (as many as can be kept).
    """

    code = "person-refused"
    status = 409

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule

    @property
    def details(self) -> dict[str, str | int]:
        return {"rule": self.rule}


class WalletRefused(TownError):
    """What a wallet signed cannot be believed; `rule` says why.

    One of: message (no sign-in message), other-town, other-chain, other-purpose, expired,
    too-early, replayed (the word was used before, or is not this visitor's), signature.
    """

    code = "wallet-refused"
    status = 403

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = str(rule)

    @property
    def details(self) -> dict[str, str | int]:
        return {"rule": self.rule}


class WalletConflict(TownError):
    """The wallet cannot be linked as things are; `rule` says why.

    One of: elsewhere (another visitor linked it: is that the same person?), other-wallet (this
    visitor linked another one), moved (badges moved, which is for good), none (nothing is linked),
    no-chain (there is no contract yet).
    """

    code = "wallet-conflict"
    status = 409

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = str(rule)

    @property
    def details(self) -> dict[str, str | int]:
        return {"rule": self.rule}


class TicketRefused(TownError):
    """The ticket is forged, spent or too old; ask for a new one."""

    code = "ticket-refused"
    status = 401
    retryable = True


class ProtocolTooOld(TownError):
    """The client speaks a version the server no longer accepts."""

    code = "protocol-too-old"
    status = 426


class BadTransition(TownError):
    """The event is in `state`, from which that cannot be done."""

    code = "bad-transition"
    status = 409

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state

    @property
    def details(self) -> dict[str, str | int]:
        return {"state": self.state}
