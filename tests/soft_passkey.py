"""An authenticator made of software: answers as a phone would, and lies where a test wants."""

import hashlib
import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from web_town import Answer, Browser, Town

from world_server.passkey_site import site_of

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


def b64(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def un64(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


@dataclass
class SoftPasskey:
    """One ES256 key, its counter, and for whom it was made."""

    origin: str
    rp_id: str
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    handle: bytes = b""
    count: int = 0

    def make(self, options: dict[str, Any], **lies: Any) -> dict[str, Any]:
        """What `navigator.credentials.create` answers; `lies` replace parts of it."""
        self.handle = un64(options["user"]["id"])
        numbers = self.key.public_key().public_numbers()
        cose = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32), -3: numbers.y.to_bytes(32)}
        attested = bytes(16) + len(self.id).to_bytes(2) + self.id + cbor2.dumps(cose)
        authenticator = self._authenticator_data(ATTESTED, lies) + attested
        attestation = {"fmt": "none", "attStmt": {}, "authData": authenticator}
        return self._credential(
            {
                "clientDataJSON": b64(self._client_data("webauthn.create", options, lies)),
                "attestationObject": b64(cbor2.dumps(attestation)),
            }
        )

    def show(self, options: dict[str, Any], **lies: Any) -> dict[str, Any]:
        """What `navigator.credentials.get` answers."""
        self.count += 1
        authenticator = self._authenticator_data(0, lies)
        client_data = self._client_data("webauthn.get", options, lies)
        signed = authenticator + hashlib.sha256(client_data).digest()
        signer = lies.get("signer", self.key)
        return self._credential(
            {
                "clientDataJSON": b64(client_data),
                "authenticatorData": b64(authenticator),
                "signature": b64(signer.sign(signed, ec.ECDSA(hashes.SHA256()))),
                "userHandle": b64(lies.get("handle", self.handle)),
            }
        )

    def _client_data(self, kind: str, options: dict[str, Any], lies: dict[str, Any]) -> bytes:
        told = {
            "type": lies.get("type", kind),
            "challenge": lies.get("challenge", options["challenge"]),
            "origin": lies.get("origin", self.origin),
            "crossOrigin": False,
        }
        return json.dumps(told).encode()

    def _authenticator_data(self, flags: int, lies: dict[str, Any]) -> bytes:
        site = hashlib.sha256(lies.get("rp_id", self.rp_id).encode()).digest()
        flags |= lies.get("flags", PRESENT | VERIFIED)
        count: int = lies.get("count", self.count)
        return site + bytes([flags]) + count.to_bytes(4)

    def _credential(self, response: dict[str, str]) -> dict[str, Any]:
        return {
            "id": b64(self.id),
            "rawId": b64(self.id),
            "type": "public-key",
            "response": response,
            "clientExtensionResults": {},
        }


def a_key(town: Town) -> SoftPasskey:
    """A key that is honest about where it is."""
    site = site_of(town.settings.public_url)
    assert site is not None
    return SoftPasskey(origin=site.origin, rp_id=site.id)


async def made_by(browser: Browser, key: SoftPasskey, **lies: Any) -> Answer:
    """Let the visitor make a passkey."""
    offered = await browser.post("/api/passport/passkeys/offer", None)
    assert offered.status == 200, offered.body
    credential = key.make(offered.body["options"], **lies)
    return await browser.post("/api/passport/passkeys", {"credential": credential})


async def entered_with(
    browser: Browser, key: SoftPasskey, *, instead: bool = False, **lies: Any
) -> Answer:
    """Let somebody come in by a passkey."""
    asked = await browser.post("/api/passport/passkeys/ask", None)
    assert asked.status == 200, asked.body
    body = {"credential": key.show(asked.body["options"], **lies), "instead": instead}
    return await browser.post("/api/passport/passkeys/enter", body)


async def a_passkey_used(town: Town, visitor: Browser) -> None:
    """Make one, come in by it elsewhere, remove it."""
    key = a_key(town)
    assert (await made_by(visitor, key)).status == 204
    assert (await entered_with(await town.browser(), key)).status == 200
    (kept,) = (await visitor.get("/api/passport/record")).body["passkeys"]
    removed = await visitor.ask("DELETE", f"/api/passport/passkeys/{kept['id']}")
    assert removed.status == 204
