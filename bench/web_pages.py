"""How much slower is the heaviest page over a million records than a bare one?

Used by `bench/web.py`, as a program of its own. The records table with words, filter and order,
first page and a deep one, beside a page that holds a form and nothing else, both signed in, on the
server as it is served. The load comes from a process of its own: so many clients, each with a
connection it keeps; rounds of the two pages take turns, so that whatever else the machine does
weighs on both.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import islice

import numpy as np
from records import WORDS

CLIENTS, ROUNDS = 16, 5
A_CHUNK = 10_000
UP_SECONDS = 120
HEAVY = (
    "q=nurse+visit&channel=money&unit=North&order=largest",
    "q=salary&channel=money&side=spending&first=2024-02-01&last=2025-11-30&order=newest",
    "q=screening&order=smallest&after=5000.000000~1",
    "q=roof&unit=South&order=newest&after=2024-06-15~900000",
)


def measured(rows: int, seconds: float) -> dict[str, object]:
    """In the installation that the environment names, which is empty."""
    import django

    django.setup()
    from django.db import connection

    began = time.monotonic()
    amina, cookie = filled(rows)
    filled_in = round(time.monotonic() - began)
    bare = f"/organisations/{amina.organisation_id}/records/new/"
    heavy = [f"/organisations/{amina.organisation_id}/records/?{asked}" for asked in HEAVY]
    found: dict[str, object] = {"database": connection.vendor, "records": rows}
    found |= {"filled_in_s": filled_in}
    found |= {"queries": max(queries(one, cookie) for one in heavy)}
    connection.close()
    with served() as port:
        found |= loaded(port, cookie, bare, heavy, seconds)
    return found


def filled(rows: int) -> tuple[object, str]:
    """An organisation with so many records, and the cookie of its owner."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import transaction
    from django.test import Client
    from django.utils import timezone

    from northing.foundations.people.tests.make import make_organisation
    from northing.stages.records.imports import loading
    from northing.stages.records.imports.models import Import

    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    amina, at = make_organisation(), timezone.now()
    one = Import.objects.create(
        organisation=amina.organisation, channel="money", name="payments.csv", path="payments.csv",
        sha256="0" * 64, bytes=1, state="done", received_on=at.date(), made_at=at, done_at=at,
    )  # fmt: skip
    left = lines(rows)
    with loading.many_at_once():
        while some := list(islice(left, A_CHUNK)):
            with transaction.atomic():
                loading.put_in(one, some)
    loading.count_anew()
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(amina.person, settings.AUTHENTICATION_BACKENDS[0])
    return amina, client.cookies[settings.SESSION_COOKIE_NAME].value


def lines(rows: int) -> Iterator[list[object]]:
    """Payments over three years as the cells they are stored in, each with words of its own."""
    drawn = np.random.default_rng(20261121)
    for n in range(rows):
        text = " ".join(WORDS[at] for at in drawn.integers(len(WORDS), size=7))
        unit = ("North", "South", "East", "West")[n % 4]
        day = (date(2023, 1, 1) + timedelta(days=n * 1_095 // rows)).isoformat()
        yield [
            f"payments.csv:{n + 2}", "money", text, f"{drawn.integers(100, 10**6) / 100:.6f}",
            "EUR", "spending", day[:4], day, "2026-11-21", unit, "", "", "[]", "", "", "", n + 2,
            True, f"{text} · {unit.lower()} · payments.csv",
        ]  # fmt: skip


def queries(address: str, cookie: str) -> int:
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(SERVER_NAME="127.0.0.1")
    client.cookies[settings.SESSION_COOKIE_NAME] = cookie
    client.get(address)  # what is asked once a process is asked here
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    if b"<tbody>" not in answer.content:
        raise SystemExit(f"{address} shows no record")
    return len(asked)


@contextmanager
def served() -> Iterator[int]:
    """The server of `northing serve`, with two processes of eight threads."""
    from northing.interfaces.web.serving import server_command

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    with subprocess.Popen(server_command(f"127.0.0.1:{port}", 2), stdout=sys.stderr) as server:
        try:
            end = time.monotonic() + UP_SECONDS
            while not is_up(port):
                if server.poll() is not None or time.monotonic() > end:
                    raise SystemExit("the server does not come up")
                time.sleep(0.2)
            yield port
        finally:
            server.terminate()


def is_up(port: int) -> bool:
    try:
        one = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        one.request("GET", "/health")
        return one.getresponse().status == 200
    except OSError:
        return False


def loaded(
    port: int, cookie: str, bare: str, heavy: list[str], seconds: float
) -> dict[str, object]:
    """The 95th percentiles of both pages, in milliseconds, and how they compare."""
    waits: dict[str, list[float]] = {"warm": [], "bare": [], "heavy": []}
    shares = [("warm", [bare, *heavy])] + ROUNDS * [("bare", [bare]), ("heavy", heavy)]
    for name, addresses in shares:
        command = [sys.executable, __file__, "--load", json.dumps(addresses)]
        command += ["--port", str(port), "--seconds", str(seconds / ROUNDS / 2)]
        said = subprocess.run(
            command,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"COOKIE": cookie},
        )
        waits[name] += json.loads(said.stdout)
    p95 = {name: float(np.percentile(waits[name], 95)) * 1000 for name in ("bare", "heavy")}
    ratio = p95["heavy"] / p95["bare"]
    return {
        "clients": CLIENTS,
        "answers_bare": len(waits["bare"]),
        "answers_heavy": len(waits["heavy"]),
        "p95_bare_ms": round(p95["bare"]),
        "p95_heavy_ms": round(p95["heavy"]),
        "ratio": round(ratio, 2),
    }


def load(port: int, addresses: list[str], seconds: float) -> int:
    """Sixteen clients ask in turn until the time is over; prints how long each answer took."""
    with ThreadPoolExecutor(CLIENTS) as pool:
        waits = pool.map(lambda n: one_client(port, addresses, seconds, n), range(CLIENTS))
        print(json.dumps([wait for some in waits for wait in some]))
    return 0


def one_client(port: int, addresses: list[str], seconds: float, n: int) -> list[float]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"Cookie": f"northing={os.environ['COOKIE']}"}
    waits: list[float] = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        began = time.perf_counter()
        connection.request("GET", addresses[(n + len(waits)) % len(addresses)], headers=headers)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            place = answer.headers.get("Location", "")
            raise SystemExit(f"the server answered {answer.status} {place}".rstrip())
        waits.append(time.perf_counter() - began)
    return waits


def in_a_home_of_its_own(rows: int, seconds: float) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as home:
        os.environ["NORTHING_HOME"] = home
        os.environ["DJANGO_SETTINGS_MODULE"] = "northing.interfaces.web.settings"
        manage = [sys.executable, "-m", "northing.interfaces.web"]
        subprocess.run([*manage, "migrate", "-v0", "--skip-checks"], check=True)
        return measured(rows, seconds)


def main() -> int:
    read = argparse.ArgumentParser()
    read.add_argument("--rows", type=int)
    read.add_argument("--load", type=json.loads)
    read.add_argument("--port", type=int)
    read.add_argument("--seconds", type=float)
    asked = read.parse_args()
    if asked.load:
        return load(asked.port, asked.load, asked.seconds)
    print(json.dumps(in_a_home_of_its_own(asked.rows, asked.seconds)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
