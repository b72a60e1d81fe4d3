"""What do a million records and five cost on one machine and on a Spark cluster, and what a kill?

    python3 dev.py bench scale [--json] [--rows N | --large] [--without-spark] [--by-words]

Every run is a process of its own over generated texts that do not repeat; its memory is that of all
its processes together (proportional set size, looked at four times a second). Start-up of the
engine and learning from the sample are told apart. Meaning is compared as well as words, the
uncertain texts are read whole by the sentence model (their number is told), unless --by-words.
Totals and links of every run are compared with the local engine's, the last digit included.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import figures_in_docs
from data_texts import prompts, write_records
from rich.console import Console
from rich.table import Table

from northing.foundations.compute.facts import Job, Kernel, Outcome
from northing.foundations.compute.local import compute_links, sample_texts
from northing.foundations.compute.spark import Cluster, compute_links_on_spark
from northing.foundations.compute.spark_session import why_no_spark
from northing.foundations.text.kernel import SAMPLE_SIZE, link_and_tell, prepare, sample_hash
from northing.foundations.text.reach import WHOLE
from northing.foundations.text.settings import MatchSettings

MASTER = "local-cluster[2,1,2048]"
TASKS = 16  # of two executors with one core each, as `Cluster` cuts
SHOWN = ("rows", "started_in", "learned_in", "seconds", "records_per_second", "peak_mb",
         "read_whole", "reused_parts", "parts")  # fmt: skip
EXECUTOR = "CoarseGrainedExecutorBackend"


Beside = Callable[[int, Path], None]
Figures = dict[str, Any]  # of one run: its seconds are without start-up and without learning


def main() -> None:
    asked = _asked()
    if asked.one:
        settings = MatchSettings(meaning=not asked.by_words)
        print(json.dumps(_run_here(asked.one, asked.folder, settings, resume=asked.resume)))
        return
    with tempfile.TemporaryDirectory(prefix="northing-scale-") as place:
        found = _bench(asked, Path(place))
    if asked.write:
        _write_docs(found)
    if asked.json:
        print(json.dumps(found, indent=1))
    else:
        _print(found)
    if not found["totals_identical"] or not found["links_identical"]:
        raise SystemExit("scale: the engines disagree")


def _write_docs(found: dict[str, Any]) -> None:
    rows = [
        (name, *(figures_in_docs.number(run.get(figure), 1) for figure in SHOWN))
        for name, run in found["runs"].items()
    ]
    same = found["totals_identical"] and found["links_identical"]
    told = f"Totals and links of all runs are {'identical' if same else 'NOT identical'}."
    text = figures_in_docs.table(("run", *SHOWN), rows)
    figures_in_docs.write("explanation/speed-and-scale.md", "scale", f"{text}\n\n{told}")


def _bench(asked: argparse.Namespace, place: Path) -> dict[str, Any]:
    whole = asked.rows or (5_000_000 if asked.large else 1_000_000)
    sizes = {"part": whole // 5 if asked.large else whole // 4, "whole": whole}
    for name, rows in sizes.items():
        write_records(place / f"{name}.parquet", rows)
    runs: dict[str, Figures] = {}
    for name in sizes:
        runs[f"local {name}"] = _run("local", place, name)
    runs["local killed, resumed"] = _killed_and_resumed(place, runs["local whole"])
    reason = "not asked for" if asked.without_spark else why_no_spark()
    killed: list[int] = []
    if reason is None:
        for name in sizes:
            runs[f"spark {name}"] = _run("spark", place, name)
        rob = partial(_rob, killed=killed)
        runs["spark, executor killed"] = _run("spark", place, "whole", beside=rob)
    return _summary(runs, sizes, without_spark=reason, killed=bool(killed))


def _summary(
    runs: dict[str, Figures], sizes: dict[str, int], *, without_spark: str | None, killed: bool
) -> dict[str, Any]:
    small, large = runs["local part"], runs["local whole"]
    of_size = {rows: runs[f"local {name}"] for name, rows in sizes.items()}

    def is_same(figure: str) -> bool:
        return all(one[figure] == of_size[one["rows"]][figure] for one in runs.values())

    return {
        "cores": os.cpu_count(),
        "without_spark": without_spark,
        "runs": runs,
        "growth": {name: large[name] / small[name] for name in ("rows", "seconds", "peak_mb")},
        "executor_killed": killed,
        "totals_identical": is_same("tally_sha256"),
        "links_identical": is_same("links") and is_same("readings"),
    }


def _run(
    engine: str, place: Path, name: str, *, beside: Beside | None = None, resume: bool = False
) -> Figures:
    """One run in a process of its own, its memory watched, `beside` at work next to it."""
    folder = place / f"{engine}-{name}"
    running = _start(engine, place / f"{name}.parquet", folder, resume=resume)
    held: list[float] = []
    threading.Thread(target=_watch, args=(running, held), daemon=True).start()
    if beside:
        threading.Thread(target=beside, args=(running.pid, folder), daemon=True).start()
    said, _ = running.communicate()
    if running.returncode:
        raise SystemExit(f"scale: the run on {engine} ended with {running.returncode}")
    return json.loads(said.splitlines()[-1]) | {"peak_mb": round(held[-1])}


def _start(engine: str, path: Path, folder: Path, *, resume: bool) -> subprocess.Popen[str]:
    command = [sys.executable, __file__, "--one", f"{engine}:{path}", "--folder", str(folder)]
    command += ["--resume"] if resume else []
    command += ["--by-words"] if "--by-words" in sys.argv else []
    quiet = subprocess.DEVNULL if engine == "spark" else None
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=quiet, text=True)


def _run_here(one: str, folder: Path, settings: MatchSettings, *, resume: bool) -> Figures:
    engine, _, path = one.partition(":")
    job = Job(inputs=(Path(path),))
    began = time.monotonic()
    sample = sample_texts(job, sample_hash, folder, size=SAMPLE_SIZE)
    prepared = prepare(sample, prompts(), settings)
    kernel = Kernel(link_and_tell, prepared, prepared.digest)
    learned = time.monotonic()
    if engine == "local":
        outcome = compute_links(job, kernel, folder, resume=resume)
    else:
        outcome = compute_links_on_spark(job, kernel, folder, cluster=Cluster(master=MASTER))
    seconds = time.monotonic() - learned - outcome.started_in
    return {
        "rows": outcome.records,
        "started_in": round(outcome.started_in, 2),
        "learned_in": round(learned - began, 2),
        "seconds": round(seconds, 2),
        "records_per_second": round((outcome.records - outcome.reused_records) / seconds),
        "readings": outcome.readings,
        "read_whole": outcome.readings.get(WHOLE, 0),
        "reused_parts": outcome.reused_parts,
        "parts": outcome.parts,
        "tally_sha256": hashlib.sha256(outcome.tally.read_bytes()).hexdigest(),
        "links": _links_of(outcome),
    }


def _links_of(outcome: Outcome) -> str:
    """Number and an order-free sum of hashes over every column of every link."""
    listed = ", ".join(f"'{path}'" for path in outcome.links)
    with duckdb.connect() as engine:
        engine.execute("SET memory_limit = '200MB'; SET threads = 1")
        query = f"SELECT count(*), sum(hash(one)::HUGEINT) FROM read_parquet([{listed}]) one"  # noqa: S608 - our own parts, quoted
        found = engine.execute(query).fetchone()
    return ":".join(map(str, found or ()))


def _killed_and_resumed(place: Path, whole: Figures) -> Figures:
    """Killed once a third of the parts are noted; then resumed, in the same folder."""
    folder = place / "local-again"
    (place / "again.parquet").symlink_to(place / "whole.parquet")
    running = _start("local", place / "again.parquet", folder, resume=False)
    third = whole["parts"] // 3
    while running.poll() is None and len(list(folder.glob("links/*.parquet"))) <= third:
        time.sleep(0.02)
    running.send_signal(signal.SIGKILL)
    running.communicate()
    found = _run("local", place, "again", resume=True)
    if _bytes_of(folder) != _bytes_of(place / "local-whole"):
        raise SystemExit("scale: what was killed and resumed has other bytes")
    return found


def _bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*.parquet")}


def _rob(above: int, folder: Path, killed: list[int]) -> None:
    """Kill one executor of a run when a quarter of its tasks have written."""
    links = folder / "links"
    while len(list(links.glob("_temporary/0/task_*"))) < TASKS // 4:
        time.sleep(0.1)
    found = [pid for pid, said in _descendants(above).items() if EXECUTOR in said]
    if found and not (links / "_SUCCESS").exists():
        killed.append(min(found))
        os.kill(killed[0], signal.SIGKILL)


def _watch(running: subprocess.Popen[str], found: list[float]) -> None:
    """The most that a process and all below it held at once, in megabytes."""
    while running.poll() is None:
        found.append(max(sum(map(_megabytes, _descendants(running.pid))), *found[-1:], 0.0))
        time.sleep(0.25)


def _megabytes(pid: int) -> float:
    with suppress(OSError):  # it has just ended
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
    return 0.0


def _descendants(above: int) -> dict[int, str]:
    """A process and every one below, by its number, with its command."""
    known: dict[int, tuple[int, str]] = {}
    for path in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has just ended
            parent = int((path / "stat").read_text().rpartition(")")[2].split()[1])
            known[int(path.name)] = parent, (path / "cmdline").read_text(errors="replace")
    found = new = {above}
    while new:
        new = {pid for pid, (parent, _) in known.items() if parent in new}
        found = found | new
    return {pid: known[pid][1] for pid in found if pid in known}


def _print(found: dict[str, Any]) -> None:
    table = Table(title=f"Scale, on {found['cores']} cores", title_justify="left")
    for label in ("run", *SHOWN):
        table.add_column(label.replace("_", " "), justify="left" if label == "run" else "right")
    for name, one in found["runs"].items():
        table.add_row(name, *(f"{one[label]:,}" for label in SHOWN))
    console = Console(width=max(Console().width, 120))  # figures that are cut say nothing
    console.print(table)
    grown = found["growth"]
    console.print(
        f"Local, {grown['rows']:.1f} times the records: {grown['seconds']:.2f} times the seconds, "
        f"{grown['peak_mb']:.2f} times the memory. Seconds are without start-up and learning."
    )
    for name in ("totals_identical", "links_identical", "executor_killed"):
        console.print(f"{name.replace('_', ' ')}: {'yes' if found[name] else 'no'}")
    if found["without_spark"]:
        console.print(f"Spark was left out: {found['without_spark']}", markup=False)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="say it for a machine")
    parser.add_argument("--write", action="store_true", help="put the figures into the docs")
    parser.add_argument("--large", action="store_true", help="1 M and 5 M records")
    parser.add_argument("--rows", type=int, help="a quarter of so many, and so many")
    parser.add_argument("--by-words", action="store_true", help="no meaning, words alone")
    parser.add_argument("--without-spark", action="store_true", help="the local engine alone")
    for name, kind in (("--one", str), ("--folder", Path)):
        parser.add_argument(name, type=kind, help=argparse.SUPPRESS)
    parser.add_argument("--resume", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
