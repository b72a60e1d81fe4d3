"""How much of what was planted in invented organisations is found, and whom does it wrong?

Each family is written as a real case folder, twice: with planted contradictions, and as its honest
twin, which differs only in them. Both are audited, a sample of pairs is labelled by simulated
people who err now and then, and both are audited again. Run with
`python3 dev.py bench scenarios [--json] [--seed N] [--labels 100] [--human-error .05]
[--only NAME] [--docs]`; `--docs` writes the table into the page on planted organisations.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from organisations.checks import checks
from organisations.figures import Figures, by_code, by_kind, drift, flat, overall
from organisations.judging import Accusation, Verdict, accusations, verdicts
from organisations.paging import write_page
from organisations.registry import names
from organisations.running import LABELS, MODES, Run, Wish, run
from organisations.showing import show

WORKERS = 2


def figures(runs: Sequence[Run], *, labels: int) -> Figures:
    """Everything the table shows, by mode."""
    found: Figures = {"cases": 2 * len(runs), "families": len(runs)}
    by_family = {one.twins.family: one for one in runs}
    for mode in MODES if labels else MODES[:1]:
        judged = [one for each in runs for one in verdicts(each, mode)]
        accused = [one for each in runs for one in accusations(each, mode)]
        found[mode] = {
            **overall(judged, accused),
            "by_code": by_code(judged, accused),
            "by_kind": by_kind(judged),
            "drift": drift(judged),
            "checks": checks(by_family, mode),
            "missed": [_missed(one) for one in judged if not one.is_found],
            "alarms": [_alarm(one) for one in judged if one.is_alarm],
            "wrong": [_wrong(one) for one in accused if not one.is_right],
        }
    last: Figures = found[LABELS if labels else MODES[0]]  # type: ignore[assignment]
    found |= {name: last[name] for name in ("by_code", "drift", "checks")}
    found["records"] = sum(of.records for one in runs for of in _both(one))
    return found


def _both(one: Run) -> list:
    return [one.guilty[MODES[0]], one.honest[MODES[0]]]


def _missed(one: Verdict) -> str:
    return f"{one.family}: {one.plant.kind} ({', '.join(sorted(one.plant.codes))})"


def _alarm(one: Verdict) -> str:
    return f"{one.family}: {one.plant.kind} ({', '.join(sorted(one.alarmed_by))})"


def _wrong(one: Accusation) -> str:
    where = "twin" if one.is_twin else "planted"
    about = f"{one.told.commitment or '-'}, {one.told.channel or '-'}"
    return f"{one.family} ({where}): {one.told.code} [{about}] {one.told.statement}"


def wished(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--docs", action="store_true", help="write the table into the docs")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--labels", type=int, default=100, help="pairs people label in each case")
    parser.add_argument("--human-error", type=float, default=0.05, dest="error")
    parser.add_argument("--only", action="append", choices=names(), metavar="NAME")
    return parser.parse_args(arguments)


def main() -> None:
    wish, started = wished(), time.monotonic()
    of = [
        Wish(family=name, seed=wish.seed, labels=wish.labels, error=wish.error)
        for name in wish.only or names()
    ]
    with ProcessPoolExecutor(WORKERS) as pool:
        runs = list(pool.map(run, of))
    found = {
        "seed": wish.seed,
        "labels_a_case": wish.labels,
        "human_error": wish.error,
        **figures(runs, labels=wish.labels),
        "seconds": round(time.monotonic() - started, 1),
    }
    if wish.docs:
        write_page(found)
    if wish.json:
        print(json.dumps(flat(found), indent=1))
    else:
        show(found)


if __name__ == "__main__":
    main()
