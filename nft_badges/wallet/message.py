"""EIP-4361 sign-in messages: written, and read back by the letter of the grammar."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from eth_utils.address import is_checksum_address

from nft_badges.wallet import grammar

ASKS = " wants you to sign in with your Ethereum account:"
VERSION = "1"
LONGEST = 4_096
"""Characters; the longest honest message has a tenth of them."""


class NotAMessage(ValueError):
    """The text is no sign-in message; the argument names the first part that is not right."""


@dataclass(frozen=True, kw_only=True)
class SignIn:
    """One sign-in message; moments are kept as they were written, for they are what was signed."""

    domain: str
    address: str
    uri: str
    chain_id: int
    nonce: str
    issued_at: str
    scheme: str | None = None
    statement: str | None = None
    expiration_time: str | None = None
    not_before: str | None = None
    request_id: str | None = None
    resources: tuple[str, ...] | None = None

    @property
    def text(self) -> str:
        """The message as a wallet shows and signs it."""
        asker = self.domain if self.scheme is None else f"{self.scheme}://{self.domain}"
        lines = [asker + ASKS, self.address, ""]
        lines += [""] if self.statement is None else [self.statement, ""]
        lines += [
            f"URI: {self.uri}",
            f"Version: {VERSION}",
            f"Chain ID: {self.chain_id}",
            f"Nonce: {self.nonce}",
            f"Issued At: {self.issued_at}",
        ]
        for label, value in (
            ("Expiration Time", self.expiration_time),
            ("Not Before", self.not_before),
            ("Request ID", self.request_id),
        ):
            lines += [] if value is None else [f"{label}: {value}"]
        if self.resources is not None:
            lines += ["Resources:", *(f"- {one}" for one in self.resources)]
        return "\n".join(lines)

    @property
    def issued(self) -> datetime:
        """When it was written."""
        return grammar.moment(self.issued_at)

    @property
    def expires(self) -> datetime | None:
        """When it stops being good, if ever."""
        return None if self.expiration_time is None else grammar.moment(self.expiration_time)

    @property
    def begins(self) -> datetime | None:
        """Before when it is not good yet, if any time is."""
        return None if self.not_before is None else grammar.moment(self.not_before)


def parse(text: str) -> SignIn:
    """Read a message; raise NotAMessage for anything the grammar does not allow."""
    if len(text) > LONGEST:
        raise NotAMessage("length")
    lines = _Lines(iter(text.split("\n")))
    scheme, domain = _asker(lines.next("domain"))
    address = lines.next("address")
    _must(is_checksum_address(address), "address")
    _must(lines.next("blank line") == "", "blank line")
    statement = lines.next("statement") or None
    if statement is not None:
        _must(grammar.is_statement(statement), "statement")
        _must(lines.next("blank line") == "", "blank line")
    uri = lines.labelled("URI")
    _must(grammar.is_uri(uri), "URI")
    _must(lines.labelled("Version") == VERSION, "Version")
    chain_id = lines.labelled("Chain ID")
    _must(grammar.is_number(chain_id), "Chain ID")
    nonce = lines.labelled("Nonce")
    _must(grammar.is_nonce(nonce), "Nonce")
    issued_at = _moment(lines.labelled("Issued At"), "Issued At")
    expiration_time = lines.optional("Expiration Time")
    not_before = lines.optional("Not Before")
    request_id = lines.optional("Request ID")
    _must(request_id is None or grammar.is_pchars(request_id), "Request ID")
    return SignIn(
        scheme=scheme,
        domain=domain,
        address=address,
        statement=statement,
        uri=uri,
        chain_id=int(chain_id),
        nonce=nonce,
        issued_at=issued_at,
        expiration_time=_optional_moment(expiration_time, "Expiration Time"),
        not_before=_optional_moment(not_before, "Not Before"),
        request_id=request_id,
        resources=lines.resources(),
    )


class _Lines:
    """The message's lines, taken one by one."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._ahead: str | None = next(lines, None)

    def next(self, part: str) -> str:
        line = self._ahead
        if line is None:
            raise NotAMessage(part)
        self._ahead = next(self._lines, None)
        return line

    def labelled(self, label: str) -> str:
        line = self.next(label)
        _must(line.startswith(f"{label}: "), label)
        return line[len(label) + 2 :]

    def optional(self, label: str) -> str | None:
        if self._ahead is None or not self._ahead.startswith(f"{label}: "):
            return None
        return self.labelled(label)

    def resources(self) -> tuple[str, ...] | None:
        if self._ahead is None:
            return None
        _must(self.next("Resources") == "Resources:", "Resources")
        found = []
        while self._ahead is not None:
            line = self.next("Resources")
            _must(line.startswith("- ") and grammar.is_uri(line[2:]), "Resources")
            found.append(line[2:])
        return tuple(found)


def _asker(line: str) -> tuple[str | None, str]:
    _must(line.endswith(ASKS), "domain")
    asker = line[: -len(ASKS)]
    scheme, mark, rest = asker.partition("://")
    domain = rest if mark else asker
    _must(not mark or grammar.is_scheme(scheme), "scheme")
    _must(grammar.is_authority(domain), "domain")
    return (scheme if mark else None), domain


def _moment(text: str, part: str) -> str:
    try:
        grammar.moment(text)
    except ValueError as problem:
        raise NotAMessage(part) from problem
    return text


def _optional_moment(text: str | None, part: str) -> str | None:
    return None if text is None else _moment(text, part)


def _must(condition: object, part: str) -> None:
    if not condition:
        raise NotAMessage(part)
