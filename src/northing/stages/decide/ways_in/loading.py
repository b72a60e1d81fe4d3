"""Which lines does a file of money have, and on whose word is each for a promise?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from uuid import UUID

from northing.foundations.people.models import Organisation
from northing.stages.decide.budget import loading as budgets
from northing.stages.decide.ways_in.facts import Spending
from northing.stages.decide.ways_in.rules.lines import shortened
from northing.stages.diagnose.audits import store as audits
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.diagnose.linking.facts import CERTAIN
from northing.stages.records.imports.models import Import
from northing.stages.records.ledger import store as ledger
from northing.stages.records.ledger.facts import Side

MOST = 12
AT_ONCE = 500
BUDGET = ("budget", "haushalt")
_OWN = ("id", "name", "cost", "impact", "least")


def sources(organisation: Organisation) -> list[Import]:
    """The files of money whose records are there: what calls itself a budget, then the newest."""
    found = [one for one in budgets.money_sources(organisation) if one.state == Import.State.DONE]
    return sorted(found, key=lambda one: not any(word in one.name.casefold() for word in BUDGET))


def source(organisation: Organisation, wanted: UUID) -> Import | None:
    return next((one for one in sources(organisation) if one.id == wanted), None)


def lines_of(
    file: Import, *, audit: StoredAudit | None, rest: str, most: int = MOST
) -> tuple[str, tuple[Spending, ...]]:
    """The currency, and the largest lines of the newest period, the others together as one."""
    current = budgets.current_of(file, audit=audit, title="", rest=rest, least=100)
    words = _words(file, audit)
    found = [
        Spending(
            id=one["id"],
            name=one["name"],
            now=round(one["cost"] * 100),
            serves={key: part for key, part in one.items() if key not in _OWN},
            by_people=words[one["name"]][True],
            by_machine=words[one["name"]][False],
        )
        for one in current["line"]
    ]
    return current["budget"]["currency"], shortened(found, most, rest=rest)


def _words(file: Import, audit: StoredAudit | None) -> dict[str, Counter[bool]]:
    """By the name of a line: how many links people made, and how many the machine."""
    found: dict[str, Counter[bool]] = _Counters()
    rows = ledger.records(file.organisation).filter(source=file, side=Side.SPENDING)
    named = {name: (text, unit) for name, text, unit in rows.values_list("name", "text", "unit")}
    for record, origin in _origins(list(named), audit):
        text, unit = named[record]
        for key in (text.strip(), f"{text.strip()} ({unit.strip()})"):
            found[key][origin in CERTAIN] += 1
    return found


def _origins(names: list[str], audit: StoredAudit | None) -> Iterator[tuple[str, str]]:
    for at in range(0, len(names) if audit else 0, AT_ONCE):
        some = names[at : at + AT_ONCE]
        links = audits.links(audit).filter(record__in=some)
        yield from links.values_list("record", "origin")


class _Counters(dict[str, Counter[bool]]):
    def __missing__(self, key: str) -> Counter[bool]:
        self[key] = Counter()
        return self[key]
