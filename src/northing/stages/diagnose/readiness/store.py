"""What do the tables of an organisation show of its readiness?

At most `MOST` of the newest records of each kind are looked at; what is older than those bears no
answer that they do not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from northing.foundations.people.models import Organisation
from northing.stages.clarify.theory_of_change.facts import Carries
from northing.stages.clarify.theory_of_change.models import Practice
from northing.stages.diagnose.audits.models import StoredAudit, StoredLink
from northing.stages.diagnose.linking.facts import CERTAIN
from northing.stages.diagnose.readiness.engine import audit_sighting
from northing.stages.diagnose.readiness.facts import AUDIT, Readiness, Sighting
from northing.stages.diagnose.readiness.rules.answering import last_day, readiness
from northing.stages.diagnose.readiness.rules.questions import QUESTIONS
from northing.stages.records.ledger import store as ledger
from northing.stages.records.ledger.facts import Stance
from northing.stages.records.ledger.models import StoredRecord

MOST, AT_ONCE = 2_000, 500
SAID_BY = {
    Carries.METRIC: "measured",
    Carries.CRITERION: "decided",
    Carries.BEHAVIOUR: "lived",
}
"""Which question people answer with yes by writing down what carries a commitment."""


def readiness_of(organisation: Organisation, *, on: date) -> Readiness:
    """The seven questions, answered by the newest audit's links and the records behind them."""
    audits = StoredAudit.objects.filter(
        organisation=organisation, state=StoredAudit.State.DONE, set_aside_at=None
    ).order_by("-number")
    sightings = [audit_sighting(str(one.number), one.on) for one in audits[:MOST]]
    kinds = {kind for one in QUESTIONS for kind in one.kinds} - {AUDIT}
    for kind in sorted(kinds):
        sightings += _seen(_newest(organisation, kind, on), audits.first(), on)
    return readiness(QUESTIONS, sightings, on=on, said=_said(organisation))


def _newest(organisation: Organisation, kind: str, on: date) -> list[StoredRecord]:
    rows = ledger.records(organisation).filter(channel=kind, effective_on__lte=on)
    rows = rows.only("name", "channel", "text", "given", "stance", "effective_on", "received_on",
                     "is_dated_to_day")  # fmt: skip
    return list(rows.order_by("-effective_on", "-id")[:MOST])


def _seen(rows: list[StoredRecord], audit: StoredAudit | None, on: date) -> Iterator[Sighting]:
    links = _links([one.name for one in rows], audit)
    for one in rows:
        yield _sighting(one, links.get(one.name, []), on)


def _links(names: list[str], audit: StoredAudit | None) -> dict[str, list[StoredLink]]:
    found: dict[str, list[StoredLink]] = defaultdict(list)
    if audit is None:
        return found
    for at in range(0, len(names), AT_ONCE):
        some = names[at : at + AT_ONCE]
        for one in StoredLink.objects.filter(audit=audit, record__in=some, is_linked=True):
            found[one.record].append(one)
    return found


def _sighting(row: StoredRecord, links: list[StoredLink], on: date) -> Sighting:
    """Where no audit has met the record yet, what its own file or whoever typed it says."""
    tied = [(one.commitment, one.stance) for one in links]
    if not links:
        tied = [(str(commitment), row.stance) for commitment, _share in row.given]
    return Sighting(
        kind=row.channel,
        name=row.name,
        text=row.text,
        on=last_day(row.effective_on, row.received_on, is_dated_to_day=row.is_dated_to_day, on=on),
        commitments=tuple(
            key for key, stance in tied if stance not in (Stance.CONTRADICTS, Stance.NEUTRAL)
        ),
        against=tuple(key for key, stance in tied if stance == Stance.CONTRADICTS),
        is_checked=bool(row.given) or any(one.origin in CERTAIN for one in links),
    )


def _said(organisation: Organisation) -> frozenset[str]:
    kinds = Practice.objects.filter(
        commitment__organisation=organisation, commitment__ended_on=None, ended_at=None
    ).values_list("kind", flat=True)
    return frozenset(SAID_BY[Carries(one)] for one in kinds.distinct())
