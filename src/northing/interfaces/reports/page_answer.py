"""What is the answer, in two sentences, and on what does it rest?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from northing.cycle import Audit
from northing.foundations.documents.blocks import Block, Callout, Facts, Paragraph, Tone
from northing.foundations.documents.numbers import number, percent
from northing.foundations.documents.told import Term, tell, together
from northing.foundations.methods.estimate import Estimate
from northing.interfaces.reports.page_checked import checked_by, standing
from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.findings.facts import Severity
from northing.stages.diagnose.say_do.facts import Divergence, SayBasis, SayDo
from northing.stages.diagnose.say_do.section import (
    account_of,
    apart_words,
    bounds_words,
    divergence_of,
    said_counts,
    whole_gaps,
)
from northing.stages.records.ledger.facts import (
    HEARD,
    NO_DEEDS,
    SPOKEN,
)
from northing.stages.records.ledger.section import (
    Telling,
    counted,
    first_of,
    kind_told,
    n_is,
)

_NOT_YET = tell("That cannot be told yet.")
_NOTABLE = 0.005
_FILES = 3
_UNCOUNTABLE = ("money", "time")


def masthead(audit: Audit) -> Facts:
    """Who, when, and from how much."""
    case = audit.case
    by_channel = Counter(record.channel for record in case.records)
    deeds = sum(n for channel, n in by_channel.items() if channel not in NO_DEEDS)
    kinds = [str(channel) for channel in by_channel if channel not in NO_DEEDS]
    heard = sum(by_channel[channel] for channel in HEARD)
    pairs = [
        ("Promises", counted(len(case.commitments), "commitment")),
        ("Words", _words(audit)),
        ("Deeds", _deeds(deeds, kinds)),
    ]
    if heard:
        pairs.append(("Voices", counted(heard, "record")))
    return Facts((*pairs, ("Checked by people", checked_by(audit))))


def _deeds(n: int, kinds: Sequence[str]) -> str:
    if not n:
        return tell("none read")
    records = counted(n, "record")
    if len(kinds) == 1:
        return tell("{records} of {channel}", records=records, channel=kind_told(kinds[0]))
    return tell("{records} of {kinds}", records=records, kinds=counted(len(kinds), "kind"))


def _words(audit: Audit) -> str:
    found = audit.say_do
    if found.basis is SayBasis.DECLARED:
        return (
            tell("no sentence speaks of a commitment: declared weights stand in")
            if _spoken(audit)
            else tell("no statement was given: declared weights stand in")
        )
    return tell(
        "{n} of {sentences} speak of a commitment",
        n=number(found.mentions),
        sentences=counted(found.sentences, "sentence"),
    )


def answer(audit: Audit, main: str | None, telling: Telling) -> tuple[Block, ...]:
    """The distance in plain words, the widest gap, what chance would show, what is unchecked."""
    if main is None:
        reason = tell("The files hold no record of deeds that could be held against the words.")
        return (Paragraph(together(_NOT_YET, reason), lead=True), *_warnings(audit))
    if _is_nothing_linked(audit, main):
        account = account_of(audit.say_do, main)
        n = n_is(counted(account.whole.records if account else 0, "record"))
        none = "None of the {channel} could be linked to a promise ({n})."
        reason = tell(none, channel=kind_told(main), n=n)
        hint = tell("That is no proof that none serves one.")
        return (Paragraph(together(_NOT_YET, reason, hint), lead=True), *_warnings(audit))
    first = (
        distance_sentence(audit.say_do, main, is_brief=True),
        _unlinked(audit, main),
        _widest(audit, main, telling),
    )
    lead = Paragraph(together(*first), lead=True)
    told = (_why_no_interval(audit, main), _chance(audit, main), _gravest(audit, telling))
    further = [text for text in told if text]
    return (lead, *map(Paragraph, further), *_warnings(audit))


def _is_nothing_linked(audit: Audit, main: str) -> bool:
    """A distance of everything from nothing would be a number without a meaning."""
    found = divergence_of(audit.say_do, main)
    gaps = [one for one in whole_gaps(audit.say_do, main) if one.commitment != NONE]
    is_known = found is not None and isinstance(found.tv, Estimate)
    return is_known and not any(one.records for one in gaps)


def distance_sentence(say_do: SayDo, channel: str, *, is_brief: bool = False) -> str:
    """Total variation in plain words; brief where the reason for no interval follows by itself."""
    found = divergence_of(say_do, channel)
    is_declared = say_do.basis is SayBasis.DECLARED
    if found is None or not isinstance(found.tv, Estimate):
        reason = found.tv.reason if found and not isinstance(found.tv, Estimate) else "not compared"
        return tell(
            "How far {channel} parts from the declared weights is unknown: {reason}."
            if is_declared
            else "How far {channel} parts from the words is unknown: {reason}.",
            channel=kind_told(channel),
            reason=Term(reason),
        )
    is_reason_later = found.tv.no_interval and is_brief
    return tell(
        _APART[is_declared, channel.partition(" in ")[0] in _UNCOUNTABLE],
        channel=kind_told(channel),
        share=percent(found.tv.value),
        bounds=tell("no interval") if is_reason_later else bounds_words(found.tv),
        n=n_is(counted(found.tv.n, "record")),
        said=said_counts(say_do),
    )


_APART = {
    (False, True): "If the {channel} followed the words, promise by promise, {share} of it would "
    "have to serve something else ({bounds}; {n}, {said}).",
    (False, False): "If the {channel} followed the words, promise by promise, {share} of them "
    "would have to serve something else ({bounds}; {n}, {said}).",
    (True, True): "If the {channel} followed the declared weights, promise by promise, {share} of "
    "it would have to serve something else ({bounds}; {n}, {said}).",
    (True, False): "If the {channel} followed the declared weights, promise by promise, {share} of "
    "them would have to serve something else ({bounds}; {n}, {said}).",
}


def _widest(audit: Audit, main: str, telling: Telling) -> str:
    gaps = [one for one in whole_gaps(audit.say_do, main) if one.commitment != NONE]
    if not gaps or not isinstance(gaps[0].gap, Estimate):
        return ""
    measure = gaps[0].gap
    apart = apart_words(measure.value, basis=audit.say_do.basis)
    same = _reason_of(divergence_of(audit.say_do, main))
    if not (measure.no_interval and measure.no_interval == same):
        bounds = bounds_words(measure, in_points=True)
        apart = tell("{apart} ({bounds})", apart=apart, bounds=bounds)
    name = telling.name(gaps[0].commitment)
    return tell("Widest apart is “{promise}”: {apart}.", promise=name, apart=apart)


def _reason_of(found: Divergence | None) -> str:
    return found.tv.no_interval if found and isinstance(found.tv, Estimate) else ""


def _why_no_interval(audit: Audit, main: str) -> str:
    reason = _reason_of(divergence_of(audit.say_do, main))
    return tell("Why there is no interval: {reason}.", reason=Term(reason)) if reason else ""


def _unlinked(audit: Audit, main: str) -> str:
    """How much of the distance is nothing but deeds linked to no commitment."""
    rest = next((one for one in whole_gaps(audit.say_do, main) if one.commitment == NONE), None)
    whole = divergence_of(audit.say_do, main)
    if rest is None or not isinstance(rest.do, Estimate) or rest.do.value < _NOTABLE:
        return ""
    is_most = whole and isinstance(whole.tv, Estimate) and rest.do.value > whole.tv.value / 2
    return tell(
        "Most of that is {channel} linked to no promise, {share} of the whole ({bounds}), which "
        "may serve one all the same."
        if is_most
        else "Part of that is {channel} linked to no promise, {share} of the whole ({bounds}), "
        "which may serve one all the same.",
        channel=kind_told(main),
        share=percent(rest.do.value),
        bounds=bounds_words(rest.do),
    )


def _chance(audit: Audit, main: str) -> str:
    """What so few sentences would show had they merely followed the deeds."""
    found = divergence_of(audit.say_do, main)
    if found is None or not isinstance(found.tv, Estimate):
        return ""
    mean, top = found.null_mean, found.null_95
    if not isinstance(mean, Estimate) or not isinstance(top, Estimate):
        return ""
    rest = next((one.do for one in whole_gaps(audit.say_do, main) if one.commitment == NONE), None)
    is_split = isinstance(rest, Estimate) and rest.value >= _NOTABLE
    beyond = found.tv.value > top.value
    return together(
        tell(
            "Had the {sentences} merely followed the {channel}, chance and the part that is linked "
            "to nothing would still show {mean} (in 95 of 100 draws at most {most})."
            if is_split
            else "Had the {sentences} merely followed the {channel}, chance would still show "
            "{mean} (in 95 of 100 draws at most {most}).",
            sentences=counted(mean.n, "sentence"),
            channel=kind_told(main),
            mean=percent(mean.value),
            most=percent(top.value),
        ),
        tell(
            "At {share}, what was found is more than chance alone explains."
            if beyond
            else "At {share}, what was found is no more than chance alone may show.",
            share=percent(found.tv.value),
        ),
    )


def _gravest(audit: Audit, telling: Telling) -> str:
    """What a board must hear even if it reads no further."""
    first = next((one for one in audit.findings if one.severity is Severity.HIGH), None)
    if first is None:
        return ""
    return tell("The gravest finding: {finding}", finding=telling.sentence(first.statement))


def _warnings(audit: Audit) -> list[Block]:
    return [*_declared(audit), standing(audit)]


def _spoken(audit: Audit) -> int:
    """How many sentences were read, whether they speak of a commitment or not."""
    return sum(1 for one in audit.case.records if one.channel is SPOKEN[0])


def _declared(audit: Audit) -> list[Block]:
    if audit.say_do.basis is not SayBasis.DECLARED:
        return []
    read, said = _spoken(audit), said_counts(audit.say_do)
    why = tell(
        "None of {sentences} speaks of a commitment, so the weights the case declares for its "
        "commitments stand for what is said ({said})."
        if read
        else "The case names no published text that speaks of a commitment, so the weights it "
        "declares for its commitments stand for what is said ({said}).",
        sentences=counted(read, "sentence"),
        said=said,
    )
    title = (
        tell("No sentence was linked: “said” means the declared weights.")
        if read
        else tell("No statement was given: “said” means the declared weights.")
    )
    return [Callout(Tone.WORDS, title, why)]


def files_of(audit: Audit, channel: str, *, with_words: bool = True) -> str:
    """The files a picture rests on: those of the words and those of the channel."""
    kind = channel.partition(" in ")[0]
    spoken = (
        []
        if audit.say_do.basis is SayBasis.DECLARED or not with_words
        else [str(one) for one in SPOKEN[:1]]
    )
    paths = dict.fromkeys(
        one.path
        for one in audit.case.sources
        if str(one.channel) in (*spoken, kind) and one.records
    )
    return _shown([audit.redactor.redact(path) for path in paths]) or tell("the case")


def _shown(paths: Sequence[str]) -> str:
    if len(paths) <= _FILES:
        return first_of(paths, most=_FILES)
    more = tell("{n} more files", n=str(len(paths) - _FILES))
    return first_of((*paths[:_FILES], more), most=_FILES + 1)
