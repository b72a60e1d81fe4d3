"""How does a receiver know that a message is ours, whole and of this minute?

Standard Webhooks (https://www.standardwebhooks.com): `webhook-id`, `webhook-timestamp` and
`webhook-signature`, an HMAC-SHA256 over id, timestamp and body, in base64 after `v1,`. While a
secret is being changed there are two signatures, either of which will do.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping, Sequence

BEGINS = "whsec_"
BYTES = 32


def secret_of(drawn: bytes) -> str:
    """The secret as people hand it on."""
    return BEGINS + base64.b64encode(drawn).decode()


def headers_of(message: str, stamp: int, body: bytes, secrets: Sequence[str]) -> Mapping[str, str]:
    """What goes with a body that was signed with each of these secrets."""
    signatures = [f"v1,{signature_of(message, stamp, body, one)}" for one in secrets]
    return {
        "webhook-id": message,
        "webhook-timestamp": str(stamp),
        "webhook-signature": " ".join(signatures),
    }


def signature_of(message: str, stamp: int, body: bytes, secret: str) -> str:
    key = base64.b64decode(secret.removeprefix(BEGINS))
    signed = f"{message}.{stamp}.".encode() + body
    return base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
