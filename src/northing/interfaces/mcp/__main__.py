"""What does `northing mcp` do? It answers an assistant, over its own lines or over HTTP.

    NORTHING_TOKEN=… northing mcp                      one person's assistant starts it
    northing mcp --http --bind 127.0.0.1:8010          many reach it, each with a token

`NORTHING_URL` names an installation elsewhere; without it the one of this machine is asked.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from northing.interfaces.mcp.asking import Api, Refused, api_at
from northing.interfaces.mcp.over_http import serve
from northing.interfaces.mcp.server import always, server_for

BAD = 2
LARGEST_PORT = 65_535


def main() -> None:
    given = _parser().parse_args()
    try:
        if given.http:
            host, port = _place(given.bind)
            serve(_api(), host, port, given.hosts)
        else:
            token = _token()
            api = _api()
            api.get(token, "/me")  # one that opens nothing is told before it is used
            server_for(api, always(token)).run("stdio")
    except (ValueError, OSError, ImportError, Refused) as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(BAD)
    except KeyboardInterrupt:
        sys.exit(0)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="northing mcp")
    parser.add_argument("--http", action="store_true")
    parser.add_argument("--bind", default="127.0.0.1:8010")
    parser.add_argument("--host", action="append", default=[], dest="hosts")
    return parser


def _place(bind: str) -> tuple[str, int]:
    host, _, port = bind.rpartition(":")
    if not host or not port.isdigit() or not 0 < int(port) <= LARGEST_PORT:
        raise ValueError(f"--bind {bind}: write it as HOST:PORT, such as 127.0.0.1:8010.")
    return host.strip("[]"), int(port)


def _api() -> Api:
    return api_at(os.environ.get("NORTHING_URL"))


def _token() -> str:
    """What this person's assistant acts with."""
    path = os.environ.get("NORTHING_TOKEN_FILE")
    token = Path(path).read_text("utf-8").strip() if path else os.environ.get("NORTHING_TOKEN", "")
    if not token:
        raise ValueError("NORTHING_TOKEN is not set. Make a token on the organisation's page.")
    return token


if __name__ == "__main__":
    main()
