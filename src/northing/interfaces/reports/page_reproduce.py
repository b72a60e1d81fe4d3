"""How does somebody else get the same report, and how were its numbers made?"""

from __future__ import annotations

from northing.cycle import Audit
from northing.foundations.documents.blocks import (
    Block,
    Code,
    Column,
    Details,
    Facts,
    Paragraph,
    Table,
)
from northing.foundations.documents.numbers import day, number, percent
from northing.foundations.documents.told import Term, tell
from northing.foundations.methods.estimate import Estimate
from northing.foundations.trail.facts import Head
from northing.interfaces.reports.audit_json import records_sha256
from northing.stages.diagnose.say_do.section import (
    channels_in_order,
    company,
    divergence_of,
)
from northing.stages.records.imports.section import fingerprints
from northing.stages.records.ledger.section import Telling, kind_told, n_is


def reproduce_page(
    audit: Audit, telling: Telling, *, version: str, anchor: Head | None
) -> tuple[Block, ...]:
    """The command, the versions and the fingerprints: same in, same out, byte for byte."""
    return (
        Paragraph(
            "The same files, date, seed and versions give the same report. CASE is the folder "
            "that holds northing.toml."
        ),
        Code(_command(audit, anchor)),
        Facts(
            (
                ("Northing", version),
                ("Date of the audit", day(audit.on)),
                ("Seed", number(audit.seed)),
                ("Libraries", tell("as fixed in uv.lock of Northing {version}", version=version)),
            )
        ),
        *_anchored(anchor),
        Details("Fingerprints of the files", (fingerprints(audit.case.sources, telling),)),
    )


def _anchored(anchor: Head | None) -> tuple[Block, ...]:
    """What stands here cannot be rewritten there: entries taken from the trail's end show."""
    if anchor is None:
        return ()
    return (
        Paragraph(
            tell(
                "When this audit was begun, the organisation's trail held {n} entries. Whoever "
                "exports the trail can see that none of them was altered or taken away since:",
                n=number(anchor.sequence),
            )
        ),
        Code(_VERIFY.format(n=anchor.sequence, digest=anchor.digest)),
    )


def _command(audit: Audit, anchor: Head | None) -> str:
    """What a person types, and what must come out: a terminal has one language."""
    command = _AUDIT.format(on=audit.on.isoformat(), seed=audit.seed)
    if anchor:
        command += _ANCHOR.format(n=anchor.sequence, digest=anchor.digest)
    return _BELOW.format(command=command, digest=records_sha256(audit.case.records))


_AUDIT = "northing audit CASE --on {on} --seed {seed}"
_ANCHOR = " --anchor {n}:{digest}"
_VERIFY = "northing trail verify trail.jsonl --head {n}:{digest}"
_BELOW = "{command}\n\nsha256 of all records\n{digest}"


def method_page(audit: Audit) -> tuple[Block, ...]:
    """What each word and number means, in plain language."""
    return (
        Paragraph("Each word below opens to what it means and how it is computed."),
        Details("Say", (Paragraph(_SAY),)),
        Details("Do", (Paragraph(_DO),)),
        Details("Gap", (Paragraph(_GAP),)),
        Details("Distance: how much would have to serve something else", (Paragraph(_TV),)),
        Details("Jensen-Shannon divergence", (Paragraph(_JSD), _distances(audit))),
        Details("What chance alone would show", (Paragraph(_NULL),)),
        Details("Bounds before anybody has verified", (Paragraph(_BOUNDS),)),
        Details("Links and the machine", (Paragraph(_LINKS),)),
        Details("What runs against a commitment", (Paragraph(_AGAINST),)),
    )


def _distances(audit: Audit) -> Table:
    columns = (
        Column("Kind of deed"),
        Column("Distance"),
        Column("Jensen-Shannon, bits"),
        Column("By chance alone"),
    )
    rows = tuple(_distance_row(audit, channel) for channel in channels_in_order(audit.say_do))
    caption = "Both distances of every kind of deed from the words, with their company."
    return Table(caption, columns, rows, empty="Nothing was compared.")


def _distance_row(audit: Audit, channel: str) -> tuple[str, ...]:
    found = divergence_of(audit.say_do, channel)
    if found is None or not isinstance(found.tv, Estimate) or not isinstance(found.jsd, Estimate):
        return (kind_told(channel), "?", "?", "?")
    mean = found.null_mean
    chance = (
        percent(mean.value)
        if isinstance(mean, Estimate)
        else tell("{reason}", reason=Term(mean.reason))
    )
    distance = tell("{share} ({company})", share=percent(found.tv.value), company=company(found.tv))
    return (kind_told(channel), distance, _in_bits(found.jsd), chance)


def _in_bits(jsd: Estimate) -> str:
    ends = tell("no interval")
    if jsd.low is not None and jsd.high is not None:
        low, high = (number(one, decimals=3) for one in (jsd.low, jsd.high))
        ends = tell("between {low} and {high}", low=low, high=high)
    value = number(jsd.value, decimals=3)
    return tell("{value} ({ends}; {n})", value=value, ends=ends, n=n_is(jsd.n))


_SAY = (
    "Of all sentences that speak of a commitment, the share that speaks of this one. A sentence "
    "that speaks of two counts half for each. Sentences that speak of none promise nothing and "
    "are not counted, so nobody can thin a promise out by talking more. Where no statement was "
    "given, the weights the case declares stand in."
)
_DO = (
    "Of all money (or hours, decisions, pay weight), the share linked to this commitment. Credits "
    "are set against debits of the same commitment first. What is linked to nothing stays in the "
    "whole, as a line of its own."
)
_GAP = (
    "Say minus do, in percentage points. A plus means more said than done, a minus more done than "
    "said. Neither is a verdict: a cheap promise may be kept with little money."
)
_TV = (
    "Total variation: half the sum of all differences between the two lists of shares. It is the "
    "share of the money (or hours, or decisions) that would have to serve something else for both "
    "lists to agree: 0 % is the same, 100 % has nothing in common."
)
_JSD = (
    "A second distance between the same two lists, in bits from 0 to 1. It splits exactly over "
    "commitments and over units, which the first does not; use it to see where a distance comes "
    "from, not how large it is."
)
_NULL = (
    "A few sentences never match exact shares. So as many sentences as were found are drawn by "
    "lot from the shares of the deeds, 2,000 times, and the same distance is taken. The mean of "
    "these is what chance alone would show, the 95 % quantile what it rarely exceeds."
)
_BOUNDS = (
    "Money is counted in full, not sampled, so there is no sampling error. What is uncertain are "
    "the links. The low bound counts only links that people made by tag or rule; the high bound "
    "adds every link a machine holds plausible. “Exact” means that no such link is open, not that "
    "people have checked. Words are drawn again by document, and one document alone gives no "
    "interval. Once people have checked a sample, bounds with a stated certainty take their place."
)
_LINKS = (
    "Tags in the files come first, then rules the case states, then a machine that compares a "
    "record with the commitment and its signs, in words and, where the case asks for it and "
    "its language is English, in meaning. It reports the words that carried each link. It may "
    "link what only sounds alike, and miss what is said in words of its own."
)
_AGAINST = (
    "Records marked as running against a commitment are a ledger of their own. They are never "
    "subtracted from what is done for it, for good work does not undo harm, nor harm good work."
)
