"""Signed words the town hands out and believes when they come back; pure, `now` is an argument.

Each purpose signs with a key of its own, so that what was signed for one is nothing to another.
"""

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from itsdangerous import BadData, URLSafeSerializer

CLOCK_SKEW = timedelta(seconds=60)
"""How far the clocks of two processes may differ."""


class NotOurs(Exception):
    """It is forged, garbled, or was signed for another purpose."""


class TooOld(Exception):
    """It was ours, and its time has passed."""


def sign(secret: str, purpose: str, told: Mapping[str, object], *, now: datetime) -> str:
    """`told` with the time, signed, safe in a URL."""
    signed: str | bytes = _signer(secret, purpose).dumps({**told, "at": int(now.timestamp())})
    return signed if isinstance(signed, str) else signed.decode()


def signed_words(
    secret: str, purpose: str, token: object, *, now: datetime, longest: timedelta
) -> dict[str, Any]:
    """What was signed, the time left out; raise NotOurs or TooOld."""
    if not isinstance(token, str):
        raise NotOurs
    signer = _signer(secret, purpose)
    try:
        told: dict[str, Any] = signer.loads(token)
        # Base64 may be spelled in several ways, which are one signature: only ours is taken.
        if signer.make_signer().sign(token.rpartition(".")[0]) != token.encode():
            raise NotOurs
        age = now.timestamp() - told.pop("at")
    except (BadData, TypeError, KeyError, AttributeError) as broken:
        raise NotOurs from broken
    if age > longest.total_seconds():
        raise TooOld
    if age < -CLOCK_SKEW.total_seconds():
        raise NotOurs
    return told


def _signer(secret: str, purpose: str) -> URLSafeSerializer:
    return URLSafeSerializer(
        secret,
        salt=f"kashima.{purpose}",
        signer_kwargs={"key_derivation": "hmac", "digest_method": hashlib.sha256},
    )
