"""How right are the links of a channel, what do they overlook, how much may be overstated?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from northing.foundations.methods.estimate import Estimate, Measure, Unknown
from northing.foundations.methods.monetary import stringer
from northing.stages.diagnose.verification.facts import (
    AccountChecked,
    AccountThen,
    Answer,
    Judged,
    Standing,
)
from northing.stages.diagnose.verification.rules.cells import (
    ADVANCING,
    BEARING,
    Checked,
    domain_of,
    everybody_of,
)
from northing.stages.diagnose.verification.rules.estimating import Domain, share_of, why_not
from northing.stages.diagnose.verification.rules.population import Population
from northing.stages.records.ledger.rules.mass import measure_of

_ZERO = Decimal(0)
_CERTAIN = 1.0
COUNTED = (Standing.TAGGED, Standing.LINKED)


def accounts_of(
    population: Population, checked: Checked, *, home_currency: str | None
) -> Iterator[AccountChecked]:
    """One for each channel of which people judged anything, and that is still there."""
    for then in checked.accounts:
        said = checked.said(then.account)
        frame = population.frames.get(then.account)
        if said and frame is not None and frame.records:
            yield _account(then, measure_of(frame.records[0], home_currency), checked, said)


def _account(
    then: AccountThen, measure: str, checked: Checked, said: Sequence[Judged]
) -> AccountChecked:
    linked = list(_linked_domains(then, checked))
    return AccountChecked(
        account=then.account,
        checked=sum(one.answer is not None for one in said),
        right=_share(linked, BEARING),
        overlooked=_share([everybody_of(then, checked)], BEARING),
        overstated=overstated(linked),
        measure=measure,
    )


def _share(domains: Sequence[Domain], wanted: frozenset[Answer]) -> Measure:
    whole = sum((one.mass for one in domains), _ZERO)
    if whole <= 0:
        return Unknown("there are no such pairs")
    return share_of(domains, wanted, whole=whole)


def _linked_domains(then: AccountThen, checked: Checked) -> Iterator[Domain]:
    """Tagged and linked pairs of all commitments together; what is quoted for itself."""
    for standing in COUNTED:
        for is_quoted in (True, False):
            found = domain_of(then, {standing}, checked, is_quoted=is_quoted)
            if found.size:
                yield found


def overstated(domains: Sequence[Domain]) -> Measure:
    """The most of the linked mass that does not advance its promise, by the Stringer bound.

    The tag is the book value, a person's answer the audit value: a pair that does not advance its
    promise is wrong in whole. What was drawn for certain adds what was found; what nobody could
    tell, or nobody reached, or what is gone since, counts as wrong. Amounts below zero stand
    outside.
    """
    short = why_not(domains)
    if short:
        return Unknown(short)
    sure, taints, book, known = _ZERO, [], _ZERO, 0
    for domain in domains:
        lots = [one for one in domain.judged if one.pair.probability < _CERTAIN]
        whole = [one for one in domain.judged if one.pair.probability >= _CERTAIN]
        sure += sum((one.pair.mass for one in whole if _is_wrong(one)), _ZERO)
        left = domain.mass - sum((one.pair.mass for one in whole), _ZERO)
        known += len(whole)
        if not lots:
            sure += max(_ZERO, left)
            continue
        sure += min(domain.open, left)
        book += left - min(domain.open, left)
        taints += [float(_is_wrong(one)) for one in lots]
    if not taints:
        if not known:
            return Unknown("no linked pair was checked")
        return Estimate(float(sure), 0.0, float(sure), None, known, "checked in whole")
    found = stringer([one for one in taints if one], len(taints), book=float(book))
    top = found.high if found.high is not None else float(book)
    return Estimate(
        found.value + float(sure), 0.0, top + float(sure), found.level, found.n + known,
        found.method,
    )  # fmt: skip


def _is_wrong(one: Judged) -> bool:
    return one.is_gone or one.answer not in ADVANCING
