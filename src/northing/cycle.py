"""The whole product on one screen: what was promised, what was done, and where the two part.

Pure: facts in, one `Audit` out. No file, no clock, no chance but the seed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from northing.foundations.text.match import MatchSettings
from northing.foundations.text.redaction import Redactor
from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.clarify.mission.engine import checked_statements
from northing.stages.clarify.mission.facts import Checked, Statement
from northing.stages.diagnose.findings.engine import findings_of
from northing.stages.diagnose.findings.facts import Finding, Found, Reply
from northing.stages.diagnose.findings.rules.completeness import (
    EarlierSource,
    Missing,
    gone_from,
    missing_by_channel,
    missing_from,
    unbounded_channels,
)
from northing.stages.diagnose.findings.rules.evidence import Evidence
from northing.stages.diagnose.findings.rules.stakes import pairs_at_stake, risks_of
from northing.stages.diagnose.incentives.engine import rewards_of
from northing.stages.diagnose.incentives.facts import Reward
from northing.stages.diagnose.linking.engine import Links, link_records
from northing.stages.diagnose.linking.facts import Correction, Rule
from northing.stages.diagnose.linking.rules.apart import open_to_any
from northing.stages.diagnose.linking.rules.matching import Matcher
from northing.stages.diagnose.say_do.engine import SayDoSettings, say_do
from northing.stages.diagnose.say_do.facts import DrawnFrom, SayDo
from northing.stages.diagnose.stance.engine import suggestions_of
from northing.stages.diagnose.stance.facts import Opinion, Suggestion
from northing.stages.diagnose.verification.engine import (
    Before,
    sample_of,
    verdicts_of,
    verification_of,
)
from northing.stages.diagnose.verification.facts import Labelled, Sample, Verification
from northing.stages.diagnose.verification.rules.population import Population, population_of
from northing.stages.diagnose.verification.rules.strata import Wishes
from northing.stages.records.imports.rules.columns import Chosen
from northing.stages.records.ledger.facts import (
    Discrepancy,
    Record,
    SourceAccount,
    Stance,
    StatedTotal,
)


class Step(NamedTuple):
    """What an audit is doing, how far it is, with which file or part, at how many records.

    Pace and time left stand only where the step knows them better than a clock would.
    """

    doing: str
    done: int
    of: int
    source: str = ""
    records: int = 0
    per_second: float | None = None
    seconds_left: float | None = None


Tell = Callable[[Step], None]
"""Told of every step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What was promised and what was done, from wherever it was read.

    `names` are people who may not be named in any output. `repeats` pairs the id of a record met
    twice with the one that counts. `chosen` are the columns each table was read by. `labels` are
    the samples people were asked about, with what they answered; `opinions` what a judge said.
    """

    organisation: str
    currency: str | None
    language: str
    commitments: tuple[Commitment, ...]
    rules: tuple[Rule, ...]
    records: tuple[Record, ...]
    sources: tuple[SourceAccount, ...]
    discrepancies: tuple[Discrepancy, ...] = ()
    totals: tuple[StatedTotal, ...] = ()
    repeats: tuple[tuple[str, str], ...] = ()
    names: frozenset[str] = frozenset()
    chosen: tuple[tuple[str, Chosen], ...] = ()
    corrections: tuple[Correction, ...] = ()
    labels: tuple[Labelled, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    meaning: bool = False
    replies: tuple[Reply, ...] = ()

    def newest_received(self) -> date | None:
        """The default date of an audit: the newest day anything was received or took effect."""
        days = [one.received_on or one.effective_on for one in self.records]
        return max((day for day in days if day is not None), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """A dated, reproducible run over one case."""

    case: Case
    on: date
    seed: int
    statements: tuple[Checked, ...]
    links: Links
    suggestions: tuple[Suggestion, ...]
    say_do: SayDo
    rewards: tuple[Reward, ...]
    found: Found
    missing: tuple[Missing, ...]
    redactor: Redactor
    verification: Verification = field(default_factory=Verification)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.found.findings


def audit(
    case: Case,
    *,
    on: date,
    seed: int,
    earlier: tuple[EarlierSource, ...] = (),
    tell: Tell = lambda _: None,
    matcher: Matcher | None = None,
) -> Audit:
    """Clarify and records have met in `case`; diagnose links them, compares and concludes.

    `matcher` runs the machine's part elsewhere than in memory; its answer is the same.
    """
    tell(Step("linking records", 0, len(case.records)))
    links = link_records(
        case.records,
        case.commitments,
        case.rules,
        settings=MatchSettings(language=case.language, meaning=case.meaning),
        said=case.corrections,
        matcher=matcher,
        organisation=case.organisation,
    )
    verified = verification_of(case.labels, case.records, links.before_labels(), case.commitments,
                               home_currency=case.currency, seed=seed)  # fmt: skip
    links = links.heard(verdicts_of(verified), case.records)
    statements = checked_statements(
        [
            Statement(id=one.id, text=one.text, contradicted_by=one.breaking_it)
            for one in case.commitments
        ],
        organisation=case.organisation,
        language=case.language,
    )
    by_record = links.by_record()
    missing = missing_from(case.sources, earlier)
    missing += gone_from(verified, missing_by_channel(missing))
    tell(Step("comparing words with deeds", 0, 1))
    short = missing_by_channel(missing)
    settings = SayDoSettings(
        on=on,
        seed=seed,
        home_currency=case.currency,
        missing=short,
        unbounded=unbounded_channels(missing, verified.changes()),
        open_to_any=open_to_any(case.records, links.settled - verified.met_by_words(), short),
        verified=verified.shares(),
        since={
            name: DrawnFrom(whole=one.whole, missing=one.missing, now=one.now)
            for name, one in verified.changes().items()
        },
    )
    compared = say_do(case.records, by_record, case.commitments, settings)
    rewards = rewards_of(case.records, by_record, case.commitments)
    tell(Step("looking for what does not agree", 0, 1))
    redactor = Redactor(sorted(case.names), language=case.language)
    suggestions = suggestions_of(case.records, by_record, case.commitments,
                                 language=case.language, opinions=case.opinions,
                                 redact=redactor.redact)  # fmt: skip
    evidence = Evidence(
        on=on,
        language=case.language,
        currency=case.currency,
        commitments=case.commitments,
        records=case.records,
        links=by_record,
        say_do=compared,
        discrepancies=case.discrepancies,
        totals=case.totals,
        redact=redactor.redact,
        rewards=rewards,
        sources=case.sources,
        verification=verified,
        settled=links.settled,
        seed=seed,
    )
    found = findings_of(evidence, missing, case.replies)
    return Audit(case=case, on=on, seed=seed, statements=statements, links=links,
                 suggestions=suggestions, say_do=compared, rewards=rewards, found=found,
                 missing=missing, redactor=redactor, verification=verified)  # fmt: skip


def population(found: Audit) -> Population:
    """Every pair of a record and a commitment that people may be asked about."""
    case = found.case
    return population_of(
        case.records, found.links.before_labels(), case.commitments, home_currency=case.currency
    )


def draw(found: Audit, *, size: int, seed: int, coders: int = 1) -> Sample:
    """The pairs people are asked about, so that this audit's figures can be verified.

    What may stand against a promise and what findings rest on come first; guardrails and
    commitments that are accused get more.
    """
    against = [one for one in found.suggestions if one.stance is Stance.CONTRADICTS]
    first = [(one.record_id, one.commitment) for one in against]
    quoted = tuple(dict.fromkeys((*first, *pairs_at_stake(found.findings))))
    risks = risks_of(found.case.commitments, found.findings)
    wishes = Wishes(size=size, seed=seed, quoted=quoted, risks=risks)
    before = Before(found.case.labels, found.case.records, missing_by_channel(found.missing))
    return sample_of(population(found), wishes, on=found.on, coders=coders, before=before)
