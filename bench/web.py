"""Is the heaviest page quick over a million records, and is nothing lost when many write at once?

    python3 dev.py bench web [--rows 1000000] [--seconds 60] [--json]
    python3 dev.py bench web --rows 0 [--writes 1500] [--processes 4] [--threads 8]

The pages: see `web_pages.py`; at most 12 queries, and for the slowest twentieth of the answers that
16 clients get at most 4 times as slow as a bare page. The writers append events to one chain: asked
and stored must agree and the chain must hold. On SQLite and, where there is one, on a throw-away
PostgreSQL (which flushes nothing to disk: its rates are optimistic); figures of one run compare
with nothing else. `--here` uses the database that DATABASE_URL names and no other.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID, uuid4

import web_pages

ROOT = Path(__file__).parent.parent
NOBODY_HERE = 69


def main() -> int:
    asked = arguments()
    os.environ["DJANGO_SETTINGS_MODULE"] = "northing.interfaces.web.settings"
    if asked.writer:
        return write(UUID(asked.writer), asked.writes, asked.threads)
    if asked.here:
        return measured(asked) or (pages_measured(asked) if asked.rows else 0)
    own = [sys.executable, __file__, *sys.argv[1:], "--here"]
    environment = {name: text for name, text in os.environ.items() if name != "DATABASE_URL"}
    code = subprocess.run(own, env=environment, check=False).returncode
    borrowed = [sys.executable, str(ROOT / "tests/throw_away_postgres.py"), *own]
    other = subprocess.run(borrowed, check=False).returncode
    return code or (0 if other == NOBODY_HERE else other)


def arguments() -> argparse.Namespace:
    read = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    read.add_argument("--rows", type=int, default=1_000_000)
    read.add_argument("--seconds", type=float, default=60)
    read.add_argument("--writes", type=int, default=1500)
    read.add_argument("--processes", type=int, default=4)
    read.add_argument("--threads", type=int, default=8)
    read.add_argument("--json", action="store_true")
    read.add_argument("--here", action="store_true")
    read.add_argument("--writer", help=argparse.SUPPRESS)
    return read.parse_args()


def measured(asked: argparse.Namespace) -> int:
    """Start the writers, wait, and look at what is there."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["NORTHING_HOME"] = home
        manage = [sys.executable, "-m", "northing.interfaces.web"]
        subprocess.run([*manage, "migrate", "-v0"], check=True)
        chain, each = uuid4(), asked.writes // asked.processes
        writer = [sys.executable, __file__, "--writer", str(chain), "--writes", str(each)]
        writer += ["--threads", str(asked.threads)]
        before = time.perf_counter()
        started = [
            subprocess.Popen(writer, stdout=subprocess.PIPE, text=True)
            for _ in range(asked.processes)
        ]
        said = [json.loads(one.communicate()[0]) for one in started]
        seconds = time.perf_counter() - before
        found = looked_at(chain) | figures(said, each * asked.processes, seconds)
    print(json.dumps(found) if asked.json else "  ".join(f"{k} {v}" for k, v in found.items()))
    return 0 if found["stored"] == found["asked"] and found["chain"] == "holds" else 1


def pages_measured(asked: argparse.Namespace) -> int:
    found = web_pages.in_a_home_of_its_own(asked.rows, asked.seconds)
    print(json.dumps(found) if asked.json else "  ".join(f"{k} {v}" for k, v in found.items()))
    is_quick = found["queries"] <= web_pages.MOST_QUERIES and found["ratio"] <= web_pages.MOST_RATIO
    return 0 if is_quick else 1


def figures(said: list[dict], asked: int, seconds: float) -> dict:
    waits = sorted(wait for one in said for wait in one["waits"])
    return {
        "asked": asked,
        "errors": sum(one["errors"] for one in said),
        "writers": sum(one["threads"] for one in said),
        "writes/s": round(asked / seconds),
        "p99 ms": round(waits[int(len(waits) * 0.99)] * 1000) if waits else None,
    }


def looked_at(chain: UUID) -> dict:
    import django

    django.setup()
    from django.db import connection

    from northing.foundations.trail import store
    from northing.foundations.trail.rules.chain import first_break

    broken = first_break(store.entries(chain))
    return {
        "database": connection.vendor,
        "stored": store.head(chain).sequence,
        "chain": broken.reason if broken else "holds",
    }


def write(chain: UUID, writes: int, threads: int) -> int:
    """One process of writers; says how long each write waited."""
    import django

    django.setup()
    from django.db import connection
    from django.utils import timezone

    from northing.foundations.trail.actions import append
    from northing.foundations.trail.facts import Event

    def one_writer(share: range) -> tuple[list[float], int]:
        waits, errors = [], 0
        for number in share:
            before = time.perf_counter()
            try:
                append(Event(chain, "wrote", timezone.now(), details={"number": number}))
                waits.append(time.perf_counter() - before)
            except Exception as error:
                errors += 1
                print(error, file=sys.stderr)
        connection.close()
        return waits, errors

    with ThreadPoolExecutor(threads) as pool:
        done = list(pool.map(one_writer, [range(n, writes, threads) for n in range(threads)]))
    waits = [wait for found, _ in done for wait in found]
    print(json.dumps({"waits": waits, "errors": sum(e for _, e in done), "threads": threads}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
