"""What a badge says about itself: the facts whose hash is on the chain, and the public JSON."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date

from world_server.store.tables.award import Badge, BadgeKind

KINDS = {
    BadgeKind.EVENT: 1,
    BadgeKind.RALLY: 2,
    BadgeKind.MONTHLY: 3,
    BadgeKind.REAL: 4,
    BadgeKind.HOST: 5,
}
"""Numbers of the kinds on the chain."""

ID_DIGITS = 64


CANONICAL_VERSION = 2
"""Of the form new badges are hashed in: the first one knew no `key`, the occasion's own name."""


@dataclass(frozen=True)
class Facts:
    """What a badge stands for, in words that never change once it is defined on the chain."""

    id: int
    kind: BadgeKind
    title: str
    place: str
    occurred_on: date
    key: str | None = None

    def canonical(self, version: int = CANONICAL_VERSION) -> bytes:
        """The facts as JSON in RFC 8785 form: sorted names, no spaces, UTF-8.

        A badge that was hashed in an older form keeps it for ever; a badge without a key has no
        other than the first.
        """
        facts: dict[str, str | int] = {
            "id": self.id,
            "kind": self.kind,
            "occurredOn": self.occurred_on.isoformat(),
            "place": self.place,
            "title": self.title,
        }
        if version > 1 and self.key is not None:
            facts |= {"key": self.key, "version": version}
        return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    @property
    def digest(self) -> bytes:
        """SHA-256 of the newest canonical form: the `metadataHash` given to the chain."""
        return self.digest_in(CANONICAL_VERSION)

    def digest_in(self, version: int) -> bytes:
        """SHA-256 of the canonical form of that version."""
        return hashlib.sha256(self.canonical(version)).digest()

    def version_of(self, digest: bytes) -> int | None:
        """In which form these facts have that digest; None when they are not those facts."""
        for version in range(CANONICAL_VERSION, 0, -1):
            if self.digest_in(version) == digest:
                return version
        return None


def facts_of(badge: Badge) -> Facts:
    """The facts of a stored badge."""
    if badge.id is None:
        message = "the badge has not been stored"
        raise ValueError(message)
    return Facts(
        id=badge.id,
        kind=badge.kind,
        title=badge.title,
        place=badge.place,
        occurred_on=badge.occurred_on,
        key=badge.key,
    )


def base_uri(public_url: str) -> str:
    """Where metadata lies, as the contract is told."""
    return f"{public_url}/badges/meta/"


def id_text(badge_id: int) -> str:
    """A badge id as ERC-1155 writes it into addresses: 64 lower-case hex digits."""
    return f"{badge_id:0{ID_DIGITS}x}"
