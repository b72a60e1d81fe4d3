"""How far do words and deeds part? Composes the rules of this room; no file, clock or chance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from northing.foundations.methods.divergence import Divided
from northing.foundations.methods.estimate import Estimate, Measure, Unknown
from northing.stages.clarify.commitments.facts import NONE, Commitment
from northing.stages.diagnose.linking.facts import Link
from northing.stages.diagnose.say_do.facts import (
    Divergence,
    DrawnFrom,
    Gap,
    HierarchySplit,
    Mass,
    SayDo,
)
from northing.stages.diagnose.say_do.rules.accounts import accounts_of
from northing.stages.diagnose.say_do.rules.covering import coverage_of
from northing.stages.diagnose.say_do.rules.distance import distance_of
from northing.stages.diagnose.say_do.rules.gap import do_measure, gap_of
from northing.stages.diagnose.say_do.rules.masses import add_up, masses_of
from northing.stages.diagnose.say_do.rules.netting import hierarchy_of
from northing.stages.diagnose.say_do.rules.saying import Say, in_part, say_of
from northing.stages.diagnose.say_do.rules.sharing import Shares, none_or_all, shares_of
from northing.stages.diagnose.say_do.rules.sizes import sizes_of
from northing.stages.diagnose.say_do.rules.slices import Slice, slices_of
from northing.stages.diagnose.say_do.rules.verified import Beside, with_verified
from northing.stages.records.ledger.facts import HEARD, SPOKEN, Record

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class SayDoSettings:
    """The day of the audit, its seed, the home currency, and what is known to be missing.

    `missing` maps an account to the mass that was declared, or there in an earlier audit, and
    was not read now; in `unbounded` accounts that is a guess, and nothing tells how much more it
    may be. `open_to_any` are records that may bear on any commitment beside what is missing.
    `verified` has, for an account and a commitment, the share of all that was counted which
    people's labels show, with its interval; `since` what they speak of.
    """

    on: date
    seed: int
    home_currency: str | None = None
    missing: Mapping[str, Decimal] = field(default_factory=dict)
    unbounded: frozenset[str] = frozenset()
    open_to_any: frozenset[str] = frozenset()
    verified: Mapping[tuple[str, str], Estimate] = field(default_factory=dict)
    since: Mapping[str, DrawnFrom] = field(default_factory=dict)

    def missing_of(self, account: str) -> Decimal:
        """What is missing from a file of several currencies may be all of one of them."""
        return sum((self.missing.get(name, _ZERO) for name in _names(account)), _ZERO)

    @property
    def lacks_words(self) -> bool:
        return any(self.missing_of(name) > 0 for name in SPOKEN)

    def is_unbounded(self, account: str) -> bool:
        """Talk is held against talk as far as it promises anything: how much did, nothing tells."""
        if account in SPOKEN and self.lacks_words:
            return True
        return not self.unbounded.isdisjoint(_names(account))


def _names(account: str) -> set[str]:
    """The account, and its channel where it is that of a foreign currency."""
    return {account, account.split(" in ", maxsplit=1)[0]}


def say_do(
    records: Sequence[Record],
    links: Mapping[str, Sequence[Link]],
    commitments: Sequence[Commitment],
    settings: SayDoSettings,
) -> SayDo:
    """Gaps, distances, the split by unit, accounts and coverage of one case."""
    say = say_of(records, links, commitments, seed=settings.seed)
    if settings.lacks_words:
        say = in_part(say)
    masses = masses_of(
        records,
        links,
        home_currency=settings.home_currency,
        open_to_any=settings.open_to_any,
    )
    accounts = accounts_of(
        records, masses, links, home_currency=settings.home_currency, missing=settings.missing
    )
    sizes = sizes_of(records, home_currency=settings.home_currency)
    order = (*(one.id for one in commitments), NONE)
    compared = [one.channel for one in accounts if _is_compared(one.channel, say)]
    gaps: list[Gap] = []
    divergences: list[Divergence] = []
    hierarchies: list[HierarchySplit] = []
    for channel in compared:
        for slice_ in slices_of(channel, masses):
            found, divergence = _compare(slice_, order, say, settings)
            gaps.extend(found)
            divergences.append(divergence)
        split = hierarchy_of(
            add_up(masses, account=channel, by=("unit",)),
            order,
            say,
            channel=channel,
            sizes=sizes.get(channel),
            seed=settings.seed,
        )
        if split is not None:
            hierarchies.append(split)
    return SayDo(
        basis=say.basis,
        say=tuple(say.measures.items()),
        mentions=say.mentions,
        documents=say.documents,
        sentences=say.sentences,
        accounts=accounts,
        gaps=tuple(gaps),
        divergences=tuple(divergences),
        hierarchies=tuple(hierarchies),
        coverage=coverage_of(records, links, commitments, on=settings.on),
    )


def _is_compared(channel: str, say: Say) -> bool:
    """Deeds are held against words, talk against what is published; voices only bear witness."""
    if channel in HEARD or channel == say.channel:
        return False
    return not (channel in SPOKEN and channel == "words")


def _compare(
    slice_: Slice, order: Sequence[str], say: Say, settings: SayDoSettings
) -> tuple[list[Gap], Divergence]:
    missing, n = settings.missing_of(slice_.channel), slice_.n
    is_bounded = not settings.is_unbounded(slice_.channel)
    done = shares_of(slice_.counted(), order, missing=missing if is_bounded else None)
    if done is not None and slice_.is_whole and slice_.channel not in SPOKEN:
        done = _checked(done, slice_, missing, settings)
    divergence, tv, jsd = distance_of(say, done, slice_, seed=settings.seed)
    gaps = [
        _gap(
            slice_,
            name,
            index,
            n=n,
            done=done,
            say=say,
            parts=(tv, jsd),
            null=divergence.null_mean,
            missing=missing,
        )
        for index, name in enumerate(order)
    ]
    return gaps, divergence


def _checked(done: Shares, slice_: Slice, missing: Decimal, settings: SayDoSettings) -> Shares:
    """The shares of a whole channel, with those of which people checked a sample."""
    mine = {name: one for (of, name), one in settings.verified.items() if of == slice_.channel}
    masses = slice_.masses.values()
    beside = Beside(
        against=sum((mass.against for mass in masses), _ZERO),
        against_most=sum((mass.against_most for mass in masses), _ZERO),
        missing=missing,
        since=settings.since.get(slice_.channel),
        is_open=any(mass.open_least or mass.open_most for mass in masses),
    )
    found = with_verified(done, mine, beside)
    return none_or_all(found) if settings.is_unbounded(slice_.channel) else found


def _gap(  # noqa: PLR0913 - one row of the table needs all of its company
    slice_: Slice,
    name: str,
    index: int,
    *,
    n: int,
    done: Shares | None,
    say: Say,
    parts: tuple[Divided | None, Divided | None],
    null: Measure,
    missing: Decimal,
) -> Gap:
    mass = slice_.masses.get(name, Mass())
    do: Measure = Unknown("no means: nothing was recorded here")
    if done is not None and name in done.verified:
        do = done.verified[name]
    elif done is not None:
        do = do_measure(
            done.values[index],
            done.low[index],
            done.high[index],
            n=n,
            is_widened=missing > 0,
        )
    said = say.measures[name]
    tv, jsd = parts
    return Gap(
        commitment=name,
        channel=slice_.channel,
        period=slice_.period,
        unit=slice_.unit,
        say=said,
        do=do,
        gap=gap_of(said, do),
        null_mean=null,
        contribution_tv=None if tv is None else tv.contributions[index],
        contribution_jsd=None if jsd is None else jsd.contributions[index],
        amount=mass.linked,
        records=mass.records,
        against=mass.against,
        against_records=mass.against_records,
        is_clipped=done is not None and name in done.clipped,
    )
