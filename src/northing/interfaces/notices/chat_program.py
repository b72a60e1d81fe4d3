"""Which service does an address name, may it be reached, and did it take what was said?

    python -m northing.interfaces.notices.chat_program < WISH_AS_JSON

Every connection of this program is looked at, whoever makes it: one to a machine of the network
it stands in is refused, after a redirect and for a name that leads elsewhere by now too.
"""

from __future__ import annotations

import json
import logging
import sys
from ipaddress import ip_address
from typing import Any

from apprise import Apprise, NotifyBase, NotifyFormat, NotifyType

from northing.interfaces.notices import troubles
from northing.interfaces.webhooks.reaching import is_open

SERVICES = frozenset({
    "discord", "gchat", "jsons", "matrixs", "mmosts", "nctalks", "ntfys", "rockets", "slack",
    "tgram", "workflow", "workflows", "wxteams", "zulip",
})  # fmt: skip
"""Those that speak HTTPS and nothing else; the first word of an address names one."""
LONGEST = 2_000
_refused: list[str] = []


def main(wish: dict[str, str]) -> dict[str, str]:
    """The service, and what hindered; empty where all went well."""
    if not wish["local"]:
        sys.addaudithook(_keep_outside)
    chat = _chat_at(wish["address"])
    if chat is None:
        return {"service": "", "trouble": troubles.UNKNOWN_CHAT}
    if "body" not in wish:
        return {"service": _service(chat), "trouble": ""}
    is_taken = chat.notify(
        title=wish["title"],
        body=wish["body"],
        notify_type=NotifyType.INFO,
        body_format=NotifyFormat.TEXT,
    )
    hindered = troubles.LOCAL_CHAT if _refused else troubles.NOT_TAKEN
    return {"service": _service(chat), "trouble": "" if is_taken else hindered}


def _chat_at(address: str) -> NotifyBase | None:
    """One service of ours that checks certificates; whatever else an address may name is none."""
    if len(address) > LONGEST or any(one.isspace() or one == "," for one in address):
        return None
    found = Apprise.instantiate(address, suppress_exceptions=True)
    if not isinstance(found, NotifyBase) or not found.verify_certificate:
        return None
    scheme = address.partition("://")[0].lower()
    named = _service(found) if scheme == "https" else scheme
    return found if named in SERVICES else None


def _service(chat: NotifyBase) -> str:
    """Plugins name one protocol or several, and some none."""
    named: Any = chat.secure_protocol
    if isinstance(named, (tuple, list)):
        named = named[0]
    return str(named or "")


def _keep_outside(event: str, arguments: tuple[Any, ...]) -> None:
    """Python tells this of every connection before it is made, and nothing can take it away."""
    if event not in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        return
    place = arguments[1][0] if isinstance(arguments[1], tuple) else ""
    try:
        may_go = is_open(ip_address(str(place).partition("%")[0]))
    except ValueError:
        may_go = False
    if not may_go:
        _refused.append(event)
        raise PermissionError("not a place of the open internet")


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)  # apprise tells addresses, and with them their secrets
    sys.stdout.write("\n" + json.dumps(main(json.load(sys.stdin))) + "\n")
