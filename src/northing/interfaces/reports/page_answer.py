"""What is the answer, in two sentences, and on what does it rest?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from northing.cycle import Audit
from northing.foundations.documents.blocks import Block, Callout, Facts, Paragraph, Tone
from northing.foundations.documents.numbers import number, percent
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
from northing.stages.records.ledger.section import Telling, counted, n_is

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
        (
            "Deeds",
            f"{counted(deeds, 'record')} of {_kinds(kinds)}" if deeds else "none read",
        ),
    ]
    if heard:
        pairs.append(("Voices", counted(heard, "record")))
    return Facts((*pairs, ("Checked by people", checked_by(audit))))


def _kinds(kinds: Sequence[str]) -> str:
    return kinds[0] if len(kinds) == 1 else counted(len(kinds), "kind")


def _words(audit: Audit) -> str:
    found = audit.say_do
    if found.basis is SayBasis.DECLARED:
        none = "no sentence speaks of a commitment" if _spoken(audit) else "no statement was given"
        return f"{none}: declared weights stand in"
    return (
        f"{number(found.mentions)} of {counted(found.sentences, 'sentence')} speak of a commitment"
    )


def answer(audit: Audit, main: str | None, telling: Telling) -> tuple[Block, ...]:
    """The distance in plain words, the widest gap, what chance would show, what is unchecked."""
    if main is None:
        reason = "The files hold no record of deeds that could be held against the words."
        return (Paragraph(f"That cannot be told yet. {reason}", lead=True), *_warnings(audit))
    if _is_nothing_linked(audit, main):
        account = account_of(audit.say_do, main)
        n = f"{n_is()}{counted(account.whole.records if account else 0, 'record')}"
        reason = f"None of the {main} could be linked to a promise ({n})."
        hint = "That is no proof that none serves one."
        return (
            Paragraph(f"That cannot be told yet. {reason} {hint}", lead=True),
            *_warnings(audit),
        )
    first = (
        distance_sentence(audit.say_do, main, is_brief=True),
        _unlinked(audit, main),
        _widest(audit, main, telling),
    )
    lead = Paragraph(" ".join(filter(None, first)), lead=True)
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
    said = "the declared weights" if say_do.basis is SayBasis.DECLARED else "the words"
    if found is None or not isinstance(found.tv, Estimate):
        reason = found.tv.reason if found and not isinstance(found.tv, Estimate) else "not compared"
        return f"How far {channel} parts from {said} is unknown: {reason}."
    it = "it" if channel.partition(" in ")[0] in _UNCOUNTABLE else "them"
    bounds = "no interval" if found.tv.no_interval and is_brief else bounds_words(found.tv)
    return (
        f"If the {channel} followed {said}, promise by promise, {percent(found.tv.value)} of {it} "
        f"would have to serve something else ({bounds}; "
        f"{n_is()}{counted(found.tv.n, 'record')}, {said_counts(say_do)})."
    )


def _widest(audit: Audit, main: str, telling: Telling) -> str:
    gaps = [one for one in whole_gaps(audit.say_do, main) if one.commitment != NONE]
    if not gaps or not isinstance(gaps[0].gap, Estimate):
        return ""
    measure = gaps[0].gap
    apart = apart_words(measure.value, basis=audit.say_do.basis)
    bounds = bounds_words(measure, in_points=True)
    same = _reason_of(divergence_of(audit.say_do, main))
    said = "" if measure.no_interval and measure.no_interval == same else f" ({bounds})"
    return f"Widest apart is “{telling.name(gaps[0].commitment)}”: {apart}{said}."


def _reason_of(found: Divergence | None) -> str:
    return found.tv.no_interval if found and isinstance(found.tv, Estimate) else ""


def _why_no_interval(audit: Audit, main: str) -> str:
    reason = _reason_of(divergence_of(audit.say_do, main))
    return f"Why there is no interval: {reason}." if reason else ""


def _unlinked(audit: Audit, main: str) -> str:
    """How much of the distance is nothing but deeds linked to no commitment."""
    rest = next((one for one in whole_gaps(audit.say_do, main) if one.commitment == NONE), None)
    whole = divergence_of(audit.say_do, main)
    if rest is None or not isinstance(rest.do, Estimate) or rest.do.value < _NOTABLE:
        return ""
    is_most = whole and isinstance(whole.tv, Estimate) and rest.do.value > whole.tv.value / 2
    return (
        f"{'Most' if is_most else 'Part'} of that is {main} linked to no promise, "
        f"{percent(rest.do.value)} of the whole ({bounds_words(rest.do)}), which may serve one all "
        "the same."
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
    verdict = "more than chance alone explains" if beyond else "no more than chance alone may show"
    return (
        f"Had the {counted(mean.n, 'sentence')} merely followed the {main}, "
        f"chance {'and the part that is linked to nothing ' if is_split else ''}would still show "
        f"{percent(mean.value)} (in 95 of 100 draws at most {percent(top.value)}). "
        f"At {percent(found.tv.value)}, what was found is {verdict}."
    )


def _gravest(audit: Audit, telling: Telling) -> str:
    """What a board must hear even if it reads no further."""
    first = next((one for one in audit.findings if one.severity is Severity.HIGH), None)
    return "" if first is None else f"The gravest finding: {telling.sentence(first.statement)}"


def _warnings(audit: Audit) -> list[Block]:
    return [*_declared(audit), standing(audit)]


def _spoken(audit: Audit) -> int:
    """How many sentences were read, whether they speak of a commitment or not."""
    return sum(1 for one in audit.case.records if one.channel is SPOKEN[0])


def _declared(audit: Audit) -> list[Block]:
    if audit.say_do.basis is not SayBasis.DECLARED:
        return []
    read = _spoken(audit)
    none = f"None of {counted(read, 'sentence')} speaks of a commitment"
    reason = (
        f"{none}, so the weights the case declares"
        if read
        else "The case names no published text that speaks of a commitment, so the weights it "
        "declares"
    )
    return [
        Callout(
            Tone.WORDS,
            f"{'No sentence was linked' if read else 'No statement was given'}: “said” means the "
            "declared weights.",
            f"{reason} for its commitments stand for what is said ({said_counts(audit.say_do)}).",
        )
    ]


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
    return _shown([audit.redactor.redact(path) for path in paths]) or "the case"


def _shown(paths: Sequence[str]) -> str:
    more = len(paths) - _FILES
    return ", ".join((*paths[:_FILES], *([f"{more} more files"] if more > 0 else ())))
