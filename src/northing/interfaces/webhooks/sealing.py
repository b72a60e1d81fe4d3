"""How are secrets kept that have to be used again, so that a copy of the database tells none?

With a key drawn from the installation's own secret (HKDF, RFC 5869), by Fernet (AES-128-CBC with
HMAC-SHA256). Where that secret was changed, what it sealed is lost, and new ones are drawn.
"""

from __future__ import annotations

import base64

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

PURPOSE = b"northing webhooks"


class KeyLost(Exception):  # noqa: N818 - named for what is so, as all refusals here
    """It was sealed with another secret of the installation."""


def seal(secret: str) -> str:
    return _fernet().encrypt(secret.encode()).decode()


def unseal(sealed: str) -> str:
    try:
        return _fernet().decrypt(sealed.encode()).decode()
    except InvalidToken as error:
        raise KeyLost from error


def _fernet() -> Fernet:
    drawn = HKDF(SHA256(), length=32, salt=None, info=PURPOSE).derive(settings.SECRET_KEY.encode())
    return Fernet(base64.urlsafe_b64encode(drawn))
