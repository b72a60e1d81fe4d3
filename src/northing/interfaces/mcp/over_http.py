"""How do several people's assistants reach one server, each with a token of their own?

Streamable HTTP without sessions: every request brings a token, is held to it, and leaves nothing
behind. Whoever brings none, or one that opens nothing, learns not even which tools there are. A
page in a browser cannot be made to ask either: the host and the origin of a request have to be
known ones.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import uvicorn
from anyio import to_thread
from mcp.server.mcpserver import Context
from mcp.server.transport_security import TransportSecuritySettings
from starlette.types import ASGIApp, Receive, Scope, Send

from northing.interfaces.mcp.asking import UNAUTHORISED, Api, Refused
from northing.interfaces.mcp.server import server_for

PATH = "/mcp"
BEARER = "bearer "
NEAR = ("127.0.0.1:*", "localhost:*", "[::1]:*")
NOBODY = "No token came with this. Send `Authorization: Bearer …`."


def serve(api: Api, host: str, port: int, hosts: Sequence[str]) -> None:
    """Answer until the program is ended."""
    uvicorn.run(app_for(api, hosts), host=host, port=port, log_level="warning", server_header=False)


def app_for(api: Api, hosts: Sequence[str] = ()) -> ASGIApp:
    known = [*NEAR, *hosts, *(f"{one}:*" for one in hosts)]
    origins = [f"{scheme}://{one}" for scheme in ("http", "https") for one in known]
    security = TransportSecuritySettings(allowed_hosts=known, allowed_origins=origins)
    app = server_for(api, token_of).streamable_http_app(
        streamable_http_path=PATH,
        stateless_http=True,
        json_response=True,
        transport_security=security,
    )
    return Guarded(app, api)


class Guarded:
    """Nobody comes in without a token that opens something."""

    def __init__(self, app: ASGIApp, api: Api) -> None:
        self.app, self.api = app, api

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            try:
                await to_thread.run_sync(self._check, bearer_in(dict(scope["headers"])))
            except Refused as error:
                await _refuse(send, error)
                return
        await self.app(scope, receive, send)

    def _check(self, token: str) -> None:
        if not token:
            raise Refused(NOBODY, UNAUTHORISED)
        self.api.get(token, "/me")


def token_of(context: Context[Any, Any]) -> str:
    """The token of the request a call came with."""
    headers = context.headers or {}
    return _bearer(headers.get("authorization", ""))


def bearer_in(headers: dict[bytes, bytes]) -> str:
    return _bearer(headers.get(b"authorization", b"").decode("latin-1"))


def _bearer(said: str) -> str:
    return said[len(BEARER) :].strip() if said.lower().startswith(BEARER) else ""


async def _refuse(send: Send, error: Refused) -> None:
    headers = [(b"content-type", b"application/json")]
    if error.status == UNAUTHORISED:
        headers.append((b"www-authenticate", b"Bearer"))
    body = json.dumps({"error": str(error)}).encode()
    await send({"type": "http.response.start", "status": error.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
