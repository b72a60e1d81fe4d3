"""Does an audit stay on the machine it runs on?"""

from __future__ import annotations

import socket

import pytest

from northing.interfaces.cli.app import app

FILES = {"gaps.csv", "links.parquet", "audit.json"}
FILES |= {f"report.{kind}" for kind in ("html", "pdf", "pptx", "xlsx")}
OUTSIDE = (b'src="http', b'href="//', b'src="//', b"@import", b"url(http", b"<script")


class ClosedSocket(socket.socket):
    def __init__(self, *args, **options):
        raise AssertionError("the program opened a socket")


def closed(*args, **options):
    raise AssertionError("the program looked up a host")


@pytest.fixture
def no_network(monkeypatch):
    monkeypatch.setattr(socket, "socket", ClosedSocket)
    monkeypatch.setattr(socket, "getaddrinfo", closed)
    monkeypatch.setattr(socket, "create_connection", closed)


@pytest.mark.usefixtures("no_network")
def test_the_blocker_of_this_test_blocks():
    with pytest.raises(AssertionError, match="opened a socket"):
        socket.socket()


@pytest.mark.usefixtures("no_network")
def test_an_audit_opens_no_socket(root, tmp_path):
    app(["audit", str(root / "examples/access_board"), "--out", str(tmp_path), "--quiet"],
        standalone_mode=False)  # fmt: skip
    assert {path.name for path in tmp_path.iterdir()} == FILES
    report = (tmp_path / "report.html").read_bytes()
    assert not [mark for mark in OUTSIDE if mark in report], "the report loads from elsewhere"
