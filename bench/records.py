"""How long does a file of a million lines take to become records, and a page of them to appear?

    python3 dev.py bench records [--rows 200000] [--json] [--here]

On SQLite and, where there is one, on a throw-away PostgreSQL (which flushes nothing to disk). The
file is handed in and read by the very job of the worker; then the table is asked what people ask
it. Seconds of one run on one machine; `worker_mb` is the worker's own memory at its highest,
`reader_mb` that of the program that reads the file. `plain_s` is what it takes in the same run to
go through the file with Python's csv module and put four of its columns into a bare table.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from itertools import islice
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parent.parent
NOBODY_HERE = 69
WORDS = (
    "screening vaccination morning nurse visit home respite stay counsel interpreter line printed "
    "leaflet clinic heating repair roof software licence training course salary relief staff audit "
    "accounts meeting travel"
).split()
HEADER = ("Voucher", "Booking date", "Description", "Region", "Programme", "Amount EUR")
RARE = "Quincunx"


def main() -> int:
    asked = arguments()
    os.environ["DJANGO_SETTINGS_MODULE"] = "northing.interfaces.web.settings"
    if asked.here:
        return measured(asked)
    own = [sys.executable, __file__, *sys.argv[1:], "--here"]
    environment = {name: text for name, text in os.environ.items() if name != "DATABASE_URL"}
    code = subprocess.run(own, env=environment, check=False).returncode
    borrowed = [sys.executable, str(ROOT / "tests/throw_away_postgres.py"), *own]
    other = subprocess.run(borrowed, check=False).returncode
    return code or (0 if other == NOBODY_HERE else other)


def arguments() -> argparse.Namespace:
    read = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    read.add_argument("--rows", type=int, default=200_000)
    read.add_argument("--json", action="store_true")
    read.add_argument("--here", action="store_true")
    return read.parse_args()


def measured(asked: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory() as home:
        os.environ["NORTHING_HOME"] = home
        subprocess.run(
            [sys.executable, "-m", "northing.interfaces.web", "migrate", "-v0", "--skip-checks"],
            check=True,
        )
        import django

        django.setup()
        found = {"rows": asked.rows} | loaded(asked.rows)
    print(json.dumps(found) if asked.json else "\n".join(f"{k:28} {v}" for k, v in found.items()))
    return 0


def written(place: Path, rows: int) -> None:
    """Payments over three years, each with words of its own; one in a hundred thousand is rare."""
    drawn = np.random.default_rng(20261121)
    words = drawn.integers(len(WORDS), size=(rows, 7))
    cents = drawn.integers(100, 1_000_000, size=rows)
    with place.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(HEADER)
        for n in range(rows):
            text = " ".join(WORDS[at] for at in words[n])
            day = f"{2023 + n % 3}-{1 + n % 12:02}-{1 + n % 28:02}"
            rare = f" {RARE}" if n % 100_000 == 77_777 else ""
            region = ("North", "South", "East", "West")[n % 4]
            lines.writerow(
                (f"V{n:07}", day, text + rare, region, WORDS[n % 5], f"{cents[n] / 100:.2f}")
            )


def loaded(rows: int) -> dict[str, object]:
    from django.db import connection
    from django.utils import timezone

    from northing.foundations.people.tests.make import make_organisation
    from northing.interfaces.worker.jobs import imports as jobs
    from northing.interfaces.worker.running import Worker
    from northing.interfaces.worker.taking import shelf
    from northing.stages.records.imports.actions import HandedIn

    amina, at = make_organisation(), timezone.now()
    with tempfile.NamedTemporaryFile(suffix=".csv") as file:
        written(Path(file.name), rows)
        kept = shelf().keep(amina.organisation_id, amina.id, file, largest=1 << 30)
    one = jobs.hand_in(HandedIn(id=amina.id, name="payments.csv", kept=kept), by=amina, at=at)
    clock = Clock()
    Worker().work_off()
    clock.stop("look_s")
    one.refresh_from_db()
    plan = one.plan | {"channel": "money", "currency": "EUR", "side": "spending"}
    jobs.say_how(one, plan, by=amina, at=at, seen=one.revision)
    clock.start()
    Worker().work_off()
    clock.stop("read_and_store_s")
    one.refresh_from_db()
    mb = {
        "worker_cpu_s": cpu_of(resource.RUSAGE_SELF),
        "reader_cpu_s": cpu_of(resource.RUSAGE_CHILDREN),
        "worker_mb": peak(resource.RUSAGE_SELF),
        "reader_mb": peak(resource.RUSAGE_CHILDREN),
    }
    size = {"database": connection.vendor, "records": one.account["records"], "state": one.state}
    plain = beside_plainly(shelf().place(amina.organisation_id, one.id), clock)
    return size | clock.found | plain | mb | asked_of(amina.organisation)


def beside_plainly(place: Path, clock: Clock) -> dict[str, float]:
    seconds = plainly(place)
    return {"plain_s": seconds, "ratio": round(clock.found["read_and_store_s"] / seconds, 1)}


def plainly(place: Path) -> float:
    """The least that anybody could do with the file: no index, no check, no search."""
    from django.db import connection, transaction

    began = time.perf_counter()
    with connection.cursor() as cursor, place.open(encoding="utf-8", newline="") as file:
        cursor.execute("CREATE TABLE plain (day text, said text, unit text, amount numeric)")
        rows = ((one[1], one[2], one[3], one[5]) for one in islice(csv.reader(file), 1, None))
        while some := list(islice(rows, 5_000)):
            with transaction.atomic():
                _put_plainly(cursor, some, connection.vendor)
    return round(time.perf_counter() - began, 2)


def _put_plainly(cursor: object, some: list[tuple[str, ...]], vendor: str) -> None:
    if vendor != "postgresql":
        cursor.executemany("INSERT INTO plain VALUES (%s, %s, %s, %s)", some)
        return
    with cursor.copy("COPY plain FROM STDIN") as target:
        for row in some:
            target.write_row(row)


def asked_of(organisation: object) -> dict[str, float]:
    """Milliseconds for a page of what people ask, and for the honest count beside it."""
    from django.db.models import Q

    from northing.stages.records.ledger import store
    from northing.stages.records.ledger.rules.paging import Cursor, Order
    from northing.stages.records.ledger.store import Wanted

    deep = Cursor(date(2024, 1, 15), 10**9)
    asked = {
        "newest": (Wanted(), Order.NEWEST, None),
        "newest_deep": (Wanted(), Order.NEWEST, deep),
        "largest": (Wanted(), Order.LARGEST, None),
        "one_channel": (Wanted(channel="money"), Order.NEWEST, None),
        "one_unit": (Wanted(unit="North"), Order.NEWEST, None),
        "often_said": (Wanted(text="nurse visit"), Order.NEWEST, None),
        "rarely_said": (Wanted(text=RARE), Order.NEWEST, None),
        "never_said": (Wanted(text="zephyr"), Order.NEWEST, None),
        "named": (Wanted(only=Q(name__in=["payments.csv:7"])), Order.NEWEST, None),
    }
    found = {}
    for name, (what, order, cursor) in asked.items():
        clock = time.perf_counter()
        rows = store.wanted(organisation, what)
        store.page(rows, order, cursor, size=50)
        paged = time.perf_counter()
        store.count_up_to(rows, 10_000)
        found[f"{name}_ms"] = round(1000 * (paged - clock))
        found[f"{name}_count_ms"] = round(1000 * (time.perf_counter() - paged))
    return found


def peak(who: int) -> int:
    return round(resource.getrusage(who).ru_maxrss / 1024)


def cpu_of(who: int) -> float:
    """Seconds of processor time so far, whatever else the machine is busy with."""
    used = resource.getrusage(who)
    return round(used.ru_utime + used.ru_stime, 1)


class Clock:
    def __init__(self) -> None:
        self.found: dict[str, float] = {}
        self.start()

    def start(self) -> None:
        self.began = time.perf_counter()

    def stop(self, name: str) -> None:
        self.found[name] = round(time.perf_counter() - self.began, 2)


if __name__ == "__main__":
    sys.exit(main())
