"""Pure: options for making and showing passkeys, and what a device's answer to them proves.

The only module that knows the library. Attestation is not asked for: the town has no wish to know
who made the device. User verification is preferred, not required: a plain security key will do.
"""

import json
from dataclasses import dataclass
from typing import Any

from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import base64url_to_bytes
from webauthn.helpers.cose import COSEAlgorithmIdentifier
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from world_server.errors import PassportRefused
from world_server.passkey_site import Site
from world_server.store.passkeys import NewPasskey

ALGORITHMS = [
    COSEAlgorithmIdentifier.ECDSA_SHA_256,
    COSEAlgorithmIdentifier.EDDSA,
    COSEAlgorithmIdentifier.RSASSA_PKCS1_v1_5_SHA_256,
]
"""What phones, security keys and Windows make, in this order."""

PATIENCE_MS = 300_000

LONGEST_CREDENTIAL = 1023
"""Bytes of a credential's id, by the standard."""

LONGEST_KEY = 2048

BROKEN = (KeyError, TypeError, ValueError, AttributeError, RecursionError, WebAuthnException)
"""What comes of reading what is no credential at all; JSON nested deep enough recurses."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Which passkey a device shows, and for whom it says it is."""

    credential_id: bytes
    visitor_id: str | None


def making(
    site: Site, *, challenge: bytes, visitor_id: str, name: str, kept: list[bytes]
) -> dict[str, Any]:
    """Options to make a passkey on a device that holds none of those `kept`."""
    options = generate_registration_options(
        rp_id=site.id,
        rp_name="Virtual Kashima",
        user_name=name,
        user_id=visitor_id.encode(),
        user_display_name=name,
        challenge=challenge,
        timeout=PATIENCE_MS,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            user_verification=UserVerificationRequirement.PREFERRED,
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=one) for one in kept],
        supported_pub_key_algs=ALGORITHMS,
    )
    return _plain(options_to_json(options))


def showing(site: Site, *, challenge: bytes) -> dict[str, Any]:
    """Options to show any passkey of this town."""
    options = generate_authentication_options(
        rp_id=site.id,
        challenge=challenge,
        timeout=PATIENCE_MS,
        user_verification=UserVerificationRequirement.PREFERRED,
    )
    return _plain(options_to_json(options))


def challenge_of(credential: dict[str, Any]) -> bytes:
    """The challenge an answer says it is to, which is to be checked; raise PassportRefused."""
    try:
        told = json.loads(base64url_to_bytes(credential["response"]["clientDataJSON"]))
        return base64url_to_bytes(told["challenge"])
    except BROKEN as broken:
        raise PassportRefused("passkey") from broken


def shown(credential: dict[str, Any]) -> Shown:
    """Which passkey an answer says it is of, which is to be checked; raise PassportRefused."""
    try:
        handle = credential["response"].get("userHandle")
        return Shown(
            credential_id=base64url_to_bytes(credential["rawId"]),
            visitor_id=None if handle is None else base64url_to_bytes(handle).decode(),
        )
    except BROKEN as broken:
        raise PassportRefused("passkey") from broken


def made(site: Site, credential: dict[str, Any], *, challenge: bytes) -> NewPasskey:
    """The passkey made for this site in answer to this challenge; raise PassportRefused."""
    try:
        proof = verify_registration_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=site.id,
            expected_origin=site.origin,
            supported_pub_key_algs=ALGORITHMS,
        )
    except Exception as broken:  # the library lets errors of its decoders through
        raise PassportRefused("passkey") from broken
    is_long = len(proof.credential_id) > LONGEST_CREDENTIAL
    if is_long or len(proof.credential_public_key) > LONGEST_KEY:
        raise PassportRefused("passkey")
    return NewPasskey(
        credential_id=proof.credential_id,
        public_key=proof.credential_public_key,
        sign_count=proof.sign_count,
    )


def check(
    site: Site,
    credential: dict[str, Any],
    *,
    challenge: bytes,
    public_key: bytes,
    sign_count: int,
) -> int:
    """The counter after a signature that is right, for this site and challenge.

    Raise PassportRefused for any other, and for a counter that did not grow: a copied key.
    """
    try:
        proof = verify_authentication_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=site.id,
            expected_origin=site.origin,
            credential_public_key=public_key,
            credential_current_sign_count=sign_count,
        )
    except Exception as broken:  # as above
        raise PassportRefused("passkey") from broken
    return proof.new_sign_count


def _plain(text: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(text)
    return told
