"""Pure: the codes that bring a passport to another device, and what is made and kept of them.

A code is 80 random bits in sixteen characters of Crockford's base 32. The tables keep a hash keyed
by the town's secret: whoever steals them alone can do nothing with it, and whoever has the secret
as well tries ten thousand million codes a second for decades before one of a hundred thousand
visitors' fits. That is why no slow hash is needed, which would let strangers keep a world busy.
"""

import base64
import hashlib
import hmac
import secrets

from world_server.codes import BITS_EACH, plain, text

LENGTH = 16
GROUP = 4

ATTEMPT_LENGTH = 22
"""Characters of base64url that hold the 128 random bits by which a browser names its attempt."""


def new() -> str:
    """A code nobody has seen yet."""
    return text(secrets.randbits(LENGTH * BITS_EACH), LENGTH)


def read(typed: str) -> str | None:
    """The code as somebody scanned or typed it; None for what no code looks like."""
    meant = plain(typed)
    return meant if meant is not None and len(meant) == LENGTH else None


def grouped(code: str) -> str:
    """The code in groups of four, to be written down."""
    return " ".join(code[at : at + GROUP] for at in range(0, LENGTH, GROUP))


def keyed(secret: str, code: str) -> bytes:
    """What is kept of a code."""
    return _keyed(secret, "code", code)


def keyed_attempt(secret: str, attempt: str) -> bytes:
    """What is kept of the attempt that used a code."""
    return _keyed(secret, "attempt", attempt)


def device_secret(secret: str, code: str, attempt: str) -> str:
    """The secret of the passport that this attempt brings to its device.

    It follows from both, so that the same attempt, repeated after a lost answer, brings the same
    passport; who has only the code, or only the tables, cannot know it.
    """
    made = _keyed(secret, "device", f"{code}:{attempt}")
    return base64.urlsafe_b64encode(made).rstrip(b"=").decode()


def _keyed(secret: str, purpose: str, told: str) -> bytes:
    key = hmac.new(secret.encode(), f"kashima.passport.{purpose}.1".encode(), hashlib.sha256)
    return hmac.new(key.digest(), told.encode(), hashlib.sha256).digest()
