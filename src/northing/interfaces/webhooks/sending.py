"""How is one message brought to its address, and what came back?

Nothing of the answer is read but its first line: what a stranger's server says is nobody's
business here. A redirect is an answer like any other, and none that was hoped for.
"""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
from collections.abc import Mapping
from threading import Timer
from typing import Any

from typing_extensions import override

from northing.interfaces.webhooks.facts import (
    BAD_CERTIFICATE,
    NO_HTTP,
    NOT_REACHED,
    TOO_SLOW,
    Answered,
)
from northing.interfaces.webhooks.reaching import Target, Unreachable, target_of

WAIT_SECONDS = 10
"""For each step, and for the whole: a server that dribbles is one that does not answer."""


class Pinned(http.client.HTTPConnection):
    """A connection to one place that was looked at before, whatever its name leads to by now."""

    def __init__(self, target: Target, place: str, wait: float) -> None:
        super().__init__(target.host, target.port, timeout=wait)
        self.target, self.place = target, place

    @override
    def connect(self) -> None:
        sock = socket.create_connection((self.place, self.port), self.timeout)
        self.sock = sock
        if self.target.is_tls:
            context = ssl.create_default_context()
            self.sock = context.wrap_socket(sock, server_hostname=self.target.host)


def send(
    address: str,
    body: bytes,
    headers: Mapping[str, str],
    *,
    is_local_open: bool = False,
    wait: float = WAIT_SECONDS,
) -> Answered:
    """Bring it there once. Whatever is in the way is an answer, never an exception."""
    try:
        target = target_of(address, is_local_open=is_local_open)
    except Unreachable as error:
        return Answered(failure=error.why)
    answered = Answered(failure=NOT_REACHED)
    for place in target.places[:2]:
        answered = _sent(Pinned(target, place, wait), body, headers, wait)
        if answered.failure != NOT_REACHED:
            break
    return answered


def _sent(connection: Pinned, body: bytes, headers: Mapping[str, str], wait: float) -> Answered:
    overdue = Timer(wait, _cut, [connection])
    overdue.daemon = True
    overdue.start()
    try:
        named = {"Host": connection.target.named, "Content-Type": "application/json"}
        more = {"User-Agent": "Northing-Webhooks/1", "Connection": "close"}
        connection.request("POST", connection.target.path, body, {**headers, **named, **more})
        return Answered(status=connection.getresponse().status)
    except ssl.SSLCertVerificationError:
        return Answered(failure=BAD_CERTIFICATE)
    except (OSError, http.client.HTTPException) as error:
        return Answered(failure=_word_of(error, is_overdue=not overdue.is_alive()))
    finally:
        overdue.cancel()
        connection.close()


def _word_of(error: Exception, *, is_overdue: bool) -> str:
    if is_overdue or isinstance(error, TimeoutError):
        return TOO_SLOW
    is_strange = isinstance(error, (http.client.HTTPException, ssl.SSLError))
    return NO_HTTP if is_strange and not isinstance(error, ConnectionError) else NOT_REACHED


def _cut(connection: Any) -> None:
    """Its time is over: whoever waits for it is woken."""
    with contextlib.suppress(OSError, AttributeError):
        connection.sock.shutdown(socket.SHUT_RDWR)
