"""How much is missing, and can anybody tell?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from northing.foundations.documents.told import Listed, Told, tell
from northing.foundations.sources.rows import Place
from northing.stages.diagnose.findings.facts import Finding, Severity
from northing.stages.diagnose.findings.rules.phrases import money
from northing.stages.diagnose.verification.facts import Gone, Since, Verification
from northing.stages.records.ledger.facts import SourceAccount
from northing.stages.records.ledger.rules.mass import WEIGHED

_ZERO = Decimal(0)
_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierSource:
    """What an earlier audit read from one file."""

    path: str
    channel: str
    rows_read: int
    total: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Declared, or read before, and not read now: how much, and why we know.

    Where it is not bounded, `amount` is what as much of the rest weighs on average: a guess, for
    one row that is not there may weigh more than all that are.
    """

    path: str
    channel: str
    amount: Decimal
    reason: str
    is_bounded: bool = True


def missing_from(
    sources: Sequence[SourceAccount], earlier: Sequence[EarlierSource] = ()
) -> tuple[Missing, ...]:
    """Mass for the worst-case bounds, where it is known; see `Missing` where it is not."""
    files: dict[tuple[int, str], list[SourceAccount]] = defaultdict(list)
    for source in sources:
        files[(source.source, str(source.channel))].append(source)
    found = [one for of in files.values() for one in _short_of_declared(of, sources, earlier)]
    totals: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for source in sources:
        totals[(source.path, str(source.channel))] += source.total or _ZERO
    read = {(source.path, str(source.channel)) for source in sources if source.records}
    for was in earlier:
        key = (was.path, was.channel)
        gone = was.total - totals.get(key, _ZERO)
        if gone > 0:
            reason = (
                "an earlier audit read more here"
                if key in read
                else "an earlier audit read this file, it is gone"
            )
            found.append(Missing(path=was.path, channel=was.channel, amount=gone, reason=reason))
    return tuple(found)


def _short_of_declared(
    files: Sequence[SourceAccount],
    sources: Sequence[SourceAccount],
    earlier: Sequence[EarlierSource],
) -> Iterator[Missing]:
    """What all files of one source together lack of what it declares."""
    declared = files[0]
    read = sum((one.total or _ZERO for one in files), _ZERO)
    short: tuple[Decimal, str] | None = None
    is_bounded = True
    if declared.expected_total is not None:
        reason = tell(
            "declared total {declared}, read {read}",
            declared=money(declared.expected_total, None),
            read=money(read, None),
        )
        short = declared.expected_total - read, reason
    elif declared.expected_rows is not None:
        short = _missing_rows(files, sources)
        is_bounded = not _is_weighed(declared) or _was_whole(files, earlier)
    elif declared.expected_periods:
        short, is_bounded = _missing_periods(files, read), False
    if short is not None and short[0] > 0:
        path, channel = ", ".join(one.path for one in files[:_SHOWN]), str(declared.channel)
        yield Missing(
            path=path, channel=channel, amount=short[0], reason=short[1], is_bounded=is_bounded
        )


def _is_weighed(source: SourceAccount) -> bool:
    """Rows weigh by their amount; elsewhere each weighs one, and so does one that is not there."""
    return str(source.channel) in WEIGHED


def _was_whole(files: Sequence[SourceAccount], earlier: Sequence[EarlierSource]) -> bool:
    """An earlier audit read as many rows here as are declared: it knows what they weighed."""
    paths, channel = {one.path for one in files}, str(files[0].channel)
    known = [one for one in earlier if one.path in paths and one.channel == channel]
    return sum(one.rows_read for one in known) >= (files[0].expected_rows or 0)


def _missing_rows(
    files: Sequence[SourceAccount], sources: Sequence[SourceAccount]
) -> tuple[Decimal, str]:
    """By the average row, or that of the whole channel where a source gave none at all."""
    declared, rows = files[0].expected_rows or 0, sum(one.rows_read for one in files)
    reason = tell("declared rows {declared}, read {read}", declared=declared, read=rows)
    if not _is_weighed(files[0]):
        return Decimal(declared - rows), reason
    kin = files if rows else [one for one in sources if one.channel is files[0].channel]
    return (declared - rows) * _row(kin), _unweighed(reason)


def _missing_periods(files: Sequence[SourceAccount], read: Decimal) -> tuple[Decimal, str]:
    met = {period for one in files for period in one.periods}
    gone = [period for period in files[0].expected_periods if period not in met]
    reason = tell("nothing was read for {periods}", periods=Listed(tuple(gone)))
    usual = max(read / len(met), _ZERO) if met else Decimal(1)
    return len(gone) * usual, _unweighed(reason)


def _unweighed(reason: Told) -> Told:
    return tell(
        "{reason}; nothing tells what that weighs, so any share may be none or all", reason=reason
    )


def _row(files: Sequence[SourceAccount]) -> Decimal:
    rows = sum(one.rows_read for one in files)
    read = sum((one.total or _ZERO for one in files), _ZERO)
    return max(read / rows, _ZERO) or Decimal(1) if rows else Decimal(1)


def unbounded_channels(missing: Sequence[Missing], changes: Mapping[str, Since]) -> frozenset[str]:
    """Accounts of which something is missing that may weigh anything.

    Where a sample was drawn when nothing was missing, the whole of then is known.
    """
    known = {name for name, one in changes.items() if one.missing == 0}
    return frozenset(one.channel for one in missing if not one.is_bounded) - known


def gone_from(checked: Verification, known: Mapping[str, Decimal]) -> tuple[Missing, ...]:
    """What is gone since people checked a sample: as far as nobody missed it already.

    The records they checked, or what the account lacks of what the sample was drawn from, whichever
    is more: a record nobody was asked about is missed as well.
    """
    lost: dict[str, list[Gone]] = defaultdict(list)
    for record in checked.gone:
        lost[record.account].append(record)
    since = checked.changes()
    found = []
    for account in sorted({*lost, *since}):
        one, of = since.get(account), lost[account]
        drawn = _ZERO if one is None else one.missing + one.whole - one.now
        amount = max(sum((each.mass for each in of), _ZERO), drawn) - known.get(account, _ZERO)
        if amount > 0:
            path, reason = _lost(of, one)
            found.append(Missing(path=path, channel=account, amount=amount, reason=reason))
    return tuple(found)


def _lost(of: Sequence[Gone], since: Since | None) -> tuple[str, str]:
    """Where it was, and why we know."""
    if of or since is None:
        reason = tell(
            "people checked {n} records here that are gone"
            if len(of) > 1
            else "people checked {n} record here that is gone",
            n=len(of),
        )
        return ", ".join(one.record for one in of[:_SHOWN]), reason
    was, now = money(since.whole, None), money(since.now, None)
    reason = tell("it was drawn from {was}, read {now}", was=was, now=now)
    return tell("sample {id}", id=since.sample), reason


def missing_by_channel(missing: Sequence[Missing]) -> Mapping[str, Decimal]:
    found: dict[str, Decimal] = {}
    for one in missing:
        found[one.channel] = found.get(one.channel, _ZERO) + one.amount
    return found


def missing_findings(missing: Sequence[Missing]) -> Iterator[Finding]:
    for one in missing:
        yield Finding(
            code="expected-but-missing",
            severity=Severity.MEDIUM,
            channel=one.channel,
            statement=tell(
                "{path}: less was read than there should be ({reason}); the bounds allow for it.",
                path=one.path,
                reason=one.reason if isinstance(one.reason, Told) else Told(one.reason),
            ),
            criteria="What was declared complete, or was there before, is read.",
            condition=one.reason,
            consequence="The missing part is taken at its worst in every share of this channel.",
            corrective_action="Put the missing rows or file back, or correct [source.expected].",
            counter="The declaration itself may be out of date.",
            places=(Place(one.path),),
        )


def incomplete_channels(
    sources: Sequence[SourceAccount], missing: Sequence[Missing]
) -> frozenset[str]:
    """Channels of which a part is known to be missing, or of which a file could not be read."""
    unread = {str(one.channel) for one in sources if one.refused and not one.records}
    return frozenset({one.channel for one in missing} | unread)
