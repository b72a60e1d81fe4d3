"""How much is missing, and can anybody tell?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from northing.foundations.sources.rows import Place
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.phrases import money
from northing.stages.records.ledger.facts import SourceAccount


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierSource:
    """What an earlier audit read from one file."""

    path: str
    channel: str
    rows_read: int
    total: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Declared, or read before, and not read now: how much, and why we know."""

    path: str
    channel: str
    amount: Decimal
    reason: str


def missing_from(
    sources: Sequence[SourceAccount], earlier: Sequence[EarlierSource] = ()
) -> tuple[Missing, ...]:
    """Mass for the worst-case bounds. Rows without a declared total weigh as the others did."""
    found = [one for source in sources for one in _short_of_declared(source)]
    present = {(source.path, str(source.channel)): source for source in sources if source.records}
    for was in earlier:
        now = present.get((was.path, was.channel))
        gone = was.total - (now.total or Decimal(0) if now else Decimal(0))
        if gone > 0:
            reason = (
                "an earlier audit read more here"
                if now
                else "an earlier audit read this file, it is gone"
            )
            found.append(Missing(path=was.path, channel=was.channel, amount=gone, reason=reason))
    return tuple(found)


def _short_of_declared(source: SourceAccount) -> Iterator[Missing]:
    read = source.total or Decimal(0)
    declared = source.expected_total
    if declared is not None and declared > read:
        yield Missing(
            path=source.path,
            channel=str(source.channel),
            amount=declared - read,
            reason=f"declared total {money(declared, None)}, read {money(read, None)}",
        )
    elif declared is None and source.expected_rows and source.rows_read < source.expected_rows:
        rows = source.expected_rows - source.rows_read
        typical = read / source.records if source.records else Decimal(1)
        yield Missing(
            path=source.path,
            channel=str(source.channel),
            amount=max(typical * rows, Decimal(0)),
            reason=(
                f"declared rows {source.expected_rows}, read {source.rows_read}; "
                "each weighed as the average row read"
            ),
        )


def missing_by_channel(missing: Sequence[Missing]) -> Mapping[str, Decimal]:
    found: dict[str, Decimal] = {}
    for one in missing:
        found[one.channel] = found.get(one.channel, Decimal(0)) + one.amount
    return found


def missing_findings(missing: Sequence[Missing]) -> Iterator[Finding]:
    for one in missing:
        yield Finding(
            code="expected-but-missing",
            severity=Severity.MEDIUM,
            channel=one.channel,
            statement=(
                f"{one.path}: less was read than there should be ({one.reason}); "
                "the bounds allow for it."
            ),
            criteria="What was declared complete, or was there before, is read.",
            condition=one.reason,
            consequence="The missing part is taken at its worst in every share of this channel.",
            corrective_action="Put the missing rows or file back, or correct [source.expected].",
            counter="The declaration itself may be out of date.",
            places=(Place(one.path),),
        )
