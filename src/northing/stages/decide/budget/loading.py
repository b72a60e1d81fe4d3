"""How do the records of money that people handed in become the lines of a budget?"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db.models import Max, QuerySet

from northing.foundations.people.models import Organisation
from northing.stages.clarify.commitments import store as commitments
from northing.stages.decide.budget.intake.current import Spent, current_budget
from northing.stages.diagnose.audits import store as audits
from northing.stages.diagnose.audits.models import StoredAudit
from northing.stages.records.imports.models import Import
from northing.stages.records.imports.store import sources, usage
from northing.stages.records.ledger import store as ledger
from northing.stages.records.ledger.facts import Channel, Side
from northing.stages.records.ledger.models import StoredRecord

Shares = dict[str, dict[str, Decimal]]


def money_sources(organisation: Organisation) -> list[Import]:
    """The files of money there are, the newest first."""
    return sources(organisation, frozenset({Channel.MONEY}))[::-1]


def current_of(
    source: Import, *, audit: StoredAudit | None, title: str, rest: str, least: int
) -> dict[str, Any]:
    """The newest period of a file of money as a file of a budget.

    Which part of a line is for which promise is what the newest audit that may be seen says of
    it, else what the file's own columns say.
    """
    organisation = source.organisation
    rows = _newest(ledger.records(organisation).filter(source=source, side=Side.SPENDING))
    promised = {one.key: one.text for one in commitments.commitments(organisation)}
    linked = _linked(audit, [one.name for one in rows]) if audit else {}
    currency = next((one.currency for one in rows if one.currency), "")
    spent = [
        Spent(one.text, one.amount, one.unit, linked.get(one.name) or _given(one))
        for one in rows
        if one.amount is not None and one.currency in ("", currency)
    ]
    return current_budget(
        spent, promised, title=title, currency=currency or usage(organisation)[0].currency or "EUR",
        rest=rest, least=least,
    )  # fmt: skip


def _newest(rows: QuerySet[StoredRecord]) -> list[StoredRecord]:
    """Those of the last period; all where the file names none."""
    last = rows.aggregate(day=Max("effective_on"))["day"]
    newest = rows.filter(effective_on=last).values_list("period", flat=True).first()
    kept = rows.filter(period=newest) if newest else rows
    return list(kept.order_by("id"))


def _linked(audit: StoredAudit, names: Iterable[str]) -> Shares:
    found: Shares = {}
    rows = audits.links(audit).filter(record__in=list(names)).order_by("id")
    for record, key, share in rows.values_list("record", "commitment", "share"):
        found.setdefault(record, {})[key] = Decimal(str(share))
    return found


def _given(row: StoredRecord) -> dict[str, Decimal]:
    return {key: Decimal(str(share)) for key, share in row.given}
