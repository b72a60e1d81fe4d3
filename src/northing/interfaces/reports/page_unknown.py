"""What can this report not tell, and why?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from northing.cycle import Audit
from northing.foundations.documents.blocks import Block, Listing, Paragraph
from northing.foundations.documents.numbers import number
from northing.foundations.methods.estimate import Unknown
from northing.interfaces.reports.page_checked import links_are_right
from northing.interfaces.reports.page_coverage import blind_channels
from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.say_do.facts import ChannelAccount, SayBasis
from northing.stages.diagnose.say_do.section import channels_in_order
from northing.stages.records.imports.section import is_declared, refused_words
from northing.stages.records.ledger.facts import SPOKEN, Side
from northing.stages.records.ledger.section import (
    Telling,
    counted,
    n_is,
    share_words,
    sum_words,
)


def unknown_page(audit: Audit, telling: Telling) -> tuple[Block, ...]:
    """Every limit of this report as one sentence each; the list is never empty."""
    limits = (
        links_are_right(audit),
        *_words(audit),
        *_deeds(audit),
        *_figures(audit, telling),
        *_completeness(audit, telling),
        *_blind(audit),
    )
    return (Paragraph("What follows is unknown, not zero."), Listing(tuple(limits)))


def _words(audit: Audit) -> Iterator[str]:
    found = audit.say_do
    if found.basis is SayBasis.DECLARED:
        yield "What the organisation says in public: no statement was given, only declared weights."
        return
    silent = found.sentences - found.mentions
    if silent:
        yield (
            f"What {number(silent)} of {counted(found.sentences, 'sentence')} mean for the "
            "commitments: nobody and nothing linked them, and they are not counted as words."
        )
    if found.documents == 1:
        yield "How firmly the words stand: they come from one document, which gives no interval."


def _deeds(audit: Audit) -> Iterator[str]:
    for account in audit.say_do.accounts:
        if account.channel not in SPOKEN:
            yield from _account(account)
    undated = [one for one in audit.case.records if one.period is None]
    if undated:
        yield (
            f"When {counted(len(undated), 'record')} took effect: they carry no date and stand in "
            "no period, but in the whole."
        )


def _account(account: ChannelAccount) -> Iterator[str]:
    whole = account.whole
    if whole.unlinked > 0:
        yield (
            f"What {sum_words(whole.unlinked, account.measure)} of {account.channel} serve: "
            f"{share_words(whole.unlinked, whole.total)} of the whole ({n_is()}"
            f"{counted(whole.records, 'record')}) is linked to no commitment."
        )
    if account.income is not None:
        yield (
            f"What {sum_words(account.income.total, account.measure)} of income "
            f"({counted(account.income.records, 'record')}) say: income stands outside and is "
            "never netted with spending."
        )
    if " in " in account.channel:
        yield f"How {account.channel} adds to the rest: without a rate it stands on its own."
    nameless = sum(one.records for one in account.units if one.label is None)
    if nameless and len(account.units) > 1:
        n = counted(nameless, "record")
        yield f"Which unit {n} of {account.channel} belong to: they name none."


def _figures(audit: Audit, telling: Telling) -> Iterator[str]:
    """Every unknown figure, a sentence a reason; and every share that credits pushed below zero."""
    by_reason: dict[tuple[str, str], dict[str, None]] = {}
    for one in audit.say_do.gaps:
        if isinstance(one.gap, Unknown) and one.period is None and one.unit is None:
            by_reason.setdefault((one.channel, one.gap.reason), {})[
                telling.name(one.commitment)
            ] = None
    for (channel, reason), names in by_reason.items():
        yield f"The gap in {channel} for {_listed(names)}: {reason}."
    yield from _slices(audit)
    clipped = dict.fromkeys(
        (one.commitment, one.channel)
        for one in audit.say_do.gaps
        if one.is_clipped and one.unit is None
    )
    for commitment, channel in clipped:
        if commitment != NONE:
            yield (
                f"What credits mean for “{telling.name(commitment)}” in {channel}: they outweigh "
                "what was spent, so its share is shown as none."
            )


def _slices(audit: Audit) -> Iterator[str]:
    for channel in channels_in_order(audit.say_do):
        mine = [one for one in audit.say_do.divergences if one.channel == channel]
        for kind in ("period", "unit"):
            blank = [
                str(getattr(one, kind))
                for one in mine
                if getattr(one, kind) is not None and isinstance(one.tv, Unknown)
            ]
            if blank:
                yield (
                    f"How {channel} parts from the words in {counted(len(blank), kind)} "
                    f"({audit.redactor.redact(_listed(blank, quoted=False))}): nothing was "
                    "recorded there."
                )


def _listed(names: Iterable[str], *, quoted: bool = True, most: int = 6) -> str:
    told = [f"“{one}”" if quoted else one for one in names]
    more = len(told) - most
    return ", ".join((*told[:most], *([f"{more} more"] if more > 0 else ())))


def _completeness(audit: Audit, telling: Telling) -> Iterator[str]:
    open_files = [
        telling.redact(one.path)
        for one in audit.case.sources
        if one.records and not is_declared(one)
    ]
    if open_files:
        yield (
            f"Whether {counted(len(open_files), 'file')} {'is' if len(open_files) == 1 else 'are'} "
            f"complete ({_listed(open_files, quoted=False)}): nobody declared how much there "
            "should be."
        )
    for one in audit.missing:
        path = telling.redact(one.path)
        yield f"What is missing from {path}: {one.reason}. The bounds allow for it."
    refused = sum(len(one.refused) for one in audit.case.sources)
    if refused:
        yield f"What the refused rows would have added. {refused_words(refused)}"


def _blind(audit: Audit) -> Iterator[str]:
    blind = blind_channels(audit)
    if blind:
        kinds = _listed(map(str, blind), quoted=False, most=10)
        yield f"Anything about {kinds}: the case has no source of it."
    income_only = [one for one in audit.case.records if one.side is Side.INCOME]
    if income_only and not any(one.income for one in audit.say_do.accounts):
        yield f"What {counted(len(income_only), 'record')} of income say."
