"""What can this report not tell, and why?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from northing.cycle import Audit
from northing.foundations.documents.blocks import Block, Listing, Paragraph
from northing.foundations.documents.numbers import number
from northing.foundations.documents.told import Term, polished, tell, together
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
    first_of,
    kind_told,
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
        yield tell(
            "What the organisation says in public: no statement was given, only declared weights."
        )
        return
    silent = found.sentences - found.mentions
    if silent:
        yield tell(
            "What {n} of {sentences} mean for the commitments: nobody and nothing linked them, and "
            "they are not counted as words.",
            n=number(silent),
            sentences=counted(found.sentences, "sentence"),
        )
    if found.documents == 1:
        yield tell(
            "How firmly the words stand: they come from one document, which gives no interval."
        )


def _deeds(audit: Audit) -> Iterator[str]:
    for account in audit.say_do.accounts:
        if account.channel not in SPOKEN:
            yield from _account(account)
    undated = [one for one in audit.case.records if one.period is None]
    if undated:
        yield tell(
            "When {records} took effect: they carry no date and stand in no period, but in the "
            "whole.",
            records=counted(len(undated), "record"),
        )


def _account(account: ChannelAccount) -> Iterator[str]:
    whole, kind = account.whole, kind_told(account.channel)
    if whole.unlinked > 0:
        yield tell(
            "What {amount} of {channel} serve: {share} of the whole ({n}) is linked to no "
            "commitment.",
            amount=sum_words(whole.unlinked, account.measure),
            channel=kind,
            share=share_words(whole.unlinked, whole.total),
            n=n_is(counted(whole.records, "record")),
        )
    if account.income is not None:
        yield tell(
            "What {amount} of income ({records}) say: income stands outside and is never netted "
            "with spending.",
            amount=sum_words(account.income.total, account.measure),
            records=counted(account.income.records, "record"),
        )
    if " in " in account.channel:
        alone = "How {channel} adds to the rest: without a rate it stands on its own."
        yield tell(alone, channel=kind)
    nameless = sum(one.records for one in account.units if one.label is None)
    if nameless and len(account.units) > 1:
        which = "Which unit {records} of {channel} belong to: they name none."
        yield tell(which, records=counted(nameless, "record"), channel=kind)


def _figures(audit: Audit, telling: Telling) -> Iterator[str]:
    """Every unknown figure, a sentence a reason; and every share that credits pushed below zero."""
    by_reason: dict[tuple[str, str], dict[str, None]] = {}
    for one in audit.say_do.gaps:
        if isinstance(one.gap, Unknown) and one.period is None and one.unit is None:
            by_reason.setdefault((one.channel, one.gap.reason), {})[
                telling.name(one.commitment)
            ] = None
    for (channel, reason), names in by_reason.items():
        yield tell(
            "The gap in {channel} for {promises}: {reason}.",
            channel=kind_told(channel),
            promises=_listed([tell("“{text}”", text=name) for name in names]),
            reason=Term(reason),
        )
    yield from _slices(audit)
    clipped = dict.fromkeys(
        (one.commitment, one.channel)
        for one in audit.say_do.gaps
        if one.is_clipped and one.unit is None
    )
    for commitment, channel in clipped:
        if commitment != NONE:
            yield tell(
                "What credits mean for “{promise}” in {channel}: they outweigh what was spent, so "
                "its share is shown as none.",
                promise=telling.name(commitment),
                channel=kind_told(channel),
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
                yield tell(
                    "How {channel} parts from the words in {slices} ({names}): nothing was "
                    "recorded there.",
                    channel=kind_told(channel),
                    slices=counted(len(blank), kind),
                    names=polished(_listed(blank), audit.redactor.redact),
                )


def _listed(names: Sequence[str], *, most: int = 6) -> str:
    return first_of(names, most=most)


def _completeness(audit: Audit, telling: Telling) -> Iterator[str]:
    open_files = [
        telling.redact(one.path)
        for one in audit.case.sources
        if one.records and not is_declared(one)
    ]
    if open_files:
        yield tell(
            "Whether {files} is complete ({names}): nobody declared how much there should be."
            if len(open_files) == 1
            else "Whether {files} are complete ({names}): nobody declared how much there should "
            "be.",
            files=counted(len(open_files), "file"),
            names=_listed(open_files),
        )
    for one in audit.missing:
        yield tell(
            "What is missing from {file}: {reason}. The bounds allow for it.",
            file=telling.redact(one.path),
            reason=Term(one.reason),
        )
    refused = sum(len(one.refused) for one in audit.case.sources)
    if refused:
        added = tell("What the refused rows would have added.")
        yield together(added, refused_words(refused))


def _blind(audit: Audit) -> Iterator[str]:
    blind = blind_channels(audit)
    if blind:
        kinds = _listed([kind_told(str(one)) for one in blind], most=10)
        yield tell("Anything about {kinds}: the case has no source of it.", kinds=kinds)
    income_only = [one for one in audit.case.records if one.side is Side.INCOME]
    if income_only and not any(one.income for one in audit.say_do.accounts):
        n = counted(len(income_only), "record")
        yield tell("What {records} of income say.", records=n)
