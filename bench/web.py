"""Is the heaviest page quick over a million records, and is nothing lost when many write at once?

    python3 dev.py bench web [--rows 1000000] [--seconds 60] [--json]
    python3 dev.py bench web --rows 0 [--writes 1500] [--processes 4] [--threads 8]

The pages: see `web_pages.py`; at most 12 queries, and for the slowest twentieth of the answers that
16 clients get at most 4 times as slow as a bare page. The writers append events to one chain: asked
and stored must agree and the chain must hold. On SQLite and, where there is one, on a throw-away
PostgreSQL (which flushes nothing to disk: its rates are optimistic); figures of one run compare
with nothing else. `--here` uses the database that DATABASE_URL names and no other; `--json` prints
one document. Each part has an installation and a program of its own: settings are read once a
program, so that two installations in one would sign in at the one and be asked at the other.
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

ROOT = Path(__file__).parent.parent
NOBODY_HERE = 69
MOST_QUERIES, MOST_RATIO = 12, 4.0


def main() -> int:
    asked = arguments()
    os.environ["DJANGO_SETTINGS_MODULE"] = "northing.interfaces.web.settings"
    if asked.writer:
        return write(UUID(asked.writer), asked.writes, asked.threads)
    if asked.here:
        return told({"here": here(asked)}, asked)
    own = [sys.executable, __file__, *sys.argv[1:], "--here", "--json"]
    environment = {name: text for name, text in os.environ.items() if name != "DATABASE_URL"}
    runs = {
        "sqlite": said(own, environment),
        "postgresql": said([sys.executable, str(ROOT / "tests/throw_away_postgres.py"), *own]),
    }
    return told({name: found for name, found in runs.items() if found is not None}, asked)


def said(command: list[str], environment: dict[str, str] | None = None) -> dict | None:
    """What a run on one database says; nothing where there is no such database here."""
    run = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    if run.returncode == NOBODY_HERE:
        return None
    return json.loads(run.stdout)["here"] if run.stdout else {"is_within": False}


def told(runs: dict[str, dict], asked: argparse.Namespace) -> int:
    if asked.json:
        print(json.dumps(runs, indent=1))
    else:
        for name, found in runs.items():
            for part in ("writing", "pages"):
                figures = found.get(part, {})
                print(f"{name} {part}: " + "  ".join(f"{k} {v}" for k, v in figures.items()))
    return 0 if all(found["is_within"] for found in runs.values()) else 1


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


def here(asked: argparse.Namespace) -> dict:
    """Both parts on one database, and whether every bound was kept."""
    found = {"writing": writing(asked)}
    holds = found["writing"]["stored"] == found["writing"]["asked"]
    holds = holds and found["writing"]["chain"] == "holds"
    if asked.rows:
        pages = pages_of_a_program_of_its_own(asked)
        found["pages"] = pages
        holds = holds and pages["queries"] <= MOST_QUERIES and pages["ratio"] <= MOST_RATIO
    return found | {"is_within": holds}


def writing(asked: argparse.Namespace) -> dict:
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
        done = [json.loads(one.communicate()[0]) for one in started]
        seconds = time.perf_counter() - before
        return looked_at(chain) | figures(done, each * asked.processes, seconds)


def pages_of_a_program_of_its_own(asked: argparse.Namespace) -> dict:
    program = [sys.executable, str(Path(__file__).with_name("web_pages.py"))]
    program += ["--rows", str(asked.rows), "--seconds", str(asked.seconds)]
    run = subprocess.run(program, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(run.stdout)


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
