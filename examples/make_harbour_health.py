"""Makes the two cases of Harbour Health: with planted contradictions, and the honest twin without.

    python examples/make_harbour_health.py                both cases, in place
    python examples/make_harbour_health.py --honest       the twin only
    python examples/make_harbour_health.py --out DIR      somewhere else
    python examples/make_harbour_health.py --check        makes both anew elsewhere and compares

Needs openpyxl, python-docx and typst. The same script makes the same files, whatever the day.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from harbour.budgets import write_budgets  # noqa: E402
from harbour.case import write_case  # noqa: E402
from harbour.claims import check_claims  # noqa: E402
from harbour.deeds import write_deeds  # noqa: E402
from harbour.files import unzipped  # noqa: E402
from harbour.funds import write_journal, write_petty_cash  # noqa: E402
from harbour.ledger import write_ledger  # noqa: E402
from harbour.plan import HONEST, PLANTED, Version  # noqa: E402
from harbour.truth import Truth  # noqa: E402
from harbour.words import write_words  # noqa: E402


def make(version: Version, out: Path) -> Truth:
    """Write one case below `out` and return what is true of it."""
    folder, truth = out / version.folder, Truth()
    write_budgets(folder, version, truth)
    write_ledger(folder, version, truth)
    write_petty_cash(folder, version, truth)
    write_journal(folder, version, truth)
    write_words(folder, version, truth)
    write_deeds(folder, version, truth)
    write_case(folder, version, truth)
    check_claims(version, truth)
    return truth


def differences(version: Version, out: Path) -> list[str]:
    """What differs between the case as committed and the case as made just now."""
    with tempfile.TemporaryDirectory() as fresh:
        make(version, Path(fresh))
        new, old = _files(Path(fresh) / version.folder), _files(out / version.folder)
        found = [f"{version.folder}/{name}: only made now" for name in sorted(new.keys() - old.keys())]
        found += [f"{version.folder}/{name}: not made any more" for name in sorted(old.keys() - new.keys())]
        return found + [f"{version.folder}/{n}: differs" for n in sorted(new.keys() & old.keys()) if not _same(new[n], old[n])]


def _files(folder: Path) -> dict[str, Path]:
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


def _same(new: Path, old: Path) -> bool:
    """Same bytes; for what is zipped, same bytes inside, since compression differs between machines."""
    if new.read_bytes() == old.read_bytes():
        return True
    return new.suffix in (".xlsx", ".docx") and unzipped(new) == unzipped(old)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Makes the example cases of Harbour Health.")
    parser.add_argument("--honest", action="store_true", help="the honest twin only")
    parser.add_argument("--planted", action="store_true", help="the case with contradictions only")
    parser.add_argument("--out", type=Path, default=HERE, help="where the case folders lie (default: examples)")
    parser.add_argument("--check", action="store_true", help="make anew elsewhere and compare; fails where a file differs")
    asked = parser.parse_args(arguments)
    versions = [v for v, wanted in ((PLANTED, asked.planted), (HONEST, asked.honest)) if wanted] or [PLANTED, HONEST]
    if not asked.check:
        for version in versions:
            make(version, asked.out)
            print(f"Made {asked.out / version.folder}.")
        return 0
    found = [line for version in versions for line in differences(version, asked.out)]
    print("\n".join(found) if found else "The committed cases are what the script makes.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
