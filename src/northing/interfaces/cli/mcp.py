"""`northing mcp`: how does an assistant look things up?"""

from __future__ import annotations

import typer

from northing.interfaces.cli.application import Program, become

SERVER = Program(
    name="The connection for assistants",
    module="northing.interfaces.mcp",
    extra="mcp",
    needed=("mcp", "httpx2", "uvicorn"),
)


def mcp(
    http: bool = typer.Option(
        False, "--http", help="Answer many over HTTP, each with a token of their own."
    ),
    bind: str = typer.Option("127.0.0.1:8010", "--bind", help="Where to answer, as HOST:PORT."),
    host: list[str] = typer.Option(
        [], "--host", help="A name that requests may come under, besides those of this machine."
    ),
) -> None:
    """Let an assistant look things up (Model Context Protocol), with the token in NORTHING_TOKEN.

    It asks the installation of this machine, or the one that NORTHING_URL names.
    """
    words = ["--http", "--bind", bind, *(each for one in host for each in ("--host", one))]
    become(*(words if http else ()), program=SERVER)
