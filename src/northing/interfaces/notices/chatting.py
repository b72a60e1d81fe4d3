"""How is something said in a chat whose address came from a person?

In a program of its own (`chat_program`): without our secrets, with a bound of time, and with each
of its connections held to the open internet.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass

from django.conf import settings

from northing.interfaces.notices import troubles

PROGRAM = "northing.interfaces.notices.chat_program"
PATIENCE_SECONDS = 60
NEEDED = ("PATH", "LANG", "LC_ALL", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR")
OF_PROXIES = ("HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy")
FOR_GOOD = (troubles.UNKNOWN_CHAT, troubles.LOCAL_CHAT, troubles.KEY_LOST)


@dataclass(frozen=True, slots=True)
class Answer:
    """The service behind the address, and a word of `troubles` where it was not reached."""

    service: str = ""
    trouble: str = ""


def look_at(address: str) -> Answer:
    """Which service it is; nothing is sent."""
    return _asked({"address": address})


def say(address: str, title: str, body: str) -> Answer:
    return _asked({"address": address, "title": title, "body": body})


def _asked(wish: dict[str, str]) -> Answer:
    """The address goes in by the standard input: other programs can read a command line."""
    told = json.dumps(wish | {"local": "yes" if settings.CHAT_LOCAL else ""})
    try:
        run = subprocess.run(  # noqa: S603 - the arguments are ours, and no shell reads them
            [sys.executable, "-m", PROGRAM],
            input=told,
            env=_around(),
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )
        found = json.loads(run.stdout.strip().rpartition("\n")[2] or "{}")
    except (subprocess.TimeoutExpired, ValueError):
        return Answer(trouble=troubles.CHAT_IS_SILENT)
    if run.returncode or not found:
        return Answer(trouble=troubles.CHAT_IS_SILENT)
    return Answer(service=found["service"], trouble=found["trouble"])


def _around() -> dict[str, str]:
    """Proxies lead through the network we stand in: only where that is open."""
    names = (*NEEDED, *(OF_PROXIES if settings.CHAT_LOCAL else ()))
    kept = {name: os.environ[name] for name in names if name in os.environ}
    return kept | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONWARNINGS": "ignore"}
